package io.greenstack.bridge.outbound;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.greenstack.bridge.dialect.Publication;
import io.greenstack.common.outbound.OutboundEntry;
import io.greenstack.common.outbound.OutboundMessage;
import io.greenstack.common.outbound.OutboundSettings;
import io.greenstack.common.outbound.RedisOutboundQueue;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;

/**
 * Publishes what the api-service has queued, oldest first, and removes a message when the broker has acknowledged it. While the
 * broker or Redis is away everything stays in the queue. Of several bridges one publishes, so that the order of a topic holds;
 * another takes over when its lease runs out. A message can be published twice, when a bridge dies between the acknowledgement
 * and the removal; then those behind it are too, in their order.
 */
@Singleton
public class OutboundPump {

    private static final Logger LOG = Logger.getLogger(OutboundPump.class);
    private static final Duration REDIS_LIMIT = Duration.ofSeconds(5);
    private static final long ACKNOWLEDGEMENT_SECONDS = 5;
    private static final long PAUSE_MILLIS = 500;

    private final RedisOutboundQueue queue;
    private final BrokerSender broker;
    private final OutboundSettings settings;
    private final Clock clock;
    private final String reader = UUID.randomUUID().toString();
    private final AtomicLong waiting = new AtomicLong();
    private final Counter published;
    private final Counter expired;
    private final Thread worker = new Thread(this::run, "outbound-pump");
    private volatile boolean stopping;
    private volatile boolean leading;
    private boolean failing;

    @Inject
    OutboundPump(RedisOutboundQueue queue, BrokerSender broker, OutboundSettings settings, Clock clock,
            MeterRegistry metrics) {
        this.queue = queue;
        this.broker = broker;
        this.settings = settings;
        this.clock = clock;
        Gauge.builder("greenstack.outbound.waiting", waiting, AtomicLong::get)
                .description("Messages that wait to be published, as last seen").register(metrics);
        this.published = Counter.builder("greenstack.outbound.messages").tag("result", "published")
                .description("Queued messages by what became of them").register(metrics);
        this.expired = Counter.builder("greenstack.outbound.messages").tag("result", "expired").register(metrics);
    }

    void start(@Observes StartupEvent event) {
        worker.start();
    }

    /** Before the connection to the broker is closed. */
    void stop(@Observes @Priority(250) ShutdownEvent event) throws InterruptedException {
        stopping = true;
        worker.join(TimeUnit.SECONDS.toMillis(2 * ACKNOWLEDGEMENT_SECONDS));
    }

    /** Whether it is this bridge that publishes, as last seen. */
    public boolean leading() {
        return leading;
    }

    private void run() {
        while (!stopping) {
            try {
                long pause = broker.connected() ? step() : PAUSE_MILLIS;
                if (pause > 0) {
                    TimeUnit.MILLISECONDS.sleep(pause);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                note(e.getMessage() == null ? e.toString() : e.getMessage());
                pause();
            }
        }
        release();
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void release() {
        try {
            await(queue.release(reader));
        } catch (RuntimeException e) {
            LOG.debugf("The lease runs out by itself: %s", e.getMessage());
        }
    }

    /** Publishes one window; returns how many milliseconds to wait before the next. */
    private long step() throws InterruptedException {
        leading = await(queue.lease(reader));
        if (!leading) {
            return PAUSE_MILLIS;
        }
        List<OutboundEntry> entries = await(queue.oldest(settings.window()));
        waiting.set(entries.size() < settings.window() ? entries.size() : await(queue.size()));
        if (entries.isEmpty()) {
            note(null);
            return settings.idle().toMillis();
        }
        Instant now = clock.instant();
        List<OutboundEntry> done = publish(entries, now);
        Map<Boolean, List<OutboundEntry>> late = done.stream().collect(Collectors.partitioningBy(e -> late(e, now)));
        await(queue.remove(late.get(false), late.get(true)));
        if (done.size() == entries.size()) {
            note(null);
            return 0;
        }
        return PAUSE_MILLIS;
    }

    private static boolean late(OutboundEntry entry, Instant now) {
        return entry.message().expiresAt() != null && now.isAfter(entry.message().expiresAt());
    }

    /** The oldest entries that are done; one that failed and all behind it stay. */
    private List<OutboundEntry> publish(List<OutboundEntry> entries, Instant now) throws InterruptedException {
        List<CompletableFuture<Void>> sent = new ArrayList<>(entries.size());
        for (OutboundEntry entry : entries) {
            OutboundMessage message = entry.message();
            boolean late = late(entry, now);
            if (late) {
                expired.increment();
            }
            sent.add(late
                    ? CompletableFuture.completedFuture(null)
                    : broker.publish(new Publication(message.topic(), message.payload(), Math.min(1, message.qos()),
                            message.retain())).thenRun(published::increment).toCompletableFuture());
        }
        List<OutboundEntry> done = new ArrayList<>(entries.size());
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(ACKNOWLEDGEMENT_SECONDS);
        for (int i = 0; i < sent.size(); i++) {
            try {
                sent.get(i).get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
                done.add(entries.get(i));
            } catch (ExecutionException | TimeoutException e) {
                note(e.getCause() == null ? "no acknowledgement" : e.getCause().getMessage());
                return done;
            }
        }
        return done;
    }

    /** One line when publishing begins to fail and one when it goes on. */
    private void note(String failure) {
        if (failure != null && !failing) {
            LOG.warnf("Queued messages wait to be published: %s", failure);
        } else if (failure == null && failing) {
            LOG.info("Queued messages are published again");
        }
        failing = failure != null;
    }

    private static <T> T await(Uni<T> call) {
        return call.await().atMost(REDIS_LIMIT);
    }
}
