package io.greenstack.api.credential;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.greenstack.api.ApiTest;
import io.restassured.http.ContentType;

@ApiTest
class CredentialResourceTest {

    @Inject
    CredentialRepository credentials;

    private final String device = "cred-" + UUID.randomUUID();

    @Test
    void aPasswordIsShownOnceAndKeptAsAHash() {
        register(device);
        String first = rotate();
        String hash = credentials.hashes().get(device);
        String second = rotate();

        assertThat(second).isNotEqualTo(first);
        assertThat(hash).matches("\\$7\\$\\d+\\$[A-Za-z0-9+/=]{16}\\$[A-Za-z0-9+/=]{88}").doesNotContain(first);
        assertThat(credentials.hashes().get(device)).isNotEqualTo(hash);
        given().get("/api/devices/{id}/credentials", device).then().statusCode(200).body("password", nullValue())
                .body("username", equalTo(device)).body("rotated_at", matchesPattern(".+Z"));
    }

    @Test
    void revokingAndDeletingTakeTheLoginAway() {
        register(device);
        rotate();
        given().delete("/api/devices/{id}/credentials", device).then().statusCode(204);
        assertThat(credentials.hashes()).doesNotContainKey(device);
        given().get("/api/devices/{id}/credentials", device).then().statusCode(404);
        given().delete("/api/devices/{id}/credentials", device).then().statusCode(404);

        rotate();
        given().delete("/api/devices/{id}", device).then().statusCode(204);
        assertThat(credentials.hashes()).doesNotContainKey(device);
    }

    @Test
    void whatCannotBeAUserNameIsSaid() {
        given().post("/api/devices/{id}/credentials", device).then().statusCode(404).body("code",
                equalTo("unknown-device"));
        register("a:" + device.substring(0, 20));
        given().post("/api/devices/{id}/credentials", "a:" + device.substring(0, 20)).then().statusCode(422)
                .body("code", equalTo("unsupported-user-name"));
        register("bridge");
        given().post("/api/devices/bridge/credentials").then().statusCode(422).body("code",
                equalTo("reserved-user-name"));
        given().delete("/api/devices/bridge").then().statusCode(204);
    }

    private String rotate() {
        return given().post("/api/devices/{id}/credentials", device).then().statusCode(200)
                .header("Cache-Control", "no-store").body("topics", equalTo("devices/" + device + "/#"))
                .body("password", matchesPattern("[A-Za-z0-9_-]{24}")).extract().path("password");
    }

    private static void register(String id) {
        given().contentType(ContentType.JSON).body("{\"device_id\":\"" + id + "\"}").post("/api/devices/register")
                .then().statusCode(201);
    }
}
