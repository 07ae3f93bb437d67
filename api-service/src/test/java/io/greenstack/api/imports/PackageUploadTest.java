package io.greenstack.api.imports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.greenstack.api.ApiTest;
import io.greenstack.api.Samples;
import io.restassured.specification.RequestSpecification;

/** Uploads of several files and of ZIPs of all shapes. */
@ApiTest
class PackageUploadTest {

    private static final String LANGUAGE = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
            + "<ExternalTextDocument xmlns=\"http://www.io-link.com/IODD/2010/10\"><DocumentInfo version=\"V1.0\" "
            + "releaseDate=\"2026-11-23\" copyright=\"x\"/><Language xml:lang=\"fr\">"
            + "<Text id=\"TN_Unit\" value=\"Unite\"/></Language></ExternalTextDocument>";

    @Test
    void looseFilesOfOnePackageAreSentTogether() {
        byte[] main = Samples.conditional(8001);
        int id = given().multiPart("file", "LT-8001-IODD1.1.xml", main)
                .multiPart("file", "LT-8001-IODD1.1-FR.XML", ImportFixtures.text(LANGUAGE))
                .multiPart("file", "GreenStack-logo.png", ImportFixtures.PNG).post("/api/iodd/upload").then()
                .statusCode(201).body("results", hasSize(1)).extract().path("device_id");
        given().get("/api/iodd/" + id + "/assets").then().body("file_type",
                containsInAnyOrder("xml", "language", "image"));
        given().get("/api/iodd/" + id).then().body("languages", hasItem("fr"));
    }

    @Test
    void aMixedZipImportsBothKinds() {
        Map<String, byte[]> inner = new LinkedHashMap<>();
        inner.put("deep/two.xml", Samples.simple(8012));
        inner.put("deep/two.eds", ImportFixtures.eds(8013, "1", "1", "mixed"));
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("one.xml", Samples.simple(8011));
        files.put("inner.zip", Samples.zip(Map.of("innermost.zip", Samples.zip(inner))));
        files.put("readme.txt", ImportFixtures.text("hello"));
        files.put("dtm/other.xml", ImportFixtures.text("<Fdt/>"));
        Samples.upload("mixed.zip", Samples.zip(files)).statusCode(201).body("devices", hasSize(2))
                .body("results.findAll { it.status == 'imported' }.kind", containsInAnyOrder("IODD", "IODD", "EDS"))
                .body("results.file", hasItems("inner.zip!/innermost.zip!/deep/two.eds",
                        "inner.zip!/innermost.zip!/deep/two.xml"))
                .body("results.find { it.file == 'dtm/other.xml' }.status", equalTo("ignored"))
                .body("results.find { it.file == 'dtm/other.xml' }.code", equalTo("wrong-root"));
        given().multiPart("file", "mixed.zip", Samples.zip(files)).post("/api/eds/upload").then().statusCode(200)
                .body("eds_id", notNullValue()).body("results.status", hasItem("already_known"));
    }

    @Test
    void oneBadFileOfSeveralRefusesAll() {
        RequestSpecification form = given().multiPart("file", "good.xml", Samples.simple(8021))
                .multiPart("file", "bad.xml", ImportFixtures.text("<?xml version=\"1.0\"?>\n<IODevice>\n</Oops>"));
        form.post("/api/iodd/upload").then().statusCode(400).body("code", equalTo("xml-malformed"))
                .body("errors[0].field", equalTo("bad.xml:3"));
        given().get("/api/iodd?device_id=8021").then().body("", hasSize(0));
        given().multiPart("file", "a.xml", Samples.simple(8021)).multiPart("file", "A.XML", Samples.simple(8022))
                .post("/api/iodd/upload").then().statusCode(400).body("code", equalTo("duplicate-name"));
    }

    @Test
    void otherFormatsAreRefusedByNameUnlessTheyComeAlong() {
        byte[] canopen = ImportFixtures.text("[FileInfo]\nFileName=x.eds\nEDSVersion=4.0\n[DeviceInfo]\nVendorName=x\n"
                + "BaudRate_10=1\n[MandatoryObjects]\nSupportedObjects=1\n1=0x1000\n");
        given().multiPart("file", "x.eds", canopen).post("/api/eds/upload").then().statusCode(400)
                .body("code", equalTo("eds-other-format")).body("detail", containsString("CANopen"));
        byte[] zip = Samples
                .zip(Map.of("eip/a.eds", ImportFixtures.eds(8031, "1", "1", "along"), "can/b.eds", canopen));
        given().multiPart("file", "both.zip", zip).post("/api/eds/upload").then().statusCode(201)
                .body("results.find { it.file == 'can/b.eds' }.status", equalTo("ignored"))
                .body("results.find { it.file == 'can/b.eds' }.message", containsString("CANopen"));
        given().multiPart("file", "can.zip", Samples.zip(Map.of("b.eds", canopen))).post("/api/eds/upload").then()
                .statusCode(400).body("code", equalTo("eds-other-format"));
    }

    @Test
    void statusesTellReleasesApart() {
        byte[] first = Samples.simple(8041);
        int old = Samples.imported(first);
        int newest = Samples.upload("n.xml", ImportFixtures.released(first, "2027-05-01", "V1.1")).statusCode(201)
                .body("results[0].status", equalTo("replaced")).body("results[0].replaces", equalTo(old)).extract()
                .path("device_id");
        Samples.upload("o.xml", ImportFixtures.released(first, "2020-05-01", "V0.9")).statusCode(201)
                .body("results[0].status", equalTo("imported")).body("results[0].code", equalTo("older-release"));
        Samples.upload("v.xml", ImportFixtures.commented(first, "variant")).statusCode(201)
                .body("results[0].status", equalTo("imported")).body("results[0].code", equalTo("variant"))
                .body("results[0].replaces", nullValue());
        assertThat(newest).isGreaterThan(old);
    }

    @Test
    void aPackageOfEdsFilesIsListedWithItsVariantsAndVersions() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("Manufacturer 1/V1.2/flow.eds", ImportFixtures.eds(8051, "1", "2", "m1 old"));
        files.put("Manufacturer 1/V1.10/flow.eds", ImportFixtures.eds(8051, "1", "10", "m1 new"));
        files.put("Manufacturer 1/V1.10/flow.ico", new byte[]{0, 0, 1, 0});
        files.put("ODVA certified/V1.2/flow.eds", ImportFixtures.eds(8051, "1", "2", "odva"));
        files.put("README.txt", "Über diese Dateien".getBytes(StandardCharsets.ISO_8859_1));
        byte[] zip = Samples.zip(files);
        int id = given().multiPart("file", "Vendor_EDS.zip", zip).post("/api/eds/upload-package").then().statusCode(201)
                .body("total_eds_files", equalTo(3)).body("imported_count", equalTo(3))
                .body("skipped_count", equalTo(0))
                .body("versions", equalTo(List.of("V1.10", "V1.2")))
                .body("variants", equalTo(List.of("manufacturer_1", "odva_certified")))
                .body("vendor_name", notNullValue()).extract().path("package_id");
        given().multiPart("file", "renamed.zip", zip).post("/api/eds/upload-package").then().statusCode(200)
                .body("package_id", equalTo(id)).body("imported_count", equalTo(0)).body("skipped_count", equalTo(3));
        given().get("/api/eds/packages?size=500").then().statusCode(200)
                .body("find { it.id == " + id + " }.total_eds_files", equalTo(3))
                .body("find { it.id == " + id + " }.total_versions", equalTo(2));
        var detail = given().get("/api/eds/packages/" + id).then().statusCode(200)
                .body("readme_content", equalTo("Über diese Dateien")).extract().jsonPath();
        assertThat(detail.getList("eds_files.findAll { it.is_latest_version }.file_path", String.class))
                .containsExactly("Manufacturer 1/V1.10/flow.eds", "ODVA certified/V1.2/flow.eds");
        int latest = detail.getInt("eds_files.find { it.version_folder == 'V1.10' }.id");
        assertThat(given().get("/api/descriptions/" + latest).<Integer>path("minor_revision")).isEqualTo(10);
        for (int file : detail.getList("eds_files.id", Integer.class)) {
            given().delete("/api/eds/" + file).then().statusCode(200);
        }
        given().get("/api/eds/packages/" + id).then().statusCode(404);
    }

    @Test
    void aPackageIsAZipWithEdsFiles() {
        given().multiPart("file", "a.eds", ImportFixtures.eds(8061, "1", "1", "x")).post("/api/eds/upload-package")
                .then()
                .statusCode(400).body("code", equalTo("not-zip"));
        given().multiPart("file", "a.zip", Samples.zip(Map.of("a.xml", Samples.simple(8062))))
                .post("/api/eds/upload-package").then().statusCode(400).body("code", equalTo("zip-empty"));
        given().post("/api/eds/upload-package").then().statusCode(415);
        given().get("/api/eds/packages/987654").then().statusCode(404);
    }
}
