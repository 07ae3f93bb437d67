package io.greenstack.api.platform;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.greenstack.api.ApiTest;
import io.greenstack.api.security.KeysMode;
import io.quarkus.test.junit.TestProfile;

/** Pages of other sites are let in by name only, and every answer has the headers that keep a browser in bounds. */
@ApiTest
@TestProfile(KeysMode.class)
class CrossOriginsTest {

    @Test
    void aNamedSiteMayReadAndWrite() {
        given().header("Origin", KeysMode.SITE).get("/api/auth/config").then().statusCode(200)
                .header("Access-Control-Allow-Origin", KeysMode.SITE).header("Vary", containsString("origin"))
                .header("Access-Control-Expose-Headers", containsString("ETag"))
                .header("Access-Control-Allow-Credentials", nullValue());
        given().header("Origin", KeysMode.SITE).header("Access-Control-Request-Method", "PATCH")
                .header("Access-Control-Request-Headers", "authorization,content-type").options("/api/devices/1").then()
                .statusCode(204).header("Access-Control-Allow-Methods", containsString("PATCH"))
                .header("Access-Control-Allow-Headers", containsString("Authorization")).header(
                        "Access-Control-Allow-Origin", KeysMode.SITE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "null", "https://ui.example.evil.example", "http://ui.example"})
    void othersAreToldNothing(String origin) {
        given().header("Origin", origin).get("/api/auth/config").then().statusCode(200)
                .header("Access-Control-Allow-Origin", nullValue()).header("Vary", containsString("origin"));
        given().header("Origin", origin).header("Access-Control-Request-Method", "PATCH").options("/api/devices/1")
                .then().header("Access-Control-Allow-Origin", nullValue())
                .header("Access-Control-Allow-Methods", nullValue());
    }

    @Test
    void onlyOriginsAreTaken() {
        assertThat(CrossOrigins.origin("https://UI.example:8443/x/")).isEqualTo("https://ui.example:8443");
        for (String wrong : new String[]{"*", "ui.example", "", "https://", "https://a b"}) {
            assertThatIllegalStateException().as(wrong).isThrownBy(() -> CrossOrigins.origin(wrong));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/devices", "/docs", "/api/auth/config", "/api/devices", "/api/no-such-path",
            "/openapi.json",
            "/no-such-file.js"})
    void everyAnswerKeepsABrowserInBounds(String path) {
        given().redirects().follow(false).get(path).then().header("X-Content-Type-Options", equalTo("nosniff"))
                .header("X-Frame-Options", equalTo("DENY")).header("Referrer-Policy", equalTo("no-referrer"))
                .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
                .header("Server", nullValue());
    }

    @Test
    void thePolicyOfThePageAllowsNoScriptButItsOwn() {
        given().get("/").then().header("Content-Security-Policy", containsString("script-src 'self'; "))
                .header("Content-Security-Policy", containsString("object-src 'none'"))
                .header("Content-Security-Policy", containsString("base-uri 'none'"));
    }
}
