package io.greenstack.api.twin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.greenstack.api.ApiTest;
import io.greenstack.api.RawHttp;
import io.quarkus.redis.datasource.RedisDataSource;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

@ApiTest
class TwinResourceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Inject
    RedisDataSource redis;

    private static void register(String id) {
        given().contentType(ContentType.JSON).body(Map.of("device_id", id)).post("/api/devices/register").then()
                .statusCode(201);
    }

    private static RequestSpecification json(String body) {
        return given().contentType(ContentType.JSON).body(body.replace('\'', '"'));
    }

    private static String shadow(String id) {
        return "/api/devices/" + id + "/shadow";
    }

    private static ValidatableResponse report(String id, String payload) {
        return json("{'reports':[{'device_id':'" + id + "','timestamp':1764000000000,'payload':" + payload + "}]}")
                .post("/api/shadows/reports").then().statusCode(200);
    }

    @Test
    void aTwinThatNobodyWroteToIsEmptyAndHasVersion0() {
        register("twin-new");
        given().get(shadow("twin-new")).then().statusCode(200).header("ETag", "\"0\"").body("version", equalTo(0))
                .body("desired", anEmptyMap()).body("reported", anEmptyMap()).body("delta", anEmptyMap());
        given().get(shadow("twin-nobody")).then().statusCode(404).body("code", equalTo("unknown-device"));
        json("{'a':1}").patch(shadow("twin-nobody") + "/desired").then().statusCode(404);
    }

    private static String item(String id, long time, String rest) {
        return "{'device_id':'" + id + "','timestamp':" + (1764000000000L + time) + ",'time_source':'ARRIVAL'," + rest
                + "}";
    }

    @Test
    void aReplayedReportReplacesNothingThatWasReportedAfterIt() {
        register("twin-replay");
        String tooDeep = "{'b':5,'a':" + "{'x':".repeat(40) + "1" + "}".repeat(40) + "}";
        json("{'reports':[" + item("twin-replay", 0, "'payload':{'a':1,'b':1,'gone':1}") + ','
                + item("twin-replay", 10, "'payload':" + tooDeep) + ','
                + item("twin-replay", 20, "'payload':{'a':1,'gone':null}") + "]}").post("/api/shadows/reports").then()
                .statusCode(200).body("results.status", contains("applied", "rejected", "applied"));
        given().get(shadow("twin-replay")).then().body("version", equalTo(2)).body("reported.a", equalTo(1))
                .body("metadata.reported.'/a'.timestamp", equalTo(1764000000020L));

        String replay = "{'reports':["
                + item("twin-replay", 10, "'replayed':true,'payload':{'a':5,'b':5,'gone':5}") + "]}";
        json(replay).post("/api/shadows/reports").then().body("results.status", contains("applied"));
        json(replay).post("/api/shadows/reports").then().body("results.status", contains("unchanged"));

        given().get(shadow("twin-replay")).then().body("version", equalTo(3)).body("reported.a", equalTo(1))
                .body("reported.b", equalTo(5)).body("reported.gone", nullValue());
    }

    @Test
    void aWishIsFulfilledByTheReportOfTheDevice() {
        register("twin-1");
        json("{'interval':10,'led':{'on':true,'colour':[1,2,3]},'mode':null}").patch(shadow("twin-1") + "/desired")
                .then().statusCode(200).header("ETag", "\"1\"").body("delta.interval", equalTo(10))
                .body("desired.led.colour", contains(1, 2, 3))
                .body("metadata.desired.'/led/on'.version", equalTo(1))
                .body("metadata.desired.'/led/on'.timestamp", greaterThan(1_700_000_000_000L))
                .body("metadata.desired.'/led/on'.source", containsString("user:"));

        report("twin-1", "{'interval':10.0,'led':{'on':true},'fw':'1.2'}").body("results.status", contains("applied"));

        given().get(shadow("twin-1")).then().body("version", equalTo(2)).body("desired.interval", nullValue())
                .body("delta.led.colour", contains(1, 2, 3)).body("delta.interval", nullValue())
                .body("reported.fw", equalTo("1.2")).body("metadata.reported.'/fw'.source", equalTo("device"))
                .body("metadata.reported.'/fw'.timestamp", equalTo(1764000000000L));
        given().get(shadow("twin-1") + "/desired").then().body("led.colour", contains(1, 2, 3));
        given().get(shadow("twin-1") + "/reported").then().body("interval", equalTo(10.0f));
        given().get(shadow("twin-1") + "/delta").then().header("ETag", "\"2\"").body("size()", equalTo(1));
        report("twin-1", "{'interval':10,'fw':'1.2'}").body("results.status", contains("unchanged"));
        given().header("If-None-Match", "\"2\"").get(shadow("twin-1")).then().statusCode(304);
        given().get(shadow("twin-1") + "/history").then().header("X-Total-Count", "2").body("version", contains(2, 1))
                .body("source", contains(equalTo("device"), containsString("user:")))
                .body("[0].patch.reported.fw", equalTo("1.2")).body("[1].patch.desired.interval", equalTo(10));
    }

    @Test
    void aRejectionIsShownUntilSomethingElseIsWanted() {
        register("twin-2");
        json("{'desired':{'limit':900}}").patch(shadow("twin-2")).then().statusCode(200);
        report("twin-2", "{'rejected':{'limit':{'reason':'above 800','code':'0x8031'}},'version':1}");
        given().get(shadow("twin-2")).then().body("delta", anEmptyMap()).body("desired.limit", equalTo(900))
                .body("rejected.'/limit'.reason", equalTo("above 800"))
                .body("rejected.'/limit'.code", equalTo("0x8031"));
        given().contentType("application/merge-patch+json").body("{\"desired\":{\"limit\":700}}")
                .patch(shadow("twin-2")).then().statusCode(200).body("rejected", anEmptyMap())
                .body("delta.limit", equalTo(700));
    }

    @Test
    void ifMatchRefusesAWriteThatDoesNotKnowTheLatest() {
        register("twin-3");
        json("{'a':1}").header("If-Match", "\"0\"").put(shadow("twin-3") + "/desired").then().statusCode(200);
        json("{'a':2}").header("If-Match", "\"0\"").put(shadow("twin-3") + "/desired").then().statusCode(412)
                .contentType("application/problem+json").body("code", equalTo("version-conflict"))
                .body("detail", containsString("version 1"));
        json("{'a':2}").header("If-Match", "\"7\", W/\"1\"").patch(shadow("twin-3") + "/desired").then()
                .statusCode(200);
        json("{'a':3}").header("If-Match", "*").patch(shadow("twin-3") + "/desired").then().statusCode(200);
        json("{'a':3}").header("If-Match", "soon").patch(shadow("twin-3") + "/desired").then().statusCode(400);
        given().header("If-Match", "\"1\"").delete(shadow("twin-3")).then().statusCode(412);
        given().get(shadow("twin-3")).then().body("version", equalTo(3)).body("desired.a", equalTo(3));
    }

    @Test
    void putReplacesAndLeavesAloneWhatIsTheSame() {
        register("twin-4");
        json("{'desired':{'a':1,'b':{'c':1,'d':2}},'reported':{'x':1}}").put(shadow("twin-4")).then().statusCode(200);
        json("{'b':{'c':1},'e':[1]}").put(shadow("twin-4") + "/desired").then().statusCode(200)
                .body("desired", equalTo(Map.of("b", Map.of("c", 1), "e", java.util.List.of(1))))
                .body("metadata.desired.'/b/c'.version", equalTo(2)).body("metadata.desired.'/e'.version", equalTo(3))
                .body("reported.x", equalTo(1));
        given().delete(shadow("twin-4") + "/desired").then().statusCode(200).body("desired", anEmptyMap());
        json("{'y':2}").patch(shadow("twin-4") + "/reported").then().statusCode(200)
                .body("metadata.reported.'/y'.source", containsString("user:"));
        given().delete(shadow("twin-4") + "/reported").then().statusCode(200).body("reported", anEmptyMap());
    }

    @Test
    void deletingIsExplicitAndTheVersionNeverGoesBack() {
        register("twin-5");
        json("{'a':1}").patch(shadow("twin-5") + "/desired").then().statusCode(200);
        given().delete(shadow("twin-5")).then().statusCode(204);
        given().get(shadow("twin-5")).then().statusCode(200).body("version", equalTo(2)).body("desired", anEmptyMap());
        given().get(shadow("twin-5") + "/history").then().body("[0].patch.desired", nullValue())
                .body("[0].version", equalTo(2));
        json("{'a':1}").patch(shadow("twin-5") + "/desired").then().body("version", equalTo(3));
        given().delete("/api/devices/twin-5").then().statusCode(204);
        given().get(shadow("twin-5")).then().statusCode(404);
        register("twin-5");
        given().get(shadow("twin-5")).then().body("version", equalTo(4)).body("desired", anEmptyMap());
    }

    @Test
    void badBodiesAreRefusedWithTheirPlace() {
        register("twin-6");
        for (String body : new String[]{"[]", "7", "'x'", "{'other':{}}", "{'desired':7}", "{'desired':null}",
                "null"}) {
            json(body).patch(shadow("twin-6")).then().statusCode(400).contentType("application/problem+json");
        }
        String deep = "{'a':".repeat(9) + "1" + "}".repeat(9);
        json(deep).patch(shadow("twin-6") + "/desired").then().statusCode(422).body("code", equalTo("too-deep"))
                .body("errors[0].field", equalTo("/a/a/a/a/a/a/a/a"));
        json("{'a':'" + "x".repeat(66_000) + "'}").patch(shadow("twin-6") + "/desired").then().statusCode(413)
                .body("code", equalTo("payload-too-large")).body("errors[0].field", equalTo("desired"));
        json("{'a':1e999}").patch(shadow("twin-6") + "/desired").then().statusCode(422)
                .body("errors[0].field", equalTo("/a"));
        given().get(shadow("twin-6")).then().body("version", equalTo(0));
    }

    @Test
    void aChangeWithMoreThanATwinCanHoldIsNotEvenRead() {
        register("twin-large");
        StringBuilder patch = new StringBuilder("{\"a\":1");
        for (int i = 0; i < 100_000; i++) {
            patch.append(",\"key").append(i).append("\":").append(i);
        }
        byte[] body = patch.append('}').toString().getBytes(StandardCharsets.US_ASCII);
        for (String half : new String[]{"", "/desired", "/reported"}) {
            given().contentType("application/merge-patch+json").body(body).patch(shadow("twin-large") + half).then()
                    .statusCode(413).body("code", equalTo("payload-too-large"))
                    .body("detail", containsString("262144 octets"));
            HttpResponse<String> answer = RawHttp.chunked("PATCH", shadow("twin-large") + half, "application/json",
                    body);
            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.body()).contains("262144 octets");
        }
    }

    @Test
    void aBatchKeepsTheOrderOfEachDeviceAndABadReportCostsOnlyItself() {
        String deep = "{'a':".repeat(9) + "1" + "}".repeat(9);
        json("{'reports':[{'device_id':'batch-2','payload':{'n':1}},{'device_id':'batch-1','payload':{'n':1}},"
                + "{'device_id':'batch-2','payload':" + deep + "},{'device_id':'batch-2','payload':{'n':2}},"
                + "{'device_id':'no/id','payload':{'n':1}},"
                + "{'device_id':'batch-1','payload':{'rejected':{'x':1}}}]}").post("/api/shadows/reports").then()
                .statusCode(200)
                .body("results.status",
                        contains("applied", "applied", "rejected", "applied", "rejected", "rejected"))
                .body("results.code", contains(null, null, "too-deep", null, "bad-device-id", "bad-report"));
        given().get(shadow("batch-2")).then().statusCode(200).body("reported.n", equalTo(2)).body("version",
                equalTo(2));
        json("{'reports':[]}").post("/api/shadows/reports").then().statusCode(400);
    }

    @Test
    void aReportMayComeBeforeTheRegistration() {
        report("twin-early", "{'n':1}").body("results.status", contains("applied"));
        register("twin-early");
        given().get(shadow("twin-early")).then().body("reported.n", equalTo(1));
    }

    @Test
    void theHistoryIsBounded() {
        StringBuilder reports = new StringBuilder();
        for (int i = 1; i <= 250; i++) {
            reports.append(i == 1 ? "" : ",").append("{'device_id':'twin-7','payload':{'n':").append(i).append("}}");
        }
        json("{'reports':[" + reports + "]}").post("/api/shadows/reports").then().statusCode(200);
        given().get(shadow("twin-7") + "/history?size=100").then().header("X-Total-Count", "100")
                .body("", hasSize(100)).body("[0].version", equalTo(250)).body("[99].version", equalTo(151))
                .body("[99].patch.reported.n", equalTo(151));
    }

    @Test
    void redisHasACopyBesideWhatTheBridgeKeepsThere() {
        register("twin-8");
        redis.hash(String.class).hset("device:shadow:twin-8", Map.of("connection_state", "connected"));
        json("{'desired':{'a':1},'reported':{'b':2}}").patch(shadow("twin-8")).then().statusCode(200);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(redis.hash(String.class)
                .hgetall("device:shadow:twin-8")).containsEntry("desired", "{\"a\":1}")
                .containsEntry("reported", "{\"b\":2}").containsEntry("delta", "{\"a\":1}")
                .containsEntry("version", "2").containsEntry("desired_version", "2").containsEntry("delta_version", "2")
                .containsEntry("connection_state", "connected"));
        redis.hash(String.class).hset("device:shadow:twin-8", Map.of("version", "100"));
        json("{'a':2}").patch(shadow("twin-8") + "/desired").then().statusCode(200);
        given().delete(shadow("twin-8")).then().statusCode(204);
        json("{'x':2}").patch(shadow("twin-8") + "/desired").then().statusCode(200);
        assertThat(redis.hash(String.class).hget("device:shadow:twin-8", "desired")).isEqualTo("{\"a\":1}");
    }
}
