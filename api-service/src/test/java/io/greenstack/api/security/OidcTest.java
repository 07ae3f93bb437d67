package io.greenstack.api.security;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.greenstack.api.ApiTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** People who sign in at an issuer, beside API keys. */
@ApiTest
@TestProfile(KeysMode.class)
class OidcTest {

    private static RequestSpecification with(String token) {
        return given().header("Authorization", "Bearer " + token);
    }

    private static ValidatableResponse refused(String token) {
        return with(token).get("/api/devices").then().statusCode(401).contentType("application/problem+json")
                .body("code", equalTo("unauthorized")).header("WWW-Authenticate", containsString("Bearer"))
                .header("Cache-Control", "no-store");
    }

    @Test
    void rolesOfTheIssuerAreMapped() {
        Map<String, Object> device = Map.of("device_id", "oidc-1");
        String viewer = Tokens.of("vera", "greenstack-viewer", "something-else");
        String operator = Tokens.of("otto", "greenstack-operator");
        String admin = Tokens.of("ada", "greenstack-viewer", "greenstack-admin");

        with(viewer).get("/api/devices").then().statusCode(200);
        with(viewer).contentType(ContentType.JSON).body(device).post("/api/devices").then().statusCode(403);
        with(operator).contentType(ContentType.JSON).body(device).post("/api/devices").then().statusCode(201);
        with(operator).get("/api/keys").then().statusCode(403);
        with(admin).delete("/api/devices/oidc-1").then().statusCode(204);
        with(admin).get("/api/keys").then().statusCode(200);
    }

    @Test
    void aRoleThatIsCalledAsOursGrantsNothing() {
        String token = Tokens.of("mallory", "admin", "operator", "viewer");

        with(token).get("/api/devices").then().statusCode(403);
        with(token).get("/api/auth/me").then().statusCode(200).body("kind", equalTo("token")).body("roles", empty());
    }

    @Test
    void theAuditLogNamesThePerson() {
        with(Tokens.of("olga", "greenstack-operator")).contentType(ContentType.JSON)
                .body(Map.of("device_id", "oidc-2")).post("/api/devices").then().statusCode(201);

        given().header("X-API-Key", KeysMode.ADMIN_KEY).queryParam("actor", "oidc:olga").get("/api/audit").then()
                .statusCode(200).body("path", hasItem("/api/devices"));
    }

    @Test
    void noKeyIsNamedAsAPerson() {
        given().header("X-API-Key", KeysMode.ADMIN_KEY).contentType(ContentType.JSON)
                .body(Map.of("name", "OIDC:olga", "scope", "viewer")).post("/api/keys").then().statusCode(400)
                .body("errors[0].field", equalTo("name"));
    }

    @Test
    void expiredForeignAndMisdirectedTokensAreRefused() {
        Map<String, Object> good = Tokens.claims("eve", "greenstack-admin");
        long now = Instant.now().getEpochSecond();

        refused(Tokens.signed(changed(good, "exp", now - 60), Tokens.key()));
        refused(Tokens.signed(changed(good, "nbf", now + 600), Tokens.key()));
        refused(Tokens.signed(good, Tokens.keys().getPrivate()));
        refused(Tokens.signed(changed(good, "iss", "https://issuer.example"), Tokens.key()));
        refused(Tokens.signed(changed(good, "aud", "another-client"), Tokens.key()));
        refused(Tokens.signed(changed(good, "aud", null), Tokens.key()));
        refused(Tokens.signed(changed(good, "exp", null), Tokens.key()));
        refused(Tokens.unsigned(good));
        refused(Tokens.signed(good, Tokens.key()) + "x");
        refused("eyJ.eyJ.eyJ");
        with(Tokens.signed(good, Tokens.key())).get("/api/devices").then().statusCode(200);
    }

    private static Map<String, Object> changed(Map<String, Object> claims, String name, Object value) {
        Map<String, Object> copy = new LinkedHashMap<>(claims);
        if (value == null) {
            copy.remove(name);
        } else {
            copy.put(name, value);
        }
        return copy;
    }

    @Test
    void apiKeysGoOnBesideTokens() {
        given().header("X-API-Key", KeysMode.ADMIN_KEY).get("/api/devices").then().statusCode(200);
        with(KeysMode.ADMIN_KEY).get("/api/devices").then().statusCode(200);
        with("gs_no-such-key").get("/api/devices").then().statusCode(401);
        given().header("X-API-Key", Tokens.of("vera", "greenstack-viewer")).get("/api/devices").then().statusCode(401);
    }

    @Test
    void anybodyMayAskHowOneSignsIn() {
        given().get("/api/auth/config").then().statusCode(200).body("mode", equalTo("keys"))
                .body("oidc.enabled", equalTo(true)).body("oidc.issuer", equalTo(Tokens.issuer()))
                .body("oidc.client_id", equalTo("greenstack"))
                .body("oidc.scopes", equalTo(List.of("openid", "profile", "email")))
                .body("oidc.code_challenge_method", equalTo("S256"));
    }

    @Test
    void everybodyMayAskWhoHeIs() {
        given().get("/api/auth/me").then().statusCode(401);
        with(Tokens.of("otto", "greenstack-operator")).get("/api/auth/me").then().statusCode(200)
                .body("name", equalTo("oidc:otto")).body("kind", equalTo("token")).body("scope", equalTo("operator"))
                .body("roles", contains("operator", "viewer")).body("expires_at", notNullValue());
        given().header("X-API-Key", KeysMode.EDGE_KEY).get("/api/auth/me").then().statusCode(200)
                .body("name", equalTo("edge")).body("kind", equalTo("key")).body("$", not(hasItem("expires_at")));
    }

    @Test
    void thePageMaySpeakToTheIssuer() {
        String origin = Tokens.issuer().replace("/realms/test", "");

        given().get("/").then().statusCode(200).header("Content-Security-Policy",
                containsString("connect-src 'self' " + origin + "; "));
        given().get("/api/auth/config").then().header("Content-Security-Policy", startsWith("default-src 'none'"));
    }
}
