package io.greenstack.api.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.sun.net.httpserver.HttpServer;

/** The InfluxDB adapter against a server that answers as InfluxDB 2 does (annotated CSV). */
class InfluxTelemetryStoreTest {

    private static final String ANSWER = """
            #group,false,false,false,false,false,false,false,false\r
            #datatype,string,long,dateTime:RFC3339,string,string,double,string,string\r
            #default,_result,,,,,,,\r
            ,result,table,_time,parameter,unit,value,label,status\r
            ,,0,2026-11-23T00:00:02.5Z,temperature,°C,21.5,,\r
            ,,0,2026-11-23T00:00:01Z,temperature,°C,,,no_data\r
            ,,0,2026-11-23T00:00:00Z,mode,,1,Run,\r
            \r
            """;

    private static final String WINDOWS = """
            #group,false,false,false,false,false,false,false,false\r
            #datatype,string,long,dateTime:RFC3339,string,string,double,double,double\r
            #default,_result,,,,,,,\r
            ,result,table,_time,parameter,unit,max,min,value\r
            ,,0,2026-11-23T00:01:00Z,temperature,°C,23.5,20.25,21.5\r
            ,,0,2026-11-23T00:00:00Z,temperature,°C,22,22,22\r
            \r
            """;

    private final AtomicReference<String> request = new AtomicReference<>();
    private final AtomicReference<String> token = new AtomicReference<>();
    private volatile int status = 200;
    private HttpServer server;
    private InfluxTelemetryStore store;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v2/query", exchange -> {
            request.set(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            token.set(exchange.getRequestHeaders().getFirst("Authorization"));
            byte[] body = answer().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", status == 200 ? "text/csv" : "application/json");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.createContext("/ping", exchange -> {
            exchange.getResponseHeaders().add("X-Influxdb-Version", "2.7.1");
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        store = new InfluxTelemetryStore(settings("http://127.0.0.1:" + server.getAddress().getPort()));
    }

    private String answer() {
        if (status != 200) {
            return "{\"code\":\"internal error\",\"message\":\"broken\"}";
        }
        return request.get().contains("fn: mean") ? WINDOWS : request.get().contains("fn: last") ? "" : ANSWER;
    }

    @AfterEach
    void stop() {
        store.close();
        server.stop(0);
    }

    private static TelemetrySettings.Influx settings(String url) {
        return new TelemetrySettings.Influx() {
            @Override
            public String url() {
                return url;
            }

            @Override
            public Optional<String> token() {
                return Optional.of("secret");
            }

            @Override
            public String org() {
                return "greenstack";
            }

            @Override
            public String bucket() {
                return "device-telemetry";
            }

            @Override
            public Duration timeout() {
                return Duration.ofSeconds(5);
            }
        };
    }

    private static HistoryQuery query() {
        return new HistoryQuery("dev-1", List.of(), Instant.EPOCH, Instant.parse("2027-01-01T00:00:00Z"), null, 100);
    }

    @Test
    void pointsComeOldestFirst() {
        assertThat(store.history(query())).containsExactly(
                new HistoryPoint("mode", null, Instant.parse("2026-11-23T00:00:00Z"), 1.0, "Run", null),
                new HistoryPoint("temperature", "°C", Instant.parse("2026-11-23T00:00:01Z"), null, null, "no_data"),
                new HistoryPoint("temperature", "°C", Instant.parse("2026-11-23T00:00:02.5Z"), 21.5, null, null));
        assertThat(request.get()).contains("device_telemetry").contains("dev-1");
        assertThat(token.get()).isEqualTo("Token secret");
    }

    @Test
    void windowsHaveTheirLeastAndGreatestReading() {
        HistoryQuery query = new HistoryQuery("dev-1", List.of(), Instant.EPOCH, Instant.parse("2027-01-01T00:00:00Z"),
                Duration.ofMinutes(1), 100);
        assertThat(store.history(query)).containsExactly(
                new HistoryPoint("temperature", "°C", Instant.parse("2026-11-23T00:00:00Z"), 22.0, null, null, 22.0,
                        22.0),
                new HistoryPoint("temperature", "°C", Instant.parse("2026-11-23T00:01:00Z"), 21.5, null, null, 20.25,
                        23.5));
    }

    @Test
    void anErrorOfTheServerIsAStoreException() {
        status = 500;
        assertThatThrownBy(() -> store.history(query())).isInstanceOf(StoreException.class)
                .hasMessageContaining("InfluxDB");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 422})
    void aRefusedQuestionIsNoOutage(int refusal) {
        status = refusal;
        assertThatThrownBy(() -> store.history(query())).isInstanceOfSatisfying(StoreRefusalException.class,
                e -> assertThat(e.trouble()).isNull());
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void aRefusedTokenIsNoOutageAndReadinessNamesIt(int refusal) {
        status = refusal;
        assertThatThrownBy(() -> store.history(query())).isInstanceOfSatisfying(StoreRefusalException.class,
                e -> assertThat(e.trouble()).isEqualTo(TelemetryStore.ACCESS_REFUSED));
        assertThat(store.trouble()).isEqualTo(TelemetryStore.ACCESS_REFUSED);
        status = 200;
        assertThat(store.trouble()).isNull();
    }

    @Test
    void aMissingBucketIsNoOutageAndReadinessNamesIt() {
        status = 404;
        assertThatThrownBy(() -> store.history(query())).isInstanceOf(StoreRefusalException.class);
        assertThat(store.trouble()).startsWith("does not know the bucket '").contains("INFLUXDB_BUCKET, INFLUXDB_ORG");
    }

    @Test
    void aServerThatIsAwayIsAStoreException() {
        server.stop(0);
        assertThatThrownBy(() -> store.history(query())).isInstanceOf(StoreException.class);
        assertThatThrownBy(store::ping).isInstanceOf(StoreException.class);
    }

    @Test
    void pingAsksTheServer() {
        store.ping();
    }
}
