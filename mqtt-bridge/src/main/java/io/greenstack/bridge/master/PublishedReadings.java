package io.greenstack.bridge.master;

import java.util.List;
import java.util.function.Supplier;

import io.greenstack.bridge.master.AdapterException.Kind;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;

/**
 * Readings of a master that publishes what changes: told as soon as there is something new. Silence is no absence, so after a while of it
 * the master is asked whether it is there.
 */
public final class PublishedReadings {

    private final Vertx vertx;
    private final long quietMillis;
    private final Supplier<List<PortReading>> news;
    private final Supplier<Future<Void>> alive;
    private Promise<List<PortReading>> waiting;

    /**
     * @param quietMillis after how long the master is asked
     * @param news takes what is new; it is called under the lock of this object
     * @param alive asks the master; fails when it does not answer
     */
    public PublishedReadings(Vertx vertx, long quietMillis, Supplier<List<PortReading>> news,
            Supplier<Future<Void>> alive) {
        this.vertx = vertx;
        this.quietMillis = quietMillis;
        this.news = news;
        this.alive = alive;
    }

    /** What came since the last call, or what comes next; nothing, when nothing comes and the master is there. */
    public Future<List<PortReading>> next() {
        Promise<List<PortReading>> promise = Promise.promise();
        synchronized (this) {
            List<PortReading> now = news.get();
            if (!now.isEmpty()) {
                waiting = null;
                return Future.succeededFuture(now);
            }
            waiting = promise;
        }
        long timer = vertx.setTimer(quietMillis, quiet -> alive.get().onComplete(end -> {
            if (!ends(promise)) {
                return;
            }
            if (end.succeeded()) {
                promise.complete(List.of());
            } else {
                promise.fail(end.cause());
            }
        }));
        return promise.future().onComplete(end -> vertx.cancelTimer(timer));
    }

    /** Whether it is this one that is waited for; then nobody else ends it. */
    private synchronized boolean ends(Promise<List<PortReading>> promise) {
        boolean mine = waiting == promise;
        waiting = mine ? null : waiting;
        return mine;
    }

    /** There may be something new. */
    public void wake() {
        Promise<List<PortReading>> woken;
        List<PortReading> now;
        synchronized (this) {
            now = waiting == null ? List.of() : news.get();
            if (now.isEmpty()) {
                return;
            }
            woken = waiting;
            waiting = null;
        }
        woken.complete(now);
    }

    /** Whoever waits is told that the master is not run any more. */
    public void close() {
        Promise<List<PortReading>> last;
        synchronized (this) {
            last = waiting;
            waiting = null;
        }
        if (last != null) {
            last.fail(new AdapterException(Kind.AWAY, "master-away", "The master is not run any more"));
        }
    }
}
