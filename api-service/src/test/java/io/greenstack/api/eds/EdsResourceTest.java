package io.greenstack.api.eds;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.greenstack.api.ApiTest;
import io.greenstack.api.Samples;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;

@ApiTest
class EdsResourceTest {

    private static byte[] sample() throws IOException {
        return Files.readAllBytes(Path.of(System.getProperty("greenstack.root", ".."), "deploy", "samples", "eds",
                "greenstack-flow-transmitter.eds"));
    }

    private static ValidatableResponse upload(String name, byte[] content) {
        return given().multiPart("file", name, content).post("/api/eds/upload").then();
    }

    @Test
    void anEdsIsImportedShownBoundAndDeleted() throws IOException {
        byte[] file = sample();
        int id = upload("flow.eds", file).statusCode(201).body("product_name", notNullValue())
                .body("results[0].status", equalTo("imported")).extract().path("eds_id");
        upload("again.EDS", file).statusCode(200).body("eds_id", equalTo(id));
        int vendor = given().get("/api/eds/" + id).then().statusCode(200).body("parameters", not(hasSize(0)))
                .body("assemblies", not(hasSize(0))).body("connections", not(hasSize(0)))
                .body("parameter_count", greaterThan(0)).extract().path("vendor_code");
        int product = given().get("/api/eds/" + id).path("product_code");
        given().get("/api/eds/" + id + "/assemblies").then().statusCode(200).body("total_count", greaterThan(0));
        given().get("/api/eds/" + id + "/diagnostics").then().statusCode(200);
        given().get("/api/eds?vendor_code=" + vendor).then().statusCode(200).body("id", hasItem(id));
        given().get("/api/descriptions/" + id).then().body("kind", equalTo("EDS"));
        given().get("/api/descriptions/" + id + "/process-data-layout").then().statusCode(200)
                .body("in[0].fields", not(hasSize(0)));
        given().get("/api/iodd/" + id).then().statusCode(404);
        assertThat(given().get("/api/eds/" + id + "/file").then().statusCode(200).extract().asByteArray())
                .isEqualTo(file);
        given().contentType(ContentType.JSON)
                .body(Map.of("device_id", "eds-1", "eds", Map.of("vendor_code", vendor, "product_code", product)))
                .post("/api/devices/register").then().statusCode(201).body("binding.state", equalTo("bound"))
                .body("binding.description_id", equalTo(id));
        given().delete("/api/eds/" + id).then().statusCode(200);
        given().get("/api/eds/" + id).then().statusCode(404);
        given().get("/api/devices/eds-1").then().body("binding.state", equalTo("description_missing"));
    }

    @Test
    void badFilesAreRefused() {
        upload("a.eds", new byte[0]).statusCode(400).contentType("application/problem+json").body("code",
                equalTo("eds-empty"));
        upload("a.eds", "hello".getBytes(StandardCharsets.UTF_8)).statusCode(400)
                .contentType("application/problem+json");
        upload("a.eds", Samples.simple(6001)).statusCode(400).body("code", equalTo("eds-other-format"));
        upload("a.eds", "[File]\nDescText=\"x\";\n[Device]\nVendCode=1;\n".getBytes(StandardCharsets.UTF_8))
                .statusCode(400)
                .body("code", equalTo("eds-identity-missing"));
        upload("a.zip", Samples.zip(Map.of("x.txt", new byte[]{1}))).statusCode(400)
                .contentType("application/problem+json");
    }
}
