package io.greenstack.api.parameterset;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.util.Map;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.greenstack.api.ApiTest;
import io.greenstack.api.Samples;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;

@ApiTest
class KeptSetTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String VARIABLES = """
            <Variable id="V_Limit" index="64" accessRights="rw" defaultValue="250">
              <Datatype xsi:type="UIntegerT" bitLength="16"><ValueRange lowerValue="0" upperValue="1000"/></Datatype>
              <Name textId="T_Name"/></Variable>
            <Variable id="V_Pair" index="65" accessRights="rw">
              <Datatype xsi:type="RecordT" bitLength="24">
                <RecordItem subindex="1" bitOffset="8"><SimpleDatatype xsi:type="UIntegerT" bitLength="16"/>
                  <Name textId="T_Name"/></RecordItem>
                <RecordItem subindex="2" bitOffset="0"><SimpleDatatype xsi:type="UIntegerT" bitLength="8"/>
                  <Name textId="T_Name"/></RecordItem>
              </Datatype><Name textId="T_Name"/></Variable>
            <Variable id="V_Tag" index="66" accessRights="rw">
              <Datatype xsi:type="StringT" fixedLength="8" encoding="UTF-8"/><Name textId="T_Name"/></Variable>
            <Variable id="V_Counter" index="67" accessRights="ro">
              <Datatype xsi:type="UIntegerT" bitLength="8"/><Name textId="T_Name"/></Variable>
            """;

    private static ValidatableResponse post(String path, Object body) {
        return given().contentType(ContentType.JSON).body(body).post(path).then();
    }

    private static void registered(String device, int type) {
        post("/api/devices/register",
                Map.of("device_id", device, "iolink", Map.of("vendor_id", 65535, "device_id", type))).statusCode(201);
    }

    private static void reports(String device, Object values) {
        given().contentType(ContentType.JSON).body(values).patch("/api/devices/" + device + "/shadow/reported").then()
                .statusCode(200);
    }

    private static int saved(String device, int type) {
        Samples.imported(Samples.little(type, VARIABLES));
        registered(device, type);
        reports(device, Map.of("V_Limit", 300, "V_Pair", Map.of("1", 9, "2", 4), "V_Tag", "=007", "V_Counter", 5));
        return post("/api/devices/" + device + "/parameter-sets", Map.of("name", device + " before")).statusCode(201)
                .extract().path("id");
    }

    @Test
    void whatADeviceHasIsKeptAsFound() {
        int id = saved("kept-1", 3811);
        given().get("/api/parameter-sets/" + id).then().statusCode(200).body("name", equalTo("kept-1 before"))
                .body("source", equalTo("as_found")).body("device_id", equalTo("kept-1"))
                .body("device_type_id", is(3811)).body("values", is(5)).body("created_by", equalTo("local"));
        given().get("/api/parameter-sets?device_id=kept-1").then().statusCode(200).body("$", hasSize(1));
        given().get("/api/parameter-sets?device_type_id=3811&q=BEFORE").then().body("id", hasItem(id));
        given().get("/api/parameter-sets?device_id=nobody").then().body("$", hasSize(0));
        given().get("/api/parameter-sets/" + id + "/file").then().statusCode(200)
                .body("parameters.parameter_id", hasItem("V_Counter"));
        given().get("/api/parameter-sets/" + id + "/file?writable=true").then().statusCode(200)
                .body("parameters.parameter_id", not(hasItem("V_Counter")));
        assertThat(given().get("/api/parameter-sets/" + id + "/file?format=csv").then().statusCode(200)
                .header("Content-Disposition", containsString(".csv")).extract().asString())
                .contains(",V_Limit,64,0,", ",V_Pair,65,2,");

        registered("kept-2", 3811);
        post("/api/devices/kept-2/parameter-sets", Map.of()).statusCode(409).body("code", equalTo("nothing-reported"));
        post("/api/devices/nobody/parameter-sets", Map.of()).statusCode(404);
        given().delete("/api/parameter-sets/" + id).then().statusCode(204);
        given().get("/api/parameter-sets/" + id).then().statusCode(404).body("code", equalTo("unknown-parameter-set"));
        given().delete("/api/parameter-sets/" + id).then().statusCode(404);
    }

    @Test
    void aSetIsHeldAgainstDevicesSetsAndDefaults() {
        int id = saved("kept-3", 3813);
        reports("kept-3", Map.of("V_Limit", 400, "V_Pair", Map.of("2", 4.0)));
        String comparison = "/api/parameter-sets/" + id + "/comparison";
        given().get(comparison + "?device_id=kept-3").then().statusCode(200).body("against", equalTo("kept-3"))
                .body("differing", is(1)).body("values", hasSize(5))
                .body("values.find { it.parameter_id == 'V_Limit' }.value", is(300))
                .body("values.find { it.parameter_id == 'V_Limit' }.other", is(400))
                .body("values.find { it.parameter_id == 'V_Limit' }.writable", is(true))
                .body("values.find { it.subindex == 2 }.differs", is(false))
                .body("values.find { it.parameter_id == 'V_Counter' }.writable", is(false));
        given().get(comparison + "?device_id=kept-3&differing=true").then().body("values", hasSize(1));
        given().get(comparison).then().body("against", equalTo("defaults")).body("differing", is(1))
                .body("values.find { it.parameter_id == 'V_Limit' }.other", is(250))
                .body("values.find { it.parameter_id == 'V_Tag' }.other", nullValue());
        int later = post("/api/devices/kept-3/parameter-sets", Map.of()).statusCode(201)
                .body("name", equalTo("kept-3 as found")).extract().path("id");
        given().get(comparison + "?set_id=" + later).then().body("against", equalTo("kept-3 as found"))
                .body("differing", is(1));
        given().get(comparison + "?set_id=" + later + "&device_id=kept-3").then().statusCode(400);
        given().get(comparison + "?device_id=nobody").then().statusCode(404);
    }

    @Test
    void aSetIsRestoredIntoAReplacedDeviceOfItsType() {
        int id = saved("kept-5", 3815);
        registered("kept-6", 3815);
        post("/api/parameter-sets/" + id + "/restore", Map.of("device_id", "kept-6")).statusCode(200)
                .body("wanted", is(4)).body("read_only", is(1)).body("left_out", hasSize(0));
        given().get("/api/devices/kept-6/shadow").then().body("desired.V_Limit", is(300))
                .body("desired.V_Pair.'2'", is(4)).body("desired.V_Tag", equalTo("=007"))
                .body("desired.V_Counter", nullValue());
        given().queryParam("size", 1).queryParam("method", "POST").get("/api/audit").then()
                .body("[0].path", containsString("/restore")).body("[0].after", containsString("\"V_Limit\":300"));

        Samples.imported(Samples.little(3816, VARIABLES.replace("upperValue=\"1000\"", "upperValue=\"200\"")
                .replace("V_Tag", "V_Other")));
        registered("kept-7", 3816);
        post("/api/parameter-sets/" + id + "/restore", Map.of("device_id", "kept-7")).statusCode(409)
                .body("code", equalTo("other-type"));
        post("/api/parameter-sets/" + id + "/restore", Map.of("device_id", "kept-7", "other_type", true))
                .statusCode(200).body("wanted", is(2)).body("left_out", hasSize(2))
                .body("left_out.find { it.parameter_id == 'V_Tag' }.code", equalTo("unknown-parameter"))
                .body("left_out.find { it.parameter_id == 'V_Limit' }.reason", containsString("200"));
        registered("kept-8", 3899);
        post("/api/parameter-sets/" + id + "/restore", Map.of("device_id", "kept-8")).statusCode(409)
                .body("code", equalTo("no-description"));
    }

    @Test
    void filesThatWereExportedAreImported() throws Exception {
        int id = saved("kept-9", 3817);
        String file = given().get("/api/parameter-sets/" + id + "/file").asString();
        int copy = post("/api/parameter-sets", Map.of("name", "Copy", "notes", "from line 2", "set",
                JSON.readTree(file))).statusCode(201).body("source", equalTo("imported")).body("values", is(5))
                .extract().path("id");
        given().get("/api/parameter-sets/" + id + "/comparison?set_id=" + copy).then().body("differing", is(0))
                .body("values", hasSize(5));

        String csv = given().get("/api/parameter-sets/" + id + "/file?format=csv&bom=true").asString();
        int description = given().get("/api/parameter-sets/" + id + "/file").path("description_id");
        int table = post("/api/parameter-sets", Map.of("name", "Table", "csv", csv, "description_id", description))
                .statusCode(201).body("values", is(5)).body("device_type_id", is(3817)).extract().path("id");
        given().get("/api/parameter-sets/" + id + "/comparison?set_id=" + table).then().body("differing", is(0))
                .body("values.find { it.parameter_id == 'V_Tag' }.other", equalTo("=007"));
        given().get("/api/parameter-sets/" + table + "/file").then()
                .body("parameters.find { it.parameter_id == 'V_Limit' }.value", is(300));
    }

    @Test
    void whatIsNoSetIsRefused() {
        int description = Samples.imported(Samples.little(3818, VARIABLES));
        String path = "/api/parameter-sets";
        post(path, Map.of("name", "x")).statusCode(400);
        post(path, Map.of("name", "", "csv", "parameter_id,value\nV_Limit,1\n", "description_id", description))
                .statusCode(400);
        post(path, Map.of("name", "x", "csv", "parameter_id,value\nV_Limit,1\n")).statusCode(400);
        for (String csv : new String[]{"", "a,b\n1,2\n", "parameter_id,value\n", "parameter_id,value\nV_Limit,\n",
                "parameter_id,value\nV_Limit,1\nV_Limit,2\n", "parameter_id,subindex,value\nV_Pair,x,1\n",
                "parameter_id,value\n\"V_Limit,1\n"}) {
            post(path, Map.of("name", "x", "csv", csv, "description_id", description)).statusCode(400);
        }
        post(path, Map.of("name", "x", "csv", "parameter_id,value\nV_Limit,1\n", "description_id", 999_999))
                .statusCode(404);
        post(path, Map.of("name", "x", "csv", "parameter_id,value\nV_Limit," + "1".repeat(5_000) + "\n",
                "description_id", description)).statusCode(400);
        post(path, Map.of("name", "x", "set", Map.of("format", "other"))).statusCode(400)
                .body("errors[0].field", equalTo("set"));
        post(path, Map.of("name", "x", "set", Map.of("format", "greenstack-parameter-set-1", "kind", "IODD",
                "vendor_id", 1, "device_type_id", 2, "parameters",
                new Object[]{Map.of("parameter_id", "a", "value", 1), Map.of("parameter_id", "a", "value", 2)})))
                .statusCode(400);
        StringBuilder many = new StringBuilder("parameter_id,value\n");
        for (int i = 0; i < 5_001; i++) {
            many.append("V_").append(i).append(",1\n");
        }
        post(path, Map.of("name", "x", "csv", many.toString(), "description_id", description)).statusCode(422)
                .body("code", equalTo("set-too-large"));
    }
}
