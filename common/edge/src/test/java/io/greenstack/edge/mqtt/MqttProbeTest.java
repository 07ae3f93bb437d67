package io.greenstack.edge.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import io.greenstack.platform.health.DependencyState;

class MqttProbeTest {

    @Test
    void brokerIsUpOnlyWithItsSubscriptions() {
        assertThat(MqttProbe.of(new IngressStatus(false, false, 0, 0, 0, 0, 0, 0, null, null)).detail())
                .isEqualTo("not connected yet");
        assertThat(MqttProbe.of(new IngressStatus(true, false, 0, 0, 0, 0, 0, 1, null, null)))
                .isEqualTo(DependencyState.up("mqtt"));
        assertThat(MqttProbe.of(new IngressStatus(true, true, 1, 10, 20, 20, 0, 1, null, null)).detail())
                .contains("20");
    }
}
