package io.greenstack.api.description;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import io.greenstack.api.ApiTest;
import io.greenstack.api.Samples;
import io.restassured.http.ContentType;
import io.restassured.response.Response;

/** Many clients do the same at the same moment. */
@ApiTest
class RaceTest {

    private static final int CLIENTS = 8;

    private static List<Response> together(Callable<Response> request) throws Exception {
        CyclicBarrier start = new CyclicBarrier(CLIENTS);
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Future<Response>> futures = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                futures.add(threads.submit(() -> {
                    start.await(30, TimeUnit.SECONDS);
                    return request.call();
                }));
            }
            List<Response> responses = new ArrayList<>();
            for (Future<Response> future : futures) {
                responses.add(future.get(60, TimeUnit.SECONDS));
            }
            return responses;
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aFileIsStoredOnce() throws Exception {
        byte[] file = Samples.simple(7001);
        List<Response> responses = together(() -> given().multiPart("file", "a.xml", file).post("/api/iodd/upload"));
        assertThat(responses).extracting(Response::statusCode).containsOnly(200, 201).containsOnlyOnce(201);
        assertThat(responses.stream().map(response -> response.path("device_id").toString()).distinct()).hasSize(1);
        assertThat(given().get("/api/iodd?device_id=7001").header("X-Total-Count")).isEqualTo("1");
    }

    @Test
    void aPackageIsStoredOnce() throws Exception {
        byte[] zip = Samples.zip(Map.of("a.xml", Samples.simple(7011), "b/b.xml", Samples.simple(7012)));
        List<Response> uploads = together(() -> given().multiPart("file", "p.zip", zip).post("/api/iodd/upload"));
        assertThat(uploads).extracting(Response::statusCode).containsOnly(200, 201).containsOnlyOnce(201);
        for (int device : new int[]{7011, 7012}) {
            assertThat(given().get("/api/iodd?device_id=" + device).header("X-Total-Count")).isEqualTo("1");
        }
    }

    @Test
    void aDeviceIsRegisteredOnce() throws Exception {
        Map<String, Object> body = Map.of("device_id", "race-1", "iolink", Map.of("vendor_id", 1, "device_id", 7002));
        List<Response> responses = together(
                () -> given().contentType(ContentType.JSON).body(body).post("/api/devices/register"));
        assertThat(responses).extracting(Response::statusCode).containsOnly(200, 201).containsOnlyOnce(201);
        assertThat(given().get("/api/devices?q=race-1").header("X-Total-Count")).isEqualTo("1");
    }
}
