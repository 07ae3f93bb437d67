package io.greenstack.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** Who runs the services asks them on the port for that, however they are deployed. */
class ComposeTest {

    private static final Path ROOT = Path.of(System.getProperty("greenstack.root", "../..")).toAbsolutePath();
    private static final List<String> SERVICES = List.of("api-service", "mqtt-bridge", "influx-ingestion");

    private static String text(String file) throws IOException {
        return Files.readString(ROOT.resolve(file));
    }

    @Test
    void composeAsksForHealthAndMetricsOnThePortForThat() throws IOException {
        String compose = text("docker-compose.yml");
        String metrics = text("deploy/compose/prometheus/prometheus.yml");

        assertThat(compose).contains("GREENSTACK_MANAGEMENT_PORT: \"9000\"").contains("/dev/tcp/127.0.0.1/9000;")
                .doesNotContain(":9000\"");
        for (String service : SERVICES) {
            String part = compose.substring(compose.indexOf("\n  " + service + ":\n"));
            part = Arrays.stream(part.substring(0, part.indexOf("\n    deploy:")).split("\n"))
                    .filter(line -> line.contains("test:") || line.contains("<<: *environment")).toList().toString();
            assertThat(part).as(service).isEqualTo("[      <<: *environment,       test: *ready]");
            assertThat(metrics).contains("targets: [" + service + ":9000]");
        }
    }

    @Test
    void kubernetesAsksForHealthOnThePortForThat() throws IOException {
        assertThat(text("deploy/kubernetes/base/greenstack.env")).contains("GREENSTACK_MANAGEMENT_PORT=9000");
        for (String service : SERVICES) {
            String manifest = text("deploy/kubernetes/base/" + service + ".yaml");
            assertThat(manifest).contains("{name: management, containerPort: 9000}");
            assertThat(manifest.lines().filter(line -> line.contains("httpGet:"))).hasSize(3)
                    .allMatch(line -> line.contains("port: management"));
        }
    }

    @Test
    void anImageAsksItselfOnThePortForThatWhereItHasOne() throws IOException {
        for (String service : SERVICES) {
            try (Stream<Path> images = Files.list(ROOT.resolve(service + "/src/main/docker"))) {
                assertThat(images).hasSize(2).allSatisfy(image -> assertThat(Files.readString(image))
                        .contains("/dev/tcp/127.0.0.1/${GREENSTACK_MANAGEMENT_PORT:-$HTTP_PORT};"));
            }
        }
    }
}
