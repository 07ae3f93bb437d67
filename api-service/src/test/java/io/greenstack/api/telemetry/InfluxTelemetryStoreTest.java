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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.sun.net.httpserver.HttpServer;

/** The InfluxDB adapter against a server that answers as InfluxDB 2 does, with annotations and without. */
class InfluxTelemetryStoreTest {

    private static final String ANSWER = """
            #group,false,false,false,false,false,false,false,false,false\r
            #datatype,string,long,dateTime:RFC3339,string,string,string,double,string,string\r
            #default,readings,,,,,,,,\r
            ,result,table,_time,device_id,parameter,unit,value,label,status\r
            ,,0,2026-11-23T00:00:02.5Z,dev-1,temperature,°C,21.5,,\r
            ,,0,2026-11-23T00:00:01Z,dev-1,temperature,°C,,,no_data\r
            ,,0,2026-11-23T00:00:00Z,dev-1,mode,,1,Run,\r
            \r
            #group,false,false,false,false,false,false,false\r
            #datatype,string,long,dateTime:RFC3339,string,double,string,string\r
            #default,wide_readings,,,,,,\r
            ,result,table,_time,device_id,level [%],status:level [%],label:mode\r
            ,,0,2026-11-23T00:00:04Z,dev-1,7.5,,\r
            ,,0,2026-11-23T00:00:05Z,dev-1,,over_range,Stop\r
            \r
            """;

    /** What InfluxDB 2.7.12 answers unless annotations are asked for. */
    private static final String WINDOWS = """
            ,result,table,_time,device_id,parameter,unit,_value\r
            ,mean,0,2026-11-23T00:01:00Z,dev-1,temperature,°C,21.5\r
            \r
            ,result,table,_time,device_id,parameter,unit,_value\r
            ,min,0,2026-11-23T00:01:00Z,dev-1,temperature,°C,20.25\r
            \r
            ,result,table,_time,device_id,parameter,unit,_value\r
            ,max,0,2026-11-23T00:01:00Z,dev-1,temperature,°C,23.5\r
            \r
            ,result,table,_time,device_id,parameter,unit,_value\r
            ,count,0,2026-11-23T00:01:00Z,dev-1,temperature,°C,3\r
            \r
            ,result,table,_time,device_id,_field,_value\r
            ,wide_status,0,2026-11-23T00:00:00Z,dev-1,status:temperature [°C],no_data\r
            \r
            """;

    private final AtomicReference<String> request = new AtomicReference<>();
    private final AtomicReference<String> token = new AtomicReference<>();
    private final CountDownLatch goOn = new CountDownLatch(1);
    private volatile int status = 200;
    private volatile boolean silent;
    private HttpServer server;
    private InfluxTelemetryStore store;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v2/query", exchange -> {
            request.set(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            token.set(exchange.getRequestHeaders().getFirst("Authorization"));
            String good = request.get().contains("fn: mean") ? WINDOWS : ANSWER;
            byte[] body = (status == 200 ? good : "{\"code\":\"internal error\",\"message\":\"broken\"}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", status == 200 ? "text/csv" : "application/json");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body, 0, silent ? 100 : body.length);
            exchange.getResponseBody().flush();
            if (silent) {
                await(goOn);
            }
            exchange.close();
        });
        server.createContext("/ping", exchange -> {
            exchange.getResponseHeaders().add("X-Influxdb-Version", "2.7.1");
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        store = new InfluxTelemetryStore(StoreSettings.of("http://127.0.0.1:" + server.getAddress().getPort()));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
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
    void pointsOfBothLayoutsComeOldestFirst() {
        assertThat(store.newest(query())).containsExactly(
                new HistoryPoint("dev-1", "mode", null, Instant.parse("2026-11-23T00:00:00Z"), 1.0, "Run", null),
                new HistoryPoint("dev-1", "temperature", "°C", Instant.parse("2026-11-23T00:00:01Z"), null, null,
                        "no_data"),
                new HistoryPoint("dev-1", "temperature", "°C", Instant.parse("2026-11-23T00:00:02.5Z"), 21.5, null,
                        null),
                new HistoryPoint("dev-1", "level", "%", Instant.parse("2026-11-23T00:00:04Z"), 7.5, null, null),
                new HistoryPoint("dev-1", "level", "%", Instant.parse("2026-11-23T00:00:05Z"), null, null,
                        "over_range"),
                new HistoryPoint("dev-1", "mode", null, Instant.parse("2026-11-23T00:00:05Z"), null, "Stop", null));
        assertThat(request.get()).contains("device_telemetry").contains("dev-1");
        assertThat(token.get()).isEqualTo("Token secret");
    }

    @Test
    void figuresOfAWindowAreOneWindowInWhicheverLayoutTheyLie() {
        assertThat(store.windows(query().windows(HistoryFunction.MEAN, Duration.ofMinutes(1)))).containsExactly(
                new HistoryPoint("dev-1", "temperature", "°C", Instant.parse("2026-11-23T00:00:00Z"), null, null,
                        "no_data",
                        new WindowFigures(null, null, 0L, null)),
                new HistoryPoint("dev-1", "temperature", "°C", Instant.parse("2026-11-23T00:01:00Z"), 21.5, null, null,
                        new WindowFigures(20.25, 23.5, 3L, null)));
    }

    @Test
    void anErrorOfTheServerIsAStoreException() {
        status = 500;
        assertThatThrownBy(() -> store.newest(query())).isInstanceOf(StoreException.class)
                .hasMessageContaining("InfluxDB");
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
        assertThatThrownBy(() -> store.newest(query())).isInstanceOfSatisfying(StoreRefusalException.class,
                e -> assertThat(e.trouble()).isEqualTo(TelemetryStore.ACCESS_REFUSED));
        assertThat(store.trouble()).isEqualTo(TelemetryStore.ACCESS_REFUSED);
        status = 200;
        assertThat(store.trouble()).isNull();
    }

    @Test
    void aMissingBucketIsNoOutageAndReadinessNamesIt() {
        status = 404;
        assertThatThrownBy(() -> store.newest(query())).isInstanceOf(StoreRefusalException.class);
        assertThat(store.trouble()).startsWith("does not know the bucket '").contains("INFLUXDB_BUCKET, INFLUXDB_ORG");
    }

    @Test
    void anAnswerThatStopsInTheMiddleIsAStoreException() {
        silent = true;
        try (InfluxTelemetryStore hasty = new InfluxTelemetryStore(new StoreSettings(
                "http://127.0.0.1:" + server.getAddress().getPort(), Optional.empty(), "o", "b",
                Duration.ofMillis(300)))) {
            assertThatThrownBy(() -> hasty.newest(query())).isInstanceOf(StoreException.class)
                    .hasMessageContaining("no further part");
        } finally {
            goOn.countDown();
        }
    }

    @Test
    void aServerThatIsAwayIsAStoreException() {
        server.stop(0);
        assertThatThrownBy(() -> store.newest(query())).isInstanceOf(StoreException.class);
        assertThatThrownBy(store::ping).isInstanceOf(StoreException.class);
    }

    @Test
    void pingAsksTheServer() {
        store.ping();
    }
}
