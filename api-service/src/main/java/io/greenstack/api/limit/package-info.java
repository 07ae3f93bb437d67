/** How much somebody may ask: token buckets that all replicas share, and live streams. */
package io.greenstack.api.limit;
