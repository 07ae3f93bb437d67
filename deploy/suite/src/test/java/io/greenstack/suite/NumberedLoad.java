package io.greenstack.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.greenstack.localstack.server.EmbeddedServer;
import io.greenstack.localstack.suite.ApiClient;
import io.greenstack.localstack.suite.PackagedStack;
import io.greenstack.localstack.testing.MqttTestClient;

/**
 * Numbers that some devices send without a pause, one after the other, each once and with QoS 1; so it can be said afterwards which of
 * them are stored, how often, and which is the last one of each device.
 */
final class NumberedLoad implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(180);
    private static final Pattern NUMBER = Pattern.compile("\\[(\\d+)]");

    private final PackagedStack stack;
    private final String name;
    private final int devices;
    private final MqttTestClient publisher;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final AtomicInteger next = new AtomicInteger();
    private final ConcurrentLinkedQueue<CompletableFuture<?>> sent = new ConcurrentLinkedQueue<>();
    private final Instant first = Instant.now().minusSeconds(200_000);

    /**
     * Begins.
     *
     * @param name before the number of each device, as in {@code name-0}
     * @param tick time between two numbers
     */
    NumberedLoad(PackagedStack stack, String name, int devices, Duration tick) {
        this.stack = stack;
        this.name = name;
        this.devices = devices;
        this.publisher = MqttTestClient.connect(EmbeddedServer.HOST, stack.servers().broker().port(), name);
        clock.scheduleAtFixedRate(this::publish, 0, tick.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void publish() {
        int number = next.getAndIncrement();
        String payload = "{\"parameter\":\"number\",\"value\":" + number + ",\"timestamp\":\""
                + first.plusSeconds(number) + "\"}";
        sent.add(publisher.send("devices/" + name + '-' + number % devices + "/telemetry",
                payload.getBytes(StandardCharsets.UTF_8), 1, false));
    }

    /** Returns when so many more were sent. */
    void flow(int messages) {
        int goal = next.get() + messages;
        await().atMost(LIMIT).until(() -> next.get() >= goal);
    }

    /** Sends no more; returns how many it were, when the broker has them all. */
    int end() throws Exception {
        clock.shutdown();
        assertThat(clock.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)).get(30, TimeUnit.SECONDS);
        return next.get();
    }

    /** Waits until all are stored, and none of them twice. */
    void awaitStoredOnce(int count) {
        await().atMost(LIMIT).pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> assertThat(missing(count)).as("not stored of %d", count).isEmpty());
        assertThat(stack.servers().questDb().sql().number("SELECT count()" + ours())).isEqualTo(count);
    }

    private Set<Integer> missing(int count) {
        Set<Integer> missing = IntStream.range(0, count).boxed().collect(Collectors.toCollection(TreeSet::new));
        Matcher stored = NUMBER.matcher(stack.servers().questDb().sql()
                .run("SELECT DISTINCT cast(value AS long) n" + ours()));
        while (stored.find()) {
            missing.remove(Integer.valueOf(stored.group(1)));
        }
        return missing;
    }

    private String ours() {
        return " FROM device_telemetry WHERE device_id LIKE '" + name + "-%'";
    }

    /** Waits until the live view has the last number of each device. */
    void awaitLast(int count) {
        ApiClient api = new ApiClient(stack.api().url());
        for (int device = 0; device < devices; device++) {
            int last = count - 1 - Math.floorMod(count - 1 - device, devices);
            String path = "/api/devices/" + name + '-' + device + "/telemetry/latest";
            await().atMost(LIMIT).untilAsserted(
                    () -> assertThat(api.get(path).body().at("/values/number/value").asInt()).isEqualTo(last));
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
        publisher.close();
    }
}
