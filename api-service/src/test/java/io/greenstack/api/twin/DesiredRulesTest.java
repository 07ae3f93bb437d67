package io.greenstack.api.twin;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.oneOf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.greenstack.api.ApiTest;
import io.greenstack.api.Samples;
import io.greenstack.api.platform.Sql;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;

@ApiTest
class DesiredRulesTest {

    @Inject
    Sql sql;

    private static ValidatableResponse want(String id, String body) {
        return given().contentType(ContentType.JSON).body(body.replace('\'', '"'))
                .patch("/api/devices/" + id + "/shadow/desired").then();
    }

    @Test
    void whatTheIoddForbidsIsRefusedValueByValue() {
        Samples.imported(Samples.conditional(4903));
        given().contentType(ContentType.JSON).body(Map.of("device_id", "rules-1", "iolink",
                Map.of("vendor_id", 65535, "device_id", 4903))).post("/api/devices/register").then().statusCode(201)
                .body("binding.state", equalTo("bound"));
        want("rules-1", "{'V_Unit':99,'V_Nothing':1,'V_VendorName':'me','V_SystemCommand':130}").statusCode(422)
                .contentType("application/problem+json").body("code", equalTo("desired-not-valid"))
                .body("errors.field", hasItems("/V_Unit", "/V_Nothing", "/V_VendorName", "/V_SystemCommand"))
                .body("errors.code",
                        hasItems("value-out-of-range", "unknown-parameter", "read-only", "write-only"));
        given().get("/api/devices/rules-1/shadow").then().body("version", equalTo(0)).body("desired", anEmptyMap());
        want("rules-1", "{'V_Settings':{'1':7,'2':61,'9':1}}").statusCode(422).body("errors.field",
                hasItems("/V_Settings/9"));
        want("rules-1", "{'V_Settings':{'1':7,'2':61}}").statusCode(422).body("errors.field",
                hasItems("/V_Settings/1", "/V_Settings/2"));
        want("rules-1", "{'V_Settings':5}").statusCode(422).body("errors[0].code", equalTo("wrong-type"));
        want("rules-1", "{'V_Unit':true}").statusCode(422).body("errors[0].field", equalTo("/V_Unit"));
        want("rules-1", "{'V_Unit':1,'71':0}").statusCode(422).body("errors[0].code", equalTo("duplicate"));
    }

    @Test
    void whatTheIoddAllowsHasOneName() {
        Samples.imported(Samples.conditional(4904));
        given().contentType(ContentType.JSON).body(Map.of("device_id", "rules-2", "iolink",
                Map.of("vendor_id", 65535, "device_id", 4904))).post("/api/devices/register").then().statusCode(201);

        want("rules-2", "{'71':1,'Settings':{'Mode':1,'2':0},'V_Gone':null}").statusCode(200).body("desired",
                equalTo(Map.of("V_Unit", 1, "V_Settings", Map.of("1", 1, "2", 0))));
        want("rules-2", "{'V_Settings':{'Averaging time':30}}").statusCode(200).body("desired.V_Settings.'2'",
                equalTo(30));
        want("rules-2", "{'V_Settings':{'Mode':null},'Temperature unit':null}").statusCode(200).body("desired",
                equalTo(Map.of("V_Settings", Map.of("2", 30))));
    }

    @Test
    void anEdsIsObeyedToo() throws IOException {
        byte[] eds = Files.readAllBytes(Path.of(System.getProperty("greenstack.root", ".."), "deploy", "samples", "eds",
                "greenstack-flow-transmitter.eds"));
        given().multiPart("file", "flow.eds", eds).post("/api/eds/upload").then().statusCode(oneOf(200, 201));
        given().contentType(ContentType.JSON).body(Map.of("device_id", "rules-3", "eds",
                Map.of("vendor_code", 65535, "product_code", 1001))).post("/api/devices/register").then()
                .statusCode(201).body("binding.state", equalTo("bound"));
        want("rules-3", "{'Param20':9,'Operating mode':1,'4711':1,'Param1':'x'}").statusCode(422).body("errors.field",
                hasItems("/Param20", "/Operating mode", "/4711", "/Param1")).body("errors.code",
                        hasItems("value-out-of-range", "read-only", "unknown-parameter", "wrong-type"));
        want("rules-3", "{'Command':1,'11':'abc','Param1':20000}").statusCode(200).body("desired",
                equalTo(Map.of("Param20", 1, "Param11", "abc", "Param1", 20000)));
    }

    @Test
    void anEdsIsReadForTheFirstWriteOnly() {
        byte[] eds = Samples.eds("[Params]\n  Param1 = 0, , , 0x0000, 0xC6, 1, \"Limit\", \"\", \"\", 0, 9, 0;\n")
                .replace("ProdCode = 7", "ProdCode = 4905").getBytes(StandardCharsets.ISO_8859_1);
        int id = given().multiPart("file", "once.eds", eds).post("/api/eds/upload").then().statusCode(201).extract()
                .path("eds_id");
        given().contentType(ContentType.JSON).body(Map.of("device_id", "rules-5", "eds",
                Map.of("vendor_code", 65535, "product_code", 4905))).post("/api/devices/register").then()
                .statusCode(201).body("binding.description_id", equalTo(id));
        want("rules-5", "{'Limit':10}").statusCode(422);
        // Whoever reads the file again finds no parameter in it and takes anything.
        sql.query("update description_file set content = :content where description_id = :id").bind("content",
                new byte[0]).bind("id", id).update();
        want("rules-5", "{'Limit':10}").statusCode(422).body("errors[0].code", equalTo("value-out-of-range"));
        want("rules-5", "{'Limit':9}").statusCode(200).body("desired", equalTo(Map.of("Param1", 9)));
        given().delete("/api/devices/rules-5");
        given().delete("/api/eds/" + id).then().statusCode(200);
    }

    @Test
    void aDeviceWithoutDescriptionTakesWhatItTakes() {
        given().contentType(ContentType.JSON).body(Map.of("device_id", "rules-4")).post("/api/devices/register").then()
                .statusCode(201);
        want("rules-4", "{'anything':{'goes':[1,{'x':null}]}}").statusCode(200);
    }
}
