package io.greenstack.api.imports;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

import io.restassured.path.json.JsonPath;

/** What tests of imports share. */
final class ImportFixtures {

    static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};

    private static final Set<String> ACTIVE = Set.of("queued", "running");
    static final Duration PATIENCE = Duration.ofSeconds(180);

    private ImportFixtures() {}

    /** The sample EDS file with another product code, revision and text. */
    static byte[] eds(int productCode, String major, String minor, String text) {
        try {
            String file = Files
                    .readString(Path.of(System.getProperty("greenstack.root", ".."), "deploy", "samples", "eds",
                            "greenstack-flow-transmitter.eds"), StandardCharsets.ISO_8859_1);
            return file.replaceFirst("ProdCode\\s*=\\s*[^;]+;", "ProdCode = " + productCode + ";")
                    .replaceFirst("MajRev\\s*=\\s*[^;]+;", "MajRev = " + major + ";")
                    .replaceFirst("MinRev\\s*=\\s*[^;]+;", "MinRev = " + minor + ";")
                    .replaceFirst("\\[File]", "\\$ " + text + "\n[File]").getBytes(StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Another release of an IODD. */
    static byte[] released(byte[] iodd, String date, String version) {
        return new String(iodd, StandardCharsets.UTF_8)
                .replaceFirst("DocumentInfo version=\"[^\"]*\" releaseDate=\"[^\"]*\"",
                        "DocumentInfo version=\"" + version + "\" releaseDate=\"" + date + "\"")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The same release with other content. */
    static byte[] commented(byte[] iodd, String comment) {
        return (new String(iodd, StandardCharsets.UTF_8) + "<!-- " + comment + " -->")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Starts a job and answers its id. */
    static int start(String name, byte[] content) {
        return given().multiPart("file", name, content).post("/api/imports").then().statusCode(202).extract()
                .path("id");
    }

    /** Waits for the end of a job and answers it with its first results. */
    static JsonPath ended(int id) {
        await().atMost(PATIENCE)
                .until(() -> !ACTIVE.contains(given().get("/api/imports/" + id).<String>path("state")));
        return given().get("/api/imports/" + id + "?size=500").then().statusCode(200).extract().jsonPath();
    }
}
