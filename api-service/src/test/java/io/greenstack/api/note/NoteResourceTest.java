package io.greenstack.api.note;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.greenstack.api.ApiTest;
import io.greenstack.api.Samples;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;

@ApiTest
class NoteResourceTest {

    private static ValidatableResponse write(int description, Map<String, Object> note) {
        return given().contentType(ContentType.JSON).body(note).post("/api/descriptions/" + description + "/notes")
                .then();
    }

    private static int written(int description, String title) {
        return write(description, Map.of("title", title, "text", "Observed at line 4.")).statusCode(201).extract()
                .path("id");
    }

    private static ValidatableResponse change(int note, Map<String, Object> patch) {
        return given().contentType(ContentType.JSON).body(patch).patch("/api/notes/" + note).then();
    }

    @Test
    void aNoteIsWrittenReadAndChanged() {
        int description = Samples.imported(Samples.simple(3101));
        int id = write(description, Map.of("title", "Unit is wrong", "text", "bar, not kPa", "category", "units",
                "reference", "V_Pressure", "priority", "HIGH")).statusCode(201)
                .header("Location", containsString("/api/notes/")).body("status", equalTo("open"))
                .body("product_name", notNullValue()).body("created_by", notNullValue()).extract().path("id");

        given().get("/api/notes/" + id).then().statusCode(200).body("note.title", equalTo("Unit is wrong"))
                .body("note.priority", equalTo("high")).body("comments", hasSize(0)).body("attachments", hasSize(0));
        change(id, Map.of("status", "in_progress", "category", "")).statusCode(200)
                .body("status", equalTo("in_progress")).body("category", nullValue())
                .body("reference", equalTo("V_Pressure")).body("title", equalTo("Unit is wrong"));
        change(id, Map.of("status", "gone")).statusCode(400).body("detail", containsString("wont_fix"));
        change(id, Map.of("title", " ")).statusCode(400);
        given().delete("/api/notes/" + id).then().statusCode(204);
        given().get("/api/notes/" + id).then().statusCode(404).body("code", equalTo("unknown-note"));
    }

    @Test
    void listsAreFilteredAndPaged() {
        int description = Samples.imported(Samples.simple(3102));
        int other = Samples.imported(Samples.simple(3103));
        int first = written(description, "First of these");
        int second = written(description, "Second of these");
        int elsewhere = written(other, "Elsewhere");
        change(first, Map.of("status", "resolved"));

        given().get("/api/descriptions/" + description + "/notes").then().statusCode(200)
                .header("X-Total-Count", equalTo("2")).body("id", contains(second, first));
        given().get("/api/notes?status=resolved&description_id=" + description).then().statusCode(200)
                .body("id", contains(first));
        given().get("/api/notes?q=SECOND of").then().statusCode(200).body("id", hasItem(second))
                .body("id", not(hasItem(elsewhere)));
        given().get("/api/notes?size=1").then().statusCode(200).body("$", hasSize(1))
                .header("Link", containsString("rel=\"next\""));
        given().get("/api/notes?kind=eds&description_id=" + description).then().body("$", hasSize(0));
        given().get("/api/notes?status=nonsense").then().statusCode(400);
        given().get("/api/descriptions/999999/notes").then().statusCode(404);
    }

    @Test
    void commentsAreKeptInTheirOrder() {
        int id = written(Samples.imported(Samples.simple(3104)), "Talk about it");
        for (String text : new String[]{"one", "two"}) {
            given().contentType(ContentType.JSON).body(Map.of("text", text)).post("/api/notes/" + id + "/comments")
                    .then().statusCode(201);
        }
        given().get("/api/notes/" + id).then().body("comments.text", contains("one", "two"))
                .body("note.comment_count", is(2));
        given().contentType(ContentType.JSON).body(Map.of("text", "")).post("/api/notes/" + id + "/comments").then()
                .statusCode(400);
        given().contentType(ContentType.JSON).body(Map.of("text", "x")).post("/api/notes/999999/comments").then()
                .statusCode(404);
    }

    /** Nothing that a browser would run is served as such, whatever its sender says of it. */
    @ParameterizedTest
    @CsvSource({"page.html,3c7363726970743e,application/octet-stream", "x.svg,3c737667,application/octet-stream",
            "photo.png,89504e470d0a1a0a,image/png", "photo.gif.html,474946383961,image/gif",
            "notes.txt,4d65737365c3bc,text/plain", "broken.txt,4d65ff,application/octet-stream",
            "sheet.pdf,255044462d312e37,application/pdf", "image.png,3c68746d6c3e,application/octet-stream"})
    void attachmentsAreServedSafely(String name, String hex, String type) {
        int id = written(Samples.upload("sample.xml", Samples.simple(3105)).extract().path("device_id"), "With files");
        byte[] content = HexFormat.of().parseHex(hex);
        String location = given().multiPart("file", name, content, "text/html")
                .post("/api/notes/" + id + "/attachments").then().statusCode(201).body("byte_size", is(content.length))
                .body("name", equalTo(name)).extract().header("Location");

        byte[] served = given().header("Accept", "text/html").get(location.replaceFirst("^https?://[^/]+", "")).then()
                .statusCode(200).contentType(startsWith(type)).header("X-Content-Type-Options", "nosniff")
                .header("Content-Disposition", startsWith("attachment;"))
                .header("Content-Security-Policy", containsString("sandbox")).extract().asByteArray();
        assertThat(served).isEqualTo(content);
    }

    @Test
    void attachmentsAreBounded() {
        int id = written(Samples.imported(Samples.simple(3106)), "Too much");
        String path = "/api/notes/" + id + "/attachments";
        given().multiPart("file", "big.bin", new byte[NoteService.LARGEST_ATTACHMENT]).post(path).then()
                .statusCode(201);
        given().multiPart("file", "big.bin", new byte[NoteService.LARGEST_ATTACHMENT + 1]).post(path).then()
                .statusCode(413).body("code", equalTo("attachment-too-large"));
        given().multiPart("other", "x").post(path).then().statusCode(400).body("code", equalTo("file-missing"));
        for (int i = 1; i < 20; i++) {
            given().multiPart("file", "../../etc/passwd", "x".getBytes(StandardCharsets.UTF_8)).post(path).then()
                    .statusCode(201).body("name", equalTo("passwd"));
        }
        given().multiPart("file", "one.bin", new byte[1]).post(path).then().statusCode(409)
                .body("code", equalTo("too-many-attachments"));

        int attachment = given().get("/api/notes/" + id).path("attachments[5].id");
        given().delete(path + "/" + attachment).then().statusCode(204);
        given().get(path + "/" + attachment).then().statusCode(404).body("code", equalTo("unknown-attachment"));
        given().get("/api/notes/" + id).then().body("note.attachment_count", is(19));
    }

    @Test
    void aTableOfNotesIsHarmlessInSpreadsheets() {
        int description = Samples.imported(Samples.simple(3107));
        write(description, Map.of("title", "=HYPERLINK(\"http://evil\")", "text", "+1; \"quoted\"\nline"))
                .statusCode(201);
        String csv = given().get("/api/notes/export?description_id=" + description).then().statusCode(200)
                .contentType("text/csv").header("Content-Disposition", containsString("notes.csv")).extract()
                .asString();
        assertThat(csv).startsWith("id,description_id,kind,").contains("\"'=HYPERLINK(\"\"http://evil\"\")\"")
                .contains("'+1; ").doesNotContain(",=HYPER");
        given().get("/api/notes/export?format=json&description_id=" + description).then()
                .body("[0].status", equalTo("open")).body("$", hasSize(1));
    }

    @Test
    void aNoteOutlivesItsDescription() {
        int description = Samples.imported(Samples.simple(3108));
        int id = written(description, "Keep me");
        given().delete("/api/descriptions/" + description).then().statusCode(204);

        given().get("/api/notes/" + id).then().statusCode(200).body("note.description_id", nullValue())
                .body("note.device_id", is(3108)).body("note.kind", equalTo("IODD"));
    }

    @Test
    void hostileTextsAreTextsOnly() {
        int description = Samples.imported(Samples.simple(3109));
        String hostile = "<script>alert(1)</script>'; drop table note; -- \0 \uD83D\uDE00";
        int id = write(description, Map.of("title", hostile, "text", hostile)).statusCode(201).extract().path("id");
        given().get("/api/notes/" + id).then().statusCode(200)
                .body("note.title", equalTo(hostile.replace("\0", "")));
        given().queryParam("q", "%_!'").get("/api/notes").then().statusCode(200);
        write(description, Map.of("title", "x".repeat(201), "text", "")).statusCode(400);
        given().contentType(ContentType.JSON).body(Map.of("title", "x", "text", "")).post("/api/notes").then()
                .statusCode(400).body("errors[0].field", endsWith("description_id"));
    }
}
