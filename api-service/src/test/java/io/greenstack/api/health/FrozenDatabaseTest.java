package io.greenstack.api.health;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.oneOf;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.greenstack.api.ApiTest;
import io.greenstack.localstack.testing.TestServers;
import io.restassured.RestAssured;

/** PostgreSQL stands still (SIGSTOP): it keeps its connections and answers nothing. */
@ApiTest
class FrozenDatabaseTest {

    private static final Logger LOG = Logger.getLogger(FrozenDatabaseTest.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** What has not answered by then waits for the database. */
    private static final Duration HANGS = Duration.ofSeconds(5);
    private static final int READS = 24;
    private static final int WRITES = 8;

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @AfterEach
    void goOn() {
        TestServers.postgres().thaw();
        await().atMost(PATIENCE).untilAsserted(() -> given().get("/api/health/ready").then().statusCode(200));
    }

    private static HttpRequest.Builder request(String path, Duration limit) {
        return HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ':' + RestAssured.port + path)).timeout(limit);
    }

    private CompletableFuture<HttpResponse<String>> send(HttpRequest.Builder request) {
        return client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder registration(int number) {
        return request("/api/devices/register", PATIENCE).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"device_id\":\"frozen-" + number + "\"}"));
    }

    @Test
    void readsAndWritesAreRefusedInTimeProbesGoOnAndThenEverything() throws Exception {
        given().get("/api/devices").then().statusCode(200);
        TestServers.postgres().freeze();

        List<CompletableFuture<HttpResponse<String>>> asked = new ArrayList<>();
        for (int i = 0; i < READS; i++) {
            asked.add(send(request("/api/devices?page=" + (i + 1), PATIENCE)));
        }
        for (int i = 0; i < WRITES; i++) {
            asked.add(send(registration(i)));
        }
        CompletableFuture<Void> all = CompletableFuture.allOf(asked.toArray(CompletableFuture[]::new));
        Duration slowest = Duration.ZERO;
        boolean unready = false;
        while (!all.isDone()) {
            for (String path : List.of("/q/health/live", "/q/health/ready", "/api/health", "/api/health/ready",
                    "/q/metrics")) {
                long begin = System.nanoTime();
                HttpResponse<String> answer = send(request(path, HANGS)).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
                Duration took = Duration.ofNanos(System.nanoTime() - begin);
                slowest = took.compareTo(slowest) > 0 ? took : slowest;
                assertThat(answer.statusCode()).as(path).isIn(path.contains("live") || path.contains("metrics")
                        ? List.of(200)
                        : List.of(200, 503));
                unready |= path.equals("/q/health/ready") && answer.statusCode() == 503;
            }
        }
        LOG.infof("MEASURED slowest health or metrics while PostgreSQL stands still: %d ms", slowest.toMillis());
        assertThat(unready).as("readiness says that the database is away").isTrue();
        for (CompletableFuture<HttpResponse<String>> one : asked) {
            assertThat(one.get().statusCode()).as(one.get().body()).isIn(503, 504);
            assertThat(one.get().headers().firstValue("Content-Type")).hasValue("application/problem+json");
        }

        TestServers.postgres().thaw();
        await().atMost(PATIENCE).untilAsserted(() -> given().get("/q/health/ready").then().statusCode(200));
        await().atMost(PATIENCE).untilAsserted(() -> given().get("/api/devices").then().statusCode(200));
        for (int i = 0; i < WRITES; i++) {
            assertThat(send(registration(i)).get(PATIENCE.toSeconds(), TimeUnit.SECONDS).statusCode()).isIn(200, 201);
            given().get("/api/devices/frozen-" + i).then().statusCode(200).body("device_id",
                    equalTo("frozen-" + i));
        }
        given().get("/api/health").then().statusCode(oneOf(200)).body("database", equalTo("connected"));
    }
}
