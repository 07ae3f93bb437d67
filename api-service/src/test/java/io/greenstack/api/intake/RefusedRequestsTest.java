package io.greenstack.api.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.greenstack.api.ApiTest;
import io.restassured.RestAssured;

/** What cannot be read as a request gets a problem document, and its connection ends. */
@ApiTest
class RefusedRequestsTest {

    private static final String TWO = "POST /api/devices/register HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            + "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n";

    @ParameterizedTest
    @CsvSource(textBlock = """
            GET /api/devices?q=LONG HTTP/1.1, 414, address-too-long
            GET /LONG HTTP/1.1, 414, address-too-long
            GET /api/devices HTTP/1.1~X-Long: LONGLONGLONGLONG, 431, headers-too-large
            GET /api/devices, 400, malformed-request
            GET /api/devices HTTP/1.1~Content-Length: 1~Content-Length: 2, 400, malformed-request
            GET /api/devices HTTP/1.1~Content-Length: -1, 400, malformed-request
            GET /api/devices HTTP/1.1~A B: c, 400, malformed-request
            """)
    void isToldSo(String request, int status, String code) throws IOException {
        String answer = send(request.replace("LONG", "x".repeat(8_000)).replace("~", "\r\n")
                + "\r\nHost: localhost\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 " + status).contains("content-type: application/problem+json",
                "\"code\":\"" + code + "\"", "no-store", "X-Request-ID");
    }

    @Test
    void twoLengthsAreRefusedAndWhatComesBehindThemIsNotRead() throws IOException {
        String smuggled = "DELETE /api/iodd/reset?confirm=iodd HTTP/1.1\r\nHost: localhost\r\n\r\n";
        String answer = send(TWO + smuggled);
        assertThat(answer).startsWith("HTTP/1.1 400").contains("\"code\":\"ambiguous-length\"", "Transfer-Encoding");
        assertThat(answer.split("HTTP/1.1 ")).as("one answer").hasSize(2);
    }

    @Test
    void twoLengthsBehindAGoodRequestAreRefusedAfterItsAnswer() throws IOException {
        String answer = send("GET /api/health/live HTTP/1.1\r\nHost: localhost\r\n\r\n" + TWO);
        assertThat(answer).startsWith("HTTP/1.1 200").contains("HTTP/1.1 400", "\"code\":\"ambiguous-length\"");
    }

    private static String send(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", RestAssured.port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
