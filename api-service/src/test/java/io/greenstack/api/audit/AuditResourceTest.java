package io.greenstack.api.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.greenstack.api.ApiTest;
import io.restassured.response.ValidatableResponse;

@ApiTest
class AuditResourceTest {

    @Inject
    AuditRepository entries;

    private static ValidatableResponse log(String path) {
        return given().queryParam("path", path).get("/api/audit").then().statusCode(200);
    }

    @Test
    void everyWriteIsToldWithItsStatusAndBody() {
        given().contentType("application/json").body(Map.of("device_id", "audit-1")).post("/api/devices").then()
                .statusCode(201);
        given().contentType("application/json").body(Map.of("notes", "behind the press")).patch("/api/devices/audit-1")
                .then()
                .statusCode(200);
        given().get("/api/devices/audit-1").then().statusCode(200);
        given().contentType("application/json").body("{\"name\":").patch("/api/devices/audit-1").then().statusCode(400);
        given().delete("/api/devices/audit-1").then().statusCode(204);

        log("/api/devices/audit-1").body("method", contains("DELETE", "PATCH", "PATCH")).body("status",
                contains(204, 400, 200)).body("[2].body", equalTo("{\"notes\":\"behind the press\"}"))
                .body("actor", everyItem(notNullValue())).body("address", everyItem(startsWith("127.")));
        given().queryParam("path", "/api/devices/audit-1").queryParam("refused", "true").get("/api/audit").then()
                .body("status", contains(400));
        given().queryParam("path", "/api/devices/audit-1").queryParam("method", "delete").get("/api/audit").then()
                .body("$", hasSize(1)).header("X-Total-Count", is("1"));
        given().queryParam("path", "/api/devices/audit-1").get("/api/audit/export").then().statusCode(200)
                .contentType("text/csv").body(containsString("behind the press"));
    }

    @Test
    void whatWasThereBeforeAndAfterIsTold() {
        given().contentType("application/json").body(Map.of("device_id", "audit-3", "name", "old")).post("/api/devices")
                .then().statusCode(201);
        given().contentType("application/json").body(Map.of("name", "new", "labels", Map.of("line", "4")))
                .patch("/api/devices/audit-3").then().statusCode(200);
        given().contentType("application/json").body(Map.of("name", "new")).patch("/api/devices/audit-3").then()
                .statusCode(200);
        given().delete("/api/devices/audit-3").then().statusCode(204);

        log("/api/devices/audit-3").body("[2].before", equalTo("{\"name\":\"old\",\"labels\":{}}"))
                .body("[2].after", equalTo("{\"name\":\"new\",\"labels\":{\"line\":\"4\"}}"))
                .body("[1].before", nullValue()).body("[0].before", containsString("\"name\":\"new\""))
                .body("[0].after", nullValue());
        given().queryParam("path", "/api/devices/audit-3").get("/api/audit/export").then().statusCode(200)
                .body(containsString(",before,after"));
    }

    @Test
    void aNewKeyIsToldWithoutTheKey() {
        String key = given().contentType("application/json").body(Map.of("name", "audited", "scope", "viewer"))
                .post("/api/keys").then().statusCode(201).extract().path("key");

        given().queryParam("path", "/api/keys").queryParam("method", "POST").get("/api/audit").then()
                .body("after", hasItem(containsString("\"name\":\"audited\""))).body(not(containsString(key)));
    }

    @Test
    void whatDevicesSayOverTheBridgeIsNoDeedOfAnybody() {
        given().contentType("application/json").body(Map.of("device_id", "audit-2")).post("/api/devices/register")
                .then()
                .statusCode(201);

        log("/api/devices/register").body("$", hasSize(0));
    }

    @Test
    void whatIsRefusedBeforeAnEndpointIsToldToo() {
        given().put("/api/audit").then().statusCode(405);

        await().untilAsserted(() -> log("/api/audit").body("status", hasItem(405)));
    }

    @Test
    void secretsAreMasked() {
        String body = AuditBody.of("{\"name\":\"x\",\"password\":\"s3cret\",\"inner\":[{\"Token\":\"t0p\"}]}"
                .getBytes(StandardCharsets.UTF_8));

        assertThat(body).contains("\"name\":\"x\"").doesNotContain("s3cret", "t0p");
        assertThat(AuditBody.of("no json".getBytes(StandardCharsets.UTF_8))).isNull();
        assertThat(AuditBody.of(new byte[5_000])).isNull();
    }

    @Test
    void oldEntriesGo() {
        entries.add(new AuditEntry(0, Instant.parse("2001-01-01T00:00:00Z"), "somebody", "127.0.0.1", "PUT",
                "/api/audit-old", 200, null, null, null, null));
        log("/api/audit-old").body("$", hasSize(1));

        assertThat(entries.prune(Instant.parse("2002-01-01T00:00:00Z"))).isFalse();
        log("/api/audit-old").body("$", hasSize(0)).body("path", not(List.of("/api/audit-old")));
    }
}
