package io.greenstack.loadtest.throughput;

import java.util.List;
import java.util.Locale;

import io.greenstack.loadtest.generator.LatencySummary;
import io.greenstack.loadtest.throughput.BridgeWatch.Sample;

/**
 * What the bridge did with one rate of messages.
 *
 * @param offered messages a second that the devices should have sent
 * @param sent messages a second that they could send
 * @param written messages a second that the bridge wrote, from its first to its last
 * @param messages how many it wrote
 * @param missing how many it had not written at the end, of those that the broker took
 * @param processorSeconds processor time of the bridge for 100,000 messages
 * @param latency from the publication to the Redis channel, in microseconds
 * @param residentAtBegin megabytes
 * @param residentAtMost megabytes
 */
record Throughput(double offered, double sent, double written, long messages, long missing, double processorSeconds,
        LatencySummary latency, long residentAtBegin, long residentAtMost) {

    static String header() {
        return """
                | offered/s | sent/s | written/s | messages | missing | bridge CPU s per 100,000 | p50 | p99 | max | RSS at begin, at most |
                |---|---|---|---|---|---|---|---|---|---|""";
    }

    String row() {
        return String.format(Locale.ROOT,
                "| %,.0f | %,.0f | %,.0f | %,d | %d | %.2f | %.1f ms | %.1f ms | %.0f ms | %d MB, %d MB |", offered,
                sent, written, messages, missing, processorSeconds, latency.p50() / 1e3, latency.p99() / 1e3,
                latency.max() / 1e3, residentAtBegin, residentAtMost);
    }

    /** Messages a second between the first and the last sample in which the figure grew. */
    static double rate(long before, List<Sample> samples) {
        Sample first = null;
        Sample last = null;
        long written = before;
        for (Sample sample : samples) {
            if (sample.written() > written) {
                first = first == null ? sample : first;
                last = sample;
                written = sample.written();
            }
        }
        return first == null || first == last
                ? 0
                : (last.written() - first.written()) * 1e9 / (last.nanos() - first.nanos());
    }
}
