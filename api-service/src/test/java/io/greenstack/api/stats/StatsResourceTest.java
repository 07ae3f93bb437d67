package io.greenstack.api.stats;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import org.junit.jupiter.api.Test;

import io.greenstack.api.ApiTest;
import io.greenstack.api.Samples;

@ApiTest
class StatsResourceTest {

    @Test
    void anImportCounts() {
        int before = given().get("/api/stats").then().statusCode(200).extract().path("total_devices");
        int parameters = given().get("/api/stats").path("total_parameters");
        Samples.imported(Samples.conditional(2901));

        given().get("/api/stats").then().statusCode(200).body("total_devices", is(before + 1))
                .body("total_parameters", greaterThan(parameters)).body("total_eds_files", greaterThanOrEqualTo(0))
                .body("unique_eds_devices", greaterThanOrEqualTo(0))
                .body("supported_platforms", hasItems("node-red-monitoring", "plc-structured-text"))
                .body("registered_devices", greaterThanOrEqualTo(0));
    }

    @Test
    void thePoolTellsWhatItReallyDoes() {
        int before = given().get("/api/health/db-pool").then().statusCode(200).body("pool_type", equalTo("Agroal"))
                .body("size", greaterThan(1)).body("timeout", greaterThan(0f)).extract().path("acquired");
        given().get("/api/devices?connection=silent").then().statusCode(200);

        int after = given().get("/api/health/db-pool").path("acquired");
        assertThat(after).isGreaterThan(before);
    }

    @Test
    void administratorsSeeSizes() {
        Samples.imported(Samples.conditional(2902));

        given().get("/api/admin/overview").then().statusCode(200).body("database.bytes", greaterThan(1_000_000))
                .body("database.tables.name", hasItems("description", "search_text"))
                .body("database.tables.name", not(hasItem("search_text_0")))
                .body("descriptions_by_vendor", hasKey("iodd"))
                .body("storage.free_bytes.toString().toLong()", greaterThan(0L)).body("catalog.iodds", greaterThan(0))
                .body("dead_letters", hasKey("mqtt-bridge"));
    }

    @Test
    void everybodyMayKnowHowLongDataAreKept() {
        given().get("/api/retention").then().statusCode(200).body("events", is(90f)).body("alarms", is(365f))
                .body("commands", is(90f))
                .body("audit", is(365f));
    }

    @Test
    void thePipelineTellsNothingOfServicesThatAreNotConfigured() {
        given().get("/api/pipeline").then().statusCode(200).body("services.size()", is(0));
    }
}
