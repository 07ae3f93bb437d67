package io.greenstack.api.cache;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.greenstack.api.ApiTest;
import io.greenstack.api.Samples;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;

/** What comes out of Redis is what was read. */
@ApiTest
@TestProfile(CachedAnswersTest.InRedisOnly.class)
class CachedAnswersTest {

    @Inject
    CacheGate gate;

    /** Nothing is kept in memory, and little in Redis. */
    public static class InRedisOnly implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("greenstack.cache.local-size", "0", "greenstack.cache.max-size", "300K");
        }
    }

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
    void redisHoldsNoMoreThanItMay() {
        int before = given().get("/api/cache/stats").path("namespaces.description-lists.evictions");
        for (int page = 1; page <= 1200; page++) {
            given().get("/api/descriptions?page=" + page).then().statusCode(200);
        }
        Response stats = given().get("/api/cache/stats");
        assertThat((int) stats.path("cache.bytes")).isBetween(1, 300 * 1024);
        assertThat((int) stats.path("namespaces.description-lists.evictions")).isGreaterThan(before);
    }
}
