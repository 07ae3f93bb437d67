package io.greenstack.api.security;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.util.Map;

import org.junit.jupiter.api.Test;

import io.greenstack.api.ApiTest;

/** The trial mode is open to programs of this machine, not to pages of other sites that a local browser shows. */
@ApiTest
class OpenModeTest {

    @Test
    void localProgramsNeedNoKey() {
        given().get("/api/keys").then().statusCode(200);
        given().header("Origin", "http://localhost:5173").get("/api/keys").then().statusCode(200);
    }

    @Test
    void itSaysThatNobodyHasToSignIn() {
        given().get("/api/auth/config").then().statusCode(200).body("mode", equalTo("open"))
                .body("oidc", equalTo(Map.of("enabled", false)));
        given().get("/api/auth/me").then().statusCode(200).body("kind", equalTo("local")).body("scope",
                equalTo("admin"));
    }

    @Test
    void noPageOfAnotherSiteIsLetIn() {
        given().header("Origin", "http://localhost:5173").get("/api/auth/config").then()
                .header("Access-Control-Allow-Origin", nullValue()).header("Vary", not(containsString("Origin")));
        given().get("/").then().header("Content-Security-Policy", containsString("connect-src 'self'; "));
    }

    @Test
    void foreignPagesAreRefused() {
        given().header("Origin", "https://evil.example").get("/api/keys").then().statusCode(401);
        given().header("Origin", "null").get("/api/keys").then().statusCode(401);
    }

    @Test
    void reboundNamesAreRefused() {
        given().header("Host", "evil.example").get("/api/keys").then().statusCode(401);
    }
}
