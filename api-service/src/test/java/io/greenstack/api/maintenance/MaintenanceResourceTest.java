package io.greenstack.api.maintenance;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.greenstack.api.ApiTest;
import io.greenstack.api.Samples;
import io.greenstack.api.platform.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;

@ApiTest
class MaintenanceResourceTest {

    private static final String BASE = "/api/admin/maintenance";
    /** All that tests before have stored is read. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    Sql sql;

    private void change(String statement, Object... values) {
        QuarkusTransaction.requiringNew().run(() -> {
            Sql.Query query = sql.query(statement);
            for (int i = 0; i < values.length; i += 2) {
                query.bind((String) values[i], values[i + 1]);
            }
            query.update();
        });
    }

    private static ValidatableResponse remove(String kind) {
        return given().contentType(ContentType.JSON).body(Map.of("kinds", List.of(kind)))
                .post(BASE + "/orphans/remove").then();
    }

    private static long count(String kind) {
        Number count = given().get(BASE + "/orphans").path("find { it.kind == '" + kind + "' }.count");
        return count.longValue();
    }

    private static void awaitEnd(String job) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> given().get(job).then().statusCode(200).body("state", equalTo("done")));
    }

    private static String started() {
        String[] job = new String[1];
        await().atMost(PATIENCE).until(() -> {
            var answer = given().post(BASE + "/rereads");
            job[0] = answer.header("Location");
            return answer.statusCode() == 202;
        });
        return job[0].replaceFirst("^https?://[^/]+", "");
    }

    @Test
    void allFilesAreReadAnew() {
        int id = Samples.imported(Samples.conditional(3201));
        String before = given().get("/api/iodd/" + id).then().statusCode(200).extract().asString();
        change("update description set detail = '{\"spoilt\": true}' where id = :id", "id", (long) id);

        String job = started();
        awaitEnd(job);

        given().get(job).then().body("total", greaterThanOrEqualTo(1)).body("refused", is(0))
                .body("finished_at", notNullValue()).body("done", greaterThanOrEqualTo(1));
        assertThat(given().get("/api/iodd/" + id).asString()).isEqualTo(before);
        given().get(BASE + "/rereads?size=1").then().statusCode(200).header("X-Total-Count", notNullValue())
                .body("[0].requested_by", notNullValue());
        given().get(BASE + "/rereads/999999").then().statusCode(404);
    }

    @Test
    void aFileThatIsRefusedNowIsCountedAndStays() {
        int id = Samples.imported(Samples.conditional(3202));
        String before = given().get("/api/iodd/" + id).then().statusCode(200).extract().asString();
        change("update description_file set content = :octets where description_id = :id and role = 'MAIN'", "octets",
                "<nonsense/>".getBytes(), "id", (long) id);

        String job = started();
        awaitEnd(job);

        given().get(job).then().body("refused", is(1));
        assertThat(given().get("/api/iodd/" + id).asString()).isEqualTo(before);
        given().delete("/api/iodd/" + id).then().statusCode(200);
    }

    @Test
    void oneJobAtATime() {
        awaitEnd(started());
        int id = Samples.imported(Samples.conditional(3203));
        change("update description set view_version = -1 where id = :id", "id", (long) id);
        change("insert into reread_job (requested_at, requested_by, total) values (now(), 'test', 3)");

        given().post(BASE + "/rereads").then().statusCode(409).body("code", equalTo("job-active"));
        given().get(BASE + "/rereads?size=1").then().body("[0].state", equalTo("running")).body("[0].done", is(2))
                .body("[0].total", is(3));
        given().delete("/api/iodd/" + id).then().statusCode(200);
        awaitEnd(started());
    }

    @Test
    void leftOversAreFoundAndRemoved() {
        given().get(BASE + "/orphans").then().statusCode(200).body("kind",
                containsInAnyOrder("eds_packages", "notes", "search_parts", "search_texts"));
        long packages = count("eds_packages");
        change("""
                insert into eds_package (sha256, name, byte_size, imported_at, imported_by)
                values ('left-over', 'x.zip', 1, now(), 'test')""");
        change("insert into search_part (text_id, description_id) values (-7, -7)");
        change("""
                insert into search_text (hash, type, weight, tsv)
                values ('00000000-0000-0000-0000-000000000007', 'parameter', 1, to_tsvector('simple', 'leftover'))""");

        assertThat(count("eds_packages")).isEqualTo(packages + 1);
        assertThat(count("search_parts")).isPositive();
        assertThat(count("search_texts")).isPositive();
        remove("eds_packages").statusCode(200).body("[0].kind", equalTo("eds_packages"))
                .body("[0].count", is((int) packages + 1));
        remove("search_parts").statusCode(200);
        remove("search_texts").statusCode(200);
        assertThat(count("eds_packages")).isZero();
        assertThat(count("search_parts")).isZero();
        assertThat(count("search_texts")).isZero();
        remove("nonsense").statusCode(400).body("detail", containsString("eds_packages"));
        given().contentType(ContentType.JSON).body("{\"kinds\":[]}").post(BASE + "/orphans/remove").then()
                .statusCode(400);
    }

    /** What is in use is no left-over: a package with files, things that are found. */
    @Test
    void whatIsInUseStays() {
        int id = Samples.imported(Samples.conditional(3204));
        for (String kind : List.of("eds_packages", "search_parts", "search_texts")) {
            remove(kind).statusCode(200);
        }
        given().get("/api/search?q=3204&facets=false").then().statusCode(200);
        given().get("/api/iodd/" + id).then().statusCode(200);
        given().queryParam("q", "temperature").get("/api/search").then().statusCode(200);
    }
}
