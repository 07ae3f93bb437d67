package io.greenstack.api.health;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Map;

import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

import io.greenstack.api.ApiTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

/** Health and metrics on a port of their own. */
@ApiTest
@TestProfile(ManagementPortTest.WithPort.class)
class ManagementPortTest {

    private static final String PORT = "greenstack.management.port";

    /** Two ports that are free now: servers with a port are told apart in the metrics, and all of them have to be. */
    public static class WithPort implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            try (ServerSocket free = new ServerSocket(0); ServerSocket other = new ServerSocket(0)) {
                return Map.of(PORT, Integer.toString(free.getLocalPort()), "quarkus.http.test-port",
                        Integer.toString(other.getLocalPort()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static String url(String path) {
        return "http://127.0.0.1:" + ConfigProvider.getConfig().getValue(PORT, String.class)
                + path;
    }

    @Test
    void hasHealthAndMetricsAndNothingElse() {
        given().get(url("/q/health/live")).then().statusCode(200).body("status", equalTo("UP"));
        given().get(url("/q/health/ready")).then().statusCode(200);
        given().get(url("/api/health/ready")).then().statusCode(200).body("status", equalTo("ready"));
        given().get(url("/q/metrics")).then().statusCode(200).body(containsString("jvm_memory_used_bytes"));
        given().get(url("/api/devices")).then().statusCode(404);
        given().get(url("/openapi.json")).then().statusCode(404);
        given().get(url("/")).then().statusCode(404);
    }

    @Test
    void thePathsStayOnThePortOfTheService() {
        given().get("/q/health/live").then().statusCode(200);
        given().get("/q/metrics").then().statusCode(200);
        given().get("/api/health/live").then().statusCode(200);
    }
}
