package io.greenstack.api.cache;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.greenstack.api.ApiTest;
import io.greenstack.api.Samples;
import io.greenstack.api.SmallBounds;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;

/** What comes out of Redis is what was read. */
@ApiTest
@TestProfile(SmallBounds.class)
class CachedAnswersTest {

    @Inject
    CacheGate gate;

    @BeforeEach
    void theGateIsOpen() {
        await().atMost(Duration.ofSeconds(30)).until(gate::isOpen);
    }

    private static double hits() {
        Map<String, Map<String, Number>> namespaces = given().get("/api/cache/stats").path("namespaces");
        return namespaces.values().stream().mapToDouble(one -> one.get("hits").doubleValue()).sum();
    }

    @Test
    void everyAnswerIsTheSameOutOfTheCache() {
        int iodd = Samples.imported(Samples.everything(3911));
        int eds = given().multiPart("file", "thing.eds", Samples.eds("").getBytes()).post("/api/eds/upload").then()
                .extract().path("eds_id");
        given().contentType(ContentType.JSON)
                .body(Map.of("device_id", "cache-answers", "iolink", Map.of("vendor_id", 65535, "device_id", 3911),
                        "plant", Map.of("hall", 7)))
                .post("/api/devices/register");
        for (String path : List.of("/api/descriptions", "/api/descriptions/" + iodd,
                "/api/descriptions/" + iodd + "/findings", "/api/descriptions/" + iodd + "/process-data-layout",
                "/api/iodd", "/api/iodd?lang=de", "/api/iodd/" + iodd, "/api/iodd/" + iodd + "?lang=de",
                "/api/iodd/" + iodd + "/menus", "/api/iodd/" + iodd + "/model", "/api/iodd/" + iodd + "/assets",
                "/api/iodd/" + iodd + "/xml", "/api/eds", "/api/eds/grouped/by-device", "/api/eds/" + eds,
                "/api/eds/" + eds + "/file", "/api/devices", "/api/devices/cache-answers", "/api/stats")) {
            Response first = given().accept("*/*").get(path);
            double before = hits();
            Response second = given().accept("*/*").get(path);
            assertThat(first.statusCode()).as(path).isEqualTo(200);
            assertThat(second.asByteArray()).as(path).isEqualTo(first.asByteArray());
            assertThat(second.header("ETag")).as(path).isEqualTo(first.header("ETag"));
            assertThat(hits()).as("hits of %s", path).isGreaterThan(before);
        }
    }

    @Test
    void redisHoldsNoMoreThanItMay() throws IOException, InterruptedException {
        int before = given().get("/api/cache/stats").path("namespaces.description-lists.evictions");
        HttpClient client = HttpClient.newHttpClient();
        for (int page = 1; page <= 1200; page++) {
            HttpRequest request = HttpRequest
                    .newBuilder(URI.create("http://127.0.0.1:" + RestAssured.port + "/api/descriptions?page=" + page))
                    .build();
            assertThat(client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode()).isEqualTo(200);
        }
        Response stats = given().get("/api/cache/stats");
        assertThat((int) stats.path("cache.bytes")).isBetween(1, 300 * 1024);
        assertThat((int) stats.path("namespaces.description-lists.evictions")).isGreaterThan(before);
    }
}
