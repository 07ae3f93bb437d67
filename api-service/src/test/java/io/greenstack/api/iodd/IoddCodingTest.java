package io.greenstack.api.iodd;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import org.junit.jupiter.api.Test;

import io.greenstack.api.ApiTest;
import io.greenstack.api.Samples;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;

/** Coding and checking of values over HTTP. */
@ApiTest
class IoddCodingTest {

    private static int id;

    private static ValidatableResponse post(String path, String body) {
        if (id == 0) {
            id = Samples.imported(Samples.everything(4811));
        }
        return given().contentType(ContentType.JSON).body(body).post(path.replace("{id}", Integer.toString(id)))
                .then();
    }

    @Test
    void processDataIsEncodedUnderBothPaths() {
        for (String base : new String[]{"/api/iodd/{id}", "/api/descriptions/{id}"}) {
            post(base + "/encode", "{\"values\":{\"speed\":9,\"run\":true}}").statusCode(200)
                    .body("hex", equalTo("91")).body("direction", equalTo("out")).body("bytes", contains(0x91))
                    .body("values.find { it.key == 'speed' }.value", equalTo(9));
            post(base + "/encode", "{\"direction\":\"in\",\"values\":{\"level\":15.5}}").statusCode(200)
                    .body("hex", equalTo("3300"));
            post(base + "/decode", "{\"hex\":\"33 01\"}").statusCode(200)
                    .body("values.find { it.key == 'level' }.value", equalTo(15.5f));
            post(base + "/encode", "{\"values\":{\"speed\":16}}").statusCode(422)
                    .body("code", equalTo("value-out-of-range")).body("errors[0].field", equalTo("speed"));
            post(base + "/encode", "{\"values\":{\"colour\":1}}").statusCode(422).body("code",
                    equalTo("unknown-field"));
            post(base + "/encode", "{\"values\":{\"speed\":null}}").statusCode(400);
            post(base + "/encode", "{}").statusCode(400);
        }
        post("/api/iodd/999999999/encode", "{\"values\":{}}").statusCode(404);
    }

    @Test
    void parametersAreEncodedAndDecoded() {
        String limits = "/api/iodd/{id}/parameters/80/";
        post(limits + "encode", "{\"value\":{\"1\":-2,\"2\":50}}").statusCode(200).body("hex", equalTo("FFFE32"))
                .body("variable_id", equalTo("V_Limits")).body("items.name", contains("Limit", "Level"));
        post(limits + "encode", "{\"value\":{\"1\":25.5},\"scaled\":true}").statusCode(200)
                .body("hex", equalTo("00FF32")).body("items[0].scaled_value", equalTo(25.5f))
                .body("items[0].unit", equalTo("°C"));
        post(limits + "encode", "{\"value\":{\"2\":7},\"base\":\"0102FF\"}").body("hex", equalTo("010207"));
        post("/api/iodd/{id}/parameters/V_Limits/encode?subindex=1", "{\"value\":-2}").body("hex", equalTo("FFFE"));
        post("/api/iodd/{id}/parameters/V_Limits/decode", "{\"hex\":\"00FAFF\"}").statusCode(200)
                .body("value.'1'", equalTo(250)).body("items[1].label", equalTo("None"))
                .body("items[1].special", is(true));
        post("/api/iodd/{id}/parameters/Tag/encode", "{\"value\":\"Hé\"}").body("base64", equalTo("SMOp"));
        post("/api/iodd/{id}/parameters/V_Tag/decode", "{\"bytes\":[72,105,0,0]}").body("value", equalTo("Hi"))
                .body("items[0].status", nullValue());
        post("/api/iodd/{id}/parameters/V_Tag/decode", "{\"bytes\":[72,255,0,255]}").body("value", equalTo("H\uFFFD"))
                .body("items[0].status", equalTo("invalid_text"));
        post("/api/iodd/{id}/parameters/99/encode", "{\"value\":1}").statusCode(404).body("code",
                equalTo("unknown-parameter"));
        post("/api/iodd/{id}/parameters/80/encode?subindex=9", "{\"value\":1}").statusCode(422).body("code",
                equalTo("unknown-item"));
        post("/api/iodd/{id}/parameters/80/encode?subindex=x", "{\"value\":1}").statusCode(400);
        post("/api/iodd/{id}/parameters/82/encode", "{\"value\":1e999}").statusCode(422).body("code",
                equalTo("value-out-of-range"));
        post("/api/iodd/{id}/parameters/82/decode", "{\"hex\":\"0102\"}").statusCode(422).body("code",
                equalTo("wrong-length"));
        post("/api/iodd/{id}/parameters/82/decode", "{}").statusCode(400);
    }

    @Test
    void valuesAreValidated() {
        post("/api/iodd/{id}/parameters/82/validate", "{\"value\":2}").statusCode(200).body("valid", is(true));
        post("/api/iodd/{id}/parameters/82/validate", "{\"value\":3}").statusCode(200).body("valid", is(false))
                .body("errors[0].field", equalTo("V_Mode")).body("errors[0].code", equalTo("value-out-of-range"))
                .body("errors[0].message", containsString("1 (Automatic), 2 (Manual)"));
        post("/api/iodd/{id}/parameters/V_Level/validate", "{\"value\":50}").body("errors.code",
                contains("read-only"));
        post("/api/iodd/{id}/parameters/V_Level/validate", "{\"value\":50,\"for_writing\":false}").body("valid",
                is(true));
        post("/api/iodd/{id}/validate",
                "{\"values\":{\"V_Limits/1\":2000,\"80\":{\"2\":105},\"Tag\":\"too long a text\",\"V_Mode\":1,\"nope\":1}}")
                .statusCode(200).body("valid", is(false))
                .body("errors.field", contains("V_Limits/1", "V_Limits/2", "V_Tag", "nope"))
                .body("errors.code", hasItem("unknown-parameter"));
        post("/api/iodd/{id}/validate", "{\"values\":{}}").statusCode(400);
        post("/api/iodd/999999999/validate", "{\"values\":{\"V\":1}}").statusCode(404);
    }
}
