/** Readiness from what a service depends on: each dependency and each breaker is listed with its state. */
package io.greenstack.platform.health;
