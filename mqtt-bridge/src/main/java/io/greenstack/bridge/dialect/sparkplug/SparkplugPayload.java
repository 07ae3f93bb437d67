package io.greenstack.bridge.dialect.sparkplug;

import java.time.Instant;
import java.util.List;

/**
 * A payload.
 *
 * @param timestamp when it was sent, null if not told
 * @param seq sequence number, 0 to 255, null for death certificates of edge nodes
 * @param metrics metrics in their order
 */
record SparkplugPayload(Instant timestamp, Long seq, List<SparkplugMetric> metrics) {

    SparkplugPayload {
        metrics = List.copyOf(metrics);
    }
}
