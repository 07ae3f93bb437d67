package io.greenstack.bridge.outbound;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.greenstack.core.message.RejectReason;
import io.greenstack.edge.deadletter.DeadLetters;
import io.greenstack.platform.deadletter.DeadLetter;
import io.greenstack.platform.deadletter.DeadLetter.Outgoing;
import io.greenstack.platform.outbound.OutboundEntry;
import io.greenstack.platform.outbound.OutboundMessage;
import io.greenstack.platform.outbound.OutboundRefusal;
import io.greenstack.platform.outbound.OutboundSettings;
import io.greenstack.platform.outbound.RedisOutboundQueue;
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
 * and the removal; then those behind it are too, in their order. What can never be published becomes a dead letter.
 */
@Singleton
public class OutboundPump {

    private static final Logger LOG = Logger.getLogger(OutboundPump.class);
    private static final Duration REDIS_LIMIT = Duration.ofSeconds(5);
    private static final long ACKNOWLEDGEMENT_SECONDS = 30;
    private static final long STOP_SECONDS = 10;
    private static final long PAUSE_MILLIS = 500;

    private final RedisOutboundQueue queue;
    private final BrokerSender broker;
    private final OutboundSettings settings;
    private final Clock clock;
    private final DeadLetters deadLetters;
    private final OutboundWindow window;
    private final String reader = UUID.randomUUID().toString();
    private final AtomicLong waiting = new AtomicLong();
    private final Counter published;
    private final Counter expired;
    private final Counter failed;
    private final Thread worker = new Thread(this::run, "outbound-pump");
    private volatile boolean stopping;
    private volatile boolean leading;
    private boolean failing;

    @Inject
    OutboundPump(RedisOutboundQueue queue, BrokerSender broker, OutboundSettings settings, Clock clock,
            DeadLetters deadLetters, MeterRegistry metrics) {
        this.queue = queue;
        this.broker = broker;
        this.settings = settings;
        this.clock = clock;
        this.deadLetters = deadLetters;
        this.window = new OutboundWindow(broker);
        Gauge.builder("greenstack.outbound.waiting", waiting, AtomicLong::get)
                .description("Messages that wait to be published, as last seen").register(metrics);
        this.published = counter(metrics, "published");
        this.expired = counter(metrics, "expired");
        this.failed = counter(metrics, "failed");
    }

    private static Counter counter(MeterRegistry metrics, String result) {
        return Counter.builder("greenstack.outbound.messages").tag("result", result)
                .description("Queued messages by what became of them").register(metrics);
    }

    void start(@Observes StartupEvent event) {
        worker.start();
    }

    /** Before the connection to the broker is closed. */
    void stop(@Observes @Priority(250) ShutdownEvent event) throws InterruptedException {
        stopping = true;
        worker.join(TimeUnit.SECONDS.toMillis(STOP_SECONDS));
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
        int most = window.size(settings.window());
        List<OutboundEntry> entries = await(queue.oldest(most));
        waiting.set(entries.size() < most ? entries.size() : await(queue.size()));
        if (entries.isEmpty()) {
            note(null);
            return settings.idle().toMillis();
        }
        OutboundWindow.Results results = window.publish(entries, clock.instant(), this::patient);
        settle(results);
        note(results.waiting());
        return results.waiting() == null ? 0 : PAUSE_MILLIS;
    }

    /** Keeps the lease while the broker takes its time; a connection over which it never acknowledges is made anew. */
    private boolean patient(long seconds) {
        if (seconds >= ACKNOWLEDGEMENT_SECONDS) {
            broker.renew();
        }
        leading = await(queue.lease(reader));
        return leading && !stopping;
    }

    /** Dead letters are stored before their messages leave the queue. */
    private void settle(OutboundWindow.Results results) {
        await(deadLetters.write(results.refused().stream().map(this::deadLetter).toList()));
        await(queue.remove(results.published(), results.expired(), results.refused()));
        published.increment(results.published().size());
        expired.increment(results.expired().size());
        failed.increment(results.refused().size());
    }

    private DeadLetter deadLetter(OutboundRefusal refusal) {
        OutboundMessage message = refusal.entry().message();
        return message == null
                ? new DeadLetter(RejectReason.NOT_PUBLISHABLE, refusal.why(), "", 0, new byte[0], null, clock.instant(),
                        null)
                : new DeadLetter(RejectReason.NOT_PUBLISHABLE, refusal.why(), message.topic(), message.qos(),
                        message.payload(), null, clock.instant(), message.traceparent(), message.replayOf(),
                        message.retain(), new Outgoing(message.id(), message.expiresAt(), message.receipt()));
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
