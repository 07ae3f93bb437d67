package io.greenstack.api.iodd;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import java.util.LinkedHashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.greenstack.api.ApiTest;
import io.greenstack.api.Samples;
import io.restassured.http.ContentType;

@ApiTest
class IoddResourceTest {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};

    @Test
    void theSameFileIsImportedOnce() {
        byte[] file = Samples.simple(2001);
        int id = Samples.upload("tp.xml", file).statusCode(201).header("Location", notNullValue())
                .body("product_name", notNullValue()).body("vendor", equalTo("GreenStack Examples"))
                .body("parameters_count", greaterThan(0)).body("results[0].status", equalTo("imported"))
                .extract().path("device_id");
        Samples.upload("renamed.xml", file).statusCode(200).body("device_id", equalTo(id))
                .body("results[0].status", equalTo("already_known"));
    }

    @Test
    void theDetailHasWhatTheFileSays() {
        int id = Samples.imported(Samples.conditional(2002));
        given().get("/api/iodd/" + id).then().statusCode(200).body("id", equalTo(id)).body("device_id", equalTo(2002))
                .body("iodd_version", equalTo("1.1")).body("release_date", equalTo("2026-11-23"))
                .body("languages", hasItems("en", "de")).body("parameters.variable_id", hasItem("V_Settings"))
                .body("process_data.direction", hasItem("input")).body("variants.product_variant_id", hasItem("LT101"));
        given().get("/api/iodd/" + id + "/parameters").then().statusCode(200)
                .body("find { it.variable_id == 'V_SerialNumber' }.standard", is(true))
                .body("find { it.variable_id == 'V_Settings' }.type.record_items", not(hasSize(0)));
        given().get("/api/iodd/" + id + "/processdata").then().statusCode(200)
                .body("condition.condition_variable_id", hasItem("V_Settings"));
        given().get("/api/iodd/" + id + "/menus").then().statusCode(200).body("menus.menu_id", notNullValue())
                .body("role_sets.role_type", hasItems("observer", "maintenance", "specialist"));
        for (String part : new String[]{"errors", "events", "variants", "documentinfo", "features", "communication"}) {
            given().get("/api/iodd/" + id + "/" + part).then().statusCode(200).contentType(ContentType.JSON);
        }
        String english = given().get("/api/iodd/" + id + "/parameters")
                .path("find { it.variable_id == 'V_Unit' }.name");
        String german = given().get("/api/iodd/" + id + "/parameters?lang=de")
                .path("find { it.variable_id == 'V_Unit' }.name");
        assertThat(german).isNotBlank().isNotEqualTo(english);
    }

    @Test
    void anUnchangedDetailIsNotSentAgain() {
        int id = Samples.imported(Samples.simple(2003));
        String tag = given().get("/api/iodd/" + id).then().statusCode(200).extract().header("ETag");
        given().header("If-None-Match", tag).get("/api/iodd/" + id).then().statusCode(304);
    }

    @Test
    void theListIsPagedSortedAndFiltered() {
        Samples.imported(Samples.simple(2011));
        Samples.imported(Samples.simple(2012));
        given().get("/api/iodd?size=1&sort=-id&vendor_id=65535").then().statusCode(200).body("", hasSize(1))
                .header("X-Total-Count", notNullValue()).header("Link", notNullValue())
                .body("[0].manufacturer", equalTo("GreenStack Examples")).body("[0].parameter_count", greaterThan(0));
        given().get("/api/iodd?device_id=2012").then().body("device_id", contains(2012));
        given().get("/api/iodd?q=100%25").then().statusCode(200).body("", hasSize(0));
        given().get("/api/iodd?sort=color").then().statusCode(400).body("code", equalTo("invalid-parameter"));
        given().get("/api/iodd?page=0").then().statusCode(400).body("code", equalTo("invalid-parameter"));
    }

    @Test
    void aZipBringsItsPictures() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("TP-2021.xml", Samples.simple(2021));
        files.put("GreenStack-TP100-icon.png", PNG);
        int id = Samples.upload("tp.zip", Samples.zip(files)).statusCode(201).extract().path("device_id");
        int asset = given().get("/api/iodd/" + id + "/assets").then().statusCode(200)
                .body("file_type", hasItems("xml", "image"))
                .extract().path("find { it.file_type == 'image' }.id");
        given().get("/api/iodd/" + id + "/assets/" + asset).then().statusCode(200).contentType("image/png")
                .header("X-Content-Type-Options", "nosniff").header("Content-Security-Policy", notNullValue());
        given().get("/api/iodd/" + id + "/thumbnail").then().statusCode(200).contentType("image/png");
        given().get("/api/iodd/" + (id + 100000) + "/assets/" + asset).then().statusCode(404);
        given().accept("application/json").get("/api/iodd/" + id + "/xml").then().statusCode(200)
                .body("xml_content", notNullValue());
        byte[] original = given().accept("application/xml").get("/api/iodd/" + id + "/xml").then().statusCode(200)
                .extract().asByteArray();
        assertThat(original).isEqualTo(files.get("TP-2021.xml"));
    }

    @Test
    void aZipOfTwoDevicesIsTwoDescriptions() {
        byte[] zip = Samples.zip(Map.of("a/one.xml", Samples.simple(2031), "b/two.xml", Samples.conditional(2032)));
        Samples.upload("both.zip", zip).statusCode(201).body("total_count", equalTo(2)).body("devices", hasSize(2))
                .body("results.status", contains("imported", "imported"));
    }

    @Test
    void deletingTakesEverythingAway() {
        int id = Samples.imported(Samples.simple(2041));
        given().delete("/api/iodd/" + id).then().statusCode(200).body("message", notNullValue());
        for (String part : new String[]{"", "/parameters", "/xml", "/assets", "/thumbnail"}) {
            given().get("/api/iodd/" + id + part).then().statusCode(404).body("code", equalTo("unknown-description"));
        }
        given().get("/api/descriptions/" + id + "/process-data-layout").then().statusCode(404);
        given().delete("/api/iodd/" + id).then().statusCode(404);
        Samples.upload("again.xml", Samples.simple(2041)).statusCode(201)
                .header("Location", not(endsWith("/" + id)));
    }
}
