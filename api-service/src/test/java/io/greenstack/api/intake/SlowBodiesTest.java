package io.greenstack.api.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.greenstack.api.ApiTest;
import io.greenstack.api.LoggedErrors;
import io.greenstack.api.RawHttp;
import io.restassured.RestAssured;

/** Clients that say they send a body and then do not, more of them than there are worker threads. */
@ApiTest
class SlowBodiesTest {

    private static final int CLIENTS = 80;

    private final List<Socket> sockets = new ArrayList<>();

    @AfterEach
    void hangUp() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    @Test
    void bodiesThatNeverComeStopNobodyAndAreRefused() throws IOException {
        for (int i = 0; i < CLIENTS; i++) {
            begin("POST /api/events/batch", "application/json", 100_000, "{\"events\":[");
        }

        given().get("/api/health/live").then().statusCode(200);
        given().get("/q/health/live").then().statusCode(200);
        given().get("/api/devices").then().statusCode(200);
        for (Socket socket : sockets) {
            assertThat(answer(socket)).startsWith("HTTP/1.1 408").contains("\"code\":\"body-too-slow\"");
        }
    }

    @Test
    void uploadsThatNeverComeStopNobodyAndAreRefused() throws IOException {
        for (int i = 0; i < CLIENTS; i++) {
            begin("POST /api/iodd/upload", "multipart/form-data; boundary=x", 100_000,
                    "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.xml\"\r\n\r\n<?xml");
        }

        given().get("/api/health/ready").then().statusCode(200);
        given().get("/api/iodd").then().statusCode(200);
        for (Socket socket : sockets) {
            assertThat(answer(socket)).startsWith("HTTP/1.1 408");
        }
    }

    @Test
    void aFormWithoutPartsAndOneOfTooManyAreRefusedAsSuch() {
        assertThat(form("--x--\r\n").statusCode()).isEqualTo(400);
        StringBuilder parts = new StringBuilder();
        for (int i = 0; i < 1_500; i++) {
            parts.append("--x\r\nContent-Disposition: form-data; name=\"f").append(i).append("\"\r\n\r\nv\r\n");
        }
        HttpResponse<String> tooMany = form(parts.append("--x--\r\n").toString());
        assertThat(tooMany.statusCode()).isEqualTo(400);
        assertThat(tooMany.body()).contains("\"code\":\"unreadable-body\"");
    }

    @Test
    void aFormThatStopsInTheMiddleOfAFileIsRefused() {
        HttpResponse<String> cut = form(
                "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.xml\"\r\n\r\n<?xml");
        assertThat(cut.statusCode()).isEqualTo(400);
        assertThat(cut.body()).contains("\"code\":\"unreadable-body\"");
    }

    @Test
    void uploadsThatAreCutOffAreNoErrors() throws IOException {
        String part = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.xml\"\r\n\r\n"
                + "<".repeat(200_000);
        try (LoggedErrors log = LoggedErrors.listen()) {
            for (int i = 0; i < 40; i++) {
                begin("POST /api/iodd/upload", "multipart/form-data; boundary=x", 1_000_000, part);
            }
            hangUp();
            given().get("/api/iodd").then().statusCode(200);
            await().during(Duration.ofSeconds(2)).atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(log.errors()).isEmpty());
        }
    }

    @Test
    void anOfferOfHttp2IsNotTaken() throws IOException, InterruptedException {
        HttpResponse<String> answer = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build().send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RestAssured.port + "/api/devices")).build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
    }

    private static HttpResponse<String> form(String body) {
        return RawHttp.post("/api/iodd/upload", "multipart/form-data; boundary=x",
                body.getBytes(StandardCharsets.US_ASCII));
    }

    private void begin(String line, String type, int length, String beginning) throws IOException {
        Socket socket = new Socket("127.0.0.1", RestAssured.port);
        sockets.add(socket);
        OutputStream out = socket.getOutputStream();
        out.write((line + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + type + "\r\nContent-Length: " + length
                + "\r\n\r\n" + beginning).getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static String answer(Socket socket) throws IOException {
        socket.setSoTimeout(30_000);
        InputStream in = socket.getInputStream();
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
}
