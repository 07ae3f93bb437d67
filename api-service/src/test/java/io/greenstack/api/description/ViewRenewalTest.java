package io.greenstack.api.description;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.greenstack.api.ApiTest;
import io.greenstack.api.Samples;
import io.greenstack.api.platform.Sql;

/** What an older version stored is made anew, and clients notice. */
@ApiTest
class ViewRenewalTest {

    @Inject
    ViewRenewal renewal;

    @Inject
    Sql sql;

    private int stored(int deviceId) {
        return given().multiPart("file", "a.xml", Samples.simple(deviceId)).post("/api/iodd/upload").then()
                .statusCode(201).extract().path("device_id");
    }

    /** As if an older version had stored it: less detail, a layout without frames, no parameters. */
    private void age(int id) {
        sql.query("update description set view_version = 0, detail = '{\"languages\": [\"en\"]}', "
                + "layout = jsonb_set(layout, '{in}', '[]'), parameter_count = 0 where id = :id").bind("id", id)
                .update();
        sql.query("delete from description_parameter where description_id = :id").bind("id", id).update();
        given().post("/api/cache/clear").then().statusCode(200);
    }

    private long parameters(int id) {
        return sql.query("select count(*) as rows from description_parameter where description_id = :id").bind("id", id)
                .one(row -> row.number("rows"));
    }

    @Test
    void anOlderRowIsRenewedAndItsTagChanges() {
        int id = stored(7201);
        String fresh = given().get("/api/iodd/" + id).asString();
        long rows = parameters(id);
        age(id);
        String old = given().get("/api/iodd/" + id).then().body("parameters", equalTo(null)).extract().header("ETag");

        renewal.run();

        given().header("If-None-Match", old).get("/api/iodd/" + id).then().statusCode(200)
                .header("ETag", not(equalTo(old)));
        assertThat(given().get("/api/iodd/" + id).asString()).isEqualTo(fresh);
        assertThat(parameters(id)).isEqualTo(rows).isPositive();
        given().header("If-None-Match", given().get("/api/descriptions/" + id).header("ETag"))
                .get("/api/descriptions/" + id).then().statusCode(304);
    }

    @Test
    void devicesGetALayoutThatIsOtherNow() {
        int id = stored(7202);
        given().contentType("application/json")
                .body("{\"device_id\": \"renewed-1\", \"iolink\": {\"vendor_id\": 65535, \"device_id\": 7202}}")
                .post("/api/devices/register").then().statusCode(201).body("binding.description_id", equalTo(id));
        long before = revision();
        renewal.run();
        assertThat(revision()).isEqualTo(before);
        age(id);
        renewal.run();
        assertThat(revision()).isGreaterThan(before);
        given().delete("/api/devices/renewed-1");
    }

    private long revision() {
        return sql.query("select layout_revision from device where id = 'renewed-1'")
                .one(row -> row.number("layout_revision"));
    }

    @Test
    void aFileThatTheReaderRefusesKeepsWhatIsStored() {
        int id = stored(7203);
        age(id);
        sql.query("update description_file set content = :content where description_id = :id and role = 'MAIN'")
                .bind("content", "<IODevice".getBytes(StandardCharsets.UTF_8)).bind("id", id).update();
        renewal.run();
        assertThat(sql.query("select view_version from description where id = :id").bind("id", id)
                .<Long>one(row -> row.number("view_version"))).isPositive();
        given().get("/api/iodd/" + id).then().statusCode(200).body("languages[0]", equalTo("en"));
        given().delete("/api/iodd/" + id);
    }

    @Test
    void replicasShareTheWork() throws Exception {
        List<Integer> ids = List.of(stored(7204), stored(7205), stored(7206));
        ids.forEach(this::age);
        ExecutorService replicas = Executors.newFixedThreadPool(2);
        try {
            Callable<Void> work = () -> {
                renewal.run();
                return null;
            };
            for (Future<Void> done : replicas.invokeAll(List.of(work, work))) {
                done.get();
            }
        } finally {
            replicas.shutdownNow();
        }
        ids.forEach(id -> assertThat(parameters(id)).isPositive());
    }
}
