package io.greenstack.api.export;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import org.junit.jupiter.api.Test;

import io.greenstack.api.ApiTest;
import io.greenstack.api.Samples;
import io.greenstack.api.SmallBounds;
import io.quarkus.test.junit.TestProfile;

/** A table that would be too long is refused with the bound, and shorter ones are not. */
@ApiTest
@TestProfile(SmallBounds.class)
class ExportBoundTest {

    @Test
    void tooManyRowsAreRefused() {
        int large = Samples.imported(Samples.everything(3401));
        int small = Samples.imported(Samples.little(3402, ""));

        for (String path : new String[]{"/api/descriptions/" + large + "/export/parameters",
                "/api/descriptions/export/parameters?ids=" + small + "," + large,
                "/api/descriptions/" + large + "/parameter-set",
                "/api/config-export/iodd/" + large + "/csv",
                "/api/config-export/batch/json?device_type=IODD&device_ids=" + large}) {
            given().get(path).then().statusCode(422).contentType("application/problem+json")
                    .body("code", equalTo("export-too-large")).body("detail", containsString("3 rows"));
        }
        given().get("/api/descriptions/" + small + "/export/events").then().statusCode(200);
    }
}
