/**
 * Simulated devices: they register, report their state and publish raw process data that the compiled layout of their
 * description makes plausible.
 */
package io.greenstack.localstack.simulator;
