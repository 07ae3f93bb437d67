package io.greenstack.api.description;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.greenstack.api.ApiTest;
import io.greenstack.api.Samples;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;

@ApiTest
class DecodeTest {

    private static JsonPath decode(int id, Map<String, Object> body) {
        return given().contentType(ContentType.JSON).body(body).post("/api/descriptions/" + id + "/decode").then()
                .statusCode(200).extract().jsonPath();
    }

    private static double value(JsonPath decoded, String key) {
        return decoded.getDouble("values.find { it.key == '" + key + "' }.value");
    }

    @Test
    void scaledValuesWithUnits() {
        int id = Samples.imported(Samples.simple(4001));
        for (Map<String, Object> body : List.<Map<String, Object>>of(Map.of("hex", "00EB023402"),
                Map.of("bytes", List.of(0, 0xEB, 2, 0x34, 2)), Map.of("base64", "AOsCNAI=", "direction", "in"))) {
            JsonPath decoded = decode(id, body);
            assertThat(value(decoded, "temperature")).isEqualTo(23.5);
            assertThat(value(decoded, "pressure")).isCloseTo(5.64, within(1e-12));
            assertThat(decoded.getString("values.find { it.key == 'temperature' }.unit")).isEqualTo("°C");
        }
    }

    @Test
    void conditionsChooseFrameAndUnit() {
        int id = Samples.imported(Samples.conditional(4002));
        assertThat(value(decode(id, Map.of("hex", "02A100D7")), "temperature")).isEqualTo(21.5);
        assertThat(value(decode(id, Map.of("hex", "02A100D7", "parameters", Map.of("V_Unit", 1))), "temperature"))
                .isCloseTo(70.7, within(1e-9));
        JsonPath special = decode(id, Map.of("hex", "FFFC7FF8"));
        assertThat(special.getString("values.find { it.key == 'level' }.status")).isEqualTo("no_data");
        assertThat(
                decode(id, Map.of("hex", "0007BF9D", "parameters", Map.of("V_Settings/1", 1))).getList("values.value"))
                .contains(123);
    }

    @Test
    void parametersThatTheDescriptionDoesNotHaveAreRefusedWithThoseItHas() {
        int id = Samples.imported(Samples.conditional(4077));
        for (String path : new String[]{"decode", "encode"}) {
            given().contentType(ContentType.JSON)
                    .body(Map.of("hex", "02A100D7", "values", Map.of("level", 1), "parameters", Map.of("V_Units", 1)))
                    .post("/api/descriptions/" + id + "/" + path).then().statusCode(400)
                    .body("detail", containsString("V_Settings/1, V_Unit"));
        }
    }

    @Test
    void octetsThatDoNotFitAreRefused() {
        int id = Samples.imported(Samples.simple(4003));
        given().contentType(ContentType.JSON).body(Map.of("hex", "00")).post("/api/descriptions/" + id + "/decode")
                .then()
                .statusCode(422).contentType("application/problem+json").body("code", equalTo("wrong-length"));
        for (Map<String, Object> body : List.<Map<String, Object>>of(Map.of(), Map.of("hex", "0g"),
                Map.of("hex", "00", "base64", "AA=="), Map.of("bytes", List.of(256)),
                Map.of("hex", "00", "direction", "up"))) {
            given().contentType(ContentType.JSON).body(body).post("/api/descriptions/" + id + "/decode").then()
                    .statusCode(400).body("code", equalTo("invalid-parameter"));
        }
        given().contentType(ContentType.JSON).body(Map.of("hex", "00")).post("/api/descriptions/999999/decode").then()
                .statusCode(404).body("code", equalTo("unknown-description"));
    }

    @Test
    void theLayoutIsServed() {
        int id = Samples.imported(Samples.simple(4004));
        given().get("/api/descriptions/" + id + "/process-data-layout").then().statusCode(200)
                .body("in[0].fields.key", hasItem("temperature")).header("ETag", notNullValue());
        given().get("/api/descriptions/" + id + "/findings").then().statusCode(200);
        given().get("/api/descriptions/" + id).then().statusCode(200).body("kind", equalTo("IODD"));
        given().get("/api/descriptions?kind=eds&vendor_id=65535").then().statusCode(200);
        given().get("/api/descriptions?kind=pdf").then().statusCode(400);
    }
}
