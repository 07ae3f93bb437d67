/** What all services have in common in their metrics. */
package io.greenstack.platform.metrics;
