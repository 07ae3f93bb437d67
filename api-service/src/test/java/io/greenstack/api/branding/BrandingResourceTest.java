package io.greenstack.api.branding;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.greenstack.api.ApiTest;
import io.restassured.http.ContentType;

@ApiTest
class BrandingResourceTest {

    private static final byte[] PNG = HexFormat.of().parseHex("89504e470d0a1a0a0000000d49484452");

    @AfterEach
    void reset() {
        given().delete("/api/branding").then().statusCode(200);
    }

    @Test
    void nothingIsSetAtFirst() {
        given().get("/api/branding").then().statusCode(200).body("name", equalTo("GreenStack"))
                .body("primary_color", startsWith("#")).body("custom", is(false)).body("logo", nullValue());
        given().get("/api/branding/logo").then().statusCode(404).body("code", equalTo("no-logo"));
    }

    @Test
    void nameAndColoursAreKept() {
        given().contentType(ContentType.JSON)
                .body(Map.of("name", " Plant 7 ", "primary_color", "#AA00FF", "accent_color", "#00bb11"))
                .put("/api/branding").then().statusCode(200).body("name", equalTo("Plant 7"))
                .body("primary_color", equalTo("#aa00ff")).body("custom", is(true));
        given().get("/api/branding").then().body("accent_color", equalTo("#00bb11"));
    }

    @Test
    void theLogoIsServedAsThePictureItIs() {
        String logo = given().multiPart("file", "../logo.svg", PNG).put("/api/branding/logo").then().statusCode(200)
                .body("name", equalTo("GreenStack")).extract().path("logo");

        byte[] served = given().get(logo).then().statusCode(200).contentType("image/png")
                .header("X-Content-Type-Options", "nosniff").header("Content-Disposition", startsWith("inline"))
                .header("Content-Security-Policy", containsString("sandbox")).extract().asByteArray();
        assertThat(served).isEqualTo(PNG);
        String tag = given().get(logo).header("ETag");
        given().header("If-None-Match", tag).get(logo).then().statusCode(304);
        given().delete("/api/branding/logo").then().statusCode(200).body("logo", nullValue());
        given().get(logo).then().statusCode(404);
    }

    @Test
    void whatIsNoPictureOrTooLargeIsRefused() {
        byte[] svg = "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"
                .getBytes(StandardCharsets.UTF_8);
        given().multiPart("file", "logo.png", svg).put("/api/branding/logo").then().statusCode(415)
                .body("code", equalTo("logo-type"));
        given().multiPart("file", "logo.png", Arrays.copyOf(PNG, BrandingService.LARGEST_LOGO + 1))
                .put("/api/branding/logo").then().statusCode(413).body("code", equalTo("logo-too-large"));
        given().multiPart("other", "x").put("/api/branding/logo").then().statusCode(400)
                .body("code", equalTo("file-missing"));
        given().get("/api/branding").then().body("logo", nullValue()).body("custom", is(false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"red", "#12345", "#1234567", "url(x)", "#12345g"})
    void otherColoursAreRefused(String color) {
        given().contentType(ContentType.JSON)
                .body(Map.of("name", "x", "primary_color", color, "accent_color", "#000000")).put("/api/branding")
                .then().statusCode(400).body("errors[0].field", equalTo("primary_color"));
    }
}
