package io.greenstack.api.eds;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.greenstack.api.ApiTest;
import io.greenstack.api.Samples;
import io.greenstack.core.layout.DeviceLayout;
import io.greenstack.core.layout.DeviceLayoutJson;
import io.greenstack.core.processdata.DecodeException;
import io.greenstack.core.processdata.DecodedFrame;
import io.greenstack.core.processdata.Direction;
import io.greenstack.core.processdata.ParameterValues;
import io.greenstack.core.processdata.ProcessDataDecoder;
import io.greenstack.platform.redis.RedisKeys;
import io.quarkus.redis.datasource.RedisDataSource;
import io.restassured.http.ContentType;

/** Lists, groups, comparison, export and binding of EDS files. */
@ApiTest
class EdsCatalogResourceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String SECTIONS = """
            [Params]
              Param1 = 0, , , 0x0004, 0xC3, 2, "Flow", "l/min", "", , , 0, 1, 10, 1, 0, , , , , 1;
              Param2 = 0, , , 0x0004, 0xC7, 2, "Temperature", "C", "", , , 0, 1, 100, 1, 0, , , , , 2;
            [Assembly]
              Assem10 = "Flow data", , 2, , , , 16, Param1;
              Assem11 = "Temperature data", , 2, , , , 16, Param2;
              Assem12 = "Set point", , 2, , , , 16, Param1;
            [Connection Manager]
              Connection1 = 0x04010002, 0x44640405, 5000, 2, Assem12, 5000, 2, Assem10, , , , , "Flow", "",
                "20 04 24 66 2C 65 2C 64";
              Connection2 = 0x04010002, 0x44640405, 5000, 2, Assem12, 5000, 2, Assem11, , , , , "Temperature", "",
                "20 04 24 66 2C 65 2C 67";
            [DLR Class]
              Revision = 3;
            """;

    @Inject
    RedisDataSource redis;
    private int older;
    private int newer;

    private static int upload(String text) {
        return given().multiPart("file", "grouped.eds", text.getBytes(StandardCharsets.UTF_8))
                .post("/api/eds/upload").then().statusCode(201).extract().path("eds_id");
    }

    private static String revision(String minor) {
        return Samples.eds(SECTIONS).replace("ProdCode = 7", "ProdCode = 4711").replace("MinRev = 2",
                "MinRev = " + minor);
    }

    @BeforeEach
    void store() {
        older = upload(revision("2"));
        newer = upload(revision("10").replace("1, 10, 1, 0, , , , , 1;", "1, 1000, 1, 0, , , , , 1;")
                .replace("\"Temperature\", \"C\"", "\"Medium temperature\", \"C\""));
    }

    @AfterEach
    void remove() {
        given().delete("/api/eds/" + older);
        given().delete("/api/eds/" + newer);
    }

    @Test
    void listsCountFindingsAndGroupsHaveTheNewestRevision() {
        given().get("/api/eds?product_code=4711").then().statusCode(200).body("", hasSize(2))
                .body("[0].product_type", equalTo(43)).body("[0].catalog_number", equalTo("T1"))
                .body("[0].diagnostics.fatal_count", equalTo(0)).body("[0].diagnostics.has_issues", equalTo(false));
        given().get("/api/eds/grouped/by-device").then().statusCode(200)
                .body("find { it.product_code == 4711 }.id", equalTo(newer))
                .body("find { it.product_code == 4711 }.revision_count", equalTo(2))
                .body("find { it.product_code == 4711 }.assembly_count", equalTo(3))
                .body("find { it.product_code == 4711 }.features", equalTo(List.of("DLR")));
        given().get("/api/eds/grouped/by-variant").then().statusCode(200)
                .body("findAll { it.product_code == 4711 }.id", hasSize(2));
    }

    @Test
    void revisionsAreComparedInSentences() {
        given().get("/api/eds/compare?ids=" + older + "," + newer).then().statusCode(200)
                .body("comparisons[0].identical", equalTo(false))
                .body("comparisons[0].areas.find { it.area == 'parameters' }.changes.message",
                        hasItem("Param1 (Flow): divisor changes from '10' to '1000'."))
                .body("comparisons[0].consequences.find { it.assembly == 'Assem10' }.consequences.kind",
                        hasItem("field_rescaled"))
                .body("comparisons[0].consequences.find { it.assembly == 'Assem11' }.consequences.kind",
                        hasItem("field_renamed"));
        given().get("/api/eds/compare?ids=" + older + "&ids=" + older).then().body("comparisons[0].identical",
                equalTo(true));
        given().get("/api/eds/compare?ids=" + older).then().statusCode(400);
        given().get("/api/eds/compare?ids=" + older + ",99999999").then().statusCode(404);
    }

    @Test
    void aZipHasFileAndMetadata() throws IOException {
        byte[] zip = given().get("/api/eds/" + older + "/export-zip").then().statusCode(200)
                .contentType("application/zip").extract().asByteArray();
        List<String> names = new ArrayList<>();
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        assertThat(names).containsExactly("grouped.eds", "metadata.json");
        given().get("/api/eds/" + older + "/icon").then().statusCode(404);
    }

    @Test
    void aDeviceIsDecodedWithTheConnectionOrAssemblyItIsBoundTo() {
        String device = "eds-chosen-1";
        given().contentType(ContentType.JSON)
                .body(Map.of("device_id", device, "eds", Map.of("vendor_code", 65535, "product_code", 4711)))
                .post("/api/devices/register").then().statusCode(201).body("binding.state", equalTo("bound"));
        awaitValue(device, Direction.IN, "E803", "flow=");
        bind(device, Map.of("description_id", older, "connection", 2)).statusCode(200).body("binding.connection",
                equalTo(2));
        awaitValue(device, Direction.IN, "E803", "temperature=10.0 C");
        awaitValue(device, Direction.OUT, "E803", "flow=100.0 l/min");
        bind(device, Map.of("assembly", "10")).statusCode(200).body("binding.assembly", equalTo("10"))
                .body("binding.connection", nullValue());
        awaitValue(device, Direction.IN, "E803", "flow=100.0 l/min");
        bind(device, Map.of("assembly", "Assem12")).statusCode(200);
        awaitValue(device, Direction.OUT, "E803", "flow=100.0 l/min");
        bind(device, Map.of("connection", 9)).statusCode(400).body("code", equalTo("invalid-parameter"));
        bind(device, Map.of("connection", 1, "assembly", "10")).statusCode(400);
        bind(device, Map.of("description_id", older)).statusCode(200).body("binding.assembly", nullValue());
        awaitValue(device, Direction.IN, "E803", "flow=100.0 l/min");
        given().delete("/api/devices/" + device);
    }

    private static io.restassured.response.ValidatableResponse bind(String device, Map<String, Object> body) {
        return given().contentType(ContentType.JSON).body(body).put("/api/devices/" + device + "/binding").then();
    }

    /** What an edge service makes of raw octets with the layout that is in Redis. */
    private void awaitValue(String device, Direction direction, String hex, String value) {
        // Until the layout is published the one before is there, which may not even have this direction.
        await().atMost(PATIENCE).ignoreException(DecodeException.class).untilAsserted(() -> {
            byte[] document = redis.value(byte[].class).get(RedisKeys.layout(device));
            assertThat(document).isNotNull();
            DeviceLayout layout = DeviceLayoutJson.read(document);
            DecodedFrame decoded = ProcessDataDecoder.of(layout.layout()).decode(direction,
                    HexFormat.of().parseHex(hex), ParameterValues.of(Map.of()));
            assertThat(decoded.values().get(0).toString()).startsWith(value);
        });
    }
}
