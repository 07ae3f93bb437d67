package io.greenstack.api.cache;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

import io.greenstack.api.cache.CacheLink.AwayException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * Makes what is in the cache invalid. Whoever changes rows says so inside the transaction. Before the commit Redis is told that
 * a write comes, after it that it is done; in between nothing with its tags is kept or shown, so that a process may end at any
 * moment. What Redis cannot be told, PostgreSQL tells all processes with the commit itself, see {@link CacheGate}.
 */
@ApplicationScoped
public class CacheTags {

    /** Of everything that says which descriptions there are. */
    public static final String DESCRIPTIONS = "descriptions";
    /** Of everything that says which devices there are. */
    public static final String DEVICES = "devices";
    /** Longer than any commit takes. */
    private static final long BELIEVED_MILLIS = 60_000;

    private final CacheLink link;
    private final CacheGate gate;
    private final WriteFence fence;
    private final TransactionSynchronizationRegistry transactions;
    private final AtomicLong number = new AtomicLong();
    private final Counter byRedis;
    private final Counter byDatabase;

    CacheTags(CacheLink link, CacheGate gate, WriteFence fence, TransactionSynchronizationRegistry transactions,
            MeterRegistry meters) {
        this.link = link;
        this.gate = gate;
        this.fence = fence;
        this.transactions = transactions;
        this.byRedis = invalidations(meters, "redis");
        this.byDatabase = invalidations(meters, "database");
    }

    private static Counter invalidations(MeterRegistry meters, String by) {
        return Counter.builder("greenstack.cache.invalidations").tag("by", by)
                .description("Writes, by how other replicas heard of them").register(meters);
    }

    /** Tag of what is shown of a description. */
    public static String description(long id) {
        return "description:" + id;
    }

    /** Tag of what is shown of a device. */
    public static String device(String id) {
        return "device:" + id;
    }

    /** Says that devices change: rows of theirs, or what is noted about them. */
    public void devicesChange(Collection<String> ids) {
        Set<String> tags = new TreeSet<>(List.of(DEVICES));
        ids.forEach(id -> tags.add(device(id)));
        change(tags);
    }

    /** Says that the catalog changes: new descriptions, and others of those with some ids. */
    public void descriptionsChange(Collection<Long> ids) {
        Set<String> tags = new TreeSet<>(List.of(DESCRIPTIONS));
        ids.forEach(id -> tags.add(description(id)));
        change(tags);
    }

    /**
     * Says that the transaction at hand changes what has some tags; without a transaction, that it was changed. After the commit,
     * or at the end of this call, nobody is shown what was before.
     */
    public void change(Collection<String> tags) {
        if (!gate.wanted() || tags.isEmpty()) {
            return;
        }
        int status = transactions.getTransactionStatus();
        if (status == Status.STATUS_NO_TRANSACTION) {
            done(tags, "none;");
        } else if (status == Status.STATUS_ACTIVE) {
            Write write = (Write) transactions.getResource(CacheTags.class);
            if (write == null) {
                write = new Write();
                transactions.putResource(CacheTags.class, write);
                transactions.registerInterposedSynchronization(write);
            }
            write.tags.addAll(tags);
        }
    }

    private void done(Collection<String> tags, String name) {
        try {
            gate.invalidate(tags, name);
            byRedis.increment();
        } catch (AwayException e) {
            if (!fence.tellNow(tags)) {
                gate.owe(tags);
            }
            fence.awaitAll();
            byDatabase.increment();
        }
    }

    /** What a transaction changes. */
    private final class Write implements Synchronization {

        private final Set<String> tags = new TreeSet<>();
        private final String name = gate.process() + '-' + number.incrementAndGet() + ';';
        private boolean announced;

        @Override
        public void beforeCompletion() {
            try {
                link.call(CacheScripts.ANNOUNCE, tags.stream().map(CacheKeys::tag).toList(), name, BELIEVED_MILLIS,
                        CacheGate.TAG_SECONDS);
                announced = true;
            } catch (AwayException e) {
                fence.tell(tags);
            }
        }

        @Override
        public void afterCompletion(int status) {
            boolean undone = status == Status.STATUS_ROLLEDBACK;
            if (announced && undone) {
                link.send(CacheScripts.INVALIDATE, tags.stream().map(CacheKeys::tag).toList(), name,
                        CacheGate.TAG_SECONDS);
            } else if (announced) {
                done(tags, name);
            } else if (!undone) {
                fence.awaitAll();
                byDatabase.increment();
            }
        }
    }
}
