package io.greenstack.edge.mqtt;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.jboss.logging.Logger;

import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.mqtt.MqttVersion;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;

/**
 * Keeps one connection to the broker, on an event loop of its own: makes it anew whenever it is lost, after an exponential
 * back-off with jitter, until it is stopped. It speaks MQTT 5, and 3.1.1 where the broker does not know MQTT 5.
 */
final class MqttDialer {

    private static final int MAX_PACKET_BYTES = 268_435_455;
    private static final Duration STABLE = Duration.ofSeconds(5);
    /** Connections without an answer after which the broker may be one that does not answer to MQTT 5. */
    private static final int UNANSWERED = 2;

    private final Vertx vertx;
    private final MqttConnectionSettings settings;
    private final String purpose;
    private final boolean persistent;
    private final int receiveMaximum;
    private final MqttListener user;
    private final Supplier<MqttWill> will;
    private final Backoff backoff;
    private final Rivals rivals;
    /** Event loop only, as all that is not volatile. */
    private MqttConnection current;
    private NetClient client;
    private MqttVersion version = MqttVersion.MQTT_5;
    private int unanswered;
    private int maxMessageBytes;
    private long readyAtNanos;
    /** Whether the present outage is in the log, so that each attempt does not add a line. */
    private boolean reported;

    private volatile Context context;
    private volatile boolean connected;
    private volatile boolean stopping;
    private volatile long connects;
    private volatile Instant lastChange;
    private volatile String lastError;

    /**
     * @param purpose what the connection is for, as the log names it; null to log at debug level only
     * @param persistent whether the broker keeps the session while the connection is away
     * @param receiveMaximum messages without acknowledgement that the broker may send at a time (MQTT 5)
     * @param user is told of each connection; calls {@link #ready} when it can use it
     */
    MqttDialer(Vertx vertx, MqttConnectionSettings settings, String purpose, boolean persistent, int receiveMaximum,
            MqttListener user) {
        this(vertx, settings, purpose, persistent, receiveMaximum, user, () -> null);
    }

    /** @param will is asked for the last will of each connection; null for none */
    MqttDialer(Vertx vertx, MqttConnectionSettings settings, String purpose, boolean persistent, int receiveMaximum,
            MqttListener user, Supplier<MqttWill> will) {
        this.will = will;
        this.vertx = vertx;
        this.settings = settings;
        this.purpose = purpose;
        this.persistent = persistent;
        this.receiveMaximum = receiveMaximum;
        this.user = user;
        this.backoff = new Backoff(settings.backoffMin(), settings.backoffMax());
        this.rivals = new Rivals(settings.clientId(), settings.backoffMax());
        this.maxMessageBytes = settings.maxMessageBytes();
    }

    /** Keeps connecting until {@link #stop}; returns at once. */
    void start() {
        vertx.deployVerticle(new AbstractVerticle() {
            @Override
            public void start() {
                MqttDialer.this.context = super.context;
                client = vertx.createNetClient(LinkOptions.of(settings));
                connect();
            }
        });
    }

    /** Whether the present connection is {@link #ready}. */
    boolean connected() {
        return connected;
    }

    boolean stopping() {
        return stopping;
    }

    /** Connections since the start that became ready. */
    long connects() {
        return connects;
    }

    /** When the connection was last made or lost, null if never. */
    Instant lastChange() {
        return lastChange;
    }

    /** Why the connection was last lost or failed, null if never. */
    String lastError() {
        return lastError;
    }

    /** The present connection, null if there is none; on the event loop only. */
    MqttConnection current() {
        return current;
    }

    /**
     * Runs something on the event loop.
     *
     * @return false if there is none yet or any more
     */
    boolean run(Runnable task) {
        try {
            Context loop = context;
            if (loop != null) {
                loop.runOnContext(v -> task.run());
            }
            return loop != null;
        } catch (RejectedExecutionException e) {
            return false;
        }
    }

    /** The user has what it wanted of the connection. */
    void ready(MqttConnection connection, String what) {
        connection.ready();
        readyAtNanos = System.nanoTime();
        connects++;
        lastChange = Instant.now();
        connected = true;
        reported = false;
        IngressLog.LOG.logf(level(Logger.Level.INFO), "MQTT connected to %s:%d as %s, %s (%s)", settings.host(),
                settings.port(), settings.clientId(), what,
                connection.version() == MqttVersion.MQTT_5 ? "MQTT 5" : "MQTT 3.1.1");
    }

    private void connect() {
        if (!stopping) {
            current = MqttConnection.open(context, client, settings,
                    new MqttConnection.Hello(version, persistent, receiveMaximum, maxMessageBytes, will.get()), user,
                    this::ended);
        }
    }

    private void ended(MqttConnection connection, Throwable reason) {
        boolean wasConnected = connected;
        connected = false;
        current = null;
        lastChange = Instant.now();
        if (stopping) {
            return;
        }
        lastError = text(reason);
        maxMessageBytes = persistent && reason instanceof TooLongFrameException
                ? MAX_PACKET_BYTES
                : settings.maxMessageBytes();
        Duration lasted = Duration.ofNanos(wasConnected ? System.nanoTime() - readyAtNanos : 0);
        String rival = wasConnected ? rivals.ended(connection, lasted) : null;
        if (rival != null) {
            lastError = rival;
        }
        if (rival == null && lasted.compareTo(STABLE) > 0 || rivals.settled(lasted)) {
            backoff.reset();
        }
        boolean fallBack = connection.said().legacyAnswer() && version == MqttVersion.MQTT_5;
        unanswered = connection.unanswered() ? unanswered + 1 : 0;
        version = fallBack || version == MqttVersion.MQTT_5 && unanswered >= UNANSWERED
                ? MqttVersion.MQTT_3_1_1
                : MqttVersion.MQTT_5;
        if (fallBack) {
            connect();
            return;
        }
        long millis = backoff.nextMillis();
        IngressLog.LOG.logf(level(wasConnected || !reported ? Logger.Level.WARN : Logger.Level.DEBUG),
                "MQTT connection to %s:%d%s %s (%s); next try in %d ms", settings.host(), settings.port(),
                purpose == null ? "" : purpose, wasConnected ? "lost" : "failed", lastError, millis);
        reported = true;
        vertx.setTimer(millis, id -> context.runOnContext(v -> connect()));
    }

    private Logger.Level level(Logger.Level usual) {
        return purpose == null ? Logger.Level.DEBUG : usual;
    }

    static String text(Throwable error) {
        return error.getMessage() == null ? error.getClass().getSimpleName() : error.getMessage();
    }

    /** No connection is made any more; the present one stays until {@link #disconnect}. */
    void stop() {
        stopping = true;
    }

    /**
     * Says goodbye and waits for the broker to close the connection.
     *
     * @param forget whether the broker is to end the session
     * @param last done before, on the event loop
     */
    void disconnect(boolean forget, Runnable last, Duration patience) throws InterruptedException {
        stopping = true;
        boolean again = forget && version == MqttVersion.MQTT_3_1_1;
        CountDownLatch done = new CountDownLatch(1);
        if (!run(() -> {
            last.run();
            if (current == null) {
                done.countDown();
            } else {
                current.disconnect(forget, again ? () -> forget(done) : done::countDown);
            }
        })) {
            return;
        }
        if (!done.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            IngressLog.LOG.debug("The broker did not close the connection in time");
        }
    }

    /** Before MQTT 5 a session ends only with a connection that asks for a clean one. */
    private void forget(CountDownLatch done) {
        MqttConnection.open(context, client, settings, new MqttConnection.Hello(version, false, receiveMaximum,
                settings.maxMessageBytes(), null), new MqttListener() {
                    @Override
                    public void connected(MqttConnection connection) {
                        connection.disconnect(false, done::countDown);
                    }

                    @Override
                    public void ended(Throwable reason) {
                        IngressLog.LOG.debugf("The session is over: %s", text(reason));
                    }
                }, (connection, reason) -> {});
    }
}
