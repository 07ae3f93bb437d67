package io.greenstack.api.health;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.agroal.api.AgroalDataSource;
import io.greenstack.api.ApiTest;
import io.quarkus.redis.datasource.RedisDataSource;
import io.restassured.RestAssured;

/** A part that hangs slows only what needs it, with more requests for it than there are worker threads. */
@ApiTest
class BulkheadsTest {

    private static final int REQUESTS = 120;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Inject
    AgroalDataSource database;
    @Inject
    RedisDataSource redis;

    private final List<Connection> held = new ArrayList<>();

    @AfterEach
    void everythingIsBack() throws SQLException {
        for (Connection connection : held) {
            connection.close();
        }
        await().atMost(PATIENCE).untilAsserted(() -> given().get("/api/health").then().statusCode(200));
        given().post("/api/breakers/redis/reset").then().statusCode(200);
    }

    @Test
    void aBusyPoolLeavesWhatRedisAnswers() throws SQLException {
        for (int i = 0; i < 20; i++) {
            held.add(database.getConnection());
        }
        List<CompletableFuture<HttpResponse<String>>> waiting = flood("/api/iodd");

        given().get("/api/dead-letters/summary").then().statusCode(200);
        given().get("/api/breakers").then().statusCode(200);
        given().get("/api/health/live").then().statusCode(200);
        assertRefused(waiting, "overloaded", "database-unavailable");
    }

    @Test
    void aRedisThatStandsStillLeavesTheCatalog() {
        redis.execute("CLIENT", "PAUSE", "6000", "ALL");
        List<CompletableFuture<HttpResponse<String>>> waiting = flood("/api/devices/bulk-head/telemetry/latest");

        given().get("/api/iodd").then().statusCode(200);
        given().get("/api/devices").then().statusCode(200);
        given().get("/api/health/live").then().statusCode(200);
        assertRefused(waiting, "overloaded", "live-data-unavailable", "dependency-unavailable");
    }

    private static List<CompletableFuture<HttpResponse<String>>> flood(String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RestAssured.port + path))
                .timeout(PATIENCE).build();
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        for (int i = 0; i < REQUESTS; i++) {
            answers.add(CLIENT.sendAsync(request, HttpResponse.BodyHandlers.ofString()));
        }
        return answers;
    }

    private static void assertRefused(List<CompletableFuture<HttpResponse<String>>> answers, String... codes) {
        assertThat(answers).allSatisfy(each -> {
            HttpResponse<String> answer = each.join();
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(answer.body()).containsAnyOf(codes);
        });
        assertThat(answers).anySatisfy(each -> assertThat(each.join().body()).contains("\"code\":\"overloaded\""));
    }
}
