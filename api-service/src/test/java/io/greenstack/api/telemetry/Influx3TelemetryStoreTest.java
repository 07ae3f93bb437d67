package io.greenstack.api.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;

/** The adapter against a server that answers as InfluxDB 3 does: lines of JSON without the columns that have no value. */
class Influx3TelemetryStoreTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ALL = "time device_id parameter unit value label status";

    private final List<JsonNode> questions = new CopyOnWriteArrayList<>();
    private volatile String columns = ALL;
    private volatile int status = 200;
    private volatile String token;
    private HttpServer server;
    private Influx3TelemetryStore store;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v3/query_sql", exchange -> {
            JsonNode question = JSON.readTree(exchange.getRequestBody());
            questions.add(question);
            token = exchange.getRequestHeaders().getFirst("Authorization");
            byte[] body = (status == 200 ? answer(question.path("q").asText()) : "{\"error\":\"broken\"}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        store = new Influx3TelemetryStore(StoreSettings.of("http://127.0.0.1:" + server.getAddress().getPort() + "/"));
    }

    private String answer(String sql) {
        if (sql.contains("information_schema")) {
            StringBuilder names = new StringBuilder();
            for (String name : (sql.contains("device_raw") ? "time device_id direction hex" : columns).split(" ")) {
                names.append(name.isEmpty() ? "" : "{\"column_name\":\"" + name + "\"}\n");
            }
            return names.toString();
        }
        if (sql.contains("device_raw")) {
            return "{\"time\":\"2026-11-23T00:00:00.123456789\",\"direction\":\"out\",\"hex\":\"0A\"}\n";
        }
        if (sql.contains("avg(")) {
            return "{\"time\":\"2026-11-23T00:01:00\",\"device_id\":\"dev-1\",\"parameter\":\"t\",\"unit\":\"°C\","
                    + "\"value\":21.5,\"min\":20.25,\"max\":23.5,\"count\":3.0}\n";
        }
        if (sql.contains("last_value(status")) {
            return "{\"time\":\"2026-11-23T00:00:00\",\"device_id\":\"dev-1\",\"parameter\":\"t\",\"unit\":\"°C\","
                    + "\"text\":\"no_data\"}\n";
        }
        return sql.contains("last_value(label")
                ? ""
                : "{\"time\":\"2026-11-23T00:00:02.500\",\"device_id\":\"dev-1\",\"parameter\":\"t\",\"unit\":\"°C\","
                        + "\"value\":21.5}\n{\"time\":\"2026-11-23T00:00:00\",\"device_id\":\"dev-1\","
                        + "\"parameter\":\"mode\",\"value\":1.0,\"label\":\"Run\",\"status\":null}\n";
    }

    @AfterEach
    void stop() {
        store.close();
        server.stop(0);
    }

    private static HistoryQuery query() {
        return HistoryQuery.readings("dev-1", List.of(), Instant.EPOCH, Instant.parse("2027-01-01T00:00:00Z"), 100);
    }

    @Test
    void readingsComeOldestFirst() {
        assertThat(store.newest(query())).containsExactly(
                new HistoryPoint("dev-1", "mode", null, Instant.parse("2026-11-23T00:00:00Z"), 1.0, "Run", null),
                new HistoryPoint("dev-1", "t", "°C", Instant.parse("2026-11-23T00:00:02.5Z"), 21.5, null, null));
        assertThat(token).isEqualTo("Bearer secret");
        assertThat(questions.get(1).path("db").asText()).isEqualTo("device-telemetry");
        assertThat(questions.get(1).path("format").asText()).isEqualTo("jsonl");
        assertThat(questions.get(1).path("params").path("p0").asText()).isEqualTo("dev-1");
    }

    @Test
    void figuresOfAWindowAreOneWindow() {
        assertThat(store.windows(query().windows(HistoryFunction.MEAN, Duration.ofMinutes(1)))).containsExactly(
                new HistoryPoint("dev-1", "t", "°C", Instant.parse("2026-11-23T00:00:00Z"), null, null, "no_data",
                        new WindowFigures(null, null, 0L, null)),
                new HistoryPoint("dev-1", "t", "°C", Instant.parse("2026-11-23T00:01:00Z"), 21.5, null, null,
                        new WindowFigures(20.25, 23.5, 3L, null)));
    }

    @Test
    void rawProcessDataKeepsEachNanosecond() {
        List<RawReading> read = new ArrayList<>();
        store.processData("dev-1", Instant.EPOCH, Instant.parse("2027-01-01T00:00:00Z"), read::add);
        assertThat(read).containsExactly(new RawReading(Instant.parse("2026-11-23T00:00:00.123456789Z"), true, "0A"));
    }

    /** Before the first point there is no table, and that is no failure. */
    @Test
    void aDatabaseWithoutTablesHasNoHistory() {
        columns = "";
        assertThat(store.newest(query())).isEmpty();
        assertThat(store.windows(query().windows(HistoryFunction.MAX, null))).isEmpty();
        assertThat(questions).isNotEmpty().allMatch(asked -> asked.path("q").asText().contains("information_schema"));
    }

    @Test
    void whatIsThereIsAskedForOnceWhenAllIsThere() {
        store.newest(query());
        store.newest(query());
        assertThat(questions).filteredOn(asked -> asked.path("q").asText().contains("information_schema")).hasSize(1);
    }

    @Test
    void whereNothingHasALabelNoLabelIsAskedFor() {
        columns = "time device_id parameter value";
        store.windows(query().windows(HistoryFunction.MEAN, Duration.ofMinutes(1)));
        assertThat(questions).noneMatch(asked -> asked.path("q").asText().contains("label"));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 422})
    void aRefusedQuestionIsNoOutage(int refusal) {
        status = refusal;
        assertThatThrownBy(() -> store.newest(query())).isInstanceOfSatisfying(StoreRefusalException.class,
                e -> assertThat(e.trouble()).isNull());
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void aRefusedTokenIsNoOutageAndReadinessNamesIt(int refusal) {
        status = refusal;
        assertThat(store.trouble()).isEqualTo(TelemetryStore.ACCESS_REFUSED);
        status = 200;
        assertThat(store.trouble()).isNull();
    }

    @Test
    void aMissingDatabaseIsNoOutageAndReadinessNamesIt() {
        status = 404;
        assertThat(store.trouble()).startsWith("does not know the database '").contains("INFLUXDB_BUCKET");
    }

    @Test
    void anErrorOfTheServerOrNoServerIsAStoreException() {
        status = 500;
        assertThatThrownBy(() -> store.newest(query())).isInstanceOf(StoreException.class)
                .hasMessageContaining("InfluxDB 3");
        server.stop(0);
        assertThatThrownBy(() -> store.newest(query())).isInstanceOf(StoreException.class);
    }
}
