/** Benchmarks of what is not visible outside of its package. */
package io.greenstack.ingestion.influx;
