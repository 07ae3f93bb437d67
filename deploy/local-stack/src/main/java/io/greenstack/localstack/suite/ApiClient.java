package io.greenstack.localstack.suite;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The few calls of the REST API that the launcher and the suite's tests make. */
public final class ApiClient {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String BOUNDARY = "greenstack-7d1f0c2a9b";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(LIMIT).build();
    private final String url;

    /**
     * @param url address of the api-service, without a path
     */
    public ApiClient(String url) {
        this.url = url;
    }

    /**
     * An answer of the API.
     *
     * @param status HTTP status
     * @param body JSON body; a missing node when it is empty or no JSON
     */
    public record Answer(int status, JsonNode body) {

        public boolean isOk() {
            return status >= 200 && status < 300;
        }
    }

    /** GET of a path with its query. */
    public Answer get(String path) throws IOException {
        return send(request(path).GET());
    }

    /** POST of a JSON body. */
    public Answer post(String path, String json) throws IOException {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    /** DELETE of a path. */
    public Answer delete(String path) throws IOException {
        return send(request(path).DELETE());
    }

    /** Uploads a device file; the kind is told by its name: {@code .eds}, or else IODD as XML or ZIP. */
    public Answer upload(Path file) throws IOException {
        String name = file.getFileName().toString();
        String path = name.toLowerCase(Locale.ROOT).endsWith(".eds") ? "/api/eds/upload" : "/api/iodd/upload";
        return upload(path, name, Files.readAllBytes(file));
    }

    /** Uploads bytes as the form field "file". */
    public Answer upload(String path, String fileName, byte[] content) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.write(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        body.write(content);
        body.write(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(request(path).header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path)).timeout(LIMIT).header("Accept", "application/json");
    }

    private Answer send(HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<byte[]> response = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), parse(response.body()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static JsonNode parse(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            return JSON.missingNode();
        }
    }
}
