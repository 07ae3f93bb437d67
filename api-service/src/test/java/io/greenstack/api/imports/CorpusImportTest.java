package io.greenstack.api.imports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.greenstack.api.ApiTest;
import io.greenstack.api.Samples;
import io.greenstack.localstack.testing.Corpus;
import io.restassured.path.json.JsonPath;

/** Every vendor's file imports by the ways that users have. */
@ApiTest
class CorpusImportTest {

    private static Map<String, byte[]> flat(Path folder) {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            paths.filter(Files::isRegularFile)
                    .forEach(path -> files.put(path.getFileName().toString(), Corpus.bytes(path)));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return files;
    }

    private static List<Path> children(Path folder) {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.sorted().toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void foldersZippedFlatAndTheGenuineZip() {
        for (Path folder : children(Corpus.folder("iodd/packages"))) {
            assertThat(Samples.upload(folder.getFileName() + ".zip", Samples.zip(flat(folder))).extract().statusCode())
                    .as(folder.toString()).isIn(200, 201);
        }
        Map<String, byte[]> examples = flat(Corpus.folder("iodd/official-examples-2024"));
        long mains = examples.keySet().stream().filter(name -> name.matches(".*IODD1\\.1\\.xml")).count();
        Samples.upload("examples.zip", Samples.zip(examples)).statusCode(201);
        assertThat(Integer.parseInt(given().get("/api/iodd?size=1").header("X-Total-Count")))
                .isGreaterThanOrEqualTo((int) mains);
        for (Path zip : children(Corpus.folder("iodd/zip"))) {
            int id = Samples.upload(zip.getFileName().toString(), Corpus.bytes(zip)).extract().path("device_id");
            assertThat(given().get("/api/iodd/" + id + "/assets").<List<String>>path("file_type")).contains("language",
                    "image");
        }
    }

    @Test
    void aLibraryOfAllOfThem() {
        Map<String, byte[]> library = new TreeMap<>();
        flat(Corpus.folder("iodd/single")).forEach((name, content) -> library.put("single/" + name, content));
        for (Path folder : children(Corpus.folder("iodd/packages"))) {
            library.put(folder.getFileName() + ".zip", Samples.zip(flat(folder)));
        }
        flat(Corpus.folder("eds")).forEach((name, content) -> library.put(
                (name.endsWith(".zip") ? "" : "eds/") + name, content));
        JsonPath job = ImportFixtures.ended(ImportFixtures.start("all.zip", Samples.zip(library)));
        assertThat(job.getList("results.findAll { it.status == 'refused' }")).isEmpty();
        assertThat(job.getString("state")).isEqualTo("done");
        assertThat(job.getInt("imported") + job.getInt("replaced") + job.getInt("already_known"))
                .isGreaterThan(30);
    }

    @Test
    void vendorsZipsOfEdsFilesArePackages() {
        for (Path zip : children(Corpus.folder("eds/zip"))) {
            int id = given().multiPart("file", zip.getFileName().toString(), Corpus.bytes(zip))
                    .post("/api/eds/upload-package").then().extract().path("package_id");
            JsonPath detail = given().get("/api/eds/packages/" + id).then().statusCode(200).extract().jsonPath();
            assertThat(detail.getInt("total_eds_files")).isPositive();
            for (int file : detail.getList("eds_files.id", Integer.class)) {
                assertThat(given().get("/api/descriptions/" + file).statusCode()).isEqualTo(200);
            }
        }
    }

    @Test
    void negativesAreRefusedWithReasonAndLine() {
        for (Path file : children(Corpus.folder("iodd/negative"))) {
            JsonPath job = ImportFixtures.ended(ImportFixtures.start(file.getFileName().toString(),
                    Corpus.bytes(file)));
            assertThat(job.getString("results[0].status")).as(file.toString()).isEqualTo("refused");
            assertThat(job.getString("results[0].code")).as(file.toString()).isNotBlank();
            assertThat(job.getInt("results[0].line")).as(file.toString()).isPositive();
        }
        for (Path file : children(Corpus.folder("eds-other"))) {
            String path = file.toString().endsWith(".xml") ? "/api/iodd/upload" : "/api/eds/upload";
            given().multiPart("file", file.getFileName().toString(), Corpus.bytes(file)).post(path).then()
                    .statusCode(400);
        }
    }
}
