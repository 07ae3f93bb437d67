package io.greenstack.api.platform;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.greenstack.api.ApiTest;
import io.restassured.response.ValidatableResponse;

/** A query parameter that an operation does not have is refused by each of them, with those that it has. */
@ApiTest
class UnknownParametersTest {

    @Test
    void everyOperationRefusesOneThatItDoesNotHave() {
        List<OpenApi.Operation> operations = OpenApi.operations().toList();
        assertThat(operations).hasSizeGreaterThan(100);
        for (OpenApi.Operation operation : operations) {
            ValidatableResponse answer = operation.request().queryParam("made_up", "1")
                    .request(operation.method(), operation.address()).then();
            assertThat(answer.extract().statusCode()).as(operation.toString()).isEqualTo(400);
            answer.contentType("application/problem+json").body("code", equalTo("unknown-parameter"))
                    .body("errors.field", contains("made_up"));
            String detail = answer.extract().path("detail");
            assertThat(detail).as(operation.toString()).contains("'made_up'");
            operation.query().forEach(name -> assertThat(detail).as(operation.toString()).contains(name));
        }
    }

    @Test
    void theNamesAreInTheMessage() {
        given().get("/api/devices?vendor=1&siez=2&page=1").then().statusCode(400).body("detail", equalTo(
                "The query parameter 'siez', 'vendor' is not known; there are connection, description_id, kind, label, "
                        + "page, q, size, sort, state, vendor_id."));
        given().delete("/api/devices/x?force=1").then().statusCode(400).body("detail",
                equalTo("The query parameter 'force' is not known; this operation has none."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/devices?page=1&size=1", "/api/devices/?page=1",
            "/api/events?lang=de&size=1", "/api/devices?label=a&label=b"})
    void whatIsThereIsTaken(String address) {
        given().get(address).then().statusCode(200);
        given().head(address).then().statusCode(200);
    }
}
