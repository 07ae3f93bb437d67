package io.greenstack.api.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.greenstack.api.ApiTest;
import io.greenstack.api.Samples;
import io.restassured.RestAssured;

/** Clients that ask for large files and then do not read them, more of them than there are worker threads. */
@ApiTest
class SlowReadersTest {

    private static final int CLIENTS = 80;
    /** More than what the buffers of a connection take in. */
    private static final int LARGE = 9_000_000;

    private final List<Socket> sockets = new ArrayList<>();

    @AfterEach
    void hangUp() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    @Test
    void stopNobodyAndAreCutOff() throws IOException {
        int id = large();
        Integer picture = given().get("/api/iodd/" + id + "/assets").path("find { it.file_name == 'big.png' }.id");
        for (int i = 0; i < CLIENTS; i++) {
            ask(i % 2 == 0 ? "/api/iodd/" + id + "/assets/" + picture : "/api/iodd/" + id + "/export");
        }

        // so many at once are more than may wait for the database, but none of them waits for its reader
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> given().get("/api/devices").then().statusCode(200));
        given().get("/api/health/live").then().statusCode(200);
        await().atMost(Duration.ofSeconds(60)).until(() -> !nothingIsHeld());
        // those that waited for a connection to the database come later
        await().during(Duration.ofSeconds(6)).atMost(Duration.ofSeconds(90)).until(SlowReadersTest::nothingIsHeld);
        int cut = 0;
        for (Socket socket : sockets) {
            byte[] answer = rest(socket);
            String begin = new String(answer, 0, Math.min(answer.length, 20), StandardCharsets.US_ASCII);
            assertThat(begin).startsWith("HTTP/1.1 ");
            if (begin.startsWith("HTTP/1.1 200")) {
                assertThat(answer.length).isLessThan(LARGE);
                cut++;
            } else {
                assertThat(new String(answer, StandardCharsets.UTF_8)).startsWith("HTTP/1.1 503")
                        .containsIgnoringCase("retry-after").contains("\"status\":503");
            }
        }
        assertThat(cut).isBetween(1, CLIENTS / 2);
    }

    @Test
    void whoReadsGetsAll() {
        int id = large();
        assertThat(given().get("/api/iodd/" + id + "/export").asByteArray().length).isGreaterThan(LARGE);
    }

    private static boolean nothingIsHeld() {
        return given().get("/q/metrics").asString().contains("greenstack_http_files_held_bytes 0.0");
    }

    private static int large() {
        byte[] picture = new byte[LARGE];
        new Random(7).nextBytes(picture);
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
        System.arraycopy(png, 0, picture, 0, png.length);
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("large-IODD1.1.xml", Samples.simple(2711));
        files.put("big.png", picture);
        return Samples.upload("large.zip", Samples.zip(files)).extract().path("device_id");
    }

    private void ask(String path) throws IOException {
        Socket socket = new Socket();
        sockets.add(socket);
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress("127.0.0.1", RestAssured.port));
        socket.getOutputStream().write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
    }

    /** What is left in the buffers. */
    private static byte[] rest(Socket socket) throws IOException {
        socket.setSoTimeout(30_000);
        InputStream in = socket.getInputStream();
        byte[] all = new byte[2 * LARGE];
        int read = 0;
        try {
            for (int count = in.read(all); count > 0; count = in.read(all, read, all.length - read)) {
                read += count;
            }
        } catch (SocketException cutOff) {
            assertThat(cutOff.getMessage()).contains("reset");
        }
        return Arrays.copyOf(all, read);
    }
}
