package io.greenstack.api.cache;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.notNullValue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.greenstack.api.ApiTest;
import io.greenstack.api.Samples;
import io.greenstack.localstack.testing.TestServers;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.vertx.redis.client.Redis;

/** What is kept is never shown after it was changed, whatever happens meanwhile. */
@ApiTest
class CacheTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Inject
    RedisCache cache;
    @Inject
    CacheGate gate;
    @Inject
    CacheLink link;
    @Inject
    CacheTags tags;
    @Inject
    WriteFence fence;
    @Inject
    CacheCodec codec;
    @Inject
    CacheSettings settings;
    @Inject
    Redis redis;
    @Inject
    TransactionSynchronizationRegistry transactions;

    private final String tag = "test:" + NUMBER.incrementAndGet();

    @BeforeEach
    void theGateIsOpen() {
        await().atMost(PATIENCE).until(gate::isOpen);
    }

    @AfterEach
    void redisIsBack() {
        if (!TestServers.redis().isRunning()) {
            TestServers.redis().start();
        }
        given().post("/api/breakers/redis/reset");
    }

    private String get(String key, Callable<Object> load) throws Exception {
        CachedMethod method = new CachedMethod("Test" + tag, CacheNamespace.ASSETS, List.of(tag),
                codec.type(String.class));
        return (String) cache.get(method, new Object[]{key}, load);
    }

    private static Callable<Object> unwanted() {
        return () -> {
            throw new AssertionError("It is in the cache");
        };
    }

    @Test
    void whatWasReadIsKept() throws Exception {
        assertThat(get("a", () -> "one")).isEqualTo("one");
        assertThat(get("a", unwanted())).isEqualTo("one");
        assertThat(get("b", () -> "other")).isEqualTo("other");
    }

    @Test
    void whoeverReadBeforeAWriteCannotHaveItSeenAfterwards() throws Exception {
        String old = get("a", () -> {
            String read = "before";
            tags.change(Set.of(tag));
            return read;
        });
        assertThat(old).isEqualTo("before");
        assertThat(get("a", () -> "after")).isEqualTo("after");
        assertThat(get("a", unwanted())).isEqualTo("after");
    }

    @Test
    void nothingIsKeptWhileAWriteIsOnItsWay() throws Exception {
        get("a", () -> "before");
        link.call(CacheScripts.ANNOUNCE, List.of(CacheKeys.tag(tag)), "somebody;", 60_000, 600);

        assertThat(get("a", () -> "meanwhile")).isEqualTo("meanwhile");
        assertThat(get("a", () -> "again")).isEqualTo("again");
        gate.invalidate(Set.of(tag), "somebody;");
        assertThat(get("a", () -> "after")).isEqualTo("after");
        assertThat(get("a", unwanted())).isEqualTo("after");
    }

    @Test
    void aWriterThatDiedIsBelievedForSomeTimeOnly() throws Exception {
        link.call(CacheScripts.ANNOUNCE, List.of(CacheKeys.tag(tag)), "dead;", 300, 600);
        AtomicInteger loads = new AtomicInteger();
        await().atMost(PATIENCE).until(() -> {
            int before = loads.get();
            get("a", () -> "value " + loads.incrementAndGet());
            return loads.get() == before;
        });
    }

    @Test
    void ofManyThatMissTheSameOneReads() throws Exception {
        int many = 8;
        AtomicInteger loads = new AtomicInteger();
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch read = new CountDownLatch(1);
        Callable<Object> slow = () -> {
            loads.incrementAndGet();
            reading.countDown();
            read.await(30, TimeUnit.SECONDS);
            return "value";
        };
        ExecutorService threads = Executors.newFixedThreadPool(many);
        try {
            List<Future<String>> answers = new ArrayList<>();
            answers.add(threads.submit(() -> get("a", slow)));
            assertThat(reading.await(30, TimeUnit.SECONDS)).isTrue();
            for (int i = 1; i < many; i++) {
                answers.add(threads.submit(() -> get("a", slow)));
            }
            read.countDown();
            for (Future<String> answer : answers) {
                assertThat(answer.get(30, TimeUnit.SECONDS)).isEqualTo("value");
            }
            assertThat(loads.get()).isOne();
        } finally {
            read.countDown();
            threads.shutdownNow();
        }
    }

    @Test
    void aFailureIsTheCallersAndKeepsNobodyOut() throws Exception {
        try {
            get("a", () -> {
                throw new IllegalStateException("no database");
            });
            throw new AssertionError("It failed");
        } catch (IllegalStateException e) {
            assertThat(e).hasMessage("no database");
        }
        assertThat(get("a", () -> "now")).isEqualTo("now");
    }

    /** The gate of this process stays open all the time; the other one, which writes, has no Redis. */
    @Test
    void aProcessWithoutRedisIsHeardByTheOthers() throws Exception {
        CacheLink away = new CacheLink(redis, settings);
        CacheTags writer = new CacheTags(away, new CacheGate(away, settings, null, new SimpleMeterRegistry()), fence,
                transactions, new SimpleMeterRegistry());
        for (int i = 0; i < 20; i++) {
            String version = "v" + i;
            get("a", () -> version);
            QuarkusTransaction.requiringNew().run(() -> writer.change(Set.of(tag)));
            assertThat(get("a", () -> version + " and more")).isEqualTo(version + " and more");
            writer.change(Set.of(tag));
            await().atMost(PATIENCE).until(gate::isOpen);
        }
    }

    @Test
    void aTransactionThatIsUndoneLeavesNothingBehind() throws Exception {
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                tags.change(Set.of(tag));
                throw new IllegalStateException("undone");
            });
        } catch (IllegalStateException e) {
            assertThat(e).hasMessage("undone");
        }
        await().atMost(PATIENCE).until(() -> {
            AtomicInteger loads = new AtomicInteger();
            get("a", () -> "value " + loads.incrementAndGet());
            return loads.get() == 0;
        });
    }

    private static String notes(String id) {
        return given().get("/api/devices/" + id).then().statusCode(200).extract().path("notes");
    }

    private static void write(String id, String notes) {
        given().contentType(ContentType.JSON).body(Map.of("notes", notes)).patch("/api/devices/" + id).then()
                .statusCode(200);
    }

    @Test
    void withoutRedisEverythingIsThereAndNothingIsOldAfterwards() {
        String id = "cache-outage";
        given().contentType(ContentType.JSON).body(Map.of("device_id", id)).post("/api/devices/register");
        write(id, "before");
        assertThat(notes(id)).isEqualTo("before");

        TestServers.redis().stop();
        assertThat(notes(id)).isEqualTo("before");
        write(id, "meanwhile");
        assertThat(notes(id)).isEqualTo("meanwhile");
        given().get("/api/cache/stats").then().statusCode(200).body("cache.connected", equalTo(false));
        TestServers.redis().start();
        assertThat(notes(id)).isEqualTo("meanwhile");
        await().atMost(PATIENCE).until(gate::isOpen);
        assertThat(notes(id)).isEqualTo("meanwhile");
        assertThat(notes(id)).isEqualTo("meanwhile");
    }

    @Test
    void operatorsSeeFiguresAndClear() {
        int id = Samples.imported(Samples.conditional(3901));
        given().get("/api/iodd/" + id).then().statusCode(200);
        given().get("/api/iodd/" + id).then().statusCode(200);

        given().get("/api/cache/stats").then().statusCode(200).body("cache.enabled", equalTo(true))
                .body("cache.connected", equalTo(true)).body("cache.used_memory_human", notNullValue())
                .body("namespaces.iodd-details.hits", greaterThan(0)).body("namespaces.iodd-details.misses",
                        greaterThan(0))
                .body("namespaces.iodd-details.bytes", greaterThan(0))
                .body("namespaces.iodd-details.ttl_seconds", equalTo(600))
                .body("namespaces.iodd-lists.tag_versions", hasKey("descriptions"));
        for (String scope : List.of("", "?scope=all", "?scope=devices", "?scope=eds", "?scope=assets",
                "?scope=statistics", "?scope=iodd-lists")) {
            given().post("/api/cache/clear" + scope).then().statusCode(200).body("status", equalTo("success"));
        }
        given().post("/api/cache/clear?scope=everything").then().statusCode(400)
                .body("code", equalTo("invalid-parameter")).body("detail", containsString("assets"));
        int misses = given().get("/api/cache/stats").path("namespaces.iodd-details.misses");
        given().get("/api/iodd/" + id).then().statusCode(200);
        assertThat((int) given().get("/api/cache/stats").path("namespaces.iodd-details.misses")).isGreaterThan(misses);
    }

    @Test
    void pagesHaveTagsThatChangeWithThem() throws Exception {
        Samples.imported(Samples.conditional(3902));
        HttpResponse<byte[]> whole = page(null, null);
        HttpResponse<byte[]> compressed = page("gzip", null);
        String tag = whole.headers().firstValue("ETag").orElseThrow();

        assertThat(tag).doesNotStartWith("W/");
        assertThat(whole.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(compressed.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(compressed.headers().allValues("Vary")).containsExactly("Accept-Language, Accept-Encoding");
        assertThat(compressed.headers().firstValue("ETag")).isNotEqualTo(whole.headers().firstValue("ETag"));
        assertThat(page(null, tag).statusCode()).isEqualTo(304);
        assertThat(page(null, tag).headers().firstValue("ETag")).contains(tag);
        assertThat(page("gzip", tag).statusCode()).isEqualTo(304);
        Samples.imported(Samples.simple(3902));
        assertThat(page(null, tag).statusCode()).isEqualTo(200);
    }

    private static HttpResponse<byte[]> page(String encoding, String known) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + RestAssured.port + "/api/iodd?device_id=3902"));
        if (encoding != null) {
            request.header("Accept-Encoding", encoding);
        }
        if (known != null) {
            request.header("If-None-Match", known);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }
}
