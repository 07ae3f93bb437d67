/** Start, stop, health and figures of the service. */
package io.greenstack.ingestion.platform;
