/**
 * What devices measure: newest values and live stream from Redis, history from the time-series store.
 */
package io.greenstack.api.telemetry;
