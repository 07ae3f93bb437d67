package io.greenstack.api.iodd;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.greenstack.api.ApiTest;
import io.greenstack.api.Samples;
import io.greenstack.api.platform.Sql;

@ApiTest
class IoddReportResourceTest {

    @Inject
    Sql sql;

    @Test
    void aReportProvesWhatTheDatabaseHolds() {
        int id = Samples.imported(Samples.conditional(2601));

        String tag = given().get("/api/iodd/" + id + "/report").then().statusCode(200)
                .body("iodd_version", equalTo("1.1")).body("score.percent", is(100.0f))
                .body("stamp.verdict", equalTo("differs")).body("stamp.checker_name", equalTo("GreenStack example"))
                .body("finding_counts.error", is(0)).body("findings.code", contains("stamp-differs"))
                .body("files", hasSize(1)).body("files[0].role", equalTo("main"))
                .body("files[0].coverage.not_represented", empty())
                .body("files[0].coverage.kinds.name", hasItems("RecordItem/@bitOffset", "Menu", "Text/@value"))
                .extract().header("ETag");
        given().header("If-None-Match", tag).get("/api/iodd/" + id + "/report").then().statusCode(304);
    }

    @Test
    void aReportIsKeptUntilWhatIsStoredIsMadeAnew() {
        int id = Samples.imported(Samples.conditional(2605));
        String report = given().get("/api/iodd/" + id + "/report").then().statusCode(200)
                .contentType("application/json").extract().asString();
        // Seen only by who makes the report again.
        sql.query("update description_file set content = :content where description_id = :id and role = 'MAIN'")
                .bind("content", Samples.simple(2605)).bind("id", id).update();
        assertThat(given().get("/api/iodd/" + id + "/report").asString()).isEqualTo(report);

        sql.query("update description set view_version = view_version + 1 where id = :id").bind("id", id).update();
        given().post("/api/cache/clear").then().statusCode(200);
        given().get("/api/iodd/" + id + "/report").then().statusCode(200).body("score.percent", lessThan(100.0f));
        given().delete("/api/iodd/" + id).then().statusCode(200);
        given().get("/api/iodd/" + id + "/report").then().statusCode(404);
    }

    @Test
    void aDamagedFileIsReportedWithLines() {
        byte[] file = Samples.little(2602, "\n<Variable id='V' index='80' accessRights='rw' dynamics='true'>"
                + "<Datatype xsi:type='UIntegerT' bitLength='08 '/><Name textId='T_Gone'/></Variable>");
        int id = Samples.imported(file);

        given().get("/api/iodd/" + id + "/report").then().statusCode(200).body("score.percent", is(100.0f))
                .body("files[0].coverage.kept", is(1)).body("findings.code", hasItems("unknown-attribute",
                        "dangling-text", "stamp-missing"))
                .body("findings.find { it.code == 'unknown-attribute' }.line", is(9))
                .body("findings.find { it.code == 'unknown-attribute' }.file", equalTo("sample.xml"))
                .body("findings.find { it.code == 'unknown-attribute' }.severity", equalTo("warning"));
    }

    @Test
    void languageFilesAreInTheReport() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("tp-IODD1.1.xml", Samples.simple(2603));
        files.put("tp-IODD1.1-fr.xml", ("<ExternalTextDocument xmlns='http://www.io-link.com/IODD/2010/10'>"
                + "<Language xml:lang='fr'><Text id='TN_Variant' value='Capteur'/></Language>"
                + "<Stamp crc='1'><Checker name='c' version='V1'/></Stamp></ExternalTextDocument>")
                .getBytes(StandardCharsets.UTF_8));
        int id = Samples.upload("tp.zip", Samples.zip(files)).statusCode(201).extract().path("device_id");

        given().get("/api/iodd/" + id + "/report").then().statusCode(200).body("score.percent", is(100.0f))
                .body("files.role", contains("main", "language")).body("files[1].language", equalTo("fr"))
                .body("files[1].stamp.verdict", equalTo("differs"))
                .body("files[1].coverage.score.percent", is(100.0f))
                .body("findings.findAll { it.file.endsWith('-fr.xml') }.code", hasItem("missing-translation"));
    }

    @Test
    void releasesAreComparedWithTheConsequences() {
        byte[] before = Samples.simple(2604);
        byte[] after = new String(before, StandardCharsets.UTF_8).replace("gradient=\"0.1\"", "gradient=\"1\"")
                .replace("releaseDate=\"2026-11-23\"", "releaseDate=\"2026-12-01\"").getBytes(StandardCharsets.UTF_8);
        int first = Samples.imported(before);
        int second = Samples.imported(after);

        given().get("/api/iodd/compare?ids=" + first + "," + second).then().statusCode(200)
                .body("comparisons", hasSize(1)).body("comparisons[0].identical", is(false))
                .body("comparisons[0].from.id", is(first)).body("comparisons[0].to.release_date",
                        equalTo("2026-12-01"))
                .body("comparisons[0].areas.area", hasItems("identity"))
                .body("comparisons[0].consequences.message", hasItem("'temperature' will read 10 times larger."));
        given().queryParam("ids", first, second, first).get("/api/iodd/compare").then().statusCode(200)
                .body("comparisons", hasSize(2))
                .body("comparisons[1].consequences.message", hasItem("'temperature' will read 10 times smaller."));
        given().get("/api/iodd/compare?ids=" + first + "," + first).then().statusCode(200)
                .body("comparisons[0].identical", is(true)).body("comparisons[0].areas", empty());
    }

    @Test
    void whatCannotBeAnsweredIsRefusedWithTheReason() {
        given().get("/api/iodd/compare?ids=1").then().statusCode(400).body("detail",
                org.hamcrest.Matchers.containsString("2 to 8"));
        given().get("/api/iodd/compare").then().statusCode(400);
        given().get("/api/iodd/compare?ids=1,2,3,4,5,6,7,8,9").then().statusCode(400);
        given().get("/api/iodd/compare?ids=1,x").then().statusCode(400);
        given().get("/api/iodd/compare?ids=999999998,999999999").then().statusCode(404);
        given().get("/api/iodd/999999999/report").then().statusCode(404);
    }
}
