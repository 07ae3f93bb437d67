package io.greenstack.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** The command that sets up retention and aggregates, against a server that answers as InfluxDB 2 documents it. */
class AggregatesScriptTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private record Received(String method, String path, JsonNode body) {}

    private final List<Received> received = new CopyOnWriteArrayList<>();
    private volatile boolean there;
    private volatile int status = 200;
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/api/v2/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String kind = exchange.getRequestURI().getPath().split("/")[3];
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (!exchange.getRequestMethod().equals("GET")) {
            received.add(
                    new Received(exchange.getRequestMethod(), exchange.getRequestURI().getPath(), JSON.readTree(body)));
        }
        boolean known = kind.equals("orgs") || there;
        byte[] answer = ("{\"links\":{\"self\":\"/api\"},\"" + kind + "\":["
                + (known ? "{\"orgID\": \"0a\", \"id\": \"0b5" + kind.length() + "\"}" : "") + "]}")
                .getBytes(StandardCharsets.UTF_8);
        int code = "Token secret".equals(exchange.getRequestHeaders().getFirst("Authorization")) ? status : 401;
        exchange.sendResponseHeaders(code, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private int run() throws IOException, InterruptedException {
        ProcessBuilder script = new ProcessBuilder("sh",
                new Pages().root().resolve("deploy/compose/influxdb/aggregates.sh").toString())
                .redirectErrorStream(true);
        script.environment().put("INFLUXDB_URL", "http://127.0.0.1:" + server.getAddress().getPort());
        script.environment().put("INFLUXDB_TOKEN", "secret");
        script.environment().put("KEEP_RAW_DAYS", "7");
        Process process = script.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    @Test
    void bucketsAndTasksAreMadeWithTheirRetention() throws Exception {
        assertThat(run()).isZero();
        assertThat(received).extracting(each -> each.method() + " " + each.path()).containsExactly(
                "POST /api/v2/buckets",
                "POST /api/v2/buckets", "POST /api/v2/buckets", "POST /api/v2/tasks", "POST /api/v2/tasks");
        assertThat(received.get(0).body().at("/name").asText()).isEqualTo("device-telemetry");
        assertThat(received.get(0).body().at("/retentionRules/0/everySeconds").asInt()).isEqualTo(7 * 86_400);
        assertThat(received.get(2).body().at("/name").asText()).isEqualTo("device-telemetry-1h");
        assertThat(received.get(2).body().at("/retentionRules")).isEmpty();
        assertThat(received.get(4).body().at("/flux").asText())
                .contains("name: \"greenstack-device-telemetry-1h\", every: 1h")
                .contains("fn: min").contains("fn: max")
                .contains("to(bucket: \"device-telemetry-1h\", org: \"greenstack\")");
    }

    @Test
    void aSecondRunChangesWhatIsThere() throws Exception {
        there = true;
        assertThat(run()).isZero();
        assertThat(received).extracting(each -> each.method() + " " + each.path()).containsExactly(
                "PATCH /api/v2/buckets/0b57", "PATCH /api/v2/buckets/0b57", "PATCH /api/v2/buckets/0b57",
                "PATCH /api/v2/tasks/0b55", "PATCH /api/v2/tasks/0b55");
    }

    @Test
    void aRefusalEndsItWithAFailure() throws Exception {
        status = 403;
        assertThat(run()).isNotZero();
        assertThat(received).isEmpty();
    }
}
