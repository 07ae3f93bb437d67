package io.greenstack.api.releases;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.junit.jupiter.api.Test;

import io.greenstack.api.ApiTest;
import io.greenstack.api.Samples;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.http.ContentType;

@ApiTest
class ReleaseTest {

    @Inject
    EntityManager entities;

    private static byte[] iodd(int deviceId, String date, String version) {
        return new String(Samples.simple(deviceId), StandardCharsets.UTF_8)
                .replaceFirst("DocumentInfo version=\"[^\"]*\" releaseDate=\"[^\"]*\"",
                        "DocumentInfo version=\"" + version + "\" releaseDate=\"" + date + "\"")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static int eds(int product, String minor, String text) throws Exception {
        String file = Files.readString(Path.of(System.getProperty("greenstack.root", ".."), "deploy", "samples", "eds",
                "greenstack-flow-transmitter.eds"), StandardCharsets.ISO_8859_1)
                .replaceFirst("ProdCode\\s*=\\s*[^;]+;", "ProdCode = " + product + ";")
                .replaceFirst("MajRev\\s*=\\s*[^;]+;", "MajRev = 2;")
                .replaceFirst("MinRev\\s*=\\s*[^;]+;", "MinRev = " + minor + ";") + "\n$ " + text + "\n";
        return given().multiPart("file", "flow.eds", file.getBytes(StandardCharsets.ISO_8859_1)).post("/api/eds/upload")
                .then().statusCode(201).extract().path("eds_id");
    }

    private static void register(String id, int deviceId) {
        given().contentType(ContentType.JSON)
                .body(Map.of("device_id", id, "iolink", Map.of("vendor_id", 65535, "device_id", deviceId)))
                .post("/api/devices/register").then().statusCode(201);
    }

    @Test
    void devicesFollowTheNewestReleaseUnlessPinned() {
        int first = Samples.imported(iodd(12001, "2026-01-01", "V1.0"));
        register("follow-1", 12001);
        register("stay-1", 12001);
        given().contentType(ContentType.JSON).body(Map.of("description_id", first)).put("/api/devices/stay-1/binding")
                .then().statusCode(200);
        int second = Samples.imported(iodd(12001, "2027-01-01", "V1.1"));
        int older = Samples.imported(iodd(12001, "2025-01-01", "V0.9"));
        int variant = Samples.imported((new String(iodd(12001, "2027-01-01", "V1.1"), StandardCharsets.UTF_8)
                + "<!-- other content -->").getBytes(StandardCharsets.UTF_8));
        given().get("/api/iodd/" + first + "/releases").then().statusCode(200)
                .body("id", contains(second, variant, first, older)).body("newest", contains(true, false, false, false))
                .body("variant_of", contains(null, second, null, null)).body("[0].devices", contains("follow-1"))
                .body("[0].automatic_count", equalTo(1)).body("[2].devices", contains("stay-1"))
                .body("[2].automatic_count", equalTo(0)).body("[0].document_version", equalTo("V1.1"));
        given().delete("/api/iodd/" + second).then().statusCode(200);
        given().get("/api/devices/follow-1").then().body("binding.description_id", equalTo(variant));
        given().delete("/api/iodd/" + variant).then().statusCode(200);
        given().get("/api/devices/follow-1").then().body("binding.description_id", equalTo(first));
        given().get("/api/eds/" + first + "/releases").then().statusCode(404);
        given().get("/api/descriptions/" + first + "/releases").then().body("id", contains(first, older));
    }

    @Test
    void revisionsOfADeviceCountAsNumbers() throws Exception {
        int two1 = eds(12101, "1", "a");
        int two10 = eds(12101, "10", "b");
        int variant = eds(12101, "10", "c");
        int vendor = given().get("/api/eds/" + two1).path("vendor_code");
        given().get("/api/eds/device/" + vendor + "/12101/revisions").then().statusCode(200)
                .body("id", contains(two10, variant, two1)).body("revision_string", contains("v2.10", "v2.10", "v2.1"))
                .body("newest", contains(true, false, false)).body("[1].variant_of", equalTo(two10))
                .body("[0].variant_label", equalTo("Standard")).body("[0].variant_of", nullValue());
        given().get("/api/eds/" + two1 + "/releases").then().body("revision", contains("2.10", "2.10", "2.1"));
        given().get("/api/eds/device/" + vendor + "/12199/revisions").then().statusCode(404);
        given().contentType(ContentType.JSON)
                .body(Map.of("device_id", "rev-1", "eds", Map.of("vendor_code", vendor, "product_code", 12101)))
                .post("/api/devices/register").then().body("binding.description_id", equalTo(two10));
        int two11 = eds(12101, "11", "d");
        given().get("/api/devices/rev-1").then().body("binding.description_id", equalTo(two11));
    }

    @Test
    void someAreDeletedAtOnceAndLeaveNothing() {
        int one = Samples.imported(Samples.simple(12201));
        int two = Samples.imported(Samples.conditional(12202));
        register("bulk-1", 12201);
        given().contentType(ContentType.JSON).body(Map.of("device_ids", List.of(one, two, 987654, one)))
                .post("/api/iodd/bulk-delete").then().statusCode(200).body("deleted_count", equalTo(2))
                .body("not_found", contains(987654));
        given().get("/api/devices/bulk-1").then().body("binding.state", equalTo("description_missing"));
        for (String table : List.of("description", "description_identity", "description_file", "description_parameter",
                "eds_package_file")) {
            String column = table.equals("description") ? "id" : "description_id";
            Number left = QuarkusTransaction.requiringNew().call(() -> (Number) entities
                    .createNativeQuery("select count(*) from " + table + " where " + column + " in (:one, :two)")
                    .setParameter("one", one).setParameter("two", two).getSingleResult());
            assertThat(left.longValue()).as(table).isZero();
        }
        given().contentType(ContentType.JSON).body(Map.of("device_ids", List.of())).post("/api/iodd/bulk-delete").then()
                .statusCode(400);
        given().contentType(ContentType.JSON).body(Map.of("eds_ids", List.of(one))).post("/api/eds/bulk-delete").then()
                .statusCode(200).body("deleted_count", equalTo(0));
    }

    @Test
    void deletedIdsAreNotGivenAgainAndNotServedFromCaches() {
        byte[] file = Samples.simple(12301);
        int id = Samples.imported(file);
        String tag = given().get("/api/iodd/" + id).header("ETag");
        given().delete("/api/iodd/" + id).then().statusCode(200);
        given().header("If-None-Match", tag).get("/api/iodd/" + id).then().statusCode(404);
        int again = Samples.imported(file);
        assertThat(again).isGreaterThan(id);
        int asset = given().get("/api/iodd/" + again + "/assets").path("[0].id");
        assertThat(given().get("/api/iodd/" + again + "/assets/" + asset).header("Cache-Control")).contains("no-cache");
    }

    @Test
    void aResetHasToBeMeant() throws Exception {
        int iodd = Samples.imported(Samples.simple(12401));
        eds(12402, "1", "reset");
        for (String path : List.of("/api/eds/reset", "/api/eds/reset?confirm=true", "/api/eds/reset?confirm=iodd")) {
            given().delete(path).then().statusCode(400).body("code", equalTo("invalid-parameter"));
        }
        given().delete("/api/eds/reset?confirm=eds").then().statusCode(200);
        given().get("/api/eds").then().body("", hasSize(0));
        given().get("/api/eds/packages").then().body("", hasSize(0));
        given().get("/api/iodd/" + iodd).then().statusCode(200);
        given().get("/api/iodd?device_id=12401").then().body("id", containsInAnyOrder(iodd));
    }
}
