package io.greenstack.edge.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.greenstack.edge.testing.Intakes;
import io.greenstack.platform.config.MqttConfig;

class IngressSettingsTest {

    @ParameterizedTest
    @CsvSource({"localhost:1883, localhost, 1883", "broker.example.org:8883, broker.example.org, 8883",
            "[::1]:1883, ::1, 1883", "tcp://broker:1883, broker, 1883", "ssl://10.0.0.7:8883/, 10.0.0.7, 8883"})
    void readsTheBroker(String broker, String host, int port) {
        MqttConnectionSettings settings = IngressSettings.connection(Intakes.config(Map.of("MQTT_BROKER", broker)));

        assertThat(settings.host()).isEqualTo(host);
        assertThat(settings.port()).isEqualTo(port);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "localhost:", ":1883", "a b:1", "host:99999", "host:0"})
    void refusesWhatIsNoBroker(String broker) {
        assertThatThrownBy(() -> IngressSettings.connection(Intakes.config(Map.of("MQTT_BROKER", broker))))
                .isInstanceOf(
                        IllegalArgumentException.class);
    }

    @Test
    void hasDefaultsForEverythingAnOperatorMayLeaveOut() {
        MqttConfig config = Intakes.config(Map.of());
        MqttConnectionSettings settings = IngressSettings.connection(config);
        IngressLimits limits = IngressSettings.limits(config.ingress());

        assertThat(settings.host()).isEqualTo("localhost");
        assertThat(settings.port()).isEqualTo(1883);
        assertThat(settings.clientId()).isEqualTo("a-service-0");
        assertThat(settings.username()).isEmpty();
        assertThat(settings.tls()).isFalse();
        assertThat(settings.keepAlive()).isEqualTo(Duration.ofSeconds(10));
        assertThat(config.sharedGroup()).isEmpty();
        assertThat(config.iolinkOriginator()).isEmpty();
        assertThat(config.topicPrefix()).isEqualTo("devices");
        assertThat(limits.batchesInFlight()).isOne();
    }

    @Test
    void takesTheVariablesOfTheEnvironment() {
        MqttConnectionSettings settings = IngressSettings
                .connection(Intakes.config(Map.of("MQTT_BROKER", "b:8883", "MQTT_USERNAME",
                        "edge", "MQTT_PASSWORD", "secret", "MQTT_TLS", "true", "MQTT_CLIENT_ID", "mine")));

        assertThat(settings.username()).contains("edge");
        assertThat(settings.password()).contains("secret");
        assertThat(settings.tls()).isTrue();
        assertThat(settings.clientId()).isEqualTo("mine");
    }
}
