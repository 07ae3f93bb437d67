package io.greenstack.api.imports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.greenstack.api.ApiTest;
import io.greenstack.api.Samples;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;

@ApiTest
@TestProfile(FolderImports.class)
class FolderImportTest {

    @Inject
    JobRecords records;

    @Inject
    ImportCommand command;

    private static ValidatableResponse start(String folder) {
        return given().contentType(ContentType.JSON).body(Map.of("folder", folder)).post("/api/imports").then();
    }

    private static Path folder(String name) throws IOException {
        return Files.createDirectories(FolderImports.ROOT.resolve(name));
    }

    @Test
    void aFolderIsImportedWithWhatBelongsTogether() throws IOException {
        Path folder = folder("vendor");
        Files.write(folder.resolve("LT-13001-IODD1.1.xml"), Samples.conditional(13001));
        Files.write(folder.resolve("LT-13001-IODD1.1-fr.xml"), ImportFixtures.text("<?xml version=\"1.0\"?>"
                + "<ExternalTextDocument xmlns=\"http://www.io-link.com/IODD/2010/10\"><DocumentInfo version=\"V1.0\" "
                + "releaseDate=\"2026-11-23\" copyright=\"x\"/><Language xml:lang=\"fr\"><Text id=\"TN_Unit\" value=\"U\"/>"
                + "</Language></ExternalTextDocument>"));
        Files.write(folder.resolve("bad.xml"), ImportFixtures.text("<?xml version=\"1.0\"?>\n<IODevice>\n</Oops>"));
        Files.write(folder.resolve("x.eds"), ImportFixtures.eds(13002, "1", "1", "folder"));
        Files.write(folder.resolve("manual.pdf"), ImportFixtures.text("%PDF"));
        Files.write(folder(("vendor/zips")).resolve("p.zip"), Samples.zip(Map.of("p.xml", Samples.simple(13003))));
        JsonPath job = ImportFixtures.ended(start("vendor").statusCode(202).body("source", equalTo("folder")).extract()
                .path("id"));
        assertThat(job.getString("state")).isEqualTo("done");
        assertThat(job.getInt("imported")).isEqualTo(3);
        assertThat(job.getString("results.find { it.file == 'bad.xml' }.code")).isEqualTo("xml-malformed");
        assertThat(job.getInt("results.find { it.file == 'bad.xml' }.line")).isEqualTo(3);
        assertThat(job.getString("results.find { it.file == 'manual.pdf' }.status")).isEqualTo("ignored");
        int id = job.getInt("results.find { it.file == 'LT-13001-IODD1.1.xml' }.id");
        given().get("/api/iodd/" + id + "/assets").then().body("", hasSize(2));
    }

    @Test
    void nothingOutsideTheFolderIsReached() throws IOException {
        Path link = FolderImports.ROOT.resolve("link");
        if (!Files.exists(link)) {
            Files.createSymbolicLink(link, Path.of("/"));
        }
        for (String outside : List.of("/etc", "../", "vendor/../../..", "/")) {
            start(outside).statusCode(403).body("code", equalTo("folder-forbidden"));
        }
        start("link").statusCode(404).body("code", equalTo("folder-not-found"));
        start("link/etc").statusCode(404);
        start("missing").statusCode(404).body("code", equalTo("folder-not-found"));
        Path inside = folder("links");
        Path secret = Files.createTempDirectory("greenstack-secret");
        Files.write(secret.resolve("secret.xml"), Samples.simple(13011));
        for (String name : List.of("folder", "file.xml")) {
            Files.deleteIfExists(inside.resolve(name));
            Files.createSymbolicLink(inside.resolve(name),
                    name.equals("folder") ? secret : secret.resolve("secret.xml"));
        }
        JsonPath job = ImportFixtures.ended(start("links").statusCode(202).extract().path("id"));
        assertThat(job.getInt("total_results")).isZero();
    }

    @Test
    void aJobOutlastsTheRequestTimeOutAndFewWait() {
        Map<String, byte[]> library = new LinkedHashMap<>();
        for (int i = 0; i < 300; i++) {
            library.put("d" + i + ".zip", Samples.zip(Map.of("d.xml", Samples.conditional(14000 + i))));
        }
        int first = ImportFixtures.start("first.zip", Samples.zip(library));
        byte[] small = Samples.zip(Map.of("a.xml", Samples.simple(13021)));
        int second = ImportFixtures.start("second.zip", small);
        given().multiPart("file", "third.zip", small).post("/api/imports").then().statusCode(429)
                .contentType("application/problem+json").body("code", equalTo("import-queue-full"));
        JsonPath job = ImportFixtures.ended(first);
        assertThat(job.getString("state")).isEqualTo("done");
        assertThat(job.getInt("imported")).isEqualTo(300);
        assertThat(Duration.between(Instant.parse(job.getString("started_at")),
                Instant.parse(job.getString("finished_at")))).isPositive();
        assertThat(ImportFixtures.ended(second).getString("state")).isEqualTo("done");
    }

    @Test
    void jobsOfADeadInstanceAreInterrupted() {
        ImportJobView abandoned = records.create(JobSource.FOLDER, "/srv", "test", "dead-instance");
        assertThat(records.interrupt("another-instance", Duration.ofMinutes(1), List.of())).isZero();
        assertThat(records.interrupt("dead-instance", Duration.ofMinutes(1), List.of())).isEqualTo(1);
        given().get("/api/imports/" + abandoned.id()).then().body("state", equalTo("interrupted"));
        ImportJobView silent = records.create(JobSource.FOLDER, "/srv", "test", "silent-instance");
        assertThat(records.interrupt("", Duration.ofSeconds(-5), List.of())).isEqualTo(1);
        given().get("/api/imports/" + silent.id()).then().body("state", equalTo("interrupted"));
    }

    @Test
    void theCommandLineImportsAnyFolderAndTellsByItsExitCode() throws IOException {
        Path folder = Files.createTempDirectory("greenstack-command");
        Files.write(folder.resolve("a.xml"), Samples.simple(13031));
        assertThat(command.run("import", folder.toString())).isZero();
        await().atMost(ImportFixtures.PATIENCE).untilAsserted(() -> given().get("/api/iodd?device_id=13031").then()
                .statusCode(200).body("", hasSize(1)));
        Files.write(folder.resolve("b.xml"), ImportFixtures.text("<IODevice>"));
        assertThat(command.run("import", folder.toString())).isEqualTo(1);
        assertThat(command.run("import")).isEqualTo(3);
        assertThat(command.run("import", folder.resolve("missing").toString())).isEqualTo(3);
    }
}
