package io.greenstack.localstack.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Properties;

import org.junit.jupiter.api.Test;

class ScreenTest {

    private static String screen(List<String> simulated) {
        Properties properties = new Properties();
        properties.setProperty("greenstack.root", "/srv/greenstack");
        properties.setProperty("greenstack.port.mqtt", "2883");
        return new Screen(SuiteOptions.of(properties)).text(12.34, simulated,
                new Screen.Example("sim-1", 7, "02A1FF00"));
    }

    @Test
    void shows_what_to_open_to_try_and_how_to_stop() {
        assertThat(screen(List.of("sim-1", "sim-2"))).contains("started in 12.3 s", "http://localhost:8080/docs",
                "curl -s http://localhost:8080/api/devices/sim-1/telemetry/latest",
                "curl -s http://localhost:8080/api/devices/sim-1/telemetry/history",
                "http://localhost:8080/api/descriptions/7/decode", "{\"hex\":\"02A1FF00\"}",
                "mosquitto_pub -p 2883 -q 1 -t devices/sim-1/telemetry", "sim-1, sim-2", "Ctrl-C", ".greenstack");
    }

    @Test
    void fits_on_one_screen() {
        assertThat(screen(List.of("sim-1")).lines().toList()).hasSizeLessThanOrEqualTo(30)
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(Screen.WIDTH));
    }

    @Test
    void says_when_there_are_no_simulated_devices() {
        assertThat(screen(List.of())).contains("none (-Dgreenstack.simulators=false)");
    }
}
