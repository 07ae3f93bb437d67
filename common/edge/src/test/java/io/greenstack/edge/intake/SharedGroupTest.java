package io.greenstack.edge.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.greenstack.edge.testing.Intakes;
import io.greenstack.platform.config.MqttConfig;

class SharedGroupTest {

    /** One environment for both services is how clusters configure them, and each needs all telemetry. */
    @ParameterizedTest
    @ValueSource(strings = {"mqtt-bridge", "influx-ingestion"})
    void isOfOneServiceOnly(String service) {
        MqttConfig config = Intakes.config(Map.of("MQTT_SHARED_GROUP", " plant ", "greenstack.mqtt.service", service));

        assertThat(SharedGroup.of(config)).isEqualTo("plant-" + service);
        assertThat(new TelemetryTopics(config).filters())
                .containsExactly("$share/plant-" + service + "/devices/+/telemetry");
    }

    @Test
    void isNoneWhereNothingIsShared() {
        assertThat(SharedGroup.of(Intakes.config())).isNull();
        assertThat(SharedGroup.of(Intakes.config(Map.of("MQTT_SHARED_GROUP", " ")))).isNull();
    }
}
