package io.greenstack.suite;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.greenstack.localstack.suite.ServiceProcess;

/**
 * People who ask replicas of the API without a pause, through what a load balancer does: who is not ready at three looks in a row gets no more requests. Every
 * fifth request is a write. Nothing is tried twice.
 */
final class Balancer implements AutoCloseable {

    private static final int PEOPLE = 3;
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final int MISSES = 3;
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final List<ServiceProcess> replicas;
    private final ScheduledExecutorService look = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService people = Executors.newFixedThreadPool(PEOPLE);
    /** Looks in a row at which a replica was not ready; of the looking thread only. */
    private final Map<ServiceProcess, Integer> misses = new HashMap<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private final AtomicInteger asked = new AtomicInteger();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private volatile List<ServiceProcess> ready;

    /** Begins; all replicas are ready. */
    Balancer(List<ServiceProcess> replicas) {
        this.replicas = replicas;
        this.ready = replicas;
        look.scheduleWithFixedDelay(() -> ready = this.replicas.stream().filter(this::isIn).toList(), 0,
                LOOK.toMillis(), TimeUnit.MILLISECONDS);
        for (int person = 0; person < PEOPLE; person++) {
            people.execute(this::ask);
        }
    }

    /** One slow answer of a busy machine is no farewell. */
    private boolean isIn(ServiceProcess replica) {
        int missed = replica.isReady() ? 0 : misses.getOrDefault(replica, 0) + 1;
        misses.put(replica, missed);
        return missed < MISSES;
    }

    private void ask() {
        HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(LIMIT).build();
        try {
            while (!end.await(20, TimeUnit.MILLISECONDS)) {
                ask(client, asked.getAndIncrement());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void ask(HttpClient client, int number) throws InterruptedException {
        List<ServiceProcess> now = ready;
        if (now.isEmpty()) {
            failures.add("request " + number + ": no replica is ready");
            return;
        }
        String url = now.get(number % now.size()).url();
        HttpRequest request = (number % 5 == 0
                ? HttpRequest.newBuilder(URI.create(url + "/api/devices/register"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"device_id\":\"asked-" + number + "\"}"))
                : HttpRequest.newBuilder(URI.create(url + "/api/devices?size=20"))).timeout(LIMIT).build();
        try {
            int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status >= 400) {
                failures.add(request.method() + " " + request.uri() + ": " + status);
            }
        } catch (IOException e) {
            failures.add(request.method() + " " + request.uri() + ": " + e);
        }
    }

    /** Ends, and says how many requests there were. */
    int end() throws InterruptedException {
        end.countDown();
        people.shutdown();
        if (!people.awaitTermination(LIMIT.toSeconds() + 10, TimeUnit.SECONDS)) {
            failures.add("a request has no answer");
        }
        return asked.get();
    }

    /** Requests that were not answered as they should be. */
    List<String> failures() {
        return List.copyOf(failures);
    }

    @Override
    public void close() {
        end.countDown();
        look.shutdownNow();
        people.shutdownNow();
    }
}
