package io.greenstack.localstack.server;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** SQL statements over the HTTP interface of a QuestDB. */
public final class QuestDbSql {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Pattern ONE_NUMBER = Pattern.compile("\"dataset\":\\[\\[(-?\\d+)]]");
    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(LIMIT).build();

    private final String url;

    /**
     * @param url address of the server, without a path
     */
    public QuestDbSql(String url) {
        this.url = url;
    }

    /** Whether the server takes statements. */
    public boolean answers() {
        try {
            return send("SELECT 1").statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Runs one statement.
     *
     * @return the JSON answer of the server
     * @throws ServerException when it cannot be reached or refuses the statement
     */
    public String run(String statement) {
        try {
            HttpResponse<String> response = send(statement);
            if (response.statusCode() != 200) {
                throw new ServerException("QuestDB answers " + response.statusCode() + " to " + statement + ": "
                        + response.body());
            }
            return response.body();
        } catch (IOException e) {
            throw new ServerException("QuestDB cannot be reached at " + url, e);
        }
    }

    /**
     * Result of a query that selects one whole number, such as a count.
     *
     * @throws ServerException when the answer is anything else
     */
    public long number(String query) {
        String answer = run(query);
        Matcher matcher = ONE_NUMBER.matcher(answer);
        if (!matcher.find()) {
            throw new ServerException("No single number in the answer to " + query + ": " + answer);
        }
        return Long.parseLong(matcher.group(1));
    }

    private HttpResponse<String> send(String statement) throws IOException {
        URI uri = URI.create(url + "/exec?query=" + URLEncoder.encode(statement, StandardCharsets.UTF_8));
        try {
            return CLIENT.send(HttpRequest.newBuilder(uri).timeout(LIMIT).GET().build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
