package io.greenstack.bridge.dialect.sparkplug;

import java.time.Instant;
import java.util.List;

import io.greenstack.core.message.Unused;

/**
 * A payload.
 *
 * @param timestamp when it was sent, null if not told
 * @param seq sequence number, 0 to 255, null for death certificates of edge nodes
 * @param metrics metrics in their order
 * @param unused what else it carries
 */
record SparkplugPayload(Instant timestamp, Long seq, List<SparkplugMetric> metrics, List<Unused> unused) {

    SparkplugPayload {
        metrics = List.copyOf(metrics);
        unused = List.copyOf(unused);
    }
}
