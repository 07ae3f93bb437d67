package io.greenstack.api.search;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import io.greenstack.api.ApiTest;
import io.greenstack.api.Samples;

/** Whatever is asked, a search answers or says what is wrong; it never fails. */
@ApiTest
class SearchFuzzTest {

    private static final int ROUNDS = 400;
    private static final List<String> PIECES = List.of("'", "\\", "&", "|", "!", "<->", ":*", ":A", "(", ")", "%", "_",
            "\"",
            ";", "--", "/*", "index", "60", "0x", "0x8C40", "16#", "h", "temp", "tempreature", "Füllstand", "温度", "🌡",
            "ß",
            "\u0301", "\u200B", "\u202E", "\t", " ", "°C", "m/s", "=", "~", "#", "null", "{}", "[", "]", "$1", "?",
            ":name",
            "999999999999999", "0xFFFFFFFFFFFF", "\uFFFF", "select", "';drop table description;--", "a".repeat(70));

    @Test
    void noQueryIsAFailure() {
        Samples.upload("fuzz.xml", Samples.conditional(7950));
        Random random = new Random(20261130);
        for (int round = 0; round < ROUNDS; round++) {
            StringBuilder query = new StringBuilder();
            int pieces = 1 + random.nextInt(8);
            for (int i = 0; i < pieces; i++) {
                query.append(PIECES.get(random.nextInt(PIECES.size())));
                if (random.nextInt(3) == 0) {
                    query.append(' ');
                }
            }
            String path = random.nextInt(4) == 0 ? "/api/search/suggestions" : "/api/search";
            int status = given().queryParam("q", query.toString()).get(path).statusCode();
            assertThat(status).as("%s of %s", path, query).isIn(200, 400);
        }
    }

    @Test
    void badParametersAreNamed() {
        for (String wrong : List.of("q=a", "q=", "q=%20%20", "q=" + "x".repeat(201), "q=abc&limit=0", "q=abc&limit=501",
                "q=abc&page=0", "q=abc&page=101", "q=abc&device_type=pdf", "q=abc&type=nothing", "q=abc&facets=maybe",
                "q=abc&vendor=a%00b")) {
            given().urlEncodingEnabled(false).get("/api/search?" + wrong).then().statusCode(400);
        }
        given().get("/api/search").then().statusCode(400);
        given().get("/api/search/suggestions?q=a&limit=21").then().statusCode(400);
        given().get("/api/search/suggestions").then().statusCode(400);
    }
}
