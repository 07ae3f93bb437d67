package io.greenstack.platform.layout;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.greenstack.core.layout.LayoutLookup;
import io.greenstack.core.layout.LayoutLookup.Unavailable;
import io.greenstack.core.layout.LayoutLookup.Unbound;
import io.greenstack.core.layout.LayoutLookup.UnknownDevice;
import io.greenstack.platform.layout.LayoutCache.Entry;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;

/**
 * Reading side of the layouts: answers for all devices of a batch with at most one round trip to Redis.
 * <p>
 * Layouts are cached in the process. An entry goes when its change is announced; in case an announcement gets lost every
 * entry is checked again after {@link LayoutSettings#recheckAfter()}, and when the subscription was interrupted. While
 * Redis is away, layouts are used up to that age, then the answer is {@link Unavailable}, because nobody can say any
 * more that they still hold.
 */
@Singleton
public class LayoutSource {

    private static final Logger LOG = Logger.getLogger(LayoutSource.class);
    private static final Unbound UNBOUND = new Unbound();
    private static final UnknownDevice UNKNOWN = new UnknownDevice();

    /** So long after an outage the api-service may still have layouts to write of devices that registered during it. */
    private static final long AFTERMATH_NANOS = Duration.ofSeconds(10).toNanos();

    private final LayoutStore store;
    private final LayoutChanges changes;
    private final LayoutCache cache;
    private final LayoutCompiler compiler;
    private final long recheckNanos;
    private final long unknownNanos;
    private final LongSupplier nanoTime;
    private volatile boolean subscribed;
    private volatile Long interruptedAt;
    private final Counter hits;
    private final Counter misses;
    private final Counter failures;

    @Inject
    public LayoutSource(LayoutStore store, LayoutChanges changes, LayoutSettings settings, MeterRegistry metrics) {
        this(store, changes, settings.cacheSize(), settings.recheckAfter(), settings.unknownFor(), System::nanoTime,
                metrics);
    }

    LayoutSource(LayoutStore store, LayoutChanges changes, int cacheSize, Duration recheckAfter, Duration unknownFor,
            LongSupplier nanoTime, MeterRegistry metrics) {
        this.store = store;
        this.changes = changes;
        this.cache = new LayoutCache(cacheSize);
        this.compiler = new LayoutCompiler(metrics);
        this.recheckNanos = recheckAfter.toNanos();
        this.unknownNanos = unknownFor.toNanos();
        this.nanoTime = nanoTime;
        this.hits = lookups(metrics, "hit");
        this.misses = lookups(metrics, "miss");
        this.failures = lookups(metrics, "unavailable");
        Gauge.builder("greenstack.layouts.cached", cache, LayoutCache::size)
                .description("Devices whose layouts are in memory").register(metrics);
    }

    private static Counter lookups(MeterRegistry metrics, String result) {
        return Counter.builder("greenstack.layouts.lookups").tag("result", result)
                .description("Lookups of layouts by where they were found").register(metrics);
    }

    /**
     * Looks up the layouts of the devices of a batch.
     *
     * @return an answer for each id; never fails
     */
    public Uni<Map<String, LayoutLookup>> lookup(Collection<String> deviceIds) {
        changes.start(cache::invalidate, this::resubscribed);
        Map<String, LayoutLookup> answers = new HashMap<>();
        List<String> missing = new ArrayList<>();
        long now = nanoTime.getAsLong();
        long generation = cache.generation();
        for (String id : new LinkedHashSet<>(deviceIds)) {
            Entry entry = cache.get(id);
            if (entry != null && entry.generation() == generation && young(entry, now)) {
                answers.put(id, entry.lookup());
            } else {
                missing.add(id);
            }
        }
        hits.increment(answers.size());
        if (missing.isEmpty()) {
            return Uni.createFrom().item(answers);
        }
        misses.increment(missing.size());
        long readAfter = cache.invalidations();
        return store.fetch(missing)
                .map(found -> {
                    for (String id : missing) {
                        answers.put(id, take(id, found, now, generation, readAfter));
                    }
                    return answers;
                })
                .onFailure()
                .recoverWithItem(failure -> {
                    for (String id : missing) {
                        answers.put(id, withoutStore(id, now, failure));
                    }
                    return answers;
                });
    }

    private void resubscribed() {
        cache.distrust();
        if (subscribed) {
            interruptedAt = nanoTime.getAsLong();
        }
        subscribed = true;
    }

    private boolean young(Entry entry, long now) {
        long limit = entry.lookup() == UNKNOWN ? unknownNanos : recheckNanos;
        return now - entry.checkedAt() < limit;
    }

    private LayoutLookup take(String id, LayoutStore.Documents found, long now, long generation, long readAfter) {
        byte[] document = found.documents().get(id);
        if (document == null) {
            if (!found.ready()) {
                failures.increment();
                return new Unavailable("the layouts are not in Redis yet");
            }
            if (interruptedAt != null && now - interruptedAt < AFTERMATH_NANOS) {
                failures.increment();
                return new Unavailable("Redis was away just now, and the layout may be on its way");
            }
            cache.put(id, new Entry(UNKNOWN, null, now, generation), readAfter);
            return UNKNOWN;
        }
        byte[] digest = LayoutCompiler.digest(document);
        Entry known = cache.get(id);
        LayoutLookup lookup = known != null && Arrays.equals(known.digest(), digest)
                ? known.lookup()
                : compile(id, document);
        cache.put(id, new Entry(lookup, digest, now, generation), readAfter);
        return lookup;
    }

    private LayoutLookup compile(String id, byte[] document) {
        try {
            return compiler.compile(id, document);
        } catch (IOException e) {
            LOG.errorf("The layout of device %s cannot be read, only its raw process data is kept: %s", id,
                    e.getMessage());
            return UNBOUND;
        }
    }

    private LayoutLookup withoutStore(String id, long now, Throwable failure) {
        interruptedAt = now;
        Entry entry = cache.get(id);
        if (entry != null && young(entry, now)) {
            return entry.lookup();
        }
        failures.increment();
        return new Unavailable("Redis is away: " + failure.getMessage());
    }
}
