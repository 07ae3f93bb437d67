package io.greenstack.generators;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.greenstack.generators.registry.Generators;

/**
 * An InfluxDB 2 answers every query of generated dashboards and alert rules, for a device in each layout of points. Its program
 * is named by {@code -Dinfluxd=FILE}; without it the test is skipped.
 */
@EnabledIfSystemProperty(named = "influxd", matches = ".+")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoreQueriesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration START = Duration.ofSeconds(60);
    private static final String SETUP = """
            {"username":"test","password":"test-password","org":"test","bucket":"test"}""";
    private static final String RANGE = "option v = {timeRangeStart: -1h, timeRangeStop: now(), windowPeriod: 10s, "
            + "defaultBucket: \"test\"}\n";
    private static final Pattern PARAMETER = Pattern.compile("r\\.parameter == \"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern ATTRIBUTE = Pattern.compile("r\\.attribute == \"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern CODE = Pattern.compile("r\\.code == \"(\\d+)\"");

    private final HttpClient http = HttpClient.newHttpClient();
    private Process store;
    private URI address;
    private String token;

    static Stream<Blueprint> blueprints() {
        return Stream.of(Samples.pressure(), Samples.level(), Samples.flow());
    }

    @BeforeAll
    void start(@TempDir Path work) throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        address = URI.create("http://127.0.0.1:" + port);
        store = new ProcessBuilder(System.getProperty("influxd"), "--bolt-path", work.resolve("bolt").toString(),
                "--sqlite-path", work.resolve("sqlite").toString(), "--engine-path", work.resolve("engine").toString(),
                "--http-bind-address", "127.0.0.1:" + port, "--reporting-disabled", "--log-level", "error")
                .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        long end = System.nanoTime() + START.toNanos();
        while (!isReady()) {
            assertThat(store.waitFor(100, TimeUnit.MILLISECONDS)).as("the store has ended").isFalse();
            assertThat(System.nanoTime()).as("the store did not start").isLessThan(end);
        }
        token = JSON.readTree(post("/api/v2/setup", "application/json", SETUP, 201)).at("/auth/token").asText();
    }

    @AfterAll
    void stop() throws InterruptedException {
        if (store != null) {
            store.destroy();
            store.waitFor();
        }
    }

    private boolean isReady() throws InterruptedException {
        try {
            return http.send(HttpRequest.newBuilder(address.resolve("/health")).build(),
                    HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    @ParameterizedTest
    @MethodSource("blueprints")
    void everyQueryFindsBothLayouts(Blueprint blueprint) throws Exception {
        String name = "q" + Integer.toHexString(blueprint.hashCode());
        List<String> queries = new ArrayList<>();
        queries(generated("grafana-dashboard", blueprint), queries);
        queries(generated("grafana-alerts", blueprint), queries);
        assertThat(queries).hasSizeGreaterThan(5);
        post("/api/v2/write?org=test&bucket=test", "text/plain",
                String.join("\n", points(queries, name + "-narrow", name + "-wide")), 204);

        for (String query : queries) {
            int head = query.lastIndexOf("import \"") < 0 ? 0 : query.indexOf('\n', query.lastIndexOf("import \"")) + 1;
            String devices = "(" + name + "-narrow|" + name + "-wide)";
            String program = query.substring(0, head) + RANGE + query.substring(head)
                    .replace("${device:regex}", devices)
                    .replaceAll("r\\.device_id == \"[^\"]*\"", "r.device_id =~ /^" + devices + "\\$/");
            assertThat(post("/api/v2/query?org=test", "application/vnd.flux", program, 200)).as(program)
                    .contains(name + "-narrow", name + "-wide");
        }
    }

    private static JsonNode generated(String generator, Blueprint blueprint) throws IOException {
        return JSON.readTree(Generators.find(generator).orElseThrow().generate(blueprint).content());
    }

    private static void queries(JsonNode node, List<String> queries) {
        if (node.path("query").isTextual() && node.path("query").asText().contains("v.defaultBucket")) {
            queries.add(node.path("query").asText());
        }
        node.forEach(child -> queries(child, queries));
    }

    /** Points that the queries ask for: one device with a line for each value, one with a line for each message. */
    private static List<String> points(List<String> queries, String narrow, String wide) throws IOException {
        List<String> points = new ArrayList<>();
        for (String key : named(queries, PARAMETER)) {
            points.add("device_telemetry,device_id=" + narrow + ",parameter=" + escaped(key) + " value=1");
            points.add("device_values,device_id=" + wide + " " + escaped(key + " [u]") + "=2");
        }
        for (String device : List.of(narrow, wide)) {
            for (String attribute : named(queries, ATTRIBUTE)) {
                points.add("device_metadata,device_id=" + device + ",attribute=" + escaped(attribute)
                        + " value=\"x\"");
            }
            Set<String> codes = new TreeSet<>(named(queries, CODE));
            codes.add("1");
            codes.forEach(code -> points.add("device_events,device_id=" + device + ",code=" + code
                    + " mode=\"appears\",text=\"x\""));
        }
        return points;
    }

    private static Set<String> named(List<String> queries, Pattern pattern) throws IOException {
        Set<String> names = new TreeSet<>();
        for (String query : queries) {
            Matcher matcher = pattern.matcher(query);
            while (matcher.find()) {
                names.add(JSON.readValue('"' + matcher.group(1).replace("\\$", "$") + '"', String.class));
            }
        }
        return names;
    }

    private static String escaped(String key) {
        return key.replace("\\", "\\\\").replace(",", "\\,").replace("=", "\\=").replace(" ", "\\ ");
    }

    private String post(String path, String type, String body, int status) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(path)).header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (token != null) {
            request.header("Authorization", "Token " + token);
        }
        HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(body + "\n" + answer.body()).isEqualTo(status);
        return answer.body();
    }
}
