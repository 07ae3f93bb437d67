package io.greenstack.api.eds;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.greenstack.api.ApiTest;
import io.greenstack.api.Samples;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;

/** Every part of an EDS over HTTP, on a small file that has all of them. */
@ApiTest
class EdsContentResourceTest {

    private static final String SECTIONS = """
            [Params]
              Param1 = 0, 6, "20 04 24 64 30 03", 0x0004, 0xC3, 2, "Flow", "l/min", "Help", -100, 1000, 0,
                1, 10, 1, 0, , , , , 1, {"deu", "Durchfluss"};
              Param2 = 0, , , 0x0002, 0xC6, 1, "Port X1 mode", "", "", 0, 1, 1, , , , , , , , , ;
              Enum2 = 0, "Off", 1, "On; really";
              Param3 = 0, , , 0, 0xC9, 8, "Count", "", "", , , , , , , , , , , , ;
              Param4 = 0, , , 0, 0xC7, 2, "Interval", "", "", 2000, 10000, 5000, , , , , , , , , ;
            [Groups]
              Group1 = "Main", 2, 1, 2;
            [Assembly]
              Assem10 = "In", "20 04 24 64 30 03", 11, , , , 16, Param1, 8, Param2, 64, Param3;
              Assem100 = "Other", , 1, , , , 8, Param2;
              Assem20 = "Out", "20 04 24 65 30 03", 1, , , , 8, Param2;
              AssemExa7 = "Varying", , Param2, , , , 8, Param2;
            [Connection Manager]
              Connection1 = 0x04010002, 0x44640405, Param4, 1, Assem20, Param4, 11, Assem10, , , , ,
                "Exclusive Owner", "", "20 04 24 66 2C 65 2C 64";
            [Capacity]
              MaxMsgConnections = 4; MaxIOConnections = 6; TSpec1 = TxRx, 500, 1000;
            [Port]
              Port1 = TCP, "EtherNet/IP Port", "20 F5 24 01", 2;
            [DLR Class]
              Revision = 3; Object_Class_Code = 0x47; Network_Topology = 1;
            [1_Own]
              Secret = 7; Secret = 8;
            """;
    private int id;

    @BeforeEach
    void store() {
        String icon = "  IconContents = \"iVBORw0KGgo\" \"AAAA\";\n[Device Classification]";
        String file = Samples.eds(SECTIONS).replace("[Device Classification]", icon)
                .replace("CreateTime = 10:00:00;", "CreateTime = 10:00:00; ModTime = 11:30:05; ModDate = 02-01-2026;");
        id = given().multiPart("file", "parts.eds", file.getBytes(StandardCharsets.UTF_8)).post("/api/eds/upload")
                .then().statusCode(201).extract().path("eds_id");
    }

    @AfterEach
    void remove() {
        given().delete("/api/eds/" + id).then().statusCode(200);
    }

    private ValidatableResponse part(String path) {
        return given().get("/api/eds/" + id + path).then().statusCode(200);
    }

    @Test
    void assembliesAreUsedByTheConnectionsThatNameThemAndNoOthers() {
        part("/assemblies").body("total_count", equalTo(4)).body("fixed", hasSize(3)).body("variable", hasSize(1))
                .body("fixed[0].used_by_connections[0].direction", equalTo("T->O"))
                .body("fixed[0].member_bits", equalTo(88)).body("fixed[0].instance", equalTo(100))
                .body("fixed[1].assembly_number", equalTo(100)).body("fixed[1].used_by_connections", hasSize(0))
                .body("variable[0].size_parameter", equalTo("Param2"));
    }

    @Test
    void theDetailHasTheSameConnectionsAndCapacityAsTheirOwnPaths() {
        ValidatableResponse detail = part("").body("class1", equalTo("EtherNetIP")).body("assembly_count", equalTo(4))
                .body("create_date", equalTo("2026-01-31")).body("create_time", equalTo("10:00:00"))
                .body("mod_time", equalTo("11:30:05")).body("feature_set", equalTo("DLR"));
        assertThat(detail.extract().<Object>path("connections"))
                .isEqualTo(part("/connections").extract().path(""));
        assertThat(detail.extract().<Object>path("capacity")).isEqualTo(part("/capacity").extract().path(""));
    }

    @Test
    void aFindingIsListedOnce() {
        List<Map<String, Object>> findings = given().get("/api/descriptions/" + id + "/findings").then()
                .statusCode(200).extract().path("");
        assertThat(findings).isNotEmpty().doesNotHaveDuplicates();
    }

    @Test
    void connectionsAreDecoded() {
        part("/connections").body("", hasSize(1));
        part("/connections/1").body("transport.application_type", equalTo("exclusive_owner"))
                .body("transport.transport_classes", hasItem(1)).body("input_assembly", equalTo("Assem10"))
                .body("o_to_t.rpi.default_value", equalTo(5000)).body("path_hex",
                        equalTo("20 04 24 66 2C 65 2C 64"));
        given().get("/api/eds/" + id + "/connections/9").then().statusCode(404)
                .contentType("application/problem+json");
    }

    @Test
    void parametersHaveUnitsScalingTextsAndLanguages() {
        part("/parameters/1").body("units", equalTo("l/min")).body("scaling.divisor", equalTo(10))
                .body("gradient", equalTo(0.1f)).body("names[0].text", equalTo("Durchfluss"))
                .body("descriptor_flags", hasItem("scaling"));
        part("/parameters/2").body("enumeration_values.1", equalTo("On; really"));
        part("/parameters").body("", hasSize(4));
        part("/enums").body("[0].values[1].is_default", equalTo(true));
        part("/groups").body("groups[0].parameter_numbers", equalTo(List.of(1, 2)));
    }

    @Test
    void theRestOfTheFileIsShown() {
        part("/ports").body("explicit_port_count", equalTo(1)).body("inferred_ports[0].port_name",
                equalTo("Port X1"));
        part("/modules").body("total_count", equalTo(0));
        part("/capacity").body("max_io_producers", equalTo(6)).body("tspecs[0].rate", equalTo(1000));
        part("/network-config").body("dlr_config.additional_attributes.Network_Topology", hasItem("1"))
                .body("file_metadata.description", equalTo("Test"));
        part("/sections").body("find { it.name == '1_Own' }.entries[0].fields[0]", equalTo("7"));
        part("/diagnostics").body("summary.total_diagnostics", greaterThan(0))
                .body("diagnostics.find { it.severity != 'info' }.line", notNullValue());
        part("/icon").contentType("image/png").header("X-Content-Type-Options", "nosniff");
    }

    @Test
    void octetsOfAnAssemblyBecomeValuesAndBack() {
        String hex = "FB00" + "01" + "FFFFFFFFFFFFFFFF";
        part("/assemblies/10/layout").body("in[0].fields", hasSize(3));
        given().contentType(ContentType.JSON).body(Map.of("hex", hex))
                .post("/api/eds/" + id + "/assemblies/10/decode").then().statusCode(200)
                .body("values[0].value", equalTo(25.1f)).body("values[0].unit", equalTo("l/min"))
                .body("values[1].label", equalTo("On; really"))
                .body("values[2].raw", equalTo(new BigInteger("18446744073709551615")));
        given().contentType(ContentType.JSON).body(Map.of("values", Map.of("port_x1_mode", "Off"), "base", "01"))
                .post("/api/eds/" + id + "/assemblies/Assem20/encode").then().statusCode(200)
                .body("hex", equalTo("00"));
        given().contentType(ContentType.JSON).body(Map.of("hex", "00"))
                .post("/api/eds/" + id + "/assemblies/10/decode").then().statusCode(422)
                .body("title", equalTo("Unprocessable Content"));
        given().contentType(ContentType.JSON).body(Map.of("hex", "00"))
                .post("/api/eds/" + id + "/assemblies/11/decode").then().statusCode(404);
    }

    @Test
    void aRecipeIsJsonPythonAndAFlow() {
        part("/connections/1/recipe").contentType("application/json")
                .body("recipe.target_to_originator.instance", equalTo(100))
                .body("recipe.originator_to_target.rpi.minimum", equalTo(2000))
                .body("snippets.pycomm3", containsString("CIPDriver")).body("snippets.node_red.type",
                        hasItem("eip-io connection"));
        part("/connections/1/recipe?format=node-red").body("type", hasItem("tab"));
        assertThat(given().get("/api/eds/" + id + "/connections/1/recipe?format=pycomm3&host=10.0.0.7").then()
                .statusCode(200).contentType("text/plain").extract().asString()).contains("\"10.0.0.7\"");
        given().get("/api/eds/" + id + "/connections/1/recipe?format=pdf").then().statusCode(400);
        given().get("/api/eds/" + id + "/connections/1/recipe?host=a;b").then().statusCode(400);
    }
}
