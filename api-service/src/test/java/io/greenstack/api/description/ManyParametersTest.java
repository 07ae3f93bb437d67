package io.greenstack.api.description;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

import io.greenstack.api.ApiTest;
import io.greenstack.api.Samples;
import io.restassured.response.Response;

/** Files with many times the parameters that others have: no answer has all of them. */
@ApiTest
class ManyParametersTest {

    private static final Logger LOG = Logger.getLogger(ManyParametersTest.class);
    private static final int MANY = 25_000;
    private static final int MOST_OCTETS = 2_000_000;

    @Test
    void ofAnIoddComeInPages() {
        StringBuilder variables = new StringBuilder();
        for (int i = 0; i < MANY; i++) {
            variables.append("<Variable id=\"V").append(i).append("\" index=\"").append(256 + i)
                    .append("\" accessRights=\"rw\"><Datatype xsi:type=\"UIntegerT\" bitLength=\"8\"/>")
                    .append("<Name textId=\"T_Name\"/></Variable>");
        }
        imported("many.zip", Samples.zip(Map.of("many.xml", Samples.little(5801, variables.toString()))));
        int id = given().get("/api/iodd?device_id=5801").path("[0].id");
        pages("/api/iodd/" + id, "variable_id", "V");
    }

    @Test
    void ofAnEdsComeInPages() {
        StringBuilder parameters = new StringBuilder("[Params]\n");
        for (int i = 1; i <= MANY; i++) {
            parameters.append("Param").append(i).append("=0,,,0,0xC7,2,\"P").append(i)
                    .append("\",\"\",\"\",0,9,1,,,,,,,,,;\n");
        }
        imported("many.eds", Samples.eds(parameters.toString()).replace("ProdCode = 7", "ProdCode = 5802")
                .getBytes(StandardCharsets.UTF_8));
        int id = given().get("/api/eds?product_code=5802").path("[0].id");
        pages("/api/eds/" + id, "param_name", "P");
    }

    /** By a job: an upload would have to be through within the time of a request, on however busy a machine. */
    private static void imported(String name, byte[] content) {
        int job = given().multiPart("file", name, content).post("/api/imports").then().statusCode(202).extract()
                .path("id");
        await().atMost(Duration.ofMinutes(5)).untilAsserted(() -> given().get("/api/imports/" + job).then()
                .body("state", equalTo("done")).body("imported", equalTo(1)));
    }

    private static void pages(String path, String name, String prefix) {
        Response whole = measured(path + "/parameters");
        int total = Integer.parseInt(whole.header("X-Total-Count"));
        assertThat(total).isBetween(MANY, MANY + 50);
        whole.then().body("", hasSize(2000)).header("Link", containsString("page=2>; rel=\"next\""));
        assertThat(whole.asByteArray().length).isLessThan(MOST_OCTETS);

        Response last = measured(path + "/parameters?page=" + ((total + 6) / 7) + "&size=7");
        List<String> names = last.path(name);
        assertThat(names).hasSize(total % 7 == 0 ? 7 : total % 7).allMatch(each -> each.startsWith(prefix));
        assertThat(last.header("ETag")).isNotEqualTo(whole.header("ETag"));
        given().header("If-None-Match", whole.header("ETag")).get(path + "/parameters").then().statusCode(304);
        given().get(path + "/parameters?size=2001").then().statusCode(400).body("errors[0].field", equalTo("size"));

        Response detail = measured(path);
        detail.then().body("parameters", hasSize(2000)).body("parameters_next",
                equalTo(path + "/parameters?page=2"));
        assertThat(detail.asByteArray().length).isLessThan(MOST_OCTETS);
    }

    private static Response measured(String path) {
        long begin = System.nanoTime();
        Response answer = given().get(path);
        LOG.infof("MEASURED %s: %d octets in %d ms", path, answer.asByteArray().length,
                (System.nanoTime() - begin) / 1_000_000);
        answer.then().statusCode(200);
        return answer;
    }

    @Test
    void anOrdinaryFileIsAnsweredAsAWhole() {
        int id = Samples.imported(Samples.everything(5803));
        Response all = given().get("/api/iodd/" + id + "/parameters");
        all.then().statusCode(200).header("X-Total-Count", String.valueOf(all.<List<Object>>path("").size()));
        given().get("/api/iodd/" + id).then().body("parameters_next", nullValue());
    }
}
