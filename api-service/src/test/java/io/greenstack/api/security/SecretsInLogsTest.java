package io.greenstack.api.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.greenstack.api.ApiTest;
import io.greenstack.api.LoggedTexts;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;

/** Whoever reads the log learns no key, no token and no password, also when it tells much. */
@ApiTest
@TestProfile(KeysMode.class)
class SecretsInLogsTest {

    private static RequestSpecification admin() {
        return given().header("X-API-Key", KeysMode.ADMIN_KEY).contentType(ContentType.JSON);
    }

    @ParameterizedTest
    @CsvSource({"'',INFO", "io.greenstack,ALL", "io.quarkus.oidc,INFO"})
    void nothingIsTold(String category, String level) {
        List<String> secrets = new ArrayList<>(List.of(KeysMode.ADMIN_KEY, KeysMode.EDGE_KEY));
        try (LoggedTexts log = LoggedTexts.listen(category, Level.parse(level))) {
            String key = admin().body(Map.of("name", "logged", "scope", "viewer")).post("/api/keys").then()
                    .statusCode(201).extract().path("key");
            secrets.add(key);
            given().header("X-API-Key", key).get("/api/devices").then().statusCode(200);
            given().header("X-API-Key", key).delete("/api/devices/none").then().statusCode(403);
            given().header("X-API-Key", key + "x").get("/api/devices").then().statusCode(401);
            given().queryParam("api_key", key).get("/api/devices").then().statusCode(401);
            String token = Tokens.of("vera", "greenstack-viewer");
            secrets.add(token.substring(token.lastIndexOf('.') + 1));
            given().header("Authorization", "Bearer " + token).get("/api/devices").then().statusCode(200);
            given().header("Authorization", "Bearer " + token).get("/api/test/slow-sql").then().statusCode(504);
            String foreign = Tokens.signed(Tokens.claims("eve"), Tokens.keys().getPrivate());
            secrets.add(foreign.substring(foreign.lastIndexOf('.') + 1));
            given().header("Authorization", "Bearer " + foreign).get("/api/devices").then().statusCode(401);
            admin().body(Map.of("device_id", "logged")).post("/api/devices");
            String password = admin().post("/api/devices/logged/credentials").then().extract().path("password");
            if (password != null) {
                secrets.add(password);
            }
            admin().delete("/api/devices/logged").then().statusCode(204);

            assertThat(log.texts()).allSatisfy(text -> assertThat(text).doesNotContain(secrets));
        }
    }

    @Test
    void theAuditLogHasNoneEither() {
        String key = admin().body(Map.of("name", "audited", "scope", "viewer")).post("/api/keys").then()
                .statusCode(201).extract().path("key");

        assertThat(admin().queryParam("path", "/api/keys").get("/api/audit").asString()).doesNotContain(key,
                KeysMode.ADMIN_KEY);
    }
}
