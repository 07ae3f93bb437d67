package io.greenstack.api.imports;

import static io.greenstack.api.imports.ImportFixtures.ended;
import static io.greenstack.api.imports.ImportFixtures.start;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.greenstack.api.ApiTest;
import io.greenstack.api.Samples;
import io.greenstack.core.layout.DeviceLayoutJson;
import io.greenstack.core.processdata.Direction;
import io.greenstack.core.processdata.ParameterValues;
import io.greenstack.core.processdata.ProcessDataDecoder;
import io.greenstack.platform.redis.RedisKeys;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;

/** A format that only the test knows goes the whole way: import, catalog, registration, layout of the edge services, decoding. */
@ApiTest
@TestProfile(ThirdFormatTest.WithThings.class)
class ThirdFormatTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    RedisDataSource redis;

    /** The service with one format more. */
    public static class WithThings implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("greenstack.test.things", "true");
        }
    }

    private static byte[] thing(int model, String version) {
        return ("{\"maker\": 77, \"model\": " + model + ", \"name\": \"Tank gauge\", \"version\": \"" + version + "\", "
                + "\"values\": [{\"key\": \"level\", \"bits\": 16, \"factor\": \"0.1\", \"unit\": \"%\"}, "
                + "{\"key\": \"pump\", \"bits\": 8}]}").getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aThingIsImportedBoundAndDecoded() throws IOException {
        given().contentType(ContentType.JSON)
                .body(Map.of("device_id", "tank-1", "thing", Map.of("maker", 77, "model", 5), "place", "hall"))
                .post("/api/devices/register").then().statusCode(201).body("identity.kind", equalTo("THING"))
                .body("binding.state", equalTo("description_missing"));
        given().get("/api/devices?kind=thing").then().body("device_id", hasItem("tank-1"));

        int job = start("things.zip", Samples.zip(Map.of("a/tank.thing.json", thing(5, "1.0"), "b/one.xml",
                Samples.simple(7101), "c/bad.thing.json", "{}".getBytes(StandardCharsets.UTF_8))));
        assertThat(ended(job).getList("results.kind")).contains("THING", "IODD");
        assertThat(ended(job).getList("results.code")).contains("thing-identity-missing");

        int id = given().get("/api/descriptions?kind=THING").then().statusCode(200).body("", hasSize(1))
                .body("[0].product_name", equalTo("Tank gauge")).extract().path("[0].id");
        given().get("/api/descriptions/" + id + "/process-data-layout").then().body("kind", equalTo("THING"));
        given().contentType(ContentType.JSON).body(Map.of("hex", "F40101")).post("/api/descriptions/" + id + "/decode")
                .then().statusCode(200).body("values[0].value", equalTo(50)).body("values[0].unit", equalTo("%"));

        await().atMost(PATIENCE).untilAsserted(() -> {
            byte[] document = redis.value(byte[].class).get(RedisKeys.layout("tank-1"));
            assertThat(document).isNotNull();
            assertThat(DeviceLayoutJson.read(document).layout()).isNotNull();
        });
        ProcessDataDecoder decoder = ProcessDataDecoder
                .of(DeviceLayoutJson.read(redis.value(byte[].class).get(RedisKeys.layout("tank-1"))).layout());
        assertThat(decoder.decode(Direction.IN, HexFormat.of().parseHex("F40101"), ParameterValues.of(Map.of()))
                .values().get(0).toString()).startsWith("level=50.0 %");

        start("tank.thing.json", thing(5, "1.1"));
        await().atMost(PATIENCE).untilAsserted(() -> given().get("/api/descriptions/" + id + "/releases").then()
                .body("document_version", equalTo(List.of("1.1", "1.0"))));
        given().get("/api/descriptions?kind=other").then().statusCode(400).body("detail", containsString("thing"));
        given().delete("/api/descriptions/" + id).then().statusCode(204);
    }
}
