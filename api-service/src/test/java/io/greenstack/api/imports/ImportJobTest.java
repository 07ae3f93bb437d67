package io.greenstack.api.imports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;

import io.greenstack.api.ApiTest;
import io.greenstack.api.Samples;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;

/** Imports in the background. */
@ApiTest
class ImportJobTest {

    private static byte[] library(int from, int count) {
        Map<String, byte[]> library = new LinkedHashMap<>();
        for (int i = from; i < from + count; i++) {
            library.put("packages/device-" + i + ".zip",
                    Samples.zip(Map.of("device-" + i + ".xml", Samples.simple(i))));
        }
        return Samples.zip(library);
    }

    @Test
    void aLibraryIsImportedPackageByPackage() {
        Map<String, byte[]> library = new LinkedHashMap<>();
        library.put("good.zip", Samples.zip(Map.of("good.xml", Samples.simple(9001))));
        library.put("bad.zip", Samples.zip(new LinkedHashMap<>(Map.of("a.xml", Samples.simple(9002), "b.xml",
                ImportFixtures.text("<?xml version=\"1.0\"?>\n<IODevice>\n</Oops>")))));
        library.put("damaged.zip", Arrays.copyOf(Samples.zip(Map.of("x.xml", Samples.simple(9003))), 60));
        library.put("vendor/eds.zip", Samples.zip(Map.of("x.eds", ImportFixtures.eds(9004, "1", "1", "job"))));
        library.put("vendor/deeper.zip", Samples.zip(Map.of("deepest.zip",
                Samples.zip(Map.of("d.xml", Samples.simple(9005))))));
        library.put("one/one.xml", Samples.simple(9006));
        library.put("two/two.xml", ImportFixtures.text("<?xml version=\"1.0\"?>\n<IODevice>\n</Oops>"));
        library.put("letter.txt", ImportFixtures.text("Dear customer"));
        int id = ImportFixtures.start("library.zip", Samples.zip(library));
        JsonPath job = ImportFixtures.ended(id);
        assertThat(job.getString("state")).isEqualTo("done");
        assertThat(job.getString("finished_at")).isNotNull();
        assertThat(job.getInt("imported")).isEqualTo(4);
        assertThat(job.getInt("refused")).isEqualTo(4);
        assertThat(job.getInt("ignored")).isEqualTo(1);
        assertThat(job.getInt("packages_done")).isEqualTo(job.getInt("packages_found"));
        Map<String, Object> refused = job
                .getMap("results.find { it.file == 'library.zip!/bad.zip!/b.xml' }");
        assertThat(refused).containsEntry("status", "refused").containsEntry("code", "xml-malformed")
                .containsEntry("line", 3);
        assertThat(job.getString("results.find { it.file == 'library.zip!/bad.zip!/a.xml' }.code"))
                .isEqualTo("package-refused");
        assertThat(job.getString("results.find { it.file == 'library.zip!/damaged.zip' }.code"))
                .isEqualTo("zip-damaged");
        assertThat(job
                .getString("results.find { it.file == 'library.zip!/vendor/deeper.zip!/deepest.zip!/d.xml' }.status"))
                .isEqualTo("imported");
        given().get("/api/iodd?device_id=9002").then().body("", hasSize(0));
        given().get("/api/imports/" + id + "?status=refused&size=1").then().body("results", hasSize(1))
                .header("X-Total-Count", equalTo("4")).header("Link", notNullValue());
        given().get("/api/imports").then().statusCode(200).body("id", hasItem(id));
        JsonPath again = ImportFixtures.ended(ImportFixtures.start("library.zip", Samples.zip(library)));
        assertThat(again.getInt("already_known")).isEqualTo(4);
        assertThat(again.getInt("imported")).isZero();
        given().delete("/api/imports/" + id).then().statusCode(204);
        given().get("/api/imports/" + id).then().statusCode(404);
    }

    @Test
    void filesOfAFormAreAJobAtEveryAddress() {
        for (String path : List.of("/api/iodd/import", "/api/eds/import")) {
            int id = given().multiPart("file", "a.xml", Samples.simple(9011)).multiPart("file", "b.xml",
                    Samples.simple(9012)).multiPart("file", "c.eds", ImportFixtures.eds(9013, "2", "1", "form"))
                    .post(path).then().statusCode(202).header("Location", notNullValue()).extract().path("id");
            JsonPath job = ImportFixtures.ended(id);
            assertThat(job.getString("state")).isEqualTo("done");
            assertThat(job.getInt("imported") + job.getInt("already_known")).isEqualTo(3);
        }
    }

    @Test
    void progressComesAsEvents() throws Exception {
        int id = ImportFixtures.start("events.zip", library(9100, 40));
        HttpResponse<String> events = HttpClient.newHttpClient().send(HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + RestAssured.port + "/api/imports/" + id + "/events"))
                .timeout(Duration.ofSeconds(60)).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(events.statusCode()).isEqualTo(200);
        assertThat(events.headers().firstValue("Content-Type")).hasValueSatisfying(
                type -> assertThat(type).startsWith("text/event-stream"));
        assertThat(events.body()).contains("event:end").contains("\"state\":\"done\"").contains("\"imported\":40");
        assertThat(events.body().indexOf("event:end")).isEqualTo(events.body().lastIndexOf("event:end"));
        given().get("/api/imports/987654/events").then().statusCode(404);
    }

    @Test
    void aJobIsCancelledAndAnotherOneWaitsMeanwhile() {
        int first = ImportFixtures.start("first.zip", library(9200, 400));
        int second = ImportFixtures.start("second.zip", library(9700, 2));
        given().delete("/api/imports/" + second).then().statusCode(409).body("code", equalTo("job-active"));
        given().post("/api/imports/" + first + "/cancel").then().statusCode(200);
        JsonPath job = ImportFixtures.ended(first);
        assertThat(job.getString("state")).isEqualTo("cancelled");
        assertThat(job.getInt("imported")).isLessThan(400);
        assertThat(Integer.parseInt(given().get("/api/iodd?size=1").header("X-Total-Count"))).isPositive();
        assertThat(ImportFixtures.ended(second).getInt("imported")).isEqualTo(2);
        given().post("/api/imports/" + first + "/cancel").then().statusCode(200).body("state", equalTo("cancelled"));
        given().post("/api/imports/987654/cancel").then().statusCode(404);
    }

    @Test
    void anUploadOfAJobMayBeLargerThanOthers() {
        byte[] filler = new byte[12 << 20];
        new Random(7).nextBytes(filler);
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("big/big.xml", Samples.simple(9801));
        files.put("manual.pdf", filler);
        byte[] zip = Samples.zip(files);
        given().multiPart("file", "big.zip", zip).post("/api/iodd/upload").then().statusCode(413);
        JsonPath job = ImportFixtures.ended(ImportFixtures.start("big.zip", zip));
        assertThat(job.getInt("imported")).isEqualTo(1);
        assertThat(job.getInt("ignored")).isEqualTo(1);
    }

    @Test
    void withoutAConfiguredFolderNoneIsImportedOverHttp() {
        given().contentType(ContentType.JSON).body(Map.of("folder", "/etc")).post("/api/imports").then().statusCode(403)
                .body("code", equalTo("folder-import-off"));
        given().contentType(ContentType.JSON).body(Map.of("folder", " ")).post("/api/imports").then().statusCode(400);
        given().multiPart("other", "x").post("/api/imports").then().statusCode(400).body("code",
                equalTo("file-missing"));
    }
}
