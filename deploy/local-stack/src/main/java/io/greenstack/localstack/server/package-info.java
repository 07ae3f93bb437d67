/**
 * Real servers that run without Docker, all bound to loopback: PostgreSQL, Redis, an MQTT broker and a time-series
 * store. The suite launcher and the tests of every module use the same classes.
 */
package io.greenstack.localstack.server;
