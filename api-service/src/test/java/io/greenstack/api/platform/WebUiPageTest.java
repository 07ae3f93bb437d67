package io.greenstack.api.platform;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import org.junit.jupiter.api.Test;

import io.greenstack.api.ApiTest;

/** Whether the package has the UI or not: browsers get a page, programs get what they got before. */
@ApiTest
class WebUiPageTest {

    private static final String BROWSER = "text/html,application/xhtml+xml,*/*;q=0.8";

    @Test
    void browsersGetThePage() {
        for (String path : new String[]{"/", "/devices/line1.press:7", "/catalog/1"}) {
            given().accept(BROWSER).get(path).then().statusCode(200).contentType("text/html")
                    .header("Cache-Control", "no-cache")
                    .header("Content-Security-Policy", containsString("script-src 'self';"))
                    .body(containsString("<title>GreenStack</title>"));
        }
    }

    @Test
    void otherPathsStayAsTheyAre() {
        given().accept(BROWSER).get("/api/nothing").then().statusCode(404).contentType("application/problem+json");
        given().accept(BROWSER).get("/assets/gone.js").then().statusCode(404).header("Cache-Control", "no-store");
        given().accept("application/json").get("/devices").then().statusCode(404);
        given().accept(BROWSER).get("/docs/").then().statusCode(200)
                .body(not(containsString("<title>GreenStack</title>")));
    }
}
