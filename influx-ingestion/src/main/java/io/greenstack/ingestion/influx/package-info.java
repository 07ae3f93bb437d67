/** Line protocol and its way into the time-series store: batches, error classes, back-pressure. */
package io.greenstack.ingestion.influx;
