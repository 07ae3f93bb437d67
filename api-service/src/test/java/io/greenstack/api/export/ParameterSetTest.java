package io.greenstack.api.export;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.util.Map;

import org.junit.jupiter.api.Test;

import io.greenstack.api.ApiTest;
import io.greenstack.api.Samples;
import io.restassured.http.ContentType;

@ApiTest
class ParameterSetTest {

    private static final String VARIABLES = """
            <Variable id="V_Limit" index="64" accessRights="rw" defaultValue="250">
              <Datatype xsi:type="UIntegerT" bitLength="16"/><Name textId="T_Name"/></Variable>
            <Variable id="V_Pair" index="65" accessRights="rw">
              <Datatype xsi:type="RecordT" bitLength="24">
                <RecordItem subindex="1" bitOffset="8"><SimpleDatatype xsi:type="UIntegerT" bitLength="16"/>
                  <Name textId="T_Name"/></RecordItem>
                <RecordItem subindex="2" bitOffset="0"><SimpleDatatype xsi:type="UIntegerT" bitLength="8"/>
                  <Name textId="T_Name"/></RecordItem>
              </Datatype><Name textId="T_Name"/>
              <RecordItemInfo subindex="1" defaultValue="7"/></Variable>
            <Variable id="V_Command" index="66" accessRights="wo">
              <Datatype xsi:type="UIntegerT" bitLength="8"/><Name textId="T_Name"/></Variable>
            <Variable id="V_Counter" index="67" accessRights="ro">
              <Datatype xsi:type="UIntegerT" bitLength="8"/><Name textId="T_Name"/></Variable>
            """;

    private static void registered(String device, int deviceId) {
        given().contentType(ContentType.JSON)
                .body(Map.of("device_id", device, "iolink", Map.of("vendor_id", 65535, "device_id", deviceId)))
                .post("/api/devices/register").then().statusCode(201);
    }

    @Test
    void aDescriptionGivesItsDefaults() {
        int id = Samples.imported(Samples.little(3301, VARIABLES));

        given().get("/api/descriptions/" + id + "/parameter-set").then().statusCode(200)
                .contentType("application/json").header("Content-Disposition", containsString(".json"))
                .body("format", equalTo("greenstack-parameter-set-1")).body("device_type_id", is(3301))
                .body("device_id", nullValue()).body("made_at", notNullValue())
                .body("parameters.parameter_id", not(hasItem("V_Command")))
                .body("parameters.find { it.parameter_id == 'V_Limit' }.index", is(64))
                .body("parameters.find { it.parameter_id == 'V_Limit' }.value", is(250))
                .body("parameters.find { it.parameter_id == 'V_Limit' }.source", equalTo("default"))
                .body("parameters.findAll { it.parameter_id == 'V_Pair' }.subindex", equalTo(java.util.List.of(1, 2)))
                .body("parameters.find { it.parameter_id == 'V_Pair' && it.subindex == 1 }.value", is(7))
                .body("parameters.find { it.parameter_id == 'V_Pair' && it.subindex == 2 }.value", nullValue());
        given().get("/api/descriptions/" + id + "/parameter-set?writable=true").then()
                .body("parameters.access_rights", everyItem(equalTo("rw")));
        given().get("/api/descriptions/999999/parameter-set").then().statusCode(404);
    }

    @Test
    void aDeviceGivesWhatItReportsElseWhatIsWanted() {
        Samples.imported(Samples.little(3302, VARIABLES));
        registered("set-3302", 3302);
        given().contentType(ContentType.JSON).body(Map.of("V_Limit", 300, "V_Pair", Map.of("1", 9)))
                .patch("/api/devices/set-3302/shadow/desired").then().statusCode(200);
        given().contentType(ContentType.JSON).body(Map.of("64", 280, "V_Counter", 5))
                .patch("/api/devices/set-3302/shadow/reported").then().statusCode(200);

        given().get("/api/devices/set-3302/parameter-set").then().statusCode(200)
                .body("device_id", equalTo("set-3302"))
                .body("parameters.find { it.parameter_id == 'V_Limit' }.value", is(280))
                .body("parameters.find { it.parameter_id == 'V_Limit' }.source", equalTo("reported"))
                .body("parameters.find { it.parameter_id == 'V_Limit' }.desired_value", is(300))
                .body("parameters.find { it.parameter_id == 'V_Pair' && it.subindex == 1 }.value", is(9))
                .body("parameters.find { it.parameter_id == 'V_Pair' && it.subindex == 1 }.source",
                        equalTo("desired"))
                .body("parameters.find { it.parameter_id == 'V_Counter' }.value", is(5));
        String csv = given().get("/api/devices/set-3302/parameter-set?format=csv&writable=true").then()
                .statusCode(200).contentType("text/csv").extract().asString();
        assertThat(csv.lines().findFirst().orElseThrow()).isEqualTo("name,item,parameter_id,index,subindex,data_type,"
                + "access_rights,unit,value,source,desired_value,reported_value,default_value");
        assertThat(csv).contains(",V_Limit,64,0,", ",280,reported,300,280,250").doesNotContain("V_Counter");
        given().get("/api/devices/set-3302/parameter-set?format=xlsx").then().statusCode(200)
                .header("Content-Disposition", containsString("set-3302_parameter_set.xlsx"));
        given().get("/api/devices/set-3302/parameter-set?format=pdf").then().statusCode(400);
    }

    @Test
    void aDeviceWithoutADescriptionHasNone() {
        registered("set-3303", 3303);
        given().get("/api/devices/set-3303/parameter-set").then().statusCode(409)
                .body("code", equalTo("no-description"));
        given().get("/api/devices/set-none/parameter-set").then().statusCode(404);
    }

    @Test
    void anEdsNamesItsParametersByKeyword() {
        int id = given().multiPart("file", "a.eds", Samples.eds("""
                [Params]
                  Param1 = 0,,,0x0000,0xC7,2,"Speed","rpm","help",0,100,42,,,,,,,,,0;
                """).getBytes()).post("/api/eds/upload").then().statusCode(201).extract().path("eds_id");
        given().get("/api/descriptions/" + id + "/parameter-set").then().statusCode(200)
                .body("parameters", hasSize(1)).body("parameters[0].parameter_id", equalTo("Param1"))
                .body("parameters[0].unit", equalTo("rpm")).body("parameters[0].value", is(42))
                .body("parameters.size()", greaterThan(0));
    }
}
