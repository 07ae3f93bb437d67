/** Measures influx-ingestion beside a peer, on the same broker and store. */
package io.greenstack.loadtest.ingestion;
