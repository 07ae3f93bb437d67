package io.greenstack.api.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpServer;

import io.greenstack.api.health.EdgeVersions.ServiceVersion;

class EdgeVersionsTest {

    private HttpServer bridge;
    private String answer;

    @BeforeEach
    void start() throws IOException {
        bridge = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        bridge.createContext("/health", exchange -> {
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(503, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        bridge.start();
    }

    @AfterEach
    void stop() {
        bridge.stop(0);
    }

    private static EdgeVersions versions(URI bridgeUrl, URI ingestionUrl) {
        return new EdgeVersions(new EdgeInstances(new EdgeSettings() {
            @Override
            public Optional<URI> bridgeUrl() {
                return Optional.ofNullable(bridgeUrl);
            }

            @Override
            public Optional<URI> ingestionUrl() {
                return Optional.ofNullable(ingestionUrl);
            }

            @Override
            public Duration timeout() {
                return Duration.ofSeconds(5);
            }
        }, Optional.empty(), JsonMapper.builder().build()));
    }

    private URI url() {
        return URI.create("http://127.0.0.1:" + bridge.getAddress().getPort());
    }

    @Test
    void tellsWhatAnInstanceSaysAlsoWhenItIsNotWell() {
        answer = "{\"status\":\"unhealthy\",\"service\":\"mqtt-bridge\",\"version\":\"1.2.3\"}";
        assertThat(versions(url(), null).list()).containsExactly(
                new ServiceVersion("mqtt-bridge", url().getAuthority(), "1.2.3", "unhealthy"));
    }

    @Test
    void oneThatDoesNotAnswerOrSaysNothingIsUnknown() {
        answer = "no JSON";
        URI nobody = URI.create("http://127.0.0.1:1");
        assertThat(versions(url(), nobody).list()).containsExactly(
                new ServiceVersion("mqtt-bridge", url().getAuthority(), null, "unknown"),
                new ServiceVersion("influx-ingestion", "127.0.0.1:1", null, "unknown"));
        assertThat(versions(null, null).list()).isEmpty();
    }
}
