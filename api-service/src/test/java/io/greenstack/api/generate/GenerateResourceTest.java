package io.greenstack.api.generate;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.greenstack.api.ApiTest;
import io.greenstack.api.Samples;
import io.greenstack.generators.Generator;
import io.greenstack.generators.registry.Generators;

@ApiTest
class GenerateResourceTest {

    static List<String> generators() {
        return Generators.all().stream().map(Generator::id).toList();
    }

    @ParameterizedTest
    @MethodSource("generators")
    void everyGeneratorMakesAFileOfADescription(String generator) {
        int id = Samples.imported(Samples.conditional(2710 + generators().indexOf(generator)));

        String content = given().header("Accept", "text/html,*/*;q=0.8")
                .get("/api/descriptions/" + id + "/generated/" + generator).then().statusCode(200)
                .header("Content-Disposition", containsString("attachment")).extract().asString();

        assertThat(content).hasSizeGreaterThan(200);
    }

    @Test
    void aFileOfADeviceNamesIt() {
        int id = Samples.imported(Samples.conditional(2702));
        given().contentType("application/json").body(Map.of("device_id", "gen-1")).post("/api/devices/register").then()
                .statusCode(201);
        given().get("/api/devices/gen-1/generated/asyncapi").then().statusCode(409)
                .body("code", equalTo("no-description"));
        given().contentType("application/json").body(Map.of("description_id", id)).put("/api/devices/gen-1/binding")
                .then()
                .statusCode(200);

        given().get("/api/devices/gen-1/generated/asyncapi").then().statusCode(200)
                .body("channels.telemetry.address", equalTo("devices/gen-1/telemetry"));
        given().get("/api/devices/nobody/generated/asyncapi").then().statusCode(404);
        given().get("/api/devices/gen-1/generated/cobol").then().statusCode(404)
                .body("detail", containsString("grafana-dashboard"));
    }

    @Test
    void aCustomFlowHasWhatWasChosen() {
        int id = Samples.imported(Samples.conditional(2703));

        given().get("/api/descriptions/" + id + "/generated/node-red-custom?field=level").then().statusCode(200)
                .body("findAll { it.type == 'debug' }.name", hasItem("Level"))
                .body("findAll { it.type == 'debug' }.name", not(hasItem("Temperature")));
    }

    @Test
    void thePathsOfThePredecessorAnswer() throws Exception {
        int id = Samples.imported(Samples.conditional(2704));

        given().get("/api/flows/types").then().statusCode(200)
                .body("flow_types.type", hasItems("monitoring", "control", "custom"));
        given().get("/api/flows/" + id + "/generate?flow_type=control").then().statusCode(200)
                .body("flow_type", equalTo("control")).body("node_count", greaterThan(5)).body("device_id", is(id));
        given().get("/api/flows/" + id + "/generate?flow_type=none").then().statusCode(400)
                .body("detail", containsString("monitoring"));
        given().get("/api/flows/" + id + "/export").then().statusCode(200)
                .header("Content-Disposition", containsString("monitoring.json"));
        given().contentType("application/json").body(Map.of("device_ids", List.of(id, 999_999_999)))
                .post("/api/flows/batch/generate").then().statusCode(200).body("success", is(false))
                .body("successful", equalTo(List.of(id))).body("failed", hasSize(1));
        given().get("/api/generate/platforms").then().statusCode(200)
                .body("platforms.id", hasItems("node-red", "grafana-dashboard", "plc-structured-text"));
        given().contentType("application/json").body(Map.of("device_id", id)).post("/api/generate/adapter").then()
                .statusCode(200).body("files.size()", is(3)).body("platform", equalTo("node-red"));
        byte[] zip = given().get("/api/generate/" + id + "/node-red/download").then().statusCode(200).extract()
                .asByteArray();
        List<String> names = new ArrayList<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        assertThat(names).hasSize(3).allMatch(name -> name.endsWith(".json"));
    }
}
