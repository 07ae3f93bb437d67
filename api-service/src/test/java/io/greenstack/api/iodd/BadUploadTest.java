package io.greenstack.api.iodd;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.oneOf;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.greenstack.api.ApiTest;
import io.greenstack.api.RawHttp;
import io.greenstack.api.Samples;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;

/** Uploads that must be refused with a reason, and leave nothing behind. */
@ApiTest
class BadUploadTest {

    private String before;

    @BeforeEach
    void count() {
        before = given().get("/api/descriptions?size=1").header("X-Total-Count");
    }

    @AfterEach
    void nothingIsStored() {
        assertThat(given().get("/api/descriptions?size=1").header("X-Total-Count")).isEqualTo(before);
    }

    private static void refused(ValidatableResponse response, String code) {
        response.statusCode(400).contentType("application/problem+json").body("code", equalTo(code))
                .body("status", equalTo(400)).body("title", notNullValue()).body("detail", notNullValue())
                .body("trace_id", notNullValue()).body("detail", not(containsString("Exception")))
                .body("detail", not(containsString("at io.greenstack")));
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void notXml() {
        refused(Samples.upload("a.xml", text("This is a letter, no device description.")), "not-xml");
    }

    @Test
    void malformedXml() {
        refused(Samples.upload("a.xml", text("<?xml version=\"1.0\"?><IODevice><DocumentInfo></IODevice>")),
                "xml-malformed");
    }

    @Test
    void documentTypeDeclaration() {
        refused(Samples.upload("a.xml",
                text("<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>"
                        + "<IODevice>&a;</IODevice>")),
                "dtd-forbidden");
    }

    @Test
    void wrongRootElement() {
        refused(Samples.upload("a.xml", text("<?xml version=\"1.0\"?><Invoice/>")), "wrong-root");
    }

    @Test
    void emptyFile() {
        refused(Samples.upload("a.xml", new byte[0]), "empty-file");
    }

    @Test
    void noFileAtAll() {
        refused(given().multiPart("other", "x").post("/api/iodd/upload").then(), "file-missing");
    }

    @Test
    void zipBomb() {
        refused(Samples.upload("bomb.zip",
                Samples.zip(Map.of("bomb.xml", new byte[9 << 20], "more.xml", new byte[9 << 20]))),
                "zip-bomb");
    }

    @Test
    void zipThatLeavesItsFolder() {
        refused(Samples.upload("a.zip", Samples.zip(Map.of("../../etc/evil.xml", Samples.simple(2101)))), "zip-path");
    }

    @Test
    void zipWithoutDescription() {
        ValidatableResponse response = Samples.upload("a.zip", Samples.zip(Map.of("readme.txt", text("hello"))));
        refused(response, "zip-empty");
    }

    @Test
    void oneDamagedDeviceRefusesTheWholeZip() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("good/good.xml", Samples.simple(2102));
        files.put("bad/bad.xml",
                text("<?xml version=\"1.0\"?><IODevice xmlns=\"http://www.io-link.com/IODD/2010/10\"/>"));
        refused(Samples.upload("mixed.zip", Samples.zip(files)), "identity-missing");
    }

    @Test
    void elevenMegabytes() {
        byte[] large = new byte[11 << 20];
        new Random(1).nextBytes(large);
        Samples.upload("large.zip", large).statusCode(413).contentType("application/problem+json")
                .body("code", oneOf("payload-too-large", "too-large"));
    }

    @Test
    void notMultipart() {
        given().contentType(ContentType.JSON).body("{}").post("/api/iodd/upload").then().statusCode(415)
                .contentType("application/problem+json").body("code", equalTo("unsupported-media-type"));
    }

    @Test
    void elevenMegabytesWithALength() {
        HttpResponse<String> response = RawHttp.post("/api/iodd/upload", "multipart/form-data; boundary=x",
                new byte[11 << 20]);
        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(response.body()).contains("\"code\":\"payload-too-large\"");
    }

    @Test
    void damagedMultipart() {
        for (String type : List.of("multipart/form-data", "multipart/form-data; boundary=x")) {
            HttpResponse<String> response = RawHttp.post("/api/iodd/upload", type, text("--nothing"));
            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        }
    }
}
