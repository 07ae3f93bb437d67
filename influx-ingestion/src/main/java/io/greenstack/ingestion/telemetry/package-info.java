/** Telemetry messages become points, and every message gets an outcome. */
package io.greenstack.ingestion.telemetry;
