package io.greenstack.api.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.greenstack.api.ApiTest;
import io.greenstack.api.Samples;
import io.quarkus.redis.datasource.RedisDataSource;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;

/** Every write of the API tells the audit log what was there before and after, or has nothing to tell. */
@ApiTest
class AuditChangesTest {

    private static final Set<String> METHODS = Set.of("POST", "PUT", "PATCH", "DELETE");
    /** Ask with a body, send something away, or reset what is no stored thing. */
    private static final Set<String> CHANGE_NOTHING = Set.of("POST /api/descriptions/{id}/decode",
            "POST /api/descriptions/{id}/encode", "POST /api/eds/{id}/assemblies/{assembly}/decode",
            "POST /api/eds/{id}/assemblies/{assembly}/encode", "POST /api/iodd/{id}/decode",
            "POST /api/iodd/{id}/encode", "POST /api/iodd/{id}/parameters/{parameter}/decode",
            "POST /api/iodd/{id}/parameters/{parameter}/encode",
            "POST /api/iodd/{id}/parameters/{parameter}/validate", "POST /api/iodd/{id}/validate",
            "POST /api/flows/batch/generate", "POST /api/generate/adapter", "POST /api/alarm-channels/{id}/test",
            "POST /api/mqtt/publish", "POST /api/breakers/{name}/reset",
            "POST /api/breakers/{service}/{name}/reset", "POST /api/cache/clear", "POST /api/masters/test",
            "POST /api/masters/{id}/test", "POST /api/mappings/try", "POST /api/telemetry/redecode");
    /** What devices say over the services. */
    private static final Set<String> OF_MACHINES = Set.of("POST /api/commands/responses",
            "POST /api/devices/register", "POST /api/events/batch", "POST /api/shadows/reports",
            "POST /api/masters/reports");
    /** Tried where there are the settings that they need, or a catalog of their own. */
    private static final Set<String> TRIED_ELSEWHERE = Set.of("POST /api/alarm-channels",
            "PUT /api/alarm-channels/{id}", "DELETE /api/alarm-channels/{id}", "POST /api/alarm-channels/{id}/secret",
            "DELETE /api/iodd/reset", "DELETE /api/eds/reset", "POST /api/iodd/import", "POST /api/eds/import",
            "POST /api/admin/maintenance/rereads", "POST /api/masters", "PUT /api/masters/{id}",
            "DELETE /api/masters/{id}", "POST /api/devices/{id}/shadow/fill", "POST /api/simulations",
            "DELETE /api/simulations/{id}", "POST /api/simulations/{id}/show", "POST /api/simulations/{id}/events",
            "POST /api/iodd-source/fetch", "DELETE /api/iodd-source/missing",
            "POST /api/mqtt/sessions/{client_id}/adopt");
    private static final String DEVICE = "audit-changes";

    @Inject
    RedisDataSource redis;

    private final Set<String> done = new TreeSet<>();
    private final List<String> silent = new ArrayList<>();

    private static Set<String> writes() throws IOException {
        Set<String> writes = new TreeSet<>();
        JsonNode document = new ObjectMapper().readTree(
                Path.of(System.getProperty("greenstack.root", ".."), "api-service/openapi/openapi.json").toFile());
        document.path("paths").properties().forEach(path -> path.getValue().fieldNames().forEachRemaining(method -> {
            if (METHODS.contains(method.toUpperCase(Locale.ROOT))) {
                writes.add(method.toUpperCase(Locale.ROOT) + ' ' + path.getKey());
            }
        }));
        return writes;
    }

    /** Sends a write, and looks what the log has of it. */
    private ValidatableResponse write(String operation, Object body, Object... ids) {
        String[] parts = operation.split(" ");
        String path = parts[1];
        for (Object id : ids) {
            path = path.replaceFirst("\\{[^}]+}", id.toString());
        }
        ValidatableResponse answer = (body == null
                ? given()
                : body instanceof byte[] file
                        ? given().multiPart("file", path.contains("eds") ? "thing.eds" : "thing.png", file)
                        : given().contentType(ContentType.JSON).body(body))
                .request(parts[0], path).then();
        assertThat(answer.extract().statusCode()).as("%s: %s", operation, answer.extract().asString())
                .isBetween(200, 299);
        done.add(operation);
        Map<String, Object> entry = given().queryParam("method", parts[0]).queryParam("size", 1)
                .get("/api/audit").jsonPath().getMap("[0]");
        boolean told = switch (parts[0]) {
            case "DELETE" -> entry.get("before") != null;
            default -> entry.get("before") != null || entry.get("after") != null;
        };
        if (!told) {
            silent.add(operation);
        }
        return answer;
    }

    private static String noteOf(int description) {
        return given().contentType(ContentType.JSON).body(Map.of("title", "T", "text", "x"))
                .post("/api/descriptions/" + description + "/notes").then().statusCode(201).extract().path("id")
                .toString();
    }

    @Test
    void everyWriteTellsWhatItChanged() throws IOException {
        int iodd = Samples.imported(Samples.conditional(3931));
        devices(iodd);
        keysAndBranding();
        notes(iodd);
        alarms();
        mappings();
        deadLetters();
        descriptions();

        assertThat(silent).isEmpty();
        Set<String> all = new TreeSet<>(done);
        all.addAll(CHANGE_NOTHING);
        all.addAll(OF_MACHINES);
        all.addAll(TRIED_ELSEWHERE);
        assertThat(all).isEqualTo(writes());
        assertThat(Stream.of(CHANGE_NOTHING, OF_MACHINES, TRIED_ELSEWHERE).flatMap(Set::stream))
                .doesNotContainAnyElementsOf(done);
    }

    private void mappings() {
        Map<String, Object> mapping = Map.of("name", "audit-changes", "topics", List.of("foreign/audit/+"),
                "device", "$levels[1]", "values", "$");
        int id = write("POST /api/mappings", mapping).extract().path("id");
        write("PUT /api/mappings/{id}", mapping, id);
        write("DELETE /api/mappings/{id}", null, id);
    }

    private void devices(int iodd) {
        given().delete("/api/devices/" + DEVICE);
        write("POST /api/devices", Map.of("device_id", DEVICE, "iolink",
                Map.of("vendor_id", 65535, "device_id", 3931)));
        write("PATCH /api/devices/{id}", Map.of("notes", "new"), DEVICE);
        write("PUT /api/devices/{id}", Map.of("name", "Other"), DEVICE);
        write("PUT /api/devices/{id}/binding", Map.of("description_id", iodd), DEVICE);
        write("POST /api/devices/{id}/commands", Map.of("command", "identify"), DEVICE);
        write("POST /api/devices/{id}/credentials", null, DEVICE);
        write("DELETE /api/devices/{id}/credentials", null, DEVICE);
        Map<String, Object> value = new TreeMap<>(Map.of("V_Unit", 1));
        for (String half : List.of("desired", "reported")) {
            write("PUT /api/devices/{id}/shadow/" + half, value, DEVICE);
            write("PATCH /api/devices/{id}/shadow/" + half, Map.of("V_Unit", 0), DEVICE);
            write("DELETE /api/devices/{id}/shadow/" + half, null, DEVICE);
        }
        write("PUT /api/devices/{id}/shadow", Map.of("desired", value), DEVICE);
        write("PATCH /api/devices/{id}/shadow", Map.of("desired", Map.of("V_Unit", 0)), DEVICE);
        parameterSets();
        write("DELETE /api/devices/{id}/shadow", null, DEVICE);
    }

    private void parameterSets() {
        given().contentType(ContentType.JSON).body(Map.of("V_Unit", 1))
                .patch("/api/devices/" + DEVICE + "/shadow/reported").then().statusCode(200);
        int set = write("POST /api/devices/{id}/parameter-sets", Map.of(), DEVICE).extract().path("id");
        write("POST /api/parameter-sets/{id}/restore", Map.of("device_id", DEVICE), set);
        write("POST /api/parameter-sets", Map.of("name", "Copy", "set",
                given().get("/api/parameter-sets/" + set + "/file").jsonPath().getMap("$")));
        write("DELETE /api/parameter-sets/{id}", null, set);
    }

    private void keysAndBranding() {
        Object key = write("POST /api/keys", Map.of("name", "audited changes", "scope", "viewer")).extract()
                .path("details.id");
        write("POST /api/keys/{id}/rotate", Map.of("overlap", "1h"), key);
        write("DELETE /api/keys/{id}", null, key);
        write("PUT /api/branding", Map.of("name", "Plant 7", "primary_color", "#2f9e44", "accent_color", "#1971c2"));
        write("PUT /api/branding/logo", new byte[]{(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 0});
        write("DELETE /api/branding/logo", null);
        write("DELETE /api/branding", null);
    }

    private void notes(int iodd) {
        write("POST /api/descriptions/{id}/notes", Map.of("title", "T", "text", "x"), iodd);
        write("POST /api/notes", Map.of("description_id", iodd, "title", "T", "text", "x"));
        String note = noteOf(iodd);
        write("PATCH /api/notes/{id}", Map.of("status", "resolved"), note);
        write("POST /api/notes/{id}/comments", Map.of("text", "c"), note);
        Object file = write("POST /api/notes/{id}/attachments",
                new byte[]{(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10}, note).extract().path("id");
        write("DELETE /api/notes/{id}/attachments/{attachment}", null, note, file);
        write("DELETE /api/notes/{id}", null, note);
    }

    private void alarms() {
        Map<String, Object> rule = Map.of("name", "Too hot", "kind", "range", "scope",
                Map.of("type", "device", "device_id", DEVICE), "condition", Map.of("parameter", "t", "high", 80));
        Object id = write("POST /api/alarm-rules", rule).extract().path("id");
        Map<String, Object> other = new TreeMap<>(rule);
        other.put("name", "Hotter");
        write("PUT /api/alarm-rules/{id}", other, id);
        write("DELETE /api/alarm-rules/{id}", null, id);
        String now = Instant.now().toString();
        given().contentType(ContentType.JSON).body(Map.of("events", List.of(Map.of("device_id", DEVICE, "code", 36000,
                "mode", "appears", "type", "error", "timestamp", now, "from_device", true, "received_at", now))))
                .post("/api/events/batch").then().statusCode(200);
        int alarm = given().get("/api/alarms?device=" + DEVICE).path("[0].id");
        write("POST /api/alarms/{id}/shelve", Map.of("duration", "1h"), alarm);
        write("POST /api/alarms/{id}/unshelve", Map.of("comment", "back"), alarm);
        write("POST /api/alarms/{id}/comments", Map.of("comment", "seen"), alarm);
        write("POST /api/alarms/{id}/acknowledge", Map.of("comment", "on the way"), alarm);
        write("POST /api/alarms/acknowledge", Map.of("ids", List.of(alarm)));
        write("DELETE /api/devices/{id}", null, DEVICE);
    }

    private String deadLetter() {
        return "mqtt-bridge:" + redis.stream(String.class).xadd("deadletter:mqtt-bridge", Map.of("reason", "not-json",
                "topic", "devices/" + DEVICE + "/telemetry", "device_id", DEVICE, "detail", "no JSON", "payload",
                "ew==",
                "payload_size", "1", "qos", "1", "received_at", "2026-11-24T08:00:00.123Z", "traceparent", ""));
    }

    private void deadLetters() {
        write("DELETE /api/dead-letters/{id}", null, deadLetter());
        write("POST /api/dead-letters/{id}/replay", null, deadLetter());
        deadLetter();
        write("POST /api/dead-letters/replay", Map.of("filter", Map.of("device_id", DEVICE)));
        deadLetter();
        write("POST /api/dead-letters/discard", Map.of("filter", Map.of("device_id", DEVICE)));
        redis.key().del("deadletter-replay:mqtt-bridge");
    }

    private void descriptions() throws IOException {
        byte[] eds = Samples.eds("").replace("ProdCode = 7", "ProdCode = 3931").getBytes(StandardCharsets.UTF_8);
        Object first = write("POST /api/eds/upload", eds).extract().path("eds_id");
        write("DELETE /api/eds/{id}", null, first);
        byte[] packed = Samples.zip(Map.of("V1.2/thing.eds", eds));
        given().multiPart("file", "vendor.zip", packed).post("/api/eds/upload-package").then().statusCode(201);
        told("POST /api/eds/upload-package");
        Object second = given().get("/api/eds?product_code=3931").path("[0].id");
        write("POST /api/eds/bulk-delete", Map.of("eds_ids", List.of(second)));
        Object uploaded = Samples.imported(Samples.simple(3932));
        told("POST /api/iodd/upload");
        write("DELETE /api/iodd/{id}", null, uploaded);
        write("DELETE /api/descriptions/{id}", null, Samples.imported(Samples.simple(3932)));
        write("POST /api/iodd/bulk-delete", Map.of("device_ids", List.of(Samples.imported(Samples.simple(3932)))));
        write("POST /api/admin/maintenance/orphans/remove", Map.of("kinds", List.of("eds_packages")));
        Object job = given().multiPart("file", "a.xml", Samples.simple(3932))
                .post("/api/imports").then().statusCode(202).extract().path("id");
        told("POST /api/imports");
        write("POST /api/imports/{id}/cancel", null, job);
        await().atMost(Duration.ofSeconds(30)).until(
                () -> given().delete("/api/imports/" + job).statusCode() == 204);
        told("DELETE /api/imports/{id}", job);
    }

    /** Looks what the log has of something that was sent. */
    private void told(String operation, Object... ids) {
        String[] parts = operation.split(" ");
        String path = ids.length == 0 ? parts[1] : parts[1].replace("{id}", ids[0].toString());
        Map<String, Object> entry = given().queryParam("method", parts[0]).queryParam("size", 1)
                .get("/api/audit").jsonPath().getMap("[0]");
        done.add(operation);
        if (entry.get("before") == null && entry.get("after") == null) {
            silent.add(operation);
        }
    }
}
