/**
 * Telemetry: messages are read, decoded by the layout of their device and brought into the live view in Redis (latest
 * values, history, pub/sub) with one pipelined round trip for a whole batch.
 * <p>
 * The live view is no archive: the time series are written by influx-ingestion from the same topic. Therefore telemetry
 * is acknowledged when the live view has it <em>or</em> when it waits in the {@link
 * io.greenstack.bridge.telemetry.ConflatingBuffer} for Redis to come back; there a newer value of a parameter takes the
 * place of an older one. What can never succeed is acknowledged only once it is a dead letter.
 */
package io.greenstack.bridge.telemetry;
