package io.greenstack.api.iodd;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.junit.jupiter.api.Test;

import io.greenstack.api.ApiTest;
import io.greenstack.api.Samples;
import io.restassured.response.ValidatableResponse;

/** What the reads answer for a description that has everything. */
@ApiTest
class IoddReadTest {

    static final String[] READS = {"", "/model", "/parameters", "/processdata", "/processdata/ui-info",
            "/processdata/conditions", "/menus", "/menus?role=specialist", "/config-schema", "/menu-buttons",
            "/variants",
            "/documentinfo", "/features", "/communication", "/wiring", "/test-config", "/custom-datatypes",
            "/languages",
            "/errors", "/events", "/assets", "/xml", "/process-data-layout"};

    private static int id;

    private static ValidatableResponse read(String path) {
        if (id == 0) {
            id = Samples.imported(Samples.everything(4711));
        }
        return given().accept("application/json").get("/api/iodd/" + id + path).then();
    }

    @Test
    void parametersHaveItemsRangesUnitsAndDefaults() {
        read("/parameters").statusCode(200)
                .body("variable_id", contains("V_SystemCommand", "V_SerialNumber", "V_ProcessDataInput", "V_Overlay",
                        "V_Limits", "V_Level", "V_Mode", "V_Tag"))
                .body("find { it.variable_id == 'V_SystemCommand' }.index", equalTo(2))
                .body("find { it.variable_id == 'V_SystemCommand' }.enumeration_values.'160'", equalTo("Teach"))
                .body("find { it.variable_id == 'V_Overlay' }.index", equalTo(1))
                .body("find { it.variable_id == 'V_Overlay' }.record_items[0].default_value", equalTo("7"))
                .body("find { it.variable_id == 'V_Limits' }.record_items.subindex", contains(1, 2))
                .body("find { it.variable_id == 'V_Limits' }.record_items[0].default_value", equalTo("250"))
                .body("find { it.variable_id == 'V_Limits' }.record_items[0].modifies_other_variables", is(true))
                .body("find { it.variable_id == 'V_Limits' }.record_items[0].unit", equalTo("°C"))
                .body("find { it.variable_id == 'V_Limits' }.record_items[0].ranges[0].min_value", equalTo("-400"))
                .body("find { it.variable_id == 'V_Level' }.ranges", hasSize(2))
                .body("find { it.variable_id == 'V_Level' }.ranges[1].name", equalTo("Over"))
                .body("find { it.variable_id == 'V_Level' }.single_values[0].value", equalTo("255"));
    }

    @Test
    void processDataHasItemsScalesAndConditions() {
        read("/processdata").statusCode(200).body("pd_id", contains("PI_Auto", "PO_Auto", "PI_Manual"))
                .body("[0].record_items[0].ranges", hasSize(2)).body("[0].record_items[0].gradient", equalTo(0.5f))
                .body("[0].condition.condition_variable_name", equalTo("Mode"))
                .body("[2].condition.subindex", equalTo(2)).body("[2].ranges", hasSize(2));
        read("/processdata/ui-info").statusCode(200).body("[0].record_item_name", equalTo("Level"))
                .body("[0].unit", equalTo("%")).body("[0].display_format", equalTo("Dec.1"));
        read("/processdata/conditions").statusCode(200)
                .body("condition_variable_id", contains("V_Mode", "V_Mode", "V_Limits"))
                .body("[2].condition_subindex", equalTo(2)).body("[0].condition_value_name", equalTo("Automatic"));
    }

    @Test
    void menusResolveByIdAndSubindex() {
        read("/menus").statusCode(200).body("menus.menu_id", contains("M_Ident", "M_Param", "M_Sub", "M_Observe"))
                .body("menus[1].items.type", contains("VariableRef", "MenuRef", "VariableRef"))
                .body("menus[1].items[1].condition.condition_value", equalTo(2))
                .body("menus[1].items[1].condition.condition_value_name", equalTo("Manual"))
                .body("menus[1].items[2].button_value", equalTo("160"))
                .body("menus[2].items[0].parameter_name", equalTo("Limit"))
                .body("menus[2].items[0].parameter_description", equalTo("Upper limit"))
                .body("menus[2].items[0].default_value", equalTo("250")).body("menus[2].items[0].index", equalTo(80))
                .body("menus[2].items[1].access_rights", equalTo("ro"));
        read("/menus?role=observer").statusCode(200).body("menus.menu_id", contains("M_Ident", "M_Observe"))
                .body("role_sets.role_type", contains("observer"));
        read("/menus?role=specialist").body("menus.menu_id", contains("M_Ident", "M_Param", "M_Sub"));
        read("/menus?role=maintenance").statusCode(200).body("menus", hasSize(0));
        read("/menus?role=owner").statusCode(400).body("code", equalTo("invalid-parameter"));
        read("/menu-buttons").statusCode(200).body("[0].menu_id", equalTo("M_Param"))
                .body("[0].action_started_message", equalTo("Teaching started"));
        read("/config-schema").statusCode(200).body("menus[2].items[0].parameter.name", equalTo("Limit"))
                .body("menus[1].items[0].parameter.enumeration_values.'2'", equalTo("Manual"))
                .body("role_mappings.specialist.parameter_menu", equalTo("M_Param"))
                .body("role_mappings.maintenance.size()", equalTo(0));
    }

    @Test
    void theDeviceIsDescribed() {
        read("/documentinfo").statusCode(200).body("vendor_name", equalTo("Everything Ltd"))
                .body("vendor_url", equalTo("https://everything.example"))
                .body("product_text", equalTo("Level sensor")).body("device_family", equalTo("Levels"));
        read("/communication").statusCode(200).body("bitrate", equalTo("COM2"))
                .body("msequence_capability", equalTo(43)).body("msequence_capability_text", equalTo("043"))
                // 43 = 0b101011: ISDU, OPERATE code 5, PREOPERATE code 2
                .body("msequence.isdu_supported", is(true)).body("msequence.operate_code", equalTo(5))
                .body("msequence.preoperate_code", equalTo(2)).body("wire_config.Wire4", equalTo("C/Q"))
                .body("connection_type", equalTo("M12-4ConnectionT")).body("physical_layers", hasSize(1));
        read("/wiring").statusCode(200).body("'M12-4ConnectionT'.wire_color", contains("BN", "WH", "BU", "BK"));
        read("/test-config").statusCode(200).body("config_type", contains("Config1", "Config7"))
                .body("[1].event_triggers[0].disappear_value", equalTo(2));
        read("/custom-datatypes").statusCode(200).body("datatype_id", contains("D_Rec", "D_Pct"))
                .body("[0].record_items[0].datatype_ref", equalTo("D_Pct"))
                .body("[0].subindex_access_supported", is(false)).body("[1].bit_length", equalTo(8));
        read("/languages").statusCode(200).body("languages", contains("en", "de"))
                .body("text_data.T_Mode.de", equalTo("Betriebsart"));
        read("/errors").body("[0].name", equalTo("Parameter value out of range")).body("[1].name", equalTo("Teach"));
        read("/events").body("[0].standard", is(true)).body("[1].event_type", equalTo("Warning"));
        read("/model").statusCode(200).body("", not(nullValue()));
    }

    @Test
    void textsAnswerInTheLanguageAskedFor() {
        read("/parameters?lang=de").header("Content-Language", "de").header("Vary", containsString("Accept-Language"))
                .body("find { it.variable_id == 'V_Mode' }.name", equalTo("Betriebsart"))
                .body("find { it.variable_id == 'V_Tag' }.name", equalTo("Tag"))
                .body("find { it.variable_id == 'V_SerialNumber' }.name", equalTo("Seriennummer"));
        read("?lang=de").header("Content-Language", "de").body("product_name", equalTo("Füllstandssensor"))
                .body("parameters.name", hasItem("Betriebsart"));
        read("").header("Content-Language", "en").body("product_name", equalTo("Füllstand/level α*"));
        given().header("Accept-Language", "fr, de-AT;q=0.8, en;q=0.3").get("/api/iodd/" + id).then()
                .header("Content-Language", "de").body("product_name", equalTo("Füllstandssensor"));
        given().header("Accept-Language", "de").get("/api/iodd/" + id + "?lang=en").then()
                .header("Content-Language", "en").body("product_name", equalTo("Füllstand/level α*"));
        read("/events?lang=fr").header("Content-Language", "en");
        read("?lang=d%20e").statusCode(400).body("code", equalTo("invalid-parameter"));
        given().get("/api/iodd?device_id=4711&lang=de").then().statusCode(200)
                .header("Vary", containsString("Accept-Language")).body("product_name", hasItem("Füllstandssensor"));
        String english = read("/menus").extract().header("ETag");
        String german = read("/menus?lang=de").extract().header("ETag");
        assertThat(german).isNotEqualTo(english);
        given().header("If-None-Match", german).get("/api/iodd/" + id + "/menus?lang=de").then().statusCode(304);
        given().header("If-None-Match", english).get("/api/iodd/" + id + "/menus?lang=de").then().statusCode(200);
    }

    @Test
    void aFileThatSaysLittleIsAnsweredAllTheSame() {
        int little = Samples.imported(Samples.little(4713, ""));
        for (String path : READS) {
            given().accept("application/json").get("/api/iodd/" + little + path).then().statusCode(200);
        }
        given().get("/api/iodd/" + little + "/communication").then().body("physical_layers", hasSize(0));
    }

    @Test
    void everyReadHasATagAndKnowsWhatIsMissing() {
        for (String path : READS) {
            String tag = read(path).statusCode(200).extract().header("ETag");
            assertThat(tag).as(path).isNotBlank();
            given().accept("application/json").header("If-None-Match", tag).get("/api/iodd/" + id + path).then()
                    .statusCode(304);
            given().accept("application/json").get("/api/iodd/999999999" + path).then().statusCode(404).body("code",
                    equalTo("unknown-description"));
        }
        given().get("/api/iodd/999999999/export").then().statusCode(404).body("code", equalTo("unknown-description"));
    }

    @Test
    void theExportHasEveryOriginalFile() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("everything.xml", Samples.everything(4712));
        files.put("picture-icon.png", new byte[]{(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
        int zipped = Samples.upload("all.zip", Samples.zip(files)).statusCode(201).extract().path("device_id");
        byte[] zip = given().get("/api/iodd/" + zipped + "/export").then().statusCode(200)
                .contentType("application/zip")
                .header("Content-Disposition", equalTo("attachment; filename=\"F_llstand_level___-V1.3.zip\"; "
                        + "filename*=UTF-8''F%C3%BCllstand_level%20%CE%B1_-V1.3.zip"))
                .extract().asByteArray();
        Map<String, byte[]> exported = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                exported.put(entry.getName(), in.readAllBytes());
            }
        }
        assertThat(exported.keySet()).isEqualTo(files.keySet());
        files.forEach((name, content) -> assertThat(exported.get(name)).isEqualTo(content));
        byte[] xml = given().get("/api/iodd/" + zipped + "/export?format=xml").then().statusCode(200).extract()
                .asByteArray();
        assertThat(xml).isEqualTo(files.get("everything.xml"));
        given().get("/api/iodd/" + zipped + "/export?format=rar").then().statusCode(400).body("code",
                equalTo("invalid-parameter"));
    }
}
