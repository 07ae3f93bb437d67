package io.greenstack.localstack.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.greenstack.localstack.server.BrokerAccess.Use;

class PasswordAccessTest {

    private final PasswordAccess access = new PasswordAccess(Map.of("bridge", "secret"), Map.of("press-1", "oil"),
            "devices");

    @ParameterizedTest
    @CsvSource({"bridge,secret,true", "press-1,oil,true", "press-1,secret,false", "bridge,,false", ",secret,false",
            "nobody,secret,false", "bridge,Secret,false"})
    void knows_users_by_password(String user, String password, boolean expected) {
        assertThat(access.authenticate(user, password)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"devices/press-1/telemetry", "devices/press-1/config/reported", "devices/press-1/#",
            "devices/press-1/+/reported"})
    void a_device_may_use_what_is_below_its_id(String topic) {
        assertThat(access.permits("press-1", Use.PUBLISH, topic)).isTrue();
        assertThat(access.permits("press-1", Use.SUBSCRIBE, topic)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"devices/press-10/telemetry", "devices/+/telemetry", "devices/#", "#",
            "+/press-1/telemetry",
            "devices/press-1", "Devices/press-1/telemetry", "other/press-1/telemetry", "$share/g/devices/press-1/x"})
    void a_device_may_not_use_anything_else(String topic) {
        assertThat(access.permits("press-1", Use.PUBLISH, topic)).isFalse();
        assertThat(access.permits("press-1", Use.SUBSCRIBE, topic)).isFalse();
    }

    @Test
    void a_service_may_use_every_topic_and_a_stranger_none() {
        assertThat(access.permits("bridge", Use.SUBSCRIBE, "devices/#")).isTrue();
        assertThat(access.permits("nobody", Use.PUBLISH, "devices/nobody/telemetry")).isFalse();
        assertThat(access.permits(null, Use.PUBLISH, "devices/null/telemetry")).isFalse();
    }
}
