package io.greenstack.edge.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import io.greenstack.core.message.PayloadException;
import io.greenstack.edge.testing.Intakes;

class TelemetryTopicsTest {

    private final TelemetryTopics topics = new TelemetryTopics(Intakes.config());

    @Test
    void tellsTheDeviceOfEachOfMoreTopicsThanItKeeps() {
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 10_000; i++) {
                assertThat(topics.device("devices/d-" + i + "/telemetry").value()).isEqualTo("d-" + i);
            }
        }
    }

    @Test
    void refusesATopicEachTime() {
        for (String wrong : new String[]{"devices/d/status", "devices/d d/telemetry", "elsewhere"}) {
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(() -> topics.device(wrong)).isInstanceOf(PayloadException.class);
            }
        }
    }
}
