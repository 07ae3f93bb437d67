/** Measures how many messages the bridge takes into the live view, at what cost and how fast. */
package io.greenstack.loadtest.throughput;
