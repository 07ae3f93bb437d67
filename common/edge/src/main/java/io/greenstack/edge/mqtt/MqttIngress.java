package io.greenstack.edge.mqtt;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import org.jboss.logging.Logger;

import io.greenstack.core.message.InboundMessage;
import io.greenstack.edge.intake.BatchHandler;
import io.greenstack.edge.intake.Outcome;
import io.greenstack.edge.intake.PauseException;
import io.greenstack.edge.ledger.MessageLedger;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.netty.handler.codec.TooLongFrameException;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.impl.VertxInternal;

/**
 * Takes messages from the broker with a persistent session and acknowledges each one only after a {@link BatchHandler} has
 * stored it.
 *
 * <ul>
 * <li><b>Bounded.</b> When {@link IngressLimits#queueMessages()} or {@link IngressLimits#queueBytes()} are held, reading from
 * the socket is suspended, so TCP holds the broker back; it goes on when half of the bound is free. What one read of the socket
 * had already brought (at most 64 KiB) still fits; a QoS 0 message that is beyond the bound is dropped and counted. Keep-alive
 * packets go on meanwhile.</li>
 * <li><b>Order.</b> PUBACK goes out in the order of arrival. With one batch in flight messages are handled strictly in
 * order.</li>
 * <li><b>Connection lost.</b> A new client object connects after an exponential back-off with jitter and subscribes again, also
 * when the broker kept the session. If it did, it delivers everything unacknowledged again, so old copies that still wait are
 * dropped and counted as {@code requeued}; if it did not (a broker without persistence), the old copies are the only ones left
 * and are handled.</li>
 * <li><b>Dependency away.</b> {@link Outcome#RETRY}, {@link PauseException} or any other exception repeats the batch after a
 * back-off. Nothing is acknowledged, nothing is dropped.</li>
 * <li><b>Oversized packet.</b> A packet above {@link MqttConnectionSettings#maxMessageBytes()} ends the connection, since the
 * client cannot skip it. The broker would deliver it again for ever; so the next connection accepts packets of any size that
 * MQTT allows, and the handler sets the message aside.</li>
 * </ul>
 */
public final class MqttIngress {

    private static final int MQTT_MAX_PACKET_BYTES = 268_435_455;
    private static final Duration STABLE = Duration.ofSeconds(5);

    private final VertxInternal vertx;
    private final MqttConnectionSettings settings;
    private final List<String> filters;
    private final MessageLedger ledger;
    private final IntakeQueue queue;
    private final BatchPump pump;
    private final Backoff backoff;
    private final AtomicLong connects = new AtomicLong();

    private ContextInternal context;
    private int maxMessageBytes;
    private long connectedAtNanos;
    /** Whether the present outage is in the log, so that each attempt does not add a line. */
    private boolean reported;
    /** The last connection that was accepted; event loop only. */
    private MqttLink previous;

    private volatile MqttLink link;
    private volatile boolean connected;
    private volatile boolean paused;
    private volatile boolean stopping;
    private volatile Instant lastChange;
    private volatile String lastError;

    /**
     * @param vertx the application's Vert.x
     * @param settings how to reach the broker
     * @param limits bounds and batches
     * @param filters topic filters, subscribed with QoS 1; {@code $share/{group}/...} where replicas share the load
     * @param handler stores messages
     * @param ledger counts them
     */
    public MqttIngress(Vertx vertx, MqttConnectionSettings settings, IngressLimits limits, List<String> filters,
            BatchHandler handler, MessageLedger ledger) {
        this.vertx = (VertxInternal) vertx;
        this.settings = settings;
        this.filters = List.copyOf(filters);
        this.ledger = ledger;
        this.queue = new IntakeQueue(limits);
        this.pump = new BatchPump(limits, queue, handler, ledger, this::roomFreed);
        this.backoff = new Backoff(settings.backoffMin(), settings.backoffMax());
        this.maxMessageBytes = settings.maxMessageBytes();
    }

    /** Starts the workers and keeps connecting until {@link #stop}; returns at once. */
    public void start() {
        context = vertx.createEventLoopContext();
        pump.start("greenstack-ingress");
        context.runOnContext(v -> connect());
    }

    /**
     * Stops taking messages, lets the handler finish what is held, acknowledges it and disconnects; the session stays with the
     * broker, which keeps what was not finished.
     *
     * @param deadline longest wait for the handler
     */
    public void stop(Duration deadline) {
        if (stopping || context == null) {
            return;
        }
        stopping = true;
        MqttLink open = link;
        if (open != null) {
            open.pause();
        }
        try {
            boolean complete = pump.drain(deadline);
            int left = queue.removeIf(pending -> true);
            ledger.requeue(left);
            IngressLog.LOG.infof("MQTT intake stopped: %s, %s",
                    complete ? "everything held was stored" : "the deadline passed, the broker delivers the rest again",
                    ledger.snapshot());
            disconnect();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What it is doing now. */
    public IngressStatus status() {
        MqttLink open = link;
        return new IngressStatus(connected, paused, pump.retrying(), queue.queued(), queue.held(),
                open == null ? 0 : open.unacknowledgedCount(), connects.get(), lastChange, lastError);
    }

    /** Whether the workers run: true from {@link #start()} on, also while everything around is away. */
    public boolean alive() {
        return pump.alive();
    }

    /** Registers the gauges {@code greenstack_mqtt_*}; call once. */
    public void bindTo(MeterRegistry registry) {
        bindTo(registry, Tags.empty());
    }

    /**
     * The same with tags, where a service has several.
     *
     * @param tags tell this ingress from the others of the service
     */
    public void bindTo(MeterRegistry registry, Iterable<Tag> tags) {
        IngressMetrics.bind(this, registry, tags);
    }

    long heldBytes() {
        return queue.heldBytes();
    }

    private void disconnect() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        context.runOnContext(v -> {
            if (link == null) {
                done.countDown();
            } else {
                link.end(done::countDown);
            }
        });
        if (!done.await(2, TimeUnit.SECONDS)) {
            IngressLog.LOG.debug("The broker did not close the connection in time");
        }
    }

    private void connect() {
        if (!stopping) {
            link = new MqttLink(context, settings, maxMessageBytes, filters, new Events());
            link.open();
        }
    }

    private void roomFreed() {
        if (paused && !stopping && queue.roomy()) {
            context.runOnContext(v -> adjust());
        }
    }

    /** Suspends or resumes reading; on the event loop only, so that two decisions never cross. */
    private void adjust() {
        MqttLink open = link;
        if (open == null || stopping) {
            return;
        }
        if (!paused && queue.full()) {
            paused = true;
            open.pause();
        } else if (paused && queue.roomy()) {
            paused = false;
            open.resume();
        }
    }

    /** Reacts to a connection; all on the event loop. */
    private final class Events implements MqttLink.Listener {

        @Override
        public void connected(MqttLink current, boolean sessionPresent) {
            if (previous != null && sessionPresent) {
                previous.supersede();
                ledger.requeue(queue.removeIf(pending -> pending.needsAck() && pending.link.superseded()));
            }
            previous = current;
            if (paused) {
                current.pause();
                adjust();
            }
        }

        @Override
        public void subscribed(MqttLink current) {
            connectedAtNanos = System.nanoTime();
            connects.incrementAndGet();
            lastChange = Instant.now();
            connected = true;
            reported = false;
            IngressLog.LOG.infof("MQTT connected to %s:%d as %s, subscribed to %s", settings.host(), settings.port(),
                    settings.clientId(), filters);
        }

        @Override
        public void arrived(MqttLink current, int packetId, InboundMessage message) {
            if (message.qos() == 0 && (stopping || queue.full())) {
                ledger.dropQos0();
                return;
            }
            if (stopping) {
                return;
            }
            ledger.accept();
            Pending pending = new Pending(current, packetId, message);
            if (message.qos() > 0) {
                current.track(pending);
            }
            if (queue.add(pending)) {
                adjust();
            }
        }

        @Override
        public void ended(MqttLink current, Throwable reason) {
            boolean wasConnected = connected;
            connected = false;
            link = null;
            lastChange = Instant.now();
            if (stopping) {
                return;
            }
            lastError = reason.getMessage() == null ? reason.getClass().getSimpleName() : reason.getMessage();
            if (wasConnected && System.nanoTime() - connectedAtNanos > STABLE.toNanos()) {
                backoff.reset();
            }
            maxMessageBytes = reason instanceof TooLongFrameException
                    || reason.getCause() instanceof TooLongFrameException
                            ? MQTT_MAX_PACKET_BYTES
                            : settings.maxMessageBytes();
            long millis = backoff.nextMillis();
            IngressLog.LOG.logf(wasConnected || !reported ? Logger.Level.WARN : Logger.Level.DEBUG,
                    "MQTT connection to %s:%d %s (%s); next try in %d ms", settings.host(),
                    settings.port(),
                    wasConnected ? "lost" : "failed", lastError, millis);
            reported = true;
            vertx.setTimer(millis, id -> connect());
        }
    }
}
