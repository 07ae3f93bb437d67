package io.greenstack.loadtest.cache;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writers count up in the notes of devices, each by both services in turns; readers ask both for devices and lists. Whoever asks
 * after a write has returned has to see it. Meanwhile Redis is killed, stands still, or is away for one of the services.
 */
public final class CacheRace {

    private static final int DEVICES = 4;
    private static final int READERS = 6;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration AWAY = Duration.ofMillis(2500);
    private static final Pattern NOTES = Pattern
            .compile("\"device_id\":\"race-(\\d+)\"(?:(?!\"device_id\").)*?\"notes\":\"(\\d+)\"");
    private static final int MOST_TOLD = 20;

    private final ApiPair pair;
    private final Duration duration;
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final AtomicLongArray confirmed = new AtomicLongArray(DEVICES);
    private final LongAdder reads = new LongAdder();
    private final LongAdder notModified = new LongAdder();
    private final LongAdder writes = new LongAdder();
    private final LongAdder stale = new LongAdder();
    private final LongAdder errors = new LongAdder();
    private final ConcurrentLinkedQueue<String> told = new ConcurrentLinkedQueue<>();
    private volatile boolean over;
    private volatile String phase = "calm";

    /** @param duration of all of it; two ninths of it for each disturbance and the time after it */
    public CacheRace(ApiPair pair, Duration duration) {
        this.pair = pair;
        this.duration = duration;
    }

    /**
     * What was seen.
     *
     * @param reads answers that were looked at, lists and devices
     * @param notModified those of them that said that nothing is new
     * @param writes writes that returned
     * @param stale answers that showed less than had been written before they were asked for
     * @param errors requests that failed
     * @param calls of the caches of both, by what became of them
     * @param examples the first of what was wrong
     */
    public record Report(long reads, long notModified, long writes, long stale, long errors, Map<String, Long> calls,
            List<String> examples) {}

    /** Runs all of it. */
    public Report run() throws Exception {
        for (int i = 0; i < DEVICES; i++) {
            send(0, "POST", "/api/devices/register", "{\"device_id\":\"race-" + i + "\"}", null);
        }
        ExecutorService threads = Executors.newCachedThreadPool();
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < DEVICES; i++) {
            int device = i;
            running.add(threads.submit(() -> write(device)));
        }
        for (int i = 0; i < READERS; i++) {
            int reader = i;
            running.add(threads.submit(() -> read(reader)));
        }
        disturb();
        over = true;
        for (Future<?> one : running) {
            one.get(PATIENCE.toSeconds() * 2, TimeUnit.SECONDS);
        }
        threads.shutdown();
        return new Report(reads.sum(), notModified.sum(), writes.sum(), stale.sum(), errors.sum(), calls(),
                told.stream().limit(MOST_TOLD).toList());
    }

    private void disturb() {
        Map<String, Runnable[]> disturbances = new LinkedHashMap<>();
        disturbances.put("Redis killed", new Runnable[]{pair.redis()::stop, pair.redis()::start});
        disturbances.put("Redis frozen", new Runnable[]{pair::freeze, pair::thaw});
        disturbances.put("Redis frozen for one", new Runnable[]{pair.relay()::freeze, pair.relay()::thaw});
        disturbances.put("Redis away for one", new Runnable[]{pair.relay()::close, pair.relay()::open});
        long part = duration.toNanos() / (disturbances.size() * 2 + 1);
        LockSupport.parkNanos(part);
        disturbances.forEach((name, actions) -> {
            phase = name;
            actions[0].run();
            LockSupport.parkNanos(Math.min(part, AWAY.toNanos()));
            phase = "after: " + name;
            actions[1].run();
            LockSupport.parkNanos(2 * part - Math.min(part, AWAY.toNanos()));
        });
    }

    private Void write(int device) throws InterruptedException {
        for (long number = 1; !over; number++) {
            int service = (int) (number % 2);
            HttpResponse<String> answer = send(service, "PATCH", "/api/devices/race-" + device,
                    "{\"notes\":\"" + number + "\"}", null);
            if (answer != null) {
                confirmed.set(device, number);
                writes.increment();
            }
            TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextInt(20));
        }
        return null;
    }

    private Void read(int reader) throws InterruptedException {
        Map<String, String> tags = new LinkedHashMap<>();
        Map<String, String> bodies = new LinkedHashMap<>();
        while (!over) {
            int service = ThreadLocalRandom.current().nextInt(2);
            int device = ThreadLocalRandom.current().nextInt(DEVICES);
            String path = reader % 3 == 0 ? "/api/devices?size=50" : "/api/devices/race-" + device;
            String known = reader % 2 == 0 ? tags.get(path) : null;
            long[] floor = new long[DEVICES];
            for (int i = 0; i < DEVICES; i++) {
                floor[i] = confirmed.get(i);
            }
            HttpResponse<String> answer = send(service, "GET", path, null, known);
            if (answer == null) {
                continue;
            }
            reads.increment();
            String body = answer.body();
            if (answer.statusCode() == 304) {
                notModified.increment();
                body = bodies.get(path);
            } else {
                answer.headers().firstValue("ETag").ifPresent(tag -> tags.put(path, tag));
                bodies.put(path, body);
            }
            compare(service, path, body, floor);
        }
        return null;
    }

    private void compare(int service, String path, String body, long[] floor) {
        Matcher found = NOTES.matcher(body);
        while (found.find()) {
            int device = Integer.parseInt(found.group(1));
            long seen = Long.parseLong(found.group(2));
            if (seen < floor[device]) {
                stale.increment();
                told.add(phase + ": service " + (service + 1) + " showed " + seen + " after " + floor[device]
                        + " had been written, at " + path);
            }
        }
    }

    /** The answer; null when there was none, or one of failure. */
    private HttpResponse<String> send(int service, String method, String path, String body, String known)
            throws InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(pair.urls().get(service) + path))
                .timeout(PATIENCE).header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (known != null) {
            request.header("If-None-Match", known);
        }
        try {
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() < 400) {
                return answer;
            }
            told.add(phase + ": " + method + ' ' + path + " of service " + (service + 1) + ": " + answer.statusCode()
                    + ' ' + answer.body());
        } catch (IOException e) {
            told.add(phase + ": " + method + ' ' + path + " of service " + (service + 1) + ": " + e);
        }
        errors.increment();
        return null;
    }

    private Map<String, Long> calls() throws InterruptedException {
        Map<String, Long> calls = new LinkedHashMap<>();
        for (int service = 0; service < 2; service++) {
            HttpResponse<String> stats = send(service, "GET", "/api/cache/stats", null, null);
            if (stats != null) {
                for (String result : List.of("hits", "shared", "misses", "bypasses")) {
                    calls.merge(result, sum(stats.body(), result), Long::sum);
                }
            }
        }
        return calls;
    }

    private static long sum(String json, String member) {
        Matcher numbers = Pattern.compile("\"" + member + "\":(\\d+)").matcher(json);
        long sum = 0;
        while (numbers.find()) {
            sum += Long.parseLong(numbers.group(1));
        }
        return sum;
    }
}
