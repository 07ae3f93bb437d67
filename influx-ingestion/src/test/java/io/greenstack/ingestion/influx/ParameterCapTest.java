package io.greenstack.ingestion.influx;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ParameterCapTest {

    @Test
    void admitsKnownParametersForEverAndNewOnesUpToTheLimit() {
        ParameterCap cap = new ParameterCap(3);

        assertThat(cap.admit("a", "p1")).isTrue();
        assertThat(cap.admit("a", "p2")).isTrue();
        assertThat(cap.admit("a", "p3")).isTrue();
        assertThat(cap.admit("a", "p4")).isFalse();
        assertThat(cap.admit("a", "p2")).isTrue();
        assertThat(cap.admit("b", "p4")).isTrue();
    }

    @Test
    void holdsAThousandOfEachDevice() {
        ParameterCap cap = new ParameterCap(1000);
        for (int i = 0; i < 1000; i++) {
            assertThat(cap.admit("a", "parameter-" + i)).isTrue();
        }
        assertThat(cap.admit("a", "one more")).isFalse();
        for (int i = 0; i < 1000; i++) {
            assertThat(cap.admit("a", "parameter-" + i)).isTrue();
        }
    }
}
