package io.greenstack.api.mapping;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.greenstack.api.ApiTest;
import io.greenstack.platform.redis.RedisKeys;
import io.greenstack.platform.redis.RedisPipeline;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;

@ApiTest
class MappingResourceTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    @Inject
    RedisPipeline redis;

    private final String name = "m " + UUID.randomUUID();

    @Test
    void aMappingIsMadeReadReplacedAndDeleted() {
        String path = post(mapping(Map.of("values", "{'t': t}"))).statusCode(201)
                .header("Location", matchesPattern("/api/mappings/\\d+")).body("version", equalTo(1))
                .body("enabled", equalTo(true)).body("format", equalTo("json")).body("topics", equalTo(List.of("x/+")))
                .body("updated_by", equalTo("local")).extract().header("Location");
        String id = path.substring(path.lastIndexOf('/') + 1);
        await().atMost(LIMIT).untilAsserted(() -> assertThat(published(id)).contains("{'t': t}"));

        given().get(path).then().statusCode(200).body("device", equalTo("$levels[1]"));
        given().queryParam("size", 500).get("/api/mappings").then().body("name", hasItem(name));
        put(path + "?version=1", mapping(Map.of("values", "{'u': u}"))).statusCode(200).body("version", equalTo(2));
        put(path + "?version=1", mapping(Map.of("values", "{}"))).statusCode(409).body("code",
                equalTo("mapping-changed"));
        await().atMost(LIMIT).untilAsserted(() -> assertThat(published(id)).contains("{'u': u}"));
        given().get(path + "/versions").then().statusCode(200).body("version", equalTo(List.of(2, 1)))
                .body("[1].values", equalTo("{'t': t}"));
        put(path, mapping(Map.of("values", "{'u': u}", "enabled", false))).statusCode(200);
        await().atMost(LIMIT).untilAsserted(() -> assertThat(published(id)).isNull());

        given().delete(path).then().statusCode(204);
        given().get(path).then().statusCode(404).body("code", equalTo("unknown-mapping"));
    }

    @Test
    void whatRedisLosesComesBack() {
        String path = post(mapping(Map.of("values", "{'t': t}"))).statusCode(201).extract().header("Location");
        String id = path.substring(path.lastIndexOf('/') + 1);
        await().atMost(LIMIT).untilAsserted(() -> assertThat(published(id)).isNotNull());

        redis.send(Request.cmd(Command.DEL).arg(RedisKeys.MAPPINGS).arg(RedisKeys.MAPPINGS_VERSION)).await()
                .atMost(LIMIT);

        await().atMost(LIMIT).untilAsserted(() -> assertThat(published(id)).isNotNull());
        given().delete(path).then().statusCode(204);
    }

    @Test
    void whatCannotBeAppliedIsNotStoredAndTheErrorHasAPlace() {
        post(mapping(Map.of("values", "{'t': }"))).statusCode(400).body("code", equalTo("invalid-mapping"))
                .body("errors[0].field", startsWith("values:"));
        post(mapping(Map.of())).statusCode(400).body("errors[0].field", equalTo("values"));
        post(mapping(Map.of("values", "{}", "topics", List.of("devices/#")))).statusCode(400)
                .body("errors[0].field", equalTo("topics")).body("detail", containsString("devices/any/"));
        post(mapping(Map.of("values", "{}", "topics", List.of("#")))).statusCode(400);
        post(mapping(Map.of("values", "{}", "topics", List.of("$SYS/#")))).statusCode(400);
        post(mapping(Map.of("values", "{}", "topics", List.of()))).statusCode(400);
        post(mapping(Map.of("values", "{}", "zone", "Mars/North"))).statusCode(400).body("errors[0].field",
                equalTo("zone"));
        post(mapping(Map.of("values", "x".repeat(9_000)))).statusCode(400);
    }

    @Test
    void aNameIsThereOnce() {
        String path = post(mapping(Map.of("values", "{}"))).statusCode(201).extract().header("Location");
        post(mapping(Map.of("values", "{}"))).statusCode(409).body("code", equalTo("mapping-exists"));
        put(path, mapping(Map.of("values", "{}"))).statusCode(200);
        given().delete(path).then().statusCode(204);
    }

    @Test
    void aTryAnswersWhatWouldComeOutAndWhatIsWrong() {
        trial(mapping(Map.of("values", "{'t': {'value': t, 'unit': 'C'}, 'o': o}", "time", "ts")), "x/dev",
                Map.of("t", 21.5, "o", Map.of(), "ts", 1_700_000_000_000L)).statusCode(200)
                .body("matches", equalTo(true)).body("items", hasSize(1)).body("items[0].device_id", equalTo("dev"))
                .body("items[0].values[0].parameter", equalTo("t")).body("items[0].values[0].value", equalTo(21.5f))
                .body("items[0].values[0].unit", equalTo("C"))
                .body("items[0].values[0].timestamp", equalTo("2023-11-14T22:13:20Z"))
                .body("errors[0].code", equalTo("nested-value"));
        trial(mapping(Map.of("values", "{'t': $number(t)}")), "y/dev", Map.of("t", "warm")).statusCode(200)
                .body("matches", equalTo(false)).body("items", empty())
                .body("errors[0].code", equalTo("mapping-failed"));
        trial(mapping(Map.of("values", "{'t': }")), "x/dev", Map.of()).statusCode(200)
                .body("errors[0].field", startsWith("values:"));
        trial(mapping(Map.of("values", "{'t': $number($)}", "format", "text")), "x/dev", "21.5").statusCode(200)
                .body("items[0].values[0].value", equalTo(21.5f));
        trial(mapping(Map.of("values", "{}")), "x/dev", "no json").statusCode(200).body("errors[0].code",
                equalTo("not-json"));
    }

    @Test
    void readyOnesCanBePostedAsTheyAre() {
        Response ready = given().get("/api/mappings/ready");
        ready.then().statusCode(200).body("name", hasItem("zigbee2mqtt"));
        List<Map<String, Object>> all = ready.jsonPath().getList("$");
        assertThat(all).hasSizeGreaterThanOrEqualTo(12);
        for (Map<String, Object> one : all) {
            Map<String, Object> mapping = new TreeMap<>(one);
            mapping.put("name", name + " " + one.get("name"));
            mapping.put("enabled", false);
            given().delete(post(mapping).statusCode(201).extract().header("Location")).then().statusCode(204);
        }
    }

    private Map<String, Object> mapping(Map<String, Object> members) {
        Map<String, Object> mapping = new TreeMap<>(
                Map.of("name", name, "topics", List.of("x/+"), "device", "$levels[1]"));
        mapping.putAll(members);
        return mapping;
    }

    private static ValidatableResponse post(Map<String, Object> mapping) {
        return given().contentType(ContentType.JSON).body(mapping).post("/api/mappings").then();
    }

    private static ValidatableResponse put(String path, Map<String, Object> mapping) {
        return given().contentType(ContentType.JSON).body(mapping).put(path).then();
    }

    private static ValidatableResponse trial(Map<String, Object> mapping, String topic, Object message) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("mapping", mapping, "topic", topic, "message", message)).post("/api/mappings/try").then();
    }

    private String published(String id) {
        io.vertx.redis.client.Response document = redis
                .send(Request.cmd(Command.HGET).arg(RedisKeys.MAPPINGS).arg(id)).await().atMost(LIMIT);
        return document == null ? null : document.toString();
    }
}
