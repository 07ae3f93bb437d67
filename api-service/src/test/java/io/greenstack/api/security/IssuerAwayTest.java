package io.greenstack.api.security;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.greenstack.api.ApiTest;
import io.quarkus.test.junit.TestProfile;

/** An issuer that does not answer: the service starts, keys go on, and tokens are asked to come again. */
@ApiTest
@TestProfile(IssuerAwayTest.Away.class)
class IssuerAwayTest {

    /** Settings with an issuer at a port where nobody listens. */
    public static class Away extends KeysMode {

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of();
        }

        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> settings = super.getConfigOverrides();
            settings.put("greenstack.oidc.issuer", "http://127.0.0.1:9/realms/away");
            settings.put("greenstack.http.request-timeout", "30s");
            return settings;
        }
    }

    @Test
    void keysGoOnAndTokensAreAskedToComeAgain() {
        given().header("X-API-Key", KeysMode.ADMIN_KEY).get("/api/devices").then().statusCode(200);
        given().get("/api/auth/config").then().statusCode(200).body("oidc.enabled", equalTo(true));
        given().get("/api/devices").then().statusCode(401);
        for (int i = 0; i < 2; i++) {
            given().header("Authorization",
                    "Bearer " + Tokens.signed(Tokens.claims("vera", "greenstack-admin"), Tokens.keys().getPrivate()))
                    .get("/api/devices").then().statusCode(503).contentType("application/problem+json")
                    .body("code", equalTo("issuer-unavailable")).header("Retry-After", notNullValue());
        }
    }
}
