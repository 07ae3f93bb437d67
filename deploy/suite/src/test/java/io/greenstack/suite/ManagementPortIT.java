package io.greenstack.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import io.greenstack.localstack.suite.ServiceProcess;

/** The packaged services on the port for those who run them, as Compose and Kubernetes set it. */
class ManagementPortIT {

    private static final int MANY = 400;
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private static PackagedSuite suite;

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(LIMIT).build();

    @BeforeAll
    static void start() throws Exception {
        suite = PackagedSuite.running();
    }

    private HttpResponse<String> get(ServiceProcess service, String path) throws Exception {
        return client.send(HttpRequest.newBuilder(URI.create(service.managementUrl() + path)).timeout(LIMIT).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void eachServiceHasHealthAndMetricsThereAndNothingElse() throws Exception {
        for (ServiceProcess service : suite.stack().services()) {
            assertThat(service.managementUrl().substring(service.managementUrl().lastIndexOf(':')))
                    .isNotEqualTo(service.url().substring(service.url().lastIndexOf(':')));
            for (String path : List.of("/q/health/live", "/q/health/ready", "/q/health/started")) {
                assertThat(get(service, path).statusCode()).as(service.name() + path).isEqualTo(200);
            }
            assertThat(get(service, "/q/metrics").body()).contains("jvm_memory_used_bytes");
            assertThat(get(service, "/api/breakers").statusCode()).isEqualTo(404);
            assertThat(get(service, "/").statusCode()).isEqualTo(404);
        }
    }

    /** More clients than one address may have promise bodies and never send them. */
    @Test
    void whoTakesAllConnectionsOfTheApiDoesNotTakeThoseOfItsProbes() throws Exception {
        URI api = URI.create(suite.api().url());
        List<Socket> clients = new ArrayList<>();
        try {
            for (int i = 0; i < MANY; i++) {
                Socket socket = new Socket();
                clients.add(socket);
                socket.connect(new InetSocketAddress("127.0.0.1", api.getPort()), (int) LIMIT.toMillis());
                begin(socket);
            }
            for (int i = 0; i < 20; i++) {
                assertThat(get(suite.api(), "/q/health/live").statusCode()).isEqualTo(200);
                assertThat(get(suite.api(), "/q/health/ready").statusCode()).isEqualTo(200);
            }
        } finally {
            for (Socket socket : clients) {
                socket.close();
            }
        }
    }

    private static void begin(Socket socket) {
        try {
            socket.getOutputStream()
                    .write("POST /api/descriptions HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            // refused, because this address has as many as it may have
        }
    }
}
