package io.greenstack.api.cache;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.greenstack.api.ApiTest;
import io.greenstack.api.Samples;
import io.micrometer.core.instrument.MeterRegistry;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;

/** Whole answers that are kept are what their endpoints would answer. */
@ApiTest
class AnswerFilterTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String ID = "answer-filter";
    /** What belongs to a request and not to an answer. */
    private static final Set<String> OF_REQUESTS = Set.of("x-request-id", "ratelimit", "content-length",
            "transfer-encoding", "date");

    @Inject
    CacheGate gate;
    @Inject
    CacheTags tags;
    @Inject
    MeterRegistry meters;

    @BeforeEach
    void theGateIsOpen() {
        await().atMost(PATIENCE).until(gate::isOpen);
    }

    private double sent() {
        return count("local") + count("hit");
    }

    private double count(String result) {
        return meters.counter("greenstack.cache.answers", "result", result).count();
    }

    private static HttpResponse<byte[]> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest
                .newBuilder(URI.create("http://127.0.0.1:" + RestAssured.port + path));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build().send(request.build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    private static Map<String, List<String>> headers(HttpResponse<byte[]> response) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(response.headers().map());
        headers.keySet().removeAll(OF_REQUESTS);
        return headers;
    }

    private static List<String> paths() {
        int iodd = Samples.upload("sample.xml", Samples.everything(3921)).extract().path("device_id");
        int eds = given().multiPart("file", "thing.eds", Samples.eds("").getBytes()).post("/api/eds/upload").then()
                .extract().path("eds_id");
        given().contentType(ContentType.JSON).body(Map.of("device_id", ID)).post("/api/devices/register");
        List<String> paths = new ArrayList<>(List.of("/api/descriptions", "/api/iodd", "/api/eds", "/api/devices"));
        paths.addAll(List.of("/api/iodd?size=1&page=2&lang=de", "/api/eds/grouped/by-device",
                "/api/eds/grouped/by-variant", "/api/descriptions/" + iodd, "/api/iodd/" + iodd,
                "/api/iodd/" + iodd + "?lang=de", "/api/eds/" + eds, "/api/devices/" + ID));
        return paths;
    }

    /** What other tests left behind may change a list between two requests, and then it is made anew. */
    private void keptIsMade(String path, String encoding) throws Exception {
        HttpResponse<byte[]> made = get(path, "Accept-Encoding", encoding);
        double before = sent();
        HttpResponse<byte[]> kept = get(path, "Accept-Encoding", encoding);
        assertThat(sent()).as(path).isEqualTo(before + 1);
        assertThat(made.statusCode()).as(path).isEqualTo(200);
        assertThat(kept.statusCode()).as(path).isEqualTo(200);
        assertThat(kept.body()).as("%s as %s", path, encoding).isEqualTo(made.body());
        assertThat(headers(kept)).as("%s as %s", path, encoding).isEqualTo(headers(made));
        String tag = made.headers().firstValue("ETag").orElseThrow();
        HttpResponse<byte[]> known = get(path, "Accept-Encoding", encoding, "If-None-Match", tag);
        assertThat(known.statusCode()).as(path).isEqualTo(304);
        assertThat(known.body()).as(path).isEmpty();
        assertThat(known.headers().firstValue("ETag")).as(path).contains(tag);
        assertThat(sent()).as(path).isEqualTo(before + 2);
    }

    @Test
    void anAnswerThatIsKeptIsTheOneThatWasMade() throws Exception {
        List<String> paths = paths();
        for (String encoding : List.of("gzip", "identity", "deflate")) {
            tags.change(Set.of(CacheKeys.ALL));
            for (String path : paths) {
                await().atMost(PATIENCE).untilAsserted(() -> keptIsMade(path, encoding));
            }
        }
    }

    @Test
    void aClientThatHasAPageHasItKeptForOthers() throws Exception {
        paths();
        String tag = get("/api/iodd?size=3").headers().firstValue("ETag").orElseThrow();
        tags.change(Set.of(CacheKeys.ALL));
        double before = sent();
        assertThat(get("/api/iodd?size=3", "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(sent()).isEqualTo(before);
        assertThat(get("/api/iodd?size=3", "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(get("/api/iodd?size=3").statusCode()).isEqualTo(200);
        assertThat(sent()).isEqualTo(before + 2);
    }

    @Test
    void whatWasWrittenIsSeen() {
        paths();
        for (int i = 0; i < 20; i++) {
            String notes = "note " + i;
            given().contentType(ContentType.JSON).body(Map.of("notes", notes)).patch("/api/devices/" + ID).then()
                    .statusCode(200);
            for (int round = 0; round < 2; round++) {
                assertThat((String) given().get("/api/devices/" + ID).path("notes")).isEqualTo(notes);
                assertThat((List<String>) given().get("/api/devices?q=" + ID).path("notes")).contains(notes);
            }
        }
    }

    @Test
    void eachLanguageHasItsAnswer() {
        int iodd = Samples.imported(Samples.everything(3922));
        for (int round = 0; round < 2; round++) {
            for (String language : List.of("de", "en")) {
                given().header("Accept-Language", language).get("/api/iodd/" + iodd).then()
                        .header("Content-Language", language);
            }
        }
    }

    @Test
    void whatIsNotJsonOrWasNotThereIsNotKept() throws Exception {
        paths();
        assertThat(get("/api/iodd/987654").statusCode()).isEqualTo(404);
        assertThat(get("/api/iodd/987654").statusCode()).isEqualTo(404);
        assertThat(get("/api/iodd?nonsense=1").statusCode()).isEqualTo(400);
        assertThat(get("/api/iodd?nonsense=1").statusCode()).isEqualTo(400);
        get("/api/iodd?size=4");
        get("/api/iodd?size=4");
        assertThat(get("/api/iodd?size=4", "Accept", "text/csv").statusCode()).isEqualTo(406);
        double kept = count("kept");
        get("/api/devices/missing-descriptions");
        get("/api/devices?connection=connected");
        assertThat(count("kept")).isEqualTo(kept);
    }

    @Test
    void requestsAreCountedByTheirEndpoint() throws Exception {
        String path = paths().get(8);
        get(path);
        get(path);
        assertThat(given().get("/q/metrics").asString()).contains("uri=\"/api/iodd/{id}\"").doesNotContain(
                "uri=\"" + path);
    }
}
