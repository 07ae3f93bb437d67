package io.greenstack.loadtest.throughput;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;

import io.greenstack.loadtest.generator.LatencyHistogram;
import io.greenstack.loadtest.generator.LatencySummary;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisPubSub;

/**
 * Time from the publication of a message, which is its timestamp, to its reading on the Redis channel of its device. Both
 * clocks are that of this process's machine. Listens to one device in five, whose ids end in 0 or 5, in order not to load the
 * machine with measuring.
 */
final class LiveLatency implements AutoCloseable {

    private static final String TIMESTAMP = "\"timestamp\":\"";
    private static final String CHANNELS = "telemetry:";

    private final Jedis redis;
    private final Listener listener = new Listener();
    private final Thread thread;
    private final LatencyHistogram histogram = new LatencyHistogram();

    private final class Listener extends JedisPubSub {
        @Override
        public void onPMessage(String pattern, String channel, String reading) {
            Instant now = Instant.now();
            int from = reading.indexOf(TIMESTAMP) + TIMESTAMP.length();
            Instant sent = Instant.parse(reading.substring(from, reading.indexOf('"', from)));
            histogram.record(Duration.between(sent, now).toNanos() / 1_000);
        }
    }

    /** @param name begin of the ids of the devices to listen to */
    LiveLatency(URI url, String name) {
        this.redis = new Jedis(url);
        this.thread = new Thread(() -> redis.psubscribe(listener, CHANNELS + name + "-*0", CHANNELS + name + "-*5"),
                "live-latency");
        thread.setDaemon(true);
        thread.start();
    }

    LatencySummary summary() {
        return histogram.summary();
    }

    @Override
    public void close() {
        if (listener.isSubscribed()) {
            listener.punsubscribe();
        }
        try {
            thread.join(5_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        redis.close();
    }
}
