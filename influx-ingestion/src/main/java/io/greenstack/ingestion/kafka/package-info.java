/** Kafka as a second sink: decoded values and events, keyed by device. Off unless switched on. */
package io.greenstack.ingestion.kafka;
