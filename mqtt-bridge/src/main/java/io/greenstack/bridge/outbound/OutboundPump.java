package io.greenstack.bridge.outbound;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.greenstack.core.message.PayloadException;
import io.greenstack.core.message.RejectReason;
import io.greenstack.core.message.Topics;
import io.greenstack.edge.deadletter.DeadLetters;
import io.greenstack.platform.background.BackgroundTask;
import io.greenstack.platform.deadletter.DeadLetter;
import io.greenstack.platform.deadletter.DeadLetter.Outgoing;
import io.greenstack.platform.outbound.OutboundEntry;
import io.greenstack.platform.outbound.OutboundMessage;
import io.greenstack.platform.outbound.OutboundRefusal;
import io.greenstack.platform.outbound.OutboundSettings;
import io.greenstack.platform.outbound.RedisOutboundQueue;
import io.greenstack.platform.redis.RedisKeys;
import io.greenstack.platform.redis.RedisWakes;
import io.greenstack.platform.tracing.TraceSteps;
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
    private static final Duration STOP = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(500);
    /** A bridge that publishes and has nothing to publish renews its lease so often; what comes wakes it. */
    private static final int RENEWALS_PER_LEASE = 2;

    private final RedisOutboundQueue queue;
    private final BrokerSender broker;
    private final OutboundSettings settings;
    private final Clock clock;
    private final DeadLetters deadLetters;
    private final OutboundWindow window;
    private final RedisWakes wakes;
    private final String reader = UUID.randomUUID().toString();
    private final AtomicLong waiting = new AtomicLong();
    private final Counter published;
    private final Counter expired;
    private final Counter failed;
    private final BackgroundTask task = new BackgroundTask("outbound-pump", this::work, PAUSE);
    private volatile boolean leading;
    /** When to look again; later after a failure, or when another bridge publishes. */
    private long leaseAgain = System.nanoTime();

    OutboundPump(RedisOutboundQueue queue, BrokerSender broker, OutboundSettings settings, Clock clock,
            DeadLetters deadLetters, Topics topics, TraceSteps traces, RedisWakes wakes,
            MeterRegistry metrics) {
        this.queue = queue;
        this.broker = broker;
        this.settings = settings;
        this.clock = clock;
        this.deadLetters = deadLetters;
        this.wakes = wakes;
        this.window = new OutboundWindow(publication -> traces.sending(kind(topics, publication.topic()),
                publication.topic(), publication.traceparent(), trace -> broker.publish(publication.in(trace))));
        Gauge.builder("greenstack.outbound.waiting", waiting, AtomicLong::get)
                .description("Messages that wait to be published, as last seen").register(metrics);
        this.published = counter(metrics, "published");
        this.expired = counter(metrics, "expired");
        this.failed = counter(metrics, "failed");
    }

    private static String kind(Topics topics, String topic) {
        try {
            return topics.parse(topic).kind().suffix();
        } catch (PayloadException e) {
            return "message";
        }
    }

    private static Counter counter(MeterRegistry metrics, String result) {
        return Counter.builder("greenstack.outbound.messages").tag("result", result)
                .description("Queued messages by what became of them").register(metrics);
    }

    void start(@Observes StartupEvent event) {
        task.start(settings.idle(), settings.lease().dividedBy(RENEWALS_PER_LEASE), this::busy);
        wakes.on(RedisKeys.OUTBOUND, task::wake);
    }

    /** Before the connection to the broker is closed; another bridge need not wait for the lease to run out. */
    void stop(@Observes @Priority(250) ShutdownEvent event) {
        task.stop(STOP);
        try {
            await(queue.release(reader));
        } catch (RuntimeException e) {
            LOG.debugf("The lease runs out by itself: %s", e.getMessage());
        }
    }

    private boolean busy() {
        return !leading || !broker.connected() || waiting.get() > 0;
    }

    /** Whether it is this bridge that publishes, as last seen. */
    public boolean leading() {
        return leading;
    }

    private void work() throws InterruptedException {
        boolean more = broker.connected() && System.nanoTime() - leaseAgain >= 0;
        while (more && !task.stopped()) {
            leaseAgain = System.nanoTime() + PAUSE.toNanos();
            more = step() && broker.connected();
            leaseAgain = leading ? System.nanoTime() : leaseAgain;
        }
    }

    /**
     * Publishes one window; answers whether there may be more.
     *
     * @throws IllegalStateException when messages have to wait
     */
    private boolean step() throws InterruptedException {
        leading = await(queue.lease(reader));
        if (!leading) {
            return false;
        }
        int most = window.size(settings.window());
        List<OutboundEntry> entries = await(queue.oldest(most));
        waiting.set(entries.size() < most ? entries.size() : await(queue.size()));
        if (entries.isEmpty()) {
            return false;
        }
        OutboundWindow.Results results = window.publish(entries, clock.instant(), this::patient);
        settle(results);
        if (results.waiting() != null) {
            throw new IllegalStateException(results.waiting());
        }
        return true;
    }

    /** Keeps the lease while the broker takes its time; a connection over which it never acknowledges is made anew. */
    private boolean patient(long seconds) {
        if (seconds >= ACKNOWLEDGEMENT_SECONDS) {
            broker.renew();
        }
        leading = await(queue.lease(reader));
        return leading && !task.stopped();
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

    private static <T> T await(Uni<T> call) {
        return call.await().atMost(REDIS_LIMIT);
    }
}
