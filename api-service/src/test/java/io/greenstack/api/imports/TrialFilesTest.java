package io.greenstack.api.imports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.greenstack.api.ApiTest;
import io.greenstack.api.Samples;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

/** Inputs that failed in trials, and files that are broken somewhere in a ZIP: what is wrong with them is told, and alike by all ways in. */
@ApiTest
class TrialFilesTest {

    private static final Path FILES = Path.of(System.getProperty("greenstack.root", ".."))
            .resolve("../shared/cases/files");

    @Test
    void everyInputOfTheTrialsIsTakenOrRefusedByName() throws IOException {
        assumeTrue(Files.isDirectory(FILES), "the inputs of the trials are not here: " + FILES);
        for (Path file : files()) {
            String name = file.getFileName().toString();
            byte[] content = Files.readAllBytes(file);
            for (String way : List.of("/api/iodd/upload", "/api/eds/upload")) {
                Response answer = given().multiPart("file", name, content).post(way);
                assertThat(answer.statusCode()).as(way + ' ' + name).isIn(200, 201, 400);
                if (answer.statusCode() == 400) {
                    assertThat(answer.contentType()).startsWith("application/problem+json");
                    assertThat(answer.<String>path("detail")).as(way).contains(name);
                }
            }
            JsonPath job = ImportFixtures.ended(ImportFixtures.start(name, content));
            assertThat(job.getString("state")).as(name).isEqualTo("done");
            assertThat(job.getList("results.file")).as(name).isNotEmpty();
            assertThat(job.getList("results.findAll { it.status in ['refused', 'ignored'] }.message")).as(name)
                    .doesNotContainNull();
        }
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(FILES)) {
            return all.sorted().toList();
        }
    }

    @ParameterizedTest
    @CsvSource({
            "broken.xml, <IODevice xmlns='http://www.io-link.com/IODD/2010/10'><DocumentInfo, xml-malformed, refused",
            "other.xml, <root xmlns='urn:other'/>, wrong-root, ignored",
            "broken.eds, [File] DescText = 'x', eds-identity-missing, refused",
            "empty.eds, '', eds-empty, refused", "note.txt, nothing, other-kind, ignored"})
    void aFileInAnotherFolderIsJudgedAlikeByUploadAndJob(String name, String content, String code, String status) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("good/sensor-IODD1.1.xml", Samples.simple(13_501 + Math.floorMod(name.hashCode(), 400)));
        files.put("other/" + name, ImportFixtures.text(content));
        byte[] zip = Samples.zip(files);

        JsonPath job = ImportFixtures.ended(ImportFixtures.start("alike.zip", zip));
        String told = "results.find { it.file.contains('" + name + "') }";
        assertThat(job.getString(told + ".status")).isEqualTo(status);
        assertThat(job.getString(told + ".code")).isEqualTo(code);

        Response upload = given().multiPart("file", "alike.zip", zip).post("/api/iodd/upload");
        if (status.equals("refused")) {
            assertThat(upload.statusCode()).isEqualTo(400);
            assertThat(upload.<String>path("errors[0].field")).contains("other/" + name);
            assertThat(upload.<String>path("errors[0].code")).isEqualTo(code);
            assertThat(upload.<String>path("errors[0].message")).isEqualTo(job.getString(told + ".message"));
        } else {
            assertThat(upload.statusCode()).isEqualTo(200);
            assertThat(upload.<String>path(told + ".status")).isEqualTo(status);
            assertThat(upload.<String>path(told + ".code")).isEqualTo(code);
        }
    }
}
