package io.greenstack.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.greenstack.localstack.server.Ports;
import io.greenstack.localstack.suite.ApiClient;
import io.greenstack.localstack.suite.ServiceProcess;

/** A collector that is silent or away costs spans, which are counted, and nothing else. */
class CollectorIT {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int ROOM = 20;
    private static final int REQUESTS = 200;
    private static final String QUEUE = "otel_sdk_processor_span_queue_size";

    private final PackagedSuite suite;

    CollectorIT() throws IOException {
        suite = PackagedSuite.running();
    }

    /** The backlog of the socket takes connections; nobody reads from them. */
    @ParameterizedTest
    @ValueSource(strings = {"grpc", "http/protobuf"})
    void aCollectorThatNeverAnswersCostsSpans(String protocol) throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            ask("collector-silent-" + protocol.substring(0, 4), silent.getLocalPort(), protocol);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"grpc", "http/protobuf"})
    void aCollectorThatIsNotThereCostsSpans(String protocol) throws Exception {
        ask("collector-gone-" + protocol.substring(0, 4), Ports.free(), protocol);
    }

    /** Each request makes one span. While spans are lost requests are answered, and no more wait than may. */
    private void ask(String name, int port, String protocol) throws Exception {
        ServiceProcess service = suite.stack().anotherIngestion(name, Map.of("MQTT_TOPIC_PREFIX", "untraced",
                "OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:" + port,
                "QUARKUS_OTEL_EXPORTER_OTLP_PROTOCOL", protocol, "QUARKUS_OTEL_BSP_MAX_QUEUE_SIZE", "" + ROOM,
                "QUARKUS_OTEL_BSP_MAX_EXPORT_BATCH_SIZE", "10", "QUARKUS_OTEL_BSP_EXPORT_TIMEOUT", "500ms"));
        suite.stack().start(service);
        try {
            suite.awaitReady(service);
            ApiClient client = new ApiClient(service.url());
            for (int i = 0; i < REQUESTS; i++) {
                assertThat(client.get("/nowhere").status()).isEqualTo(404);
            }
            Scrape first = Scrape.of(service);
            assertThat(first.value(QUEUE)).isLessThanOrEqualTo(ROOM);
            assertThat(first.value("otel_sdk_processor_span_queue_capacity")).isEqualTo(ROOM);
            await().atMost(LIMIT).untilAsserted(() -> {
                Scrape scrape = Scrape.of(service);
                assertThat(scrape.value(QUEUE)).isZero();
                assertThat(refused(scrape) + failed(scrape)).isGreaterThanOrEqualTo(REQUESTS);
            });
            assertThat(failed(Scrape.of(service))).isPositive();
            assertThat(Scrape.of(service).value("otel_sdk_exporter_span_exported_total", "error_type=\"\"")).isZero();
            assertThat(service.isReady()).isTrue();
        } finally {
            suite.stack().kill(service);
        }
    }

    private static double refused(Scrape scrape) {
        return scrape.value("otel_sdk_processor_span_processed_total", "error_type=\"queue_full\"");
    }

    private static double failed(Scrape scrape) {
        return scrape.value("otel_sdk_exporter_span_exported_total", "error_type=\"failed\"");
    }
}
