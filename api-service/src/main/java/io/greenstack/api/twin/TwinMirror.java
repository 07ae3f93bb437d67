package io.greenstack.api.twin;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import io.greenstack.platform.background.BackgroundBean;
import io.greenstack.platform.redis.RedisPipeline;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;

/**
 * Keeps the copies of twins in Redis up to date: each after its commit, of several versions of a twin only the newest, and
 * all of them at start and after Redis has lost its data. In that case the messages to devices may have been lost with it, so
 * they become due again too.
 */
@Singleton
class TwinMirror extends BackgroundBean {

    /** String: set once all twins are in Redis; absent when Redis has lost its data. */
    static final String READY = "shadow:mirror:ready";

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int BATCH = 200;
    private static final int MOST_WAITING = 20_000;

    private final MirrorScript script;
    private final TwinRepository repository;
    private final TwinPublisher publisher;
    private final RedisPipeline redis;
    private final Map<String, StoredTwin> waiting = new LinkedHashMap<>();
    private volatile boolean rewrite = true;

    public TwinMirror(MirrorScript script, TwinRepository repository, TwinPublisher publisher, RedisPipeline redis,
            TwinSettings settings) {
        super("twin-mirror", settings.recheck(), settings.retry());
        this.script = script;
        this.repository = repository;
        this.publisher = publisher;
        this.redis = redis;
    }

    /** Has twins written soon, after their commit. When too many wait for Redis, all are written later, from the database. */
    void offer(Collection<StoredTwin> twins) {
        keep(twins);
        synchronized (waiting) {
            if (waiting.size() > MOST_WAITING) {
                waiting.clear();
                rewrite = true;
            }
        }
        wake();
    }

    /** Has twins written soon, as the database has them. */
    void refresh(Collection<String> deviceIds) {
        offer(QuarkusTransaction.requiringNew().call(() -> repository.find(deviceIds)));
    }

    private void keep(Collection<StoredTwin> twins) {
        synchronized (waiting) {
            twins.forEach(twin -> waiting.merge(twin.deviceId(), twin, TwinMirror::newer));
        }
    }

    private static StoredTwin newer(StoredTwin one, StoredTwin other) {
        return one.twin().version() > other.twin().version() ? one : other;
    }

    @Override
    protected void run() {
        for (List<StoredTwin> twins = take(); !twins.isEmpty(); twins = take()) {
            try {
                script.write(twins).await().atMost(PATIENCE);
            } catch (RuntimeException e) {
                keep(twins);
                throw e;
            }
        }
        Request exists = Request.cmd(Command.EXISTS).arg(READY);
        boolean lost = redis.send(exists).await().atMost(PATIENCE).toLong() == 0;
        if (lost || rewrite) {
            rewriteAll(lost);
        }
    }

    private void rewriteAll(boolean lost) {
        rewrite = false;
        try {
            for (List<StoredTwin> twins = repository.after("", BATCH); !twins.isEmpty();) {
                script.write(twins).await().atMost(PATIENCE);
                twins = repository.after(twins.get(twins.size() - 1).deviceId(), BATCH);
            }
            if (lost) {
                repository.publishAllAnew();
                publisher.wake();
            }
            redis.send(Request.cmd(Command.SET).arg(READY).arg(System.currentTimeMillis())).await().atMost(PATIENCE);
        } catch (RuntimeException e) {
            rewrite = true;
            throw e;
        }
    }

    private List<StoredTwin> take() {
        synchronized (waiting) {
            List<StoredTwin> taken = new ArrayList<>(BATCH);
            for (Iterator<StoredTwin> all = waiting.values().iterator(); all.hasNext() && taken.size() < BATCH;) {
                taken.add(all.next());
                all.remove();
            }
            return taken;
        }
    }
}
