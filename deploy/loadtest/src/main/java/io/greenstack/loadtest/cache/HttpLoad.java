package io.greenstack.loadtest.cache;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongFunction;

import io.greenstack.loadtest.generator.LatencyHistogram;
import io.greenstack.loadtest.generator.LatencySummary;

/**
 * Sends requests to a service. In the open model each request is due by the clock, whether or not earlier ones were answered,
 * and its latency counts from then: a stall shows in every request that it delayed (corrected for coordinated omission).
 */
final class HttpLoad {

    private final String host;
    private final int port;
    private final int clients;

    /** @param clients requests that may be on their way at the same time */
    HttpLoad(String url, int clients) {
        this.host = URI.create(url).getHost();
        this.port = URI.create(url).getPort();
        this.clients = clients;
    }

    /**
     * What a load met.
     *
     * @param latency in microseconds from when a request was due
     * @param failed requests without the answer 200
     * @param rate answers a second
     * @param bytes mean octets of a body as it travels
     */
    record Outcome(LatencySummary latency, long failed, double rate, double bytes) {}

    /** Sends at a fixed rate; gives up when three times the duration is over, and the service is far behind. */
    Outcome open(LongFunction<String> paths, int rate, Duration duration) throws InterruptedException {
        long all = rate * duration.toSeconds();
        long end = System.nanoTime() + 3 * duration.toNanos();
        return run(paths, number -> number < all && System.nanoTime() - end < 0,
                number -> number * TimeUnit.SECONDS.toNanos(1) / rate);
    }

    /** Sends as fast as answers come: what the service can do. */
    Outcome saturated(LongFunction<String> paths, Duration duration) throws InterruptedException {
        long end = System.nanoTime() + duration.toNanos();
        return run(paths, number -> System.nanoTime() - end < 0, null);
    }

    /** Says whether a request is still to be sent. */
    private interface More {
        boolean wants(long number);
    }

    /** Nanoseconds from the begin at which a request is due. */
    private interface Due {
        long at(long number);
    }

    private Outcome run(LongFunction<String> paths, More more, Due due) throws InterruptedException {
        LatencyHistogram latencies = new LatencyHistogram();
        LongAdder failed = new LongAdder();
        LongAdder bytes = new LongAdder();
        LongAdder done = new LongAdder();
        AtomicLong next = new AtomicLong();
        CountDownLatch ended = new CountDownLatch(clients);
        long begin = System.nanoTime();
        for (int i = 0; i < clients; i++) {
            Thread client = new Thread(() -> {
                try (HttpWire wire = new HttpWire(host, port)) {
                    for (long number = next.getAndIncrement(); more.wants(number); number = next.getAndIncrement()) {
                        long wanted = due == null ? System.nanoTime() : begin + due.at(number);
                        LockSupport.parkNanos(wanted - System.nanoTime());
                        int length = wire.get(paths.apply(number));
                        latencies.record((System.nanoTime() - wanted) / 1000);
                        done.increment();
                        if (length < 0) {
                            failed.increment();
                        } else {
                            bytes.add(length);
                        }
                    }
                } catch (IOException e) {
                    failed.increment();
                } finally {
                    ended.countDown();
                }
            }, "http-load-" + i);
            client.setDaemon(true);
            client.start();
        }
        ended.await();
        double seconds = (System.nanoTime() - begin) / 1e9;
        return new Outcome(latencies.summary(), failed.sum(), done.sum() / seconds,
                done.sum() == 0 ? 0 : (double) bytes.sum() / done.sum());
    }
}
