package io.greenstack.api.security;

import static io.restassured.RestAssured.given;

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
    void foreignPagesAreRefused() {
        given().header("Origin", "https://evil.example").get("/api/keys").then().statusCode(401);
        given().header("Origin", "null").get("/api/keys").then().statusCode(401);
    }

    @Test
    void reboundNamesAreRefused() {
        given().header("Host", "evil.example").get("/api/keys").then().statusCode(401);
    }
}
