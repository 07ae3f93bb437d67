package io.greenstack.localstack.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.greenstack.localstack.server.Ports;

class ServiceProcessTest {

    @TempDir
    Path folder;

    private ServiceSpec spec(Path jar) {
        return new ServiceSpec("api-service", jar, folder, folder.resolve("api-service.log"), Ports.free(),
                Map.of("HTTP_PORT", "1"), List.of());
    }

    private Path emptyJar() throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, "no.such.Main");
        Path jar = folder.resolve("quarkus-run.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest)) {
            out.finish();
        }
        return jar;
    }

    @Test
    void a_service_that_is_not_built_is_named() {
        ServiceProcess service = new ServiceProcess(spec(folder.resolve("missing.jar")));
        assertThat(catchThrowableOfType(SuiteException.class, service::start))
                .hasMessageContaining("api-service is not built").hasMessageContaining("missing.jar");
    }

    @Test
    void a_process_that_dies_is_reported_with_exit_code_and_last_log_lines() throws IOException {
        ServiceProcess service = new ServiceProcess(spec(emptyJar()));
        service.start();
        SuiteException death = catchThrowableOfType(SuiteException.class,
                () -> service.awaitReady(Duration.ofSeconds(30)));
        assertThat(death)
                .hasMessageContaining("api-service (process " + service.processId() + ") ended with exit code 1")
                .hasMessageContaining("no.such.Main");
        assertThat(service.isAlive()).isFalse();
        service.stop(Duration.ofSeconds(1));
    }

    @Test
    void only_our_own_values_configure_a_service() throws IOException {
        Map<String, String> environment = new HashMap<>(Map.of("PATH", "/bin", "MQTT_PASSWORD", "foreign", "HTTP_PORT",
                "99", "QUARKUS_PROFILE", "dev", "OTEL_EXPORTER_OTLP_ENDPOINT", "http://collector"));
        spec(emptyJar()).applyTo(environment);
        assertThat(environment).containsOnly(Map.entry("PATH", "/bin"), Map.entry("HTTP_PORT", "1"),
                Map.entry("OTEL_EXPORTER_OTLP_ENDPOINT", "http://collector"));
    }

    @Test
    void the_tail_of_a_log_is_its_last_lines() throws IOException {
        Path log = folder.resolve("x.log");
        Files.writeString(log, "a\n".repeat(20_000) + "b\nc\n");
        assertThat(LogTail.of(log, 3)).containsExactly("a", "b", "c");
        assertThat(LogTail.of(folder.resolve("none.log"), 3)).isEmpty();
    }
}
