package io.greenstack.edge.mqtt;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

import io.greenstack.core.message.InboundMessage;
import io.greenstack.edge.intake.BatchHandler;
import io.greenstack.edge.intake.MessageHandler;
import io.greenstack.edge.intake.Outcome;
import io.greenstack.edge.intake.PauseException;
import io.greenstack.edge.ledger.MessageLedger;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.vertx.core.Vertx;

/**
 * Takes messages from the broker with a persistent session and acknowledges each one only after a {@link BatchHandler} has
 * stored it.
 *
 * <ul>
 * <li><b>Bounded.</b> When {@link IngressLimits#queueMessages()} or {@link IngressLimits#queueBytes()} are held, reading from
 * the socket is suspended, so TCP holds the broker back; it goes on when half of the bound is free. What two reads of the socket
 * had already brought (at most 64 KiB each) still fits; in MQTT 5 the broker sends no more than the bound beforehand (receive
 * maximum). a QoS 0 message that is beyond the bound is dropped and counted. Keep-alive
 * packets go on meanwhile.</li>
 * <li><b>Order.</b> PUBACK goes out in the order of arrival. With one batch in flight messages are handled strictly in
 * order.</li>
 * <li><b>Connection lost.</b> A new connection is made after an exponential back-off with jitter and subscribes again, also
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

    private static final int MAX_RECEIVE = 65_535;
    private static final Duration GOODBYE = Duration.ofSeconds(2);

    private final Subscriptions subscriptions;
    private final MessageLedger ledger;
    private final IntakeQueue queue;
    private final Pump pump;
    private final MqttDialer dialer;
    private final Departure departure = new Departure();

    /** The last connection that was accepted; event loop only. */
    private MqttLink previous;

    private volatile MqttLink link;
    private volatile boolean paused;

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
        this(vertx, settings, limits, filters, false, handler, ledger);
    }

    /**
     * One whose filters may change.
     *
     * @param changing whether {@link #filters} is going to be called; a filter that the broker refuses then costs no other
     */
    public MqttIngress(Vertx vertx, MqttConnectionSettings settings, IngressLimits limits, List<String> filters,
            boolean changing, BatchHandler handler, MessageLedger ledger) {
        this(vertx, settings, limits, new Subscriptions(filters, changing), ledger,
                (queue, settlement) -> new BatchPump(limits, queue, handler, settlement));
    }

    private MqttIngress(Vertx vertx, MqttConnectionSettings settings, IngressLimits limits,
            Subscriptions subscriptions, MessageLedger ledger, BiFunction<IntakeQueue, Settlement, Pump> pump) {
        this.subscriptions = subscriptions;
        this.ledger = ledger;
        this.queue = new IntakeQueue(limits);
        this.pump = pump.apply(queue, new Settlement(queue, ledger, this::roomFreed));
        this.dialer = new MqttDialer(vertx, settings, "", true, Math.min(MAX_RECEIVE, limits.queueMessages()),
                new Events());
    }

    /**
     * One that has messages handled one by one: those of one key in order, and those of others meanwhile.
     *
     * @param key of a message
     * @param handler carries them out
     */
    public static MqttIngress keyed(Vertx vertx, MqttConnectionSettings settings, IngressLimits limits,
            List<String> filters, Function<InboundMessage, String> key, MessageHandler handler, MessageLedger ledger) {
        return new MqttIngress(vertx, settings, limits, new Subscriptions(filters, false), ledger,
                (queue, settlement) -> new KeyedPump(limits, queue, key, handler, settlement));
    }

    /** Starts the workers and keeps connecting until {@link #stop}; returns at once. */
    public void start() {
        pump.start("greenstack-ingress");
        dialer.start();
    }

    /**
     * Stops taking messages, lets the handler finish what is held, acknowledges it and disconnects; the session stays with the
     * broker, which keeps what was not finished.
     *
     * @param deadline longest wait for the handler
     */
    public void stop(Duration deadline) {
        stop(deadline, false);
    }

    /**
     * Leaves for good: takes no new messages, has what the broker still has for this session handled, and ends the session, so that
     * nothing waits there for a client that never comes back. When the broker is not done by the deadline the session stays, and
     * the log says so.
     *
     * @param deadline longest wait for the last messages, and then again for the handler
     * @return whether the session is empty and ended
     */
    public boolean leave(Duration deadline) {
        if (dialer.stopping()) {
            return false;
        }
        boolean empty = false;
        try {
            departure.begin();
            dialer.run(() -> {
                if (dialer.connected()) {
                    forsake(dialer.current());
                }
            });
            empty = departure.await(deadline, () -> queue.held() == 0);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!empty) {
            IngressLog.LOG.warn("The broker may still have messages for this client id, so its session is kept");
        }
        return stop(deadline, empty);
    }

    /** Whether the session is ended. */
    private boolean stop(Duration deadline, boolean forget) {
        if (dialer.stopping()) {
            return false;
        }
        dialer.stop();
        dialer.run(() -> read(false));
        try {
            boolean complete = pump.drain(deadline);
            int left = queue.removeIf(pending -> true);
            ledger.requeue(left);
            IngressLog.LOG.infof("MQTT intake stopped: %s, %s",
                    complete ? "everything held was stored" : "the deadline passed, the broker delivers the rest again",
                    ledger.snapshot());
            dialer.disconnect(forget && complete, () -> {
                if (link != null) {
                    link.sendAcks();
                }
            }, GOODBYE);
            return forget && complete;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * Replaces the topic filters; those that are gone are unsubscribed.
     *
     * @param filters from now on
     * @param formerly others that the session may have from an earlier run
     * @return false if it is not started yet
     */
    public boolean filters(Collection<String> filters, Collection<String> formerly) {
        return dialer.run(() -> {
            if (!departure.begun()) {
                subscriptions.change(filters, formerly);
            }
        });
    }

    /** The topic filters it has now. */
    public List<String> filters() {
        return List.copyOf(subscriptions.all());
    }

    /** Wants nothing more of the broker; on the event loop. */
    private void forsake(MqttConnection connection) {
        if (subscriptions.all().isEmpty()) {
            departure.quiet();
        } else {
            connection.unsubscribe(subscriptions.all());
        }
    }

    /** What it is doing now. */
    public IngressStatus status() {
        MqttLink open = link;
        return new IngressStatus(dialer.connected(), paused, pump.retrying(), queue.queued(), queue.held(),
                open == null ? 0 : open.unacknowledgedCount(), open == null ? 0 : open.oldestMillis(),
                dialer.connects(),
                dialer.lastChange(), dialer.lastError());
    }

    /** Whether the workers run: true from {@link #start()} on, also while everything around is away. */
    public boolean alive() {
        return pump.alive();
    }

    /** Registers the gauges {@code greenstack_mqtt_*} and the lag; call once. */
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
        pump.times().bindTo(registry, tags);
    }

    long heldBytes() {
        return queue.heldBytes();
    }

    private void roomFreed() {
        if (paused && !dialer.stopping() && queue.roomy()) {
            dialer.run(this::adjust);
        }
    }

    /** Suspends or resumes reading; on the event loop only, so that two decisions never cross. */
    private void adjust() {
        if (link == null || dialer.stopping()) {
            return;
        }
        if (!paused && queue.full()) {
            paused = true;
            read(false);
        } else if (paused && queue.roomy()) {
            paused = false;
            read(true);
        }
    }

    private void read(boolean on) {
        if (dialer.current() != null) {
            dialer.current().pause(!on);
        }
    }

    /** Reacts to a connection; all on the event loop. */
    private final class Events implements MqttListener {

        /** Brokers should answer first, but Artemis begins to deliver again before it does. */
        private void openLink() {
            if (link == null) {
                link = new MqttLink(dialer.current(), dialer::run);
            }
        }

        @Override
        public void connected(MqttConnection connection) {
            openLink();
            if (previous != null && connection.said().sessionPresent()) {
                previous.supersede();
                ledger.requeue(queue.removeIf(pending -> pending.needsAck() && pending.link.superseded()));
            }
            previous = link;
            if (paused) {
                read(false);
                adjust();
            }
            if (departure.begun()) {
                forsake(connection);
                dialer.ready(connection, "to leave, no longer " + subscriptions);
            } else if (!subscriptions.begin(connection)) {
                dialer.ready(connection, subscriptions.toString());
            }
        }

        @Override
        public void unsubscribed() {
            if (departure.begun()) {
                departure.quiet();
            }
        }

        @Override
        public void subscribed(int packetId, List<Integer> reasons) {
            MqttConnection connection = dialer.current();
            String refused = subscriptions.answered(packetId, reasons);
            if (refused != null) {
                connection.abort(new IllegalStateException(refused));
            } else if (!dialer.connected() && subscriptions.complete()) {
                dialer.ready(connection, subscriptions.toString());
            }
        }

        @Override
        public void arrived(int packetId, InboundMessage message) {
            if (message.qos() == 0 && (dialer.stopping() || queue.full())) {
                ledger.dropQos0();
                return;
            }
            if (dialer.stopping()) {
                return;
            }
            departure.heard();
            openLink();
            if (message.qos() > 0 && link.owes(packetId)) {
                IngressLog.LOG.debugf("Packet %d came twice on one connection; the first one counts", packetId);
                return;
            }
            ledger.accept();
            Pending pending = new Pending(link, packetId, message);
            if (message.qos() > 0) {
                link.track(pending);
            }
            if (queue.add(pending)) {
                adjust();
            }
        }

        @Override
        public boolean busy() {
            return queue.batchWaits();
        }

        @Override
        public void ended(Throwable reason) {
            if (link != null) {
                link.forget();
            }
            link = null;
            subscriptions.end();
        }
    }
}
