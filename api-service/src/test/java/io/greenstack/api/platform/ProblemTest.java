package io.greenstack.api.platform;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import java.util.List;
import java.util.Map;

import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

import io.greenstack.api.ApiTest;
import io.greenstack.api.Samples;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;

/** Every error is a problem document that helps and gives nothing away. */
@ApiTest
class ProblemTest {

    private static ValidatableResponse problem(ValidatableResponse response, int status, String code) {
        return response.statusCode(status).contentType("application/problem+json").body("status", equalTo(status))
                .body("code", equalTo(code)).body("type", equalTo("urn:greenstack:problem:" + code))
                .body("title", notNullValue()).body("instance", notNullValue()).body("trace_id", notNullValue())
                .body("request_id", notNullValue()).header("X-Request-ID", notNullValue())
                .body(not(containsString("io.greenstack"))).body(not(containsString("jackson")))
                .body(not(containsString("Exception")));
    }

    @Test
    void unknownPath() {
        problem(given().get("/api/nothing").then(), 404, "not-found");
        problem(given().get("/api/devices/x/y/z").then(), 404, "not-found");
    }

    @Test
    void pathParameterOfTheWrongType() {
        problem(given().get("/api/iodd/abc").then(), 404, "not-found");
    }

    @Test
    void aNulInTheQueryIsRefusedBeforeTheDatabaseSeesIt() {
        for (String path : new String[]{"/api/iodd", "/api/eds", "/api/descriptions", "/api/devices"}) {
            problem(given().urlEncodingEnabled(false).get(path + "?q=a%00b").then(), 400, "invalid-parameter");
            problem(given().urlEncodingEnabled(false).get(path + "/%00b").then(), 400, "invalid-parameter");
        }
    }

    @Test
    void anAcceptLanguageThatCannotBeReadAsksForNothing() {
        given().header("Accept-Language", "de;q=abc,,,;;").get("/api/iodd").then().statusCode(200);
    }

    @Test
    void methodNotAllowed() {
        problem(given().put("/api/devices").then(), 405, "method-not-allowed");
    }

    @Test
    void notAcceptable() {
        for (String path : List.of("/api/descriptions", "/api/devices", "/api/events", "/api/search?q=a")) {
            problem(given().accept("image/png").get(path).then(), 406, "not-acceptable");
        }
    }

    @Test
    void unsupportedMediaType() {
        problem(given().contentType("text/plain").body("x").post("/api/descriptions/1/decode").then(), 415,
                "unsupported-media-type");
    }

    @Test
    void bodyThatIsNotJson() {
        problem(given().contentType(ContentType.JSON).body("{\"direction\":").post("/api/descriptions/1/decode").then(),
                400,
                "malformed-json");
        problem(given().contentType(ContentType.JSON).body("nonsense").post("/api/devices/register").then(), 400,
                "malformed-json");
    }

    @Test
    void bodyOfTheWrongShape() {
        problem(given().contentType(ContentType.JSON).body("{\"bytes\":{\"a\":1}}").post("/api/descriptions/1/decode")
                .then(),
                400, "malformed-json").body("errors.field", hasItem("bytes"));
        problem(given().contentType(ContentType.JSON).body("[".repeat(200) + "]".repeat(200))
                .post("/api/devices/register")
                .then(), 400, "malformed-json");
    }

    @Test
    void missingBody() {
        problem(given().contentType(ContentType.JSON).post("/api/devices/register").then(), 400, "bad-request");
        problem(given().contentType(ContentType.JSON).post("/api/keys").then(), 400, "validation-failed");
    }

    @Test
    void invalidMembers() {
        problem(given().contentType(ContentType.JSON).body("{\"name\":\" \",\"scope\":null}").post("/api/keys").then(),
                400,
                "validation-failed").body("errors.field", hasItem(containsString("name")));
        problem(given().contentType(ContentType.JSON).body("{\"name\":\"x\",\"scope\":\"GOD\"}").post("/api/keys")
                .then(), 400,
                "malformed-json");
    }

    @Test
    void aHarmlessRequestIdIsKept() {
        given().header("X-Request-ID", "my-id.1").get("/api/devices").then().header("X-Request-ID", equalTo("my-id.1"));
        given().header("X-Request-ID", "no good").get("/api/devices").then().header("X-Request-ID", not("no good"));
    }

    @Test
    void headersProtectTheBrowser() {
        given().get("/api/devices").then().header("X-Content-Type-Options", "nosniff").header("X-Frame-Options", "DENY")
                .header("Content-Security-Policy", containsString("default-src 'none'"));
        given().header("Origin", "http://localhost:1").get("/api/devices").then()
                .header("Access-Control-Allow-Origin", equalTo(null));
    }

    @Test
    void largeAnswersAreCompressed() {
        int id = Samples.imported(Samples.simple(5001));
        given().header("Accept-Encoding", "gzip").get("/api/iodd/" + id).then().statusCode(200)
                .header("Content-Encoding", "gzip").body("id", equalTo(id));
    }

    @Test
    void documentationIsServed() {
        given().get("/openapi.json").then().statusCode(200).body("openapi", notNullValue())
                .body("paths.'/api/devices/register'", notNullValue());
        given().redirects().follow(true).get("/docs").then().statusCode(200).contentType(ContentType.HTML);
    }

    @Test
    void everyPathHasRoomAmongTheMetrics() {
        Map<String, Object> paths = given().get("/openapi.json").then().statusCode(200).extract().path("paths");
        assertThat(ConfigProvider.getConfig().getValue("quarkus.micrometer.binder.http-server.max-uri-tags",
                Integer.class)).isGreaterThan(2 * paths.size());
    }

    @Test
    void whatAStrangerMakesUpBecomesNoTagOfTheMetrics() {
        for (String path : List.of("/api/made-up", "/api/devices/made-up", "/api/devices/made-up/events", "/made-up")) {
            for (String method : List.of("GET", "PUT", "POST", "PATCH", "OPTIONS", "MADEUP")) {
                given().request(method, path);
            }
        }

        await().untilAsserted(() -> assertThat(given().get("/q/metrics").asString())
                .contains("NO_ENDPOINT").contains("OTHER"));
        assertThat(given().get("/q/metrics").asString()).doesNotContain("made-up").doesNotContain("MADEUP");
    }
}
