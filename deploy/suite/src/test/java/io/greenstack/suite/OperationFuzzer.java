package io.greenstack.suite;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;

/** Calls every operation of an OpenAPI document with nonsense in its path, query, headers and body. */
final class OperationFuzzer {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int READ = 64 * 1024;
    private static final List<String> METHODS = List.of("get", "put", "post", "patch", "delete");
    private static final List<String> MEMBERS = List.of("name", "id", "ids", "topic", "message", "payload", "desired",
            "reported", "command", "parameters", "timeout", "octets", "hex", "values", "type", "labels", "scope",
            "expires_at",
            "device_id", "description_id", "version", "qos", "retain", "frame", "subindex", "x");

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(LIMIT)
            .build();
    private final String url;
    private final JsonNode document;
    private final HostileText hostile;
    private final String device;
    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private int operations;
    private int requests;

    /** @param device an id that exists, so that some requests get past the look-up */
    OperationFuzzer(String url, JsonNode document, HostileText hostile, String device) {
        this.url = url;
        this.document = document;
        this.hostile = hostile;
        this.device = device;
    }

    int operations() {
        return operations;
    }

    int requests() {
        return requests;
    }

    /** How often each status was answered. */
    Map<Integer, Integer> statuses() {
        return statuses;
    }

    /** @return what was answered wrongly: the request, the status and the body */
    List<String> run(int perOperation) throws IOException {
        List<String> failures = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            for (String method : METHODS) {
                JsonNode operation = path.getValue().path(method);
                if (operation.isObject()) {
                    operations++;
                    for (int i = 0; i < perOperation; i++) {
                        call(method, path.getKey(), path.getValue(), operation, failures);
                    }
                }
            }
        }
        return failures;
    }

    private void call(String method, String template, JsonNode path, JsonNode operation, List<String> failures)
            throws IOException {
        List<JsonNode> parameters = new ArrayList<>();
        path.path("parameters").forEach(parameters::add);
        operation.path("parameters").forEach(parameters::add);
        StringBuilder query = new StringBuilder();
        String target = template;
        for (JsonNode parameter : parameters) {
            String name = parameter.path("name").asText();
            if (parameter.path("in").asText().equals("path")) {
                target = target.replace("{" + name + "}", encoded(segment()));
            } else if (parameter.path("in").asText().equals("query") && !hostile.once(2)) {
                query.append(query.isEmpty() ? '?' : '&').append(encoded(name)).append('=')
                        .append(encoded(hostile.text()));
            }
        }
        String uri = url + target.replaceAll("\\{[^}]*}", encoded(segment())) + query;
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(uri)).timeout(LIMIT);
        String type = operation.at("/requestBody/content").properties().stream().findFirst().map(Map.Entry::getKey)
                .orElse(null);
        String body = type == null ? null : body(type);
        if (type != null) {
            request.header("Content-Type", type.startsWith("multipart/") ? type + "; boundary=b" : type);
        }
        request.method(method.toUpperCase(Locale.ROOT), body == null
                ? BodyPublishers.noBody()
                : BodyPublishers.ofByteArray(hostile.once(3)
                        ? hostile.damaged(body)
                        : body.getBytes(StandardCharsets.UTF_8)));
        String said = method + " " + uri + (body == null ? "" : " " + shortened(body));
        try {
            check(said, send(request.build()), failures);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (IOException e) {
            failures.add(said + " -> " + e);
        }
    }

    /** A server may close a connection that it has kept open just when it is used again (RFC 9112, 9.5); once more is a new one. */
    private HttpResponse<InputStream> send(HttpRequest request) throws IOException, InterruptedException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        } catch (HttpTimeoutException e) {
            throw e;
        } catch (IOException e) {
            return client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        }
    }

    private void check(String said, HttpResponse<InputStream> response, List<String> failures) throws IOException {
        requests++;
        statuses.merge(response.statusCode(), 1, Integer::sum);
        if (response.statusCode() < 400) {
            // a stream of events has no end
            response.body().close();
            return;
        }
        String body = new String(response.body().readNBytes(READ), StandardCharsets.UTF_8);
        response.body().close();
        boolean internals = body.contains("java.") || body.contains("Exception") || body.contains("\tat ");
        if (response.statusCode() >= 500 && response.statusCode() != 503 || internals) {
            failures.add(said + " -> " + response.statusCode() + " " + shortened(body));
        }
    }

    private String segment() {
        return hostile.once(3) ? device : hostile.once(4) ? "1" : hostile.text();
    }

    private String body(String type) {
        if (type.startsWith("multipart/")) {
            return "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                    + hostile.any(List.of("a.xml", "a.zip",
                            "a.eds", "..", "C:\\x.xml", ""))
                    + "\"\r\n\r\n" + hostile.any(List.of("", "<IODevice/>", "PK\u0003\u0004",
                            "[File]\r\nDescText=\"x\";\r\n", "<!DOCTYPE x>", "x"))
                    + "\r\n--b--\r\n";
        }
        return hostile.once(3) ? hostile.json() : hostile.object(MEMBERS);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String shortened(String text) {
        String line = text.replaceAll("\\p{Cntrl}", "·");
        return line.length() > 300 ? line.substring(0, 300) + "..." : line;
    }
}
