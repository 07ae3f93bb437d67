package io.greenstack.loadtest.imports;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The endpoints of the API service that the benchmark uses. */
public final class ImportClient {

    private static final String BOUNDARY = "greenstack-import-benchmark";
    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final Duration POLL = Duration.ofMillis(200);

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String url;

    /** A client of the service at an address. */
    public ImportClient(String url) {
        this.url = url;
    }

    /** Starts a job for a file on disk; answers its id. */
    public long startUpload(Path file) throws IOException, InterruptedException {
        return started(multipart("/api/imports", file.getFileName().toString(), BodyPublishers.ofFile(file)));
    }

    /** Starts a job for a folder of the service's machine; answers its id. */
    long startFolder(Path folder) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/api/imports")).timeout(LIMIT)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"folder\":\"" + folder + "\"}")).build();
        return started(send(request));
    }

    private static long started(HttpResponse<String> answer) {
        if (answer.statusCode() != 202) {
            throw new IllegalStateException("No job: " + answer.statusCode() + " " + answer.body());
        }
        return number(answer.body(), "id");
    }

    /** Waits for the end of a job and answers it as JSON. */
    public String awaitEnd(long id) throws IOException, InterruptedException {
        String job = get("/api/imports/" + id + "?size=1");
        while (job.contains("\"state\":\"queued\"") || job.contains("\"state\":\"running\"")) {
            Thread.sleep(POLL.toMillis());
            job = get("/api/imports/" + id + "?size=1");
        }
        return job;
    }

    /** Uploads one package; answers the status. */
    int upload(String name, byte[] zip) throws IOException, InterruptedException {
        return multipart("/api/iodd/upload", name, BodyPublishers.ofByteArray(zip)).statusCode();
    }

    String get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(url + path)).timeout(LIMIT).build()).body();
    }

    private HttpResponse<String> multipart(String path, String name, BodyPublisher content)
            throws IOException, InterruptedException {
        String head = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: application/zip\r\n\r\n";
        BodyPublisher body = BodyPublishers.concat(
                BodyPublishers.ofByteArray(head.getBytes(StandardCharsets.UTF_8)), content,
                BodyPublishers.ofByteArray(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8)));
        return send(HttpRequest.newBuilder(URI.create(url + path)).timeout(LIMIT)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY).POST(body).build());
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** The value of a member that is a number, 0 if there is none. */
    static long number(String json, String member) {
        Matcher matcher = Pattern.compile("\"" + member + "\":(\\d+)").matcher(json);
        return matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
    }
}
