package io.greenstack.api.alarm;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.greenstack.api.ApiTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;

@ApiTest
class AlarmRuleResourceTest {

    /** Rules that hold for nobody, so that they are in nobody's way. */
    private static final String NOBODY = "{\"type\":\"device\",\"device_id\":\"nobody\"}";

    private final String name = "rule " + UUID.randomUUID();

    @Test
    void aRuleIsMadeReadReplacedAndDeleted() {
        String path = post("range", "{\"parameter\":\"temperature\",\"high\":80,\"dead_band\":2,\"on_delay\":\"5s\"}")
                .statusCode(201).header("Location", matchesPattern("/api/alarm-rules/\\d+"))
                .body("enabled", equalTo(true)).body("priority", equalTo("medium")).body("kind", equalTo("range"))
                .body("condition.high", equalTo(80f)).body("condition.low", nullValue())
                .body("scope.device_id", equalTo("nobody")).body("created_by", equalTo("local"))
                .body("standing", equalTo(0)).extract().header("Location");

        given().get(path).then().statusCode(200).body("name", equalTo(name));
        given().queryParam("size", 500).get("/api/alarm-rules").then().body("name", hasItem(name));
        given().queryParam("kind", "silence").queryParam("size", 500).get("/api/alarm-rules").then().body("name",
                not(hasItem(name)));
        given().contentType(ContentType.JSON)
                .body("{\"name\":\"" + name + "\",\"enabled\":false,\"kind\":\"range\",\"priority\":\"urgent\","
                        + "\"scope\":{\"type\":\"label\",\"label\":\"line=4\"},\"condition\":{\"described\":true},"
                        + "\"comment\":\"why\"}")
                .put(path).then().statusCode(200).body("enabled", equalTo(false)).body("priority", equalTo("urgent"))
                .body("scope.label", equalTo("line=4")).body("condition.described", equalTo(true))
                .body("condition.high", nullValue()).body("comment", equalTo("why"));
        given().queryParam("enabled", "true").queryParam("size", 500).get("/api/alarm-rules").then().body("name",
                not(hasItem(name)));

        given().delete(path).then().statusCode(204);
        given().get(path).then().statusCode(404).body("code", equalTo("unknown-alarm-rule"));
        given().delete(path).then().statusCode(404);
    }

    @Test
    void eachKindTakesWhatItLooksAt() {
        made("range", "{\"described\":true}");
        made("range", "{\"parameter\":\"p\",\"low\":0,\"high\":10,\"dead_band\":5}");
        made("rate", "{\"parameter\":\"p\",\"change\":5,\"over\":\"1m\"}");
        made("status", "{}");
        made("status", "{\"parameter\":\"p\",\"statuses\":[\"no_data\"],\"on_delay\":\"1m\",\"off_delay\":\"0s\"}");
        made("silence", "{\"over\":\"90s\"}");
        made("disconnected", "{\"on_delay\":\"30s\"}");
        made("dead_letters", "{\"count\":3,\"over\":\"1h\"}");
        made("dead_letters", null);
    }

    @Test
    void whatIsWrongIsNamed() {
        wrong("range", "{}", "condition.described");
        wrong("range", "{\"described\":true,\"high\":1}", "condition.described");
        wrong("range", "{\"high\":1}", "condition.parameter");
        wrong("range", "{\"parameter\":\"p\",\"low\":5,\"high\":1}", "condition.low");
        wrong("range", "{\"parameter\":\"p\",\"low\":0,\"high\":10,\"dead_band\":6}", "condition.dead_band");
        wrong("range", "{\"parameter\":\"p\",\"high\":10,\"dead_band\":-1}", "condition.dead_band");
        wrong("range", "{\"parameter\":\" \",\"high\":10}", "condition.parameter");
        wrong("range", "{\"parameter\":\"p\",\"high\":10,\"over\":\"1m\"}", "condition.over");
        wrong("rate", "{\"parameter\":\"p\",\"over\":\"1m\"}", "condition.change");
        wrong("rate", "{\"parameter\":\"p\",\"change\":5}", "condition.over");
        wrong("rate", "{\"change\":5,\"over\":\"1m\"}", "condition.parameter");
        wrong("status", "{\"statuses\":[\"\"]}", "condition.statuses");
        wrong("silence", "{}", "condition.over");
        wrong("silence", "{\"over\":\"1s\"}", "condition.over");
        wrong("silence", "{\"over\":\"1m\",\"parameter\":\"p\"}", "condition.parameter");
        wrong("disconnected", "{\"on_delay\":\"48h\"}", "condition.on_delay");
        wrong("dead_letters", "{\"count\":0}", "condition.count");
        post("dance", "{}").statusCode(400);
        post("status", "{}", "{\"type\":\"device\"}").statusCode(400).body("errors[0].field",
                equalTo("scope.device_id"));
        post("status", "{}", "{\"type\":\"label\",\"label\":\"=x\"}").statusCode(400).body("errors[0].field",
                equalTo("scope.label"));
        post("status", "{}", "{\"type\":\"description\"}").statusCode(400).body("errors[0].field",
                equalTo("scope.description_id"));
        post("status", "{}", "{}").statusCode(400).body("errors[0].field", equalTo("scope.type"));
    }

    @Test
    void aRuleKeepsItsKind() {
        String path = made("status", "{}");
        given().contentType(ContentType.JSON).body("{\"name\":\"x\",\"kind\":\"silence\",\"condition\":{\"over\":"
                + "\"1m\"}}").put(path).then().statusCode(400).body("detail", containsString("it is status"));
        given().contentType(ContentType.JSON).body("{\"name\":\"x\",\"kind\":\"status\"}")
                .put("/api/alarm-rules/999999999").then().statusCode(404);
    }

    private void wrong(String kind, String condition, String field) {
        post(kind, condition).statusCode(400).body("code", equalTo("invalid-parameter")).body("errors[0].field",
                equalTo(field));
    }

    private String made(String kind, String condition) {
        return post(kind, condition).statusCode(201).extract().header("Location");
    }

    private ValidatableResponse post(String kind, String condition) {
        return post(kind, condition, NOBODY);
    }

    private ValidatableResponse post(String kind, String condition, String scope) {
        return given().contentType(ContentType.JSON).body("{\"name\":\"" + name + "\",\"kind\":\"" + kind
                + "\",\"scope\":" + scope + ",\"condition\":" + condition + "}").post("/api/alarm-rules").then();
    }
}
