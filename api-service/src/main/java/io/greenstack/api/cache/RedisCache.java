package io.greenstack.api.cache;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import com.github.benmanes.caffeine.cache.Cache;

import io.greenstack.api.cache.CacheFigures.Figures;
import io.greenstack.api.cache.CacheLink.AwayException;
import io.greenstack.api.platform.MemoryCaches;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Context;
import io.vertx.redis.client.Response;

/**
 * Values in Redis, with those used last ready in memory. Each carries a stamp: the versions that its tags had before it was read.
 * It is shown only while these are their versions still, which Redis says at each call; so an answer costs one round trip, and
 * whoever read before a write can never have others see it afterwards. Of several that miss the same value one reads it: in a
 * process by a future, among replicas by a lock that nobody waits for longer than a moment.
 */
@ApplicationScoped
class RedisCache {

    private static final Logger LOG = Logger.getLogger(RedisCache.class);
    private static final long LOCK_MILLIS = 5000;
    private static final long FLIGHT_SECONDS = 2;
    private static final long POLL_MILLIS = 10;
    /** Nothing that is kept inflates to more than so many times the largest value. */
    private static final int MOST_INFLATED = 64;

    private final CacheLink link;
    private final CacheGate gate;
    private final CacheCodec codec;
    private final CacheFigures figures;
    private final AnswerParts parts;
    private final CacheSettings settings;
    private final AtomicLong number = new AtomicLong();
    private final ConcurrentMap<String, CompletableFuture<Object>> flights = new ConcurrentHashMap<>();
    private final Cache<String, Ready> ready;

    /** A value in memory. */
    private record Ready(String stamp, Object value, int octets, long until) {}

    /** A call: what is looked for, and where. */
    private record Lookup(CachedMethod method, String entry, String lock, List<String> tagKeys, Figures figures) {

        List<String> keys() {
            List<String> keys = new ArrayList<>(tagKeys.size() + 2);
            keys.add(entry);
            keys.add(lock);
            keys.addAll(tagKeys);
            return keys;
        }
    }

    RedisCache(CacheLink link, CacheGate gate, CacheCodec codec, CacheFigures figures, CacheSettings settings,
            AnswerParts parts, MeterRegistry meters) {
        this.link = link;
        this.gate = gate;
        this.codec = codec;
        this.figures = figures;
        this.parts = parts;
        this.settings = settings;
        this.ready = MemoryCaches.ofWeight(settings.localSize().asLongValue() / 2,
                (key, value) -> value.octets() + 2 * key.length() + 200);
        Gauge.builder("greenstack.cache.local.entries", ready, Cache::estimatedSize)
                .description("Values that this replica has in memory").register(meters);
    }

    /** Whether it is worth asking. */
    boolean isUsable() {
        return gate.wanted() && !Context.isOnEventLoopThread();
    }

    /** Entries that this process has ready in memory. */
    long localEntries() {
        return ready.estimatedSize();
    }

    /** What a method answers, out of the cache or by calling it. */
    Object get(CachedMethod method, Object[] arguments, Callable<Object> load) throws Exception {
        Figures counts = figures.of(method.namespace());
        if (!gate.isOpen() || parts.hasWaited()) {
            return past(counts, load);
        }
        String key = method.key(arguments, codec);
        Lookup lookup = new Lookup(method, CacheKeys.entry(method.namespace(), key),
                CacheKeys.lock(method.namespace(), key), method.tagKeys(arguments), counts);
        String caller = gate.process() + number.incrementAndGet();
        long patience = System.nanoTime() + settings.flightWait().toNanos();
        while (true) {
            Answer answer = ask(lookup, caller);
            if (answer.stamp() != null) {
                parts.used(lookup.tagKeys(), answer.stamp(), answer.until());
            }
            switch (answer.state()) {
                case "same", "hit" :
                    return answer.value();
                case "load" :
                    return lead(lookup, answer.stamp(), caller, load);
                case "busy" :
                    CompletableFuture<Object> flight = flights.get(lookup.entry() + answer.stamp());
                    if (flight != null) {
                        return follow(flight, lookup, load);
                    }
                    if (System.nanoTime() - patience > 0) {
                        return read(lookup, load);
                    }
                    if (!pause()) {
                        return read(lookup, load);
                    }
                    break;
                default :
                    return past(counts, load);
            }
        }
    }

    private Object past(Figures counts, Callable<Object> load) throws Exception {
        parts.past();
        counts.bypasses().increment();
        return load.call();
    }

    /** False when the work is not wanted any more; whoever reads notices that. */
    private static boolean pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private record Answer(String state, String stamp, Object value, long until) {

        static final Answer PAST = new Answer("past", null, null, 0);
    }

    private Answer ask(Lookup lookup, String caller) {
        Ready kept = ready.getIfPresent(lookup.entry());
        boolean usable = kept != null && kept.until() - System.nanoTime() > 0;
        try {
            String run = link.run();
            if (run == null) {
                return Answer.PAST;
            }
            Response response = link.call(CacheScripts.READ, lookup.keys(), run, caller, LOCK_MILLIS,
                    usable ? kept.stamp() : "", CacheGate.TAG_SECONDS);
            if (!gate.isOpen() || !run.equals(link.run())) {
                return Answer.PAST;
            }
            String state = response.get(0).toString();
            String stamp = response.size() > 1 ? response.get(1).toString() : null;
            return switch (state) {
                case "same" -> {
                    lookup.figures().local().increment();
                    yield new Answer(state, stamp, kept.value(), kept.until());
                }
                case "hit" -> new Answer(state, stamp, decoded(lookup, stamp, response.get(2).toBytes()),
                        until(lookup));
                default -> new Answer(state, stamp, null, until(lookup));
            };
        } catch (AwayException e) {
            parts.waited();
            LOG.debugf("Past the cache: %s", e.getMessage());
            return Answer.PAST;
        } catch (IllegalArgumentException e) {
            LOG.debugf("Past the cache: %s", e.getMessage());
            return Answer.PAST;
        }
    }

    private Object decoded(Lookup lookup, String stamp, byte[] octets) {
        Object value = codec.decode(octets, lookup.method().type(),
                settings.maxValueSize().asLongValue() * MOST_INFLATED);
        lookup.figures().hits().increment();
        keep(lookup, stamp, value, octets.length);
        return value;
    }

    private long until(Lookup lookup) {
        return System.nanoTime() + lookup.method().namespace().ttl(settings).toNanos();
    }

    private void keep(Lookup lookup, String stamp, Object value, int octets) {
        // A compressed text takes several times as much in memory.
        ready.put(lookup.entry(), new Ready(stamp, value, 8 * octets, until(lookup)));
    }

    /** Reads the value for all who wait for it. */
    private Object lead(Lookup lookup, String stamp, String caller, Callable<Object> load) throws Exception {
        CompletableFuture<Object> flight = new CompletableFuture<>();
        flights.put(lookup.entry() + stamp, flight);
        try {
            Object value = read(lookup, load);
            flight.complete(value);
            store(lookup, stamp, caller, value);
            return value;
        } finally {
            flights.remove(lookup.entry() + stamp, flight);
            if (!flight.isDone()) {
                flight.cancel(false);
                link.send(CacheScripts.UNLOCK, List.of(lookup.lock()), caller);
            }
        }
    }

    private static Object follow(CompletableFuture<Object> flight, Lookup lookup, Callable<Object> load)
            throws Exception {
        try {
            Object value = flight.get(FLIGHT_SECONDS, TimeUnit.SECONDS);
            lookup.figures().shared().increment();
            return value;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return read(lookup, load);
        } catch (ExecutionException | TimeoutException | CancellationException e) {
            return read(lookup, load);
        }
    }

    private static Object read(Lookup lookup, Callable<Object> load) throws Exception {
        long begin = System.nanoTime();
        Object value = load.call();
        lookup.figures().loaded(System.nanoTime() - begin);
        return value;
    }

    private void store(Lookup lookup, String stamp, String caller, Object value) {
        byte[] octets = value == null ? null : codec.encode(value);
        if (octets == null || octets.length > settings.maxValueSize().asLongValue()) {
            lookup.figures().refused().increment();
            link.send(CacheScripts.UNLOCK, List.of(lookup.lock()), caller);
            return;
        }
        keep(lookup, stamp, value, octets.length);
        List<String> keys = new ArrayList<>(List.of(lookup.entry(), lookup.lock(), CacheKeys.ENTRIES, CacheKeys.SIZES,
                CacheKeys.FIGURES));
        keys.addAll(lookup.tagKeys());
        String run = stamp.substring(0, stamp.indexOf('|'));
        link.send(CacheScripts.STORE, keys, run, caller, stamp, lookup.method().namespace().ttl(settings).toMillis(),
                CacheGate.TAG_SECONDS, settings.maxSize().asLongValue(), lookup.method().namespace().token(), octets)
                .onSuccess(kept -> {
                    if (kept.toInteger() == 0) {
                        lookup.figures().refused().increment();
                    }
                });
    }
}
