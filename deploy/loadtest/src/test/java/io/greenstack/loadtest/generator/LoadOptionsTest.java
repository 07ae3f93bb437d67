package io.greenstack.loadtest.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoadOptionsTest {

    @Test
    void without_options_telemetry_of_all_forms_is_sent() {
        LoadOptions options = LoadOptions.parse();
        assertThat(options.devices()).isEqualTo(200);
        assertThat(options.shapes()).containsExactly(PayloadShape.values());
        assertThat(options.rates()).isEqualTo(Map.of(MessageKind.TELEMETRY, 1000.0));
    }

    @Test
    void kinds_have_rates_and_devices_connections() {
        LoadOptions options = LoadOptions.parse("--devices=3", "--connections=0", "--telemetry=0", "--status=2.5",
                "--broker=host:99", "--shapes=hex");
        assertThat(options.connections()).isEqualTo(3);
        assertThat(options.rates()).isEqualTo(Map.of(MessageKind.STATUS, 2.5));
        assertThat(options.host() + " " + options.port()).isEqualTo("host 99");
        assertThat(options.shapes()).containsExactly(PayloadShape.HEX);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--devices=0", "--devices=x", "--qos=2", "--shapes=c", "--telemetry=-1", "--speed=1",
            "devices=1", "--devices"})
    void a_wrong_option_is_named(String argument) {
        assertThatThrownBy(() -> LoadOptions.parse(argument)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(argument.replaceAll("^-*|=.*", ""));
    }
}
