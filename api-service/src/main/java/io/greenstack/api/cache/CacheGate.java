package io.greenstack.api.cache;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import io.agroal.api.AgroalDataSource;
import io.greenstack.api.cache.CacheLink.AwayException;
import io.greenstack.platform.redis.RedisKeys;
import io.greenstack.platform.redis.RedisPipeline;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/**
 * Says whether the cache may be used. It may while this process hears of every write: by Redis itself, and for those that Redis
 * was not told of by PostgreSQL. One thread listens there. What it hears it makes good in Redis before the gate opens again.
 *
 * <p>While the gate is open, the process holds a lock in PostgreSQL together with the others. A writer that could not reach Redis
 * tells all, and waits until nobody holds the lock, or until whoever does not answer has to have closed its gate by itself.
 */
@ApplicationScoped
class CacheGate {

    private static final Logger LOG = Logger.getLogger(CacheGate.class);
    private static final int LISTEN_MILLIS = 250;
    /** While all is well: what others tell ends the wait, and the answers of PostgreSQL stay much younger than the lease. */
    private static final int REST_MILLIS = 500;
    /** The same while nobody uses the cache; still well below the lease, so that the next one finds the gate open. */
    private static final int UNUSED_MILLIS = 1000;
    private static final long UNUSED_AFTER = TimeUnit.SECONDS.toNanos(5);
    /** The lock is free for as long, so that a writer who asks for it every few milliseconds sees that nobody holds it. */
    private static final int FREE_MILLIS = 50;
    private static final int MOST_OWED = 1000;
    private static final String HELLO = "hello:";
    /** Longer than anything is kept, so that a tag outlives what has it. */
    static final long TAG_SECONDS = 24 * 3600L;

    private final CacheLink link;
    private final CacheSettings settings;
    private final AgroalDataSource database;
    private final String process = UUID.randomUUID().toString();
    private final Set<String> owed = new TreeSet<>();
    private final Set<String> handedIn = new TreeSet<>();
    private final Thread thread = new Thread(this::run, "cache-gate");
    private volatile FenceConnection fence;
    private volatile boolean open;
    private volatile boolean stopped;
    private volatile long heard;
    private volatile long used = System.nanoTime();
    private boolean failing;

    CacheGate(CacheLink link, CacheSettings settings, AgroalDataSource database, MeterRegistry meters) {
        this.link = link;
        this.settings = settings;
        this.database = database;
        thread.setDaemon(true);
        Gauge.builder("greenstack.cache.open", this, gate -> gate.stands() ? 1 : 0)
                .description("1 while this replica uses the cache").register(meters);
    }

    /** Redis is asked for, because it knows by then whether it is a cluster. */
    void start(@Observes StartupEvent event, RedisPipeline redis) {
        if (wanted()) {
            thread.start();
        }
    }

    /** Whether there is to be a cache. In a cluster there is none: an entry and its tags would lie on different servers. */
    boolean wanted() {
        return settings.enabled() && !RedisKeys.tagged();
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
        open = false;
        FenceConnection listening = fence;
        if (listening != null) {
            listening.abort();
        }
        thread.interrupt();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        link.close();
    }

    /** Whether what Redis says now may be believed. Ask after Redis has answered. */
    boolean isOpen() {
        used = System.nanoTime();
        return stands();
    }

    private boolean stands() {
        return open && link.isUp() && System.nanoTime() - heard < settings.lease().toNanos();
    }

    /** Name of this process among those that write. */
    String process() {
        return process;
    }

    private void run() {
        while (!stopped) {
            try (FenceConnection connection = new FenceConnection(
                    database.getConfiguration().connectionPoolConfiguration().connectionFactoryConfiguration())) {
                fence = connection;
                listen(connection);
            } catch (SQLException | RuntimeException e) {
                fail(e);
            } finally {
                fence = null;
                open = false;
            }
            pause(LISTEN_MILLIS);
        }
    }

    private void listen(FenceConnection connection) throws SQLException {
        owed.add(CacheKeys.ALL);
        String hello = HELLO + process;
        connection.tell(hello);
        if (!connection.ping().contains(hello)) {
            throw new SQLException(
                    "PostgreSQL brings no notifications; with PgBouncer in front, sessions have to be pooled, "
                            + "not transactions");
        }
        boolean locked = false;
        while (!stopped) {
            long asked = System.nanoTime();
            owe(connection.ping());
            heard = asked;
            if (locked && (!owed.isEmpty() || link.isSuspect() || !link.isUp())) {
                open = false;
                connection.unlock();
                locked = false;
            }
            boolean up = link.check() && deliver();
            if (up && !locked) {
                pause(FREE_MILLIS);
                connection.lock();
                locked = true;
            } else {
                open = up;
                succeed(up);
                owe(connection.await(up ? restMillis() : LISTEN_MILLIS));
            }
        }
    }

    /** A lease that was made short leaves no room for more. */
    private int restMillis() {
        boolean unused = System.nanoTime() - used > UNUSED_AFTER && settings.lease().toMillis() >= 2 * UNUSED_MILLIS;
        return unused ? UNUSED_MILLIS : REST_MILLIS;
    }

    /** Has this process make something good as soon as Redis is there, if nobody else does. */
    void owe(Collection<String> tags) {
        synchronized (handedIn) {
            handedIn.addAll(tags);
        }
    }

    private void takeHandedIn() {
        synchronized (handedIn) {
            owed.addAll(handedIn);
            handedIn.clear();
        }
    }

    private void owe(List<String> payloads) {
        takeHandedIn();
        for (String payload : payloads) {
            if (!payload.startsWith(HELLO)) {
                owed.addAll(List.of(payload.split(",")));
            }
        }
        if (owed.size() > MOST_OWED) {
            owed.clear();
            owed.add(CacheKeys.ALL);
        }
    }

    /** Makes what this process heard of good in Redis; false when Redis is away. */
    private boolean deliver() {
        if (owed.isEmpty()) {
            return true;
        }
        try {
            invalidate(owed, process);
            owed.clear();
            return true;
        } catch (AwayException e) {
            return false;
        }
    }

    /** Makes everything with some tags invalid, and forgets writes whose names begin with a text. */
    void invalidate(Collection<String> tags, String writes) throws AwayException {
        link.call(CacheScripts.INVALIDATE, tags.stream().map(CacheKeys::tag).toList(), writes, TAG_SECONDS);
    }

    private static void pause(int millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void fail(Exception e) {
        if (!failing && !stopped) {
            failing = true;
            LOG.warnf("The cache is not used, because PostgreSQL cannot be listened to: %s", e.getMessage());
        }
    }

    private void succeed(boolean up) {
        if (failing && up) {
            failing = false;
            LOG.info("The cache is used again");
        }
    }
}
