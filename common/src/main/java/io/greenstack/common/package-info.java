/**
 * What all three services share: message contracts, process-data decoding, the MQTT ingress, resilience,
 * tracing and health. Knows nothing of REST or of the database.
 */
package io.greenstack.common;
