package io.greenstack.api.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpServer;

class EdgeBreakersTest {

    private final List<String> asked = new ArrayList<>();
    private HttpServer bridge;
    private String answer;
    private int status = 200;

    @BeforeEach
    void start() throws IOException {
        bridge = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        bridge.createContext("/", exchange -> {
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("X-API-Key"));
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        bridge.start();
    }

    @AfterEach
    void stop() {
        bridge.stop(0);
    }

    private EdgeBreakers breakers(URI bridgeUrl, URI ingestionUrl) {
        return new EdgeBreakers(edge(bridgeUrl, ingestionUrl));
    }

    private static EdgeInstances edge(URI bridgeUrl, URI ingestionUrl) {
        EdgeSettings settings = new EdgeSettings() {
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
        };
        return new EdgeInstances(settings, Optional.of("key"), JsonMapper.builder().build());
    }

    private URI url() {
        return URI.create("http://127.0.0.1:" + bridge.getAddress().getPort());
    }

    @Test
    void showsWhatAnInstanceSays() {
        answer = "[{\"name\":\"redis\",\"state\":\"open\",\"failures\":3,\"threshold\":3,\"opened\":2,"
                + "\"last_change\":\"2026-11-24T10:00:00Z\",\"last_error\":\"refused\"}]";

        assertThat(breakers(url(), null).list()).containsExactly(new BreakerView("mqtt-bridge", url().getAuthority(),
                "redis", "open", 3, 3, 2L, Instant.parse("2026-11-24T10:00:00Z"), "refused", null));
        assertThat(asked).containsExactly("GET /breakers key");
    }

    @Test
    void anInstanceThatDoesNotAnswerIsSaid() {
        answer = "[]";
        bridge.stop(0);

        assertThat(breakers(url(), null).list()).singleElement().satisfies(view -> {
            assertThat(view.state()).isEqualTo("unknown");
            assertThat(view.detail()).startsWith("it does not answer");
        });
    }

    @Test
    void aWrongKeyIsSaid() {
        answer = "";
        status = 403;

        assertThat(breakers(url(), null).list()).singleElement()
                .satisfies(view -> assertThat(view.detail()).contains("GREENSTACK_API_KEY"));
    }

    @Test
    void resetsABreakerOfAService() {
        answer = "{\"name\":\"api\",\"state\":\"closed\",\"failures\":0,\"threshold\":5,\"opened\":1}";

        assertThat(breakers(url(), null).reset("mqtt-bridge", "api")).singleElement()
                .satisfies(view -> assertThat(view.state()).isEqualTo("closed"));
        assertThat(asked).containsExactly("POST /breakers/api/reset key");
        assertThat(breakers(url(), null).reset("nobody", "api")).isEmpty();
        assertThat(breakers(url(), null).reset("mqtt-bridge", "../x")).isEmpty();
    }

    @Test
    void whatIsNoAnswerIsSaid() {
        answer = "<html>";

        assertThat(breakers(null, url()).list()).singleElement().satisfies(view -> {
            assertThat(view.service()).isEqualTo("influx-ingestion");
            assertThat(view.detail()).contains("no JSON");
        });
    }

    @Test
    void tellsHowMessagesFlow() {
        answer = "{\"received\":120,\"written\":100,\"dead_lettered\":5,\"in_flight\":15,\"connected\":true,\"paused\":false,"
                + "\"oldest_ms\":42}";

        assertThat(new EdgeFlows(edge(null, url())).list())
                .containsExactly(new MessageFlow(
                        "influx-ingestion", url().getAuthority(), 120L, 100L, 5L, 15L, true, false, 42L, null));
        assertThat(asked).containsExactly("GET /flow key");
    }

    @Test
    void aFlowThatIsNotKnownHasNoFigures() {
        answer = "";
        status = 403;

        assertThat(new EdgeFlows(edge(url(), null)).list()).singleElement()
                .satisfies(flow -> {
                    assertThat(flow.received()).isNull();
                    assertThat(flow.detail()).contains("GREENSTACK_API_KEY");
                });
    }

    @Test
    void tellsWhereValuesGo() {
        answer = "[{\"name\":\"namespace\",\"on\":true,\"target\":\"plant/{device}/{parameter}\","
                + "\"settings\":{\"MQTT_NAMESPACE_RETAIN\":\"true\"},\"counters\":{\"sent\":7}},"
                + "{\"name\":\"sparkplug-node\",\"on\":false,\"settings\":{},\"counters\":{}}]";

        assertThat(new EdgeOutputs(edge(url(), null)).list()).containsExactly(
                new OutputView("mqtt-bridge", url().getAuthority(), "namespace", true, "plant/{device}/{parameter}",
                        Map.of("MQTT_NAMESPACE_RETAIN", "true"), Map.of("sent", 7L), null),
                new OutputView("mqtt-bridge", url().getAuthority(), "sparkplug-node", false, null, Map.of(), Map.of(),
                        null));
        assertThat(asked).containsExactly("GET /outputs key");
    }

    @Test
    void outputsThatAreNotKnownAreSaid() {
        answer = "";
        status = 404;

        assertThat(new EdgeOutputs(edge(url(), null)).list()).singleElement().satisfies(output -> {
            assertThat(output.name()).isNull();
            assertThat(output.detail()).isEqualTo("HTTP 404");
        });
    }
}
