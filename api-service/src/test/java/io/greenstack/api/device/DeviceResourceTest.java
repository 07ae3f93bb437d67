package io.greenstack.api.device;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import java.util.Map;

import org.junit.jupiter.api.Test;

import io.greenstack.api.ApiTest;
import io.restassured.http.ContentType;

@ApiTest
class DeviceResourceTest {

    @Test
    void aRepeatedRegistrationIsTheSameDevice() {
        Map<String, Object> body = Map.of("device_id", "reg-1", "name", "Pressure",
                "iolink", Map.of("vendor_id", 310, "device_id", "0x1F4"), "firmware", Map.of("major", 1));
        given().contentType(ContentType.JSON).body(body).post("/api/devices/register").then().statusCode(201)
                .header("Location", org.hamcrest.Matchers.endsWith("/api/devices/reg-1"))
                .body("device_id", equalTo("reg-1")).body("identity.device_id", equalTo(500))
                .body("binding.state", equalTo("description_missing")).body("attributes.firmware.major", equalTo(1));
        int version = given().contentType(ContentType.JSON).body(body).post("/api/devices/register").then()
                .statusCode(200)
                .extract().path("version");
        given().contentType(ContentType.JSON).body(body).post("/api/devices/register").then().statusCode(200)
                .body("version", equalTo(version));
        given().get("/api/devices?state=description_missing&q=reg-1").then().statusCode(200)
                .header("X-Total-Count", "1").header("Link", notNullValue()).body("device_id", hasItem("reg-1"));
    }

    @Test
    void anUnknownDeviceIsAProblemDocument() {
        given().get("/api/devices/nobody").then().statusCode(404).contentType("application/problem+json")
                .body("code", equalTo("unknown-device")).body("status", equalTo(404)).body("trace_id", notNullValue());
    }
}
