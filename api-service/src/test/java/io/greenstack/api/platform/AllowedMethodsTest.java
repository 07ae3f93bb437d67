package io.greenstack.api.platform;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.greenstack.api.ApiTest;
import io.restassured.RestAssured;

/** What a client is told of the methods of a path. */
@ApiTest
class AllowedMethodsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PUT    | /api/devices   | GET, HEAD, OPTIONS, POST
            TRACE  | /api/devices   | GET, HEAD, OPTIONS, POST
            DELETE | /api/breakers  | GET, HEAD, OPTIONS
            MADEUP | /api/events/batch | OPTIONS, POST
            """)
    void aMethodThatAPathDoesNotHaveIsAnsweredWithThoseThatItHas(String method, String path, String allow) {
        given().request(method, path).then().statusCode(405).header("Allow", allow)
                .body("code", equalTo("method-not-allowed"));
    }

    @Test
    void optionsTellsThemWithoutAKey() {
        given().options("/api/devices").then().statusCode(204).header("Allow", "GET, HEAD, OPTIONS, POST");
        given().options("/api/made-up").then().statusCode(404);
    }

    @Test
    void aRequestWithoutAHostIsToldSo() throws IOException {
        try (Socket socket = new Socket("127.0.0.1", RestAssured.port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write("GET /api/devices HTTP/1.1\r\nConnection: close\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 400").contains("application/problem+json",
                    "\"code\":\"missing-host\"");
        }
    }
}
