package io.greenstack.api.twin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.greenstack.api.ApiTest;
import io.quarkus.redis.datasource.RedisDataSource;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;

/** Fifty writers at the same twin: no update is lost, with and without If-Match, from people and from devices. */
@ApiTest
class TwinConcurrencyTest {

    /** Fewer than may write at once. */
    private static final int WRITERS = 44;
    private static final int WRITES = 4;
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    RedisDataSource redis;

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private HttpResponse<String> send(String method, String path, String body, String ifMatch) throws Exception {
        HttpRequest.Builder request = HttpRequest
                .newBuilder(URI.create("http://127.0.0.1:" + RestAssured.port + path)).timeout(Duration.ofSeconds(60))
                .header("Content-Type", "application/json").method(method, BodyPublishers.ofString(body));
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static void register(String id) {
        given().contentType(ContentType.JSON).body(Map.of("device_id", id)).post("/api/devices/register").then()
                .statusCode(201);
    }

    private static <T> List<T> atOnce(List<Callable<T>> tasks) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> future : threads.invokeAll(tasks)) {
                results.add(future.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    private JsonNode twin(String id) throws Exception {
        return JSON.readTree(send("GET", "/api/devices/" + id + "/shadow", "", null).body());
    }

    @Test
    void blindWritersDoNotOverwriteEachOther() throws Exception {
        register("crowd-1");
        List<Callable<Integer>> tasks = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            int me = writer;
            tasks.add(() -> {
                int failed = 0;
                for (int i = 0; i < WRITES; i++) {
                    boolean device = me % 2 == 0;
                    HttpResponse<String> response = device
                            ? send("POST", "/api/shadows/reports",
                                    "{\"reports\":[{\"device_id\":\"crowd-1\",\"payload\":{\"r"
                                            + me + "_" + i + "\":1}}]}",
                                    null)
                            : send("PATCH", "/api/devices/crowd-1/shadow/desired", "{\"w" + me + "_" + i + "\":1}",
                                    null);
                    failed += response.statusCode() == 200 ? 0 : 1;
                }
                return failed;
            });
        }
        assertThat(atOnce(tasks)).containsOnly(0);

        JsonNode twin = twin("crowd-1");
        assertThat(twin.path("desired")).hasSize(WRITERS / 2 * WRITES);
        assertThat(twin.path("reported")).hasSize(WRITERS / 2 * WRITES);
        assertThat(twin.path("version").intValue()).isEqualTo(WRITERS * WRITES);
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(redis.hash(String.class)
                .hget("device:shadow:crowd-1", "version")).isEqualTo(Integer.toString(WRITERS * WRITES)));
        assertThat(JSON.readTree(redis.hash(String.class).hget("device:shadow:crowd-1", "desired")))
                .isEqualTo(twin.path("desired"));
    }

    @Test
    void readersWhoDecideByWhatTheyReadCountRight() throws Exception {
        register("crowd-2");
        List<Callable<Integer>> tasks = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            tasks.add(() -> {
                int conflicts = 0;
                while (true) {
                    JsonNode twin = twin("crowd-2");
                    int count = twin.path("desired").path("count").asInt(0);
                    HttpResponse<String> response = send("PATCH", "/api/devices/crowd-2/shadow/desired",
                            "{\"count\":" + (count + 1) + "}", '"' + twin.path("version").asText() + '"');
                    if (response.statusCode() == 200) {
                        return conflicts;
                    }
                    assertThat(response.statusCode()).as(response.body()).isEqualTo(412);
                    conflicts++;
                }
            });
        }
        atOnce(tasks);

        assertThat(twin("crowd-2").path("desired").path("count").intValue()).isEqualTo(WRITERS);
        assertThat(twin("crowd-2").path("version").intValue()).isEqualTo(WRITERS);
    }

    @Test
    void overlappingBatchesDoNotBlockEachOther() throws Exception {
        List<Callable<Integer>> tasks = new ArrayList<>();
        for (int writer = 0; writer < 16; writer++) {
            int me = writer;
            tasks.add(() -> {
                StringBuilder reports = new StringBuilder();
                for (int i = 0; i < 40; i++) {
                    int device = (me % 2 == 0 ? i : 39 - i) % 20;
                    reports.append(i == 0 ? "" : ",").append("{\"device_id\":\"crowd-b").append(device)
                            .append("\",\"payload\":{\"w").append(me).append('_').append(i).append("\":1}}");
                }
                return send("POST", "/api/shadows/reports", "{\"reports\":[" + reports + "]}", null).statusCode();
            });
        }
        assertThat(atOnce(tasks)).containsOnly(200);
        for (int device = 0; device < 20; device++) {
            assertThat(twin("crowd-b" + device).path("reported")).hasSize(32);
        }
    }
}
