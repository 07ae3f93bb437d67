package io.greenstack.localstack.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

import org.junit.jupiter.api.Test;

class SuiteOptionsTest {

    private static SuiteOptions parse(String... pairs) {
        Properties properties = new Properties();
        properties.setProperty("java.version", "17");
        properties.setProperty("greenstack.root", "/srv/checkout");
        for (int i = 0; i < pairs.length; i += 2) {
            properties.setProperty(pairs[i], pairs[i + 1]);
        }
        return SuiteOptions.of(properties);
    }

    private static SuiteException mistake(String... pairs) {
        return catchThrowableOfType(SuiteException.class, () -> parse(pairs));
    }

    @Test
    void has_the_standard_ports_and_keeps_its_data_in_the_checkout() {
        SuiteOptions options = parse();
        assertThat(options.ports()).containsExactlyInAnyOrderEntriesOf(Map.of(SuitePort.API, 8080, SuitePort.BRIDGE,
                8081, SuitePort.INGESTION, 8082, SuitePort.MQTT, 1883, SuitePort.STORE, 9000, SuitePort.POSTGRES, 5432,
                SuitePort.REDIS, 6379));
        assertThat(options.data()).isEqualTo(Path.of("/srv/checkout/.greenstack").toAbsolutePath());
        assertThat(options.simulators()).isTrue();
    }

    @Test
    void takes_ports_folder_and_simulators_from_properties() {
        SuiteOptions options = parse("greenstack.port.api", "9090", "greenstack.data", "/tmp/gs",
                "greenstack.simulators", "false");
        assertThat(options.port(SuitePort.API)).isEqualTo(9090);
        assertThat(options.data()).isEqualTo(Path.of("/tmp/gs").toAbsolutePath());
        assertThat(options.logs()).isEqualTo(Path.of("/tmp/gs/logs").toAbsolutePath());
        assertThat(options.simulators()).isFalse();
    }

    @Test
    void names_every_mistake_at_once_and_lists_the_options() {
        SuiteException mistake = mistake("greenstack.port.api", "http", "greenstack.port.bridge", "70000",
                "greenstack.simulators", "no", "greenstack.prot.mqtt", "1");
        assertThat(mistake.exitCode()).isEqualTo(SuiteException.USAGE);
        assertThat(mistake).hasMessageContaining("-Dgreenstack.port.api=http: a port is a number from 1 to 65535")
                .hasMessageContaining("-Dgreenstack.port.bridge=70000")
                .hasMessageContaining("-Dgreenstack.simulators=no: say true or false")
                .hasMessageContaining("-Dgreenstack.prot.mqtt: there is no such option")
                .hasMessageContaining("-Dgreenstack.port.redis=PORT");
    }

    @Test
    void two_parts_cannot_share_a_port() {
        assertThat(mistake("greenstack.port.bridge", "8080")).hasMessageContaining(
                "-Dgreenstack.port.bridge=8080: api-service has this port already (-Dgreenstack.port.api)");
    }
}
