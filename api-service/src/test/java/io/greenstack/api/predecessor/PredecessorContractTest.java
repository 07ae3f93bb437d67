package io.greenstack.api.predecessor;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.greenstack.api.ApiTest;
import io.greenstack.api.Samples;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/**
 * The contracts of the predecessor that are kept: for each path that its users call, method, status and names of the members.
 * Members that are called otherwise now, and why, stand in docs/predecessor.md.
 */
@ApiTest
class PredecessorContractTest {

    private static int iodd;
    private static int eds;
    private static int edsPackage;
    private static int assetId;

    @BeforeEach
    void library() {
        if (iodd != 0) {
            return;
        }
        iodd = Samples.imported(Samples.everything(3501));
        String file = Samples
                .eds("""
                        [Params]
                          Param1 = 0,,,0x0000,0xC7,2,"Speed","rpm","help",0,100,42,1,1,1,0,,,,,0;
                          Enum1 = 0,"stop",1,"go";
                        [Groups]
                          Group1 = "All",1,1;
                        [Assembly]
                          Assem100 = "In",,2,0x0000,,,16,Param1;
                          Assem101 = "Out",,2,0x0000,,,16,Param1;
                        [Connection Manager]
                          Connection1 = 0x04010002,0x44640405,,2,Assem101,,2,Assem100,,,,,"Exclusive","","20 04 24 65 2C 65 2C 64";
                        [Port]
                          Port1 = TCP,"Port","20 F5 24 01",2;
                        [Capacity]
                          MaxMsgConnections = 4; MaxIOProducers = 1; MaxIOConsumers = 1; TSpec1 = TxRx,512,100;
                        """);
        byte[] zip = Samples.zip(Map.of("Vendor/V1.2/thing.eds", file.getBytes(StandardCharsets.UTF_8), "readme.txt",
                "Read me".getBytes(StandardCharsets.UTF_8)));
        edsPackage = given().multiPart("file", "vendor.zip", zip).post("/api/eds/upload-package").then()
                .statusCode(201).extract().path("package_id");
        eds = given().get("/api/eds/packages/" + edsPackage).then().extract().path("eds_files[0].id");
        assetId = given().get("/api/iodd/" + iodd + "/assets").then().extract().path("[0].id");
    }

    /**
     * A contract.
     *
     * @param row method and path as the predecessor's table has it
     * @param status status now
     * @param members names that the answer or its items have, with dots for those of members
     */
    private record Contract(String row, String method, String path, Object body, int status, List<String> members) {

        @Override
        public String toString() {
            return row;
        }
    }

    private static Contract get(String row, String path, String... members) {
        return new Contract("GET " + row, "GET", path, null, 200, List.of(members));
    }

    private static Contract post(String row, String path, Object body, int status, String... members) {
        return new Contract("POST " + row, "POST", path, body, status, List.of(members));
    }

    static Stream<Contract> roots() {
        return Stream.of(
                get("/api/health", "/api/health", "status", "database", "devices_count", "timestamp"),
                get("/api/health/live", "/api/health/live", "status"),
                get("/api/health/ready", "/api/health/ready", "status", "timestamp", "checks.database.status"),
                get("/api/health/db-pool", "/api/health/db-pool", "pool_type", "size", "checked_out", "overflow",
                        "queue_size", "timeout", "recycle"),
                get("/api/stats", "/api/stats", "total_devices", "total_parameters", "total_generated_adapters",
                        "adapters_by_platform", "supported_platforms", "total_eds_files", "total_eds_parameters",
                        "total_eds_packages", "unique_eds_devices"));
    }

    static Stream<Contract> iodds() {
        String base = "/api/iodd/{id}";
        return Stream.of(
                get("/api/iodd", "/api/iodd?device_id=3501", "id", "vendor_id", "device_id", "product_name",
                        "manufacturer", "iodd_version", "import_date", "parameter_count"),
                get(base, base, "id", "vendor_id", "device_id", "product_name", "manufacturer", "iodd_version",
                        "import_date", "checksum", "parameters"),
                get(base + "/parameters", base + "/parameters", "index", "name", "data_type", "access_rights",
                        "default_value", "min_value", "max_value", "unit", "description", "enumeration_values",
                        "bit_length", "dynamic", "excluded_from_data_storage", "modifies_other_variables", "unit_code",
                        "value_range_name"),
                get(base + "/errors", base + "/errors", "code", "additional_code", "name", "description"),
                get(base + "/events", base + "/events", "code", "name", "description", "event_type"),
                get(base + "/processdata", base + "/processdata", "pd_id", "name", "direction", "bit_length",
                        "data_type", "record_items.subindex", "record_items.name", "record_items.bit_offset",
                        "record_items.bit_length", "record_items.data_type"),
                get(base + "/processdata/ui-info", base + "/processdata/ui-info", "pd_id", "subindex", "gradient",
                        "offset", "unit_code", "display_format"),
                get(base + "/processdata/conditions", base + "/processdata/conditions", "pd_id", "name", "direction",
                        "condition_variable_id", "condition_value"),
                get(base + "/documentinfo", base + "/documentinfo", "copyright", "release_date", "version",
                        "vendor_name", "vendor_url", "vendor_text", "product_text", "device_family"),
                get(base + "/features", base + "/features", "block_parameter", "data_storage",
                        "profile_characteristic", "access_locks_data_storage", "access_locks_local_parameterization",
                        "access_locks_local_user_interface", "access_locks_parameter"),
                get(base + "/communication", base + "/communication", "iolink_revision", "bitrate", "min_cycle_time",
                        "msequence_capability", "sio_supported", "connection_type", "wire_config"),
                get(base + "/menus", base + "/menus", "menus.menu_id", "menus.name", "menus.items.type", "role_sets"),
                get(base + "/config-schema", base + "/config-schema", "menus.id", "menus.items", "role_mappings"),
                get(base + "/menu-buttons", base + "/menu-buttons", "menu_id", "variable_id", "button_value",
                        "description", "action_started_message"),
                get(base + "/variants", base + "/variants", "product_variant_id", "device_symbol",
                        "product_variant_name", "product_variant_text"),
                get(base + "/wiring", base + "/wiring"),
                get(base + "/test-config", base + "/test-config", "config_type", "param_index", "test_value",
                        "event_triggers"),
                get(base + "/custom-datatypes", base + "/custom-datatypes", "datatype_id", "datatype_xsi_type",
                        "bit_length", "subindex_access_supported", "single_values", "record_items"),
                get(base + "/languages", base + "/languages", "languages", "text_data"),
                get(base + "/xml", base + "/xml", "xml_content"),
                get(base + "/assets", base + "/assets", "id", "device_id", "file_name", "file_type", "image_purpose"),
                get(base + "/assets/{asset_id}", base + "/assets/{asset_id}"),
                get(base + "/export", base + "/export?format=xml"),
                get(base + "/export", base + "/export?format=zip"));
    }

    static Stream<Contract> generators() {
        return Stream.of(
                get("/api/generate/platforms", "/api/generate/platforms", "platforms.id", "platforms.name",
                        "platforms.description", "platforms.supported"),
                post("/api/generate/adapter", "/api/generate/adapter", Map.of("device_id", "{id}", "platform",
                        "node-red"), 200, "device_id", "platform", "files", "generated_at"),
                get("/api/generate/{device_id}/{platform}/download", "/api/generate/{id}/node-red/download"),
                get("/api/flows/types", "/api/flows/types", "flow_types.type", "flow_types.name",
                        "flow_types.description"),
                get("/api/flows/{device_id}/generate", "/api/flows/{id}/generate?flow_type=monitoring", "flow",
                        "device_id", "device_name", "flow_type", "node_count"),
                get("/api/flows/{device_id}/export", "/api/flows/{id}/export?flow_type=control"),
                post("/api/flows/batch/generate", "/api/flows/batch/generate", Map.of("device_ids", List.of("{id}"),
                        "flow_type", "custom"), 200, "success", "flow", "total_nodes", "successful", "failed"));
    }

    static Stream<Contract> edsFiles() {
        String base = "/api/eds/{eds}";
        return Stream.of(
                get("/api/eds", "/api/eds?q=Thing", "id", "vendor_code", "vendor_name", "product_code",
                        "product_type", "product_type_str", "product_name", "catalog_number", "major_revision",
                        "minor_revision", "description", "import_date", "home_url", "diagnostics.info_count",
                        "diagnostics.warn_count", "diagnostics.error_count", "diagnostics.fatal_count",
                        "diagnostics.has_issues"),
                get("/api/eds/grouped/by-device", "/api/eds/grouped/by-device", "id", "revision_count",
                        "variant_label", "assembly_count", "features", "feature_set"),
                get("/api/eds/grouped/by-variant", "/api/eds/grouped/by-variant", "id", "variant_label",
                        "assembly_count", "features", "feature_set"),
                get("/api/eds/device/{vendor_code}/{product_code}/revisions", "/api/eds/device/65535/7/revisions",
                        "id", "vendor_code", "vendor_name", "product_code", "product_name", "catalog_number",
                        "major_revision", "minor_revision", "import_date", "description", "revision_string"),
                get("/api/eds/{id}", base, "id", "vendor_code", "product_code", "product_name", "parameters",
                        "connections", "ports", "capacity"),
                get("/api/eds/{id}/diagnostics", base + "/diagnostics", "summary.info_count", "summary.has_issues",
                        "summary.total_diagnostics", "diagnostics.severity", "diagnostics.code",
                        "diagnostics.message"),
                get("/api/eds/{id}/export-zip", base + "/export-zip"),
                get("/api/eds/{id}/assemblies", base + "/assemblies", "fixed.assembly_number",
                        "fixed.assembly_name", "fixed.size", "fixed.used_by_connections", "variable", "total_count"),
                get("/api/eds/{id}/ports", base + "/ports", "explicit_ports", "explicit_port_count",
                        "inferred_ports", "inferred_port_count", "port_parameters", "port_parameter_count",
                        "total_assemblies", "total_parameters", "has_port_data"),
                get("/api/eds/{id}/modules", base + "/modules", "modules", "total_count"),
                get("/api/eds/{id}/network-config", base + "/network-config"),
                get("/api/eds/{id}/groups", base + "/groups", "groups.group_number", "groups.group_name",
                        "groups.parameter_count", "groups.parameter_numbers", "total_count"),
                get("/api/eds/packages", "/api/eds/packages", "id", "package_name", "upload_date",
                        "total_eds_files", "total_versions", "vendor_name", "product_name"),
                get("/api/eds/packages/{id}", "/api/eds/packages/{package}", "id", "package_name", "readme_content",
                        "eds_files.id", "eds_files.product_name", "eds_files.variant_type",
                        "eds_files.version_folder", "eds_files.is_latest_version", "eds_files.major_revision",
                        "eds_files.minor_revision", "eds_files.catalog_number", "eds_files.file_path"));
    }

    static Stream<Contract> searches() {
        return Stream.of(
                get("/api/search", "/api/search?q=temperature", "query", "eds_devices", "iodd_devices", "parameters",
                        "assemblies", "connections", "enums", "total_results", "has_more"),
                get("/api/search/suggestions", "/api/search/suggestions?q=te", "query", "suggestions.text",
                        "suggestions.type"));
    }

    static Stream<Contract> exports() {
        return Stream.of(
                get("/api/config-export/iodd/{id}/json", "/api/config-export/iodd/{id}/json", "device", "content",
                        "export_format"),
                get("/api/config-export/iodd/{id}/csv", "/api/config-export/iodd/{id}/csv"),
                get("/api/config-export/eds/{id}/json", "/api/config-export/eds/{eds}/json", "device", "content",
                        "export_format"),
                get("/api/config-export/eds/{id}/csv", "/api/config-export/eds/{eds}/csv"),
                get("/api/config-export/batch/json",
                        "/api/config-export/batch/json?device_type=EDS&device_ids={eds}", "devices.device",
                        "devices.parameters", "devices.type", "total_count", "device_type", "export_format"));
    }

    static Stream<Contract> broker() {
        return Stream.of(get("/api/mqtt/status", "/api/mqtt/status", "state", "connected", "statistics"));
    }

    @ParameterizedTest
    @MethodSource("roots")
    void healthAndStatistics(Contract contract) {
        check(contract);
    }

    @ParameterizedTest
    @MethodSource("iodds")
    void iodd(Contract contract) {
        check(contract);
    }

    @ParameterizedTest
    @MethodSource("generators")
    void adaptersAndFlows(Contract contract) {
        check(contract);
    }

    @ParameterizedTest
    @MethodSource("edsFiles")
    void eds(Contract contract) {
        check(contract);
    }

    @ParameterizedTest
    @MethodSource("searches")
    void search(Contract contract) {
        check(contract);
    }

    @ParameterizedTest
    @MethodSource("exports")
    void configurationExport(Contract contract) {
        check(contract);
    }

    @ParameterizedTest
    @MethodSource("broker")
    void mqtt(Contract contract) {
        check(contract);
    }

    private static void check(Contract contract) {
        RequestSpecification request = given();
        if (contract.body() != null) {
            request.contentType(ContentType.JSON).body(filled(contract.body()));
        }
        Response answer = request.request(contract.method(), (String) filled(contract.path()));
        assertThat(answer.statusCode()).as("%s: %s", contract, shortened(answer)).isEqualTo(contract.status());
        if (!contract.members().isEmpty()) {
            Set<String> members = new LinkedHashSet<>();
            collect("", answer.jsonPath().get("$"), members);
            members.addAll(documented(contract));
            assertThat(members).as(contract.row()).containsAll(contract.members());
        } else {
            assertThat(answer.asByteArray()).as(contract.row()).isNotEmpty();
        }
    }

    private static String shortened(Response answer) {
        String text = answer.asString();
        return text.substring(0, Math.min(300, text.length()));
    }

    private static Object filled(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, each -> filled(each.getValue())));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(PredecessorContractTest::filled).toList();
        }
        if ("{id}".equals(value)) {
            return iodd;
        }
        return value.toString().replace("{id}", "" + iodd).replace("{eds}", "" + eds)
                .replace("{package}", "" + edsPackage).replace("{asset_id}", "" + assetId);
    }

    /** The names of all members of an answer, those of items without their place. */
    private static void collect(String prefix, Object value, Set<String> members) {
        if (value instanceof List<?> list) {
            list.forEach(item -> collect(prefix, item, members));
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((name, each) -> {
                members.add(prefix + name);
                collect(prefix + name + '.', each, members);
            });
        }
    }

    /** The names that the document says the answer may have; what a file does not say is absent in its answer. */
    private static Set<String> documented(Contract contract) {
        JsonPath document = given().get("/openapi.json").jsonPath();
        Map<String, Object> paths = document.getMap("paths");
        String address = ((String) filled(contract.path())).replaceFirst("\\?.*", "");
        Set<String> members = new LinkedHashSet<>();
        paths.entrySet().stream()
                .filter(path -> address.matches(path.getKey().replaceAll("\\{[^}]+}", "[^/]+")))
                .sorted((a, b) -> Long.compare(a.getKey().chars().filter(c -> c == '{').count(),
                        b.getKey().chars().filter(c -> c == '{').count()))
                .findFirst().ifPresent(path -> {
                    Map<?, ?> operation = (Map<?, ?>) ((Map<?, ?>) path.getValue())
                            .get(contract.method().toLowerCase(java.util.Locale.ROOT));
                    Object schema = dig(operation, "responses", "200", "content", "application/json", "schema");
                    properties("", schema, document.getMap("components.schemas"), members, new ArrayList<>());
                });
        return members;
    }

    private static Object dig(Object from, String... names) {
        Object found = from;
        for (String name : names) {
            found = found instanceof Map<?, ?> map ? map.get(name) : null;
        }
        return found;
    }

    private static void properties(String prefix, Object schema, Map<String, Object> schemas, Set<String> members,
            List<String> seen) {
        if (!(schema instanceof Map<?, ?> map)) {
            return;
        }
        if (map.get("$ref") instanceof String reference) {
            String name = reference.substring(reference.lastIndexOf('/') + 1);
            if (!seen.contains(name)) {
                List<String> inner = new ArrayList<>(seen);
                inner.add(name);
                properties(prefix, schemas.get(name), schemas, members, inner);
            }
            return;
        }
        properties(prefix, map.get("items"), schemas, members, seen);
        if (map.get("properties") instanceof Map<?, ?> properties) {
            properties.forEach((name, each) -> {
                members.add(prefix + name);
                properties(prefix + name + '.', each, schemas, members, seen);
            });
        }
    }

    /** POST /api/iodd/upload of one file, of a ZIP of ZIPs, and what is refused. */
    @Test
    void uploadOfIodds() {
        String one = "/api/iodd/upload";
        Response single = given().multiPart("file", "one.xml", Samples.simple(3511)).post(one);
        assertThat(single.statusCode()).isEqualTo(201);
        assertThat(single.jsonPath().getMap("$")).containsKeys("device_id", "product_name", "vendor",
                "parameters_count", "message");
        byte[] nested = Samples.zip(Map.of("a.zip", Samples.zip(Map.of("a.xml", Samples.simple(3512))), "b.zip",
                Samples.zip(Map.of("b.xml", Samples.simple(3513)))));
        Response several = given().multiPart("file", "all.zip", nested).post(one);
        assertThat(several.statusCode()).isEqualTo(201);
        assertThat(several.jsonPath().getMap("$")).containsKeys("devices", "total_count", "message");
        assertThat(several.jsonPath().getMap("devices[0]")).containsKeys("device_id", "product_name", "vendor",
                "parameters_count");
        given().multiPart("file", "one.txt", "no".getBytes(StandardCharsets.UTF_8)).post(one).then().statusCode(400);
        given().post(one).then().statusCode(415);
    }

    /** POST /api/eds/upload and /api/eds/upload-package; a repeated upload is no error. */
    @Test
    void uploadOfEdsFiles() {
        byte[] file = Samples.eds("").replace("ProdCode = 7", "ProdCode = 3521").getBytes(StandardCharsets.UTF_8);
        Response single = given().multiPart("file", "one.EDS", file).post("/api/eds/upload");
        assertThat(single.statusCode()).isEqualTo(201);
        assertThat(single.jsonPath().getMap("$")).containsKeys("eds_id", "product_name", "vendor_name",
                "catalog_number", "message");
        assertThat(given().multiPart("file", "one.eds", file).post("/api/eds/upload").statusCode()).isEqualTo(200);
        byte[] zip = Samples.zip(Map.of("one.eds", file));
        Response packed = given().multiPart("file", "one.zip", zip).post("/api/eds/upload-package");
        assertThat(packed.statusCode()).isIn(200, 201);
        assertThat(packed.jsonPath().getMap("$")).containsKeys("package_id", "package_name", "vendor_name",
                "product_name", "total_eds_files", "imported_count", "skipped_count", "versions", "variants",
                "message");
    }

    /** DELETE and bulk-delete of both kinds; what is gone is gone at once. */
    @Test
    void deletion() {
        int one = Samples.imported(Samples.simple(3531));
        int two = Samples.imported(Samples.simple(3532));
        assertThat(given().delete("/api/iodd/" + one).jsonPath().getMap("$")).containsKey("message");
        given().get("/api/iodd/" + one).then().statusCode(404);
        Response bulk = given().contentType(ContentType.JSON).body(Map.of("device_ids", List.of(one, two)))
                .post("/api/iodd/bulk-delete");
        assertThat(bulk.statusCode()).isEqualTo(200);
        assertThat(bulk.jsonPath().getMap("$")).containsKeys("deleted_count", "message", "not_found");
        assertThat(bulk.jsonPath().getInt("deleted_count")).isEqualTo(1);
        given().contentType(ContentType.JSON).body(Map.of("device_ids", List.of())).post("/api/iodd/bulk-delete")
                .then().statusCode(400);
        given().contentType(ContentType.JSON).body(Map.of("eds_ids", List.of(999999))).post("/api/eds/bulk-delete")
                .then().statusCode(200);
        given().delete("/api/eds/999999").then().statusCode(404);
        given().delete("/api/iodd/reset").then().statusCode(400);
    }

    /** GET thumbnail and icon: 404 where the file has none, which the sample files do not have. */
    @Test
    void pictures() {
        given().get("/api/iodd/" + iodd + "/thumbnail").then().statusCode(404);
        given().get("/api/eds/" + eds + "/icon").then().statusCode(404);
    }

    /** GET /metrics, and where it is now. */
    @Test
    void metrics() {
        assertThat(given().get("/q/metrics").then().statusCode(200).extract().asString())
                .contains("http_server_requests_seconds_count");
    }
}
