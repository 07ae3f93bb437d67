package io.greenstack.api.imports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

import io.greenstack.api.ApiTest;
import io.greenstack.api.Samples;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

/** Files with a hundred times the parameters of others, as large as files may be: everything of them is answered in parts. */
@ApiTest
class HugeFilesTest {

    private static final Logger LOG = Logger.getLogger(HugeFilesTest.class);
    private static final int HUGE = 70_000;
    private static final int MOST_OCTETS = 2_000_000;

    @Test
    void anEdsIsReadStoredListedPagedAndAnsweredInParts() {
        StringBuilder file = new StringBuilder("[Params]\n");
        for (int i = 1; i <= HUGE; i++) {
            file.append("Param").append(i).append("=0,6,\"20 04 24 01 30 03\",0x0022,0xC7,2,\"Parameter ").append(i)
                    .append("\",\"mm\",\"\",0,65535,1,1,10,1,0,,,,,1;\n");
        }
        String eds = Samples.eds(file.toString()).replace("ProdCode = 7", "ProdCode = 5803");
        imported("huge.eds", eds.getBytes(StandardCharsets.UTF_8));
        Response listed = measured("/api/eds?product_code=5803");
        listed.then().body("[0].parameter_count", equalTo(HUGE));
        String path = "/api/eds/" + listed.path("[0].id");

        parts(path);
        measured(path + "/parameters?page=35").then().header("X-Total-Count", String.valueOf(HUGE))
                .body("[1999].param_name", equalTo("Parameter " + HUGE));
        measured(path + "/parameters/" + HUGE).then().body("units", equalTo("mm"));
        Response sections = measured(path + "/sections?page=35");
        sections.then().body("[0].name", equalTo("Params"));
        assertThat(Integer.parseInt(sections.header("X-Total-Count"))).isBetween(HUGE, HUGE + 50);
        measured(path + "/enums");
        measured(path + "/diagnostics");
        measured(path + "/export-zip");
        measured("/api/search?q=parameter+69999");
        given().delete(path).then().statusCode(200);
    }

    @Test
    void anIoddIsAnsweredInPartsInEachLanguage() {
        StringBuilder variables = new StringBuilder();
        for (int i = 0; i < HUGE; i++) {
            variables.append("<Variable id=\"V").append(i).append("\" index=\"").append(i % 65_000 + 256)
                    .append("\" accessRights=\"rw\"><Datatype xsi:type=\"UIntegerT\" bitLength=\"8\"/>")
                    .append("<Name textId=\"T_Name\"/></Variable>");
        }
        imported("huge.xml", Samples.zip(Map.of("huge.xml",
                Samples.little(5804, variables.toString()))));
        String path = "/api/iodd/" + measured("/api/iodd?device_id=5804").path("[0].id");

        parts(path);
        parts(path + "?lang=de");
        given().delete(path).then().statusCode(200);
    }

    private static void imported(String name, byte[] content) {
        long begin = System.nanoTime();
        JsonPath job = ImportFixtures.ended(ImportFixtures.start(name.replaceAll("xml$", "zip"), content));
        LOG.infof("MEASURED import of %s, %d octets: %d ms", name, content.length,
                (System.nanoTime() - begin) / 1_000_000);
        assertThat(job.getInt("imported")).as(job.prettify()).isEqualTo(1);
    }

    /** The detail has the first parameters, and the last page of them is there. */
    private static void parts(String detail) {
        String path = detail.replaceAll("\\?.*", "");
        measured(detail).then().body("parameters", hasSize(2000)).body("parameters_next",
                equalTo(path + "/parameters?page=2"));
        measured(path + "/parameters?page=35").then().body("", hasSize(2000));
    }

    private static Response measured(String path) {
        long begin = System.nanoTime();
        Response answer = given().get(path);
        LOG.infof("MEASURED %s: %d octets in %d ms", path, answer.asByteArray().length,
                (System.nanoTime() - begin) / 1_000_000);
        answer.then().statusCode(200);
        assertThat(answer.asByteArray().length).isLessThan(MOST_OCTETS);
        return answer;
    }
}
