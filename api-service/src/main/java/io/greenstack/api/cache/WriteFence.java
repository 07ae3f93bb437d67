package io.greenstack.api.cache;

import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import io.greenstack.api.platform.Sql;
import io.quarkus.runtime.ShutdownEvent;

/** The way past Redis: tells all processes by PostgreSQL of a write, and waits until none uses what it kept of before. */
@ApplicationScoped
class WriteFence {

    private static final Logger LOG = Logger.getLogger(WriteFence.class);
    private static final long POLL_MILLIS = 3;
    /** Beyond the lease, for a thread that is just about to look. */
    private static final long MARGIN_MILLIS = 250;

    private final Sql sql;
    private final long leaseMillis;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread daemon = new Thread(task, "cache-fence");
        daemon.setDaemon(true);
        return daemon;
    });
    private CompletableFuture<Void> next;

    WriteFence(Sql sql, CacheSettings settings) {
        this.sql = sql;
        this.leaseMillis = settings.lease().toMillis() + MARGIN_MILLIS;
    }

    void stop(@Observes ShutdownEvent event) {
        thread.shutdownNow();
    }

    /** Tells all processes with the commit of the transaction at hand, or now if there is none. */
    void tell(Collection<String> tags) {
        sql.query("select pg_notify(:channel, :payload)").bind("channel", FenceConnection.CHANNEL)
                .bind("payload", FenceConnection.payload(tags)).list(row -> true);
    }

    /** Tells all processes from outside any transaction; false when PostgreSQL could not be reached. */
    boolean tellNow(Collection<String> tags) {
        try {
            waitFor(CompletableFuture.runAsync(() -> tell(tags), thread));
            return true;
        } catch (ExecutionException | TimeoutException e) {
            LOG.warnf("Neither Redis nor PostgreSQL could be told of a write; the cache waits it out: %s",
                    e.toString());
            return false;
        }
    }

    /** Waits until every process has heard of what was told before. Writers that come together wait together. */
    void awaitAll() {
        CompletableFuture<Void> round;
        synchronized (this) {
            if (next == null) {
                next = new CompletableFuture<>();
                thread.execute(this::round);
            }
            round = next;
        }
        try {
            waitFor(round);
        } catch (ExecutionException | TimeoutException e) {
            LOG.debugf("Waited for the whole lease: %s", e.toString());
        }
    }

    private void round() {
        CompletableFuture<Void> round;
        synchronized (this) {
            round = next;
            next = null;
        }
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(leaseMillis);
        while (System.nanoTime() - end < 0 && !nobodyUsesTheCache()) {
            try {
                TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        round.complete(null);
    }

    private boolean nobodyUsesTheCache() {
        try {
            return sql.query("select pg_try_advisory_xact_lock(:lock) as free").bind("lock", FenceConnection.LOCK)
                    .one(row -> row.flag("free"));
        } catch (RuntimeException e) {
            LOG.debugf("PostgreSQL does not say who uses the cache: %s", e.toString());
            return false;
        }
    }

    /** An interrupt does not shorten it: the write is done, and nobody may see what was before. */
    private void waitFor(CompletableFuture<Void> done) throws ExecutionException, TimeoutException {
        boolean interrupted = false;
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(2 * leaseMillis);
        try {
            while (true) {
                try {
                    done.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                    return;
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
