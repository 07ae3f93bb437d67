package io.greenstack.edge.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

class OutputCountsTest {

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final OutputCounts counts = new OutputCounts(metrics);

    @Test
    void countsAreReadByNameAndTags() {
        metrics.counter("points", "result", "stored").increment(5);
        metrics.counter("points", "result", "refused").increment(2);
        metrics.gauge("waiting", 3);

        assertThat(counts.of("points", "result", "stored")).isEqualTo(5);
        assertThat(counts.of("points")).isEqualTo(7);
        assertThat(counts.of("waiting")).isEqualTo(3);
    }

    @Test
    void whatIsNotCountedIsZero() {
        metrics.gauge("lost", Double.NaN);

        assertThat(counts.of("nobody")).isZero();
        assertThat(counts.of("lost")).isZero();
    }
}
