package io.greenstack.api.platform;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.greenstack.api.ApiTest;
import io.greenstack.api.Samples;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;

/** Manners that all operations share. */
@ApiTest
class EveryOperationTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @Test
    void saysHowItsAnswerMayBeKept() throws IOException, InterruptedException {
        Samples.imported(Samples.simple(5101));
        for (OpenApi.Operation operation : OpenApi.operations().toList()) {
            HttpResponse<InputStream> answer = open(operation);
            answer.body().close();
            String kept = answer.headers().firstValue("Cache-Control").orElse("nothing");
            if (answer.statusCode() >= 400 || operation.path().startsWith("/api/keys")
                    || operation.path().endsWith("/credentials")) {
                assertThat(kept).as(operation.toString()).isEqualTo("no-store");
            } else {
                assertThat(kept).as(operation.toString())
                        .matches("no-store|no-cache|private, ?no-cache|no-cache, ?private");
            }
        }
    }

    /** Only the headers are waited for: the body of a stream does not end. */
    private static HttpResponse<InputStream> open(OpenApi.Operation operation)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest
                .newBuilder(URI.create("http://127.0.0.1:" + RestAssured.port + operation.address()));
        if (operation.consumes() != null) {
            request.header("Content-Type", operation.consumes());
        }
        request.method(operation.method(), HttpRequest.BodyPublishers.noBody());
        return CLIENT.send(request.timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.ofInputStream());
    }

    @Test
    void pagesAllListsInOneWay() {
        List<OpenApi.Operation> lists = OpenApi.operations().filter(each -> each.query().contains("size")).toList();
        assertThat(lists).hasSizeGreaterThan(12);
        for (OpenApi.Operation list : lists) {
            for (String wrong : List.of("size=0", "size=501", "size=x")) {
                refused(list, wrong, "size");
            }
            if (list.query().contains("page")) {
                refused(list, "page=0", "page");
                refused(list, "page=x", "page");
            } else {
                assertThat(list.query()).as(list.toString()).contains("cursor");
                refused(list, "cursor=x", "cursor");
            }
            ValidatableResponse page = given().get(list.address() + "?size=1").then();
            if (page.extract().statusCode() == 200) {
                page.header("Link", containsString("rel=\"first\""));
                if (list.query().contains("page")) {
                    assertThat(page.extract().header("X-Total-Count")).as(list.toString()).matches("\\d+");
                    page.header("Link", containsString("rel=\"last\""));
                }
            }
        }
    }

    private static void refused(OpenApi.Operation list, String query, String parameter) {
        ValidatableResponse answer = given().get(list.address() + '?' + query).then();
        if (answer.extract().statusCode() != 404) {
            assertThat(answer.extract().statusCode()).as(list + "?" + query).isEqualTo(400);
            answer.body("code", equalTo("invalid-parameter")).body("errors[0].field", equalTo(parameter));
        }
    }

    @Test
    void spellsConstantsInSmallLetters() {
        Map<String, Map<String, Object>> schemas = given().get("/openapi.json").then().extract()
                .path("components.schemas");
        schemas.forEach((name, schema) -> {
            if (schema.get("enum") instanceof List<?> constants) {
                assertThat(constants).as(name).allSatisfy(
                        constant -> assertThat(String.valueOf(constant)).matches("[a-z0-9_]+"));
            }
        });
        for (String scope : List.of("viewer", "VIEWER", "Viewer")) {
            given().contentType(ContentType.JSON).body(Map.of("name", "spelt", "scope", scope)).post("/api/keys")
                    .then().statusCode(201).body("details.scope", equalTo("viewer"));
        }
        given().contentType(ContentType.JSON).body(Map.of("name", "x", "scope", "god")).post("/api/keys").then()
                .statusCode(400).body("detail", equalTo("The value of 'scope' is none of viewer, operator, admin."));
        given().get("/api/devices?state=lost").then().statusCode(400).body("detail",
                containsString("bound, description_missing, identity_missing"));
        given().get("/api/devices?state=BOUND").then().statusCode(200);
        given().get("/api/devices?state=bound").then().statusCode(200);
    }
}
