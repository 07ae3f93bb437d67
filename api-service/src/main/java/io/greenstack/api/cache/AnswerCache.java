package io.greenstack.api.cache;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import com.github.benmanes.caffeine.cache.Cache;

import io.greenstack.api.platform.MemoryCaches;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.redis.client.Response;

/**
 * Whole answers in Redis, with those used last in memory. As with values a stamp says which versions their tags had, and Redis
 * says at each request whether they have them still. Nothing here blocks.
 */
@ApplicationScoped
class AnswerCache {

    private static final Logger LOG = Logger.getLogger(AnswerCache.class);
    private static final int LONGEST_KEY = 100;
    /** No body is longer than so many times the longest value. */
    private static final int MOST_INFLATED = 64;

    private final CacheLink link;
    private final CacheGate gate;
    private final CacheFigures figures;
    private final CacheSettings settings;
    private final Clock clock;
    /** Another version of this service may write the same thing otherwise. */
    private final String release;
    private final Cache<String, Local> local;
    private final Counter fromMemory;
    private final Counter fromRedis;
    private final Counter made;
    private final Counter kept;

    /** An answer in memory. */
    private record Local(String stamp, List<String> tagKeys, KeptAnswer answer, long until) {}

    AnswerCache(CacheLink link, CacheGate gate, CacheFigures figures, CacheSettings settings, Clock clock,
            MeterRegistry meters, @ConfigProperty(name = "quarkus.application.version") String version) {
        this.link = link;
        this.gate = gate;
        this.figures = figures;
        this.settings = settings;
        this.clock = clock;
        this.release = Integer.toHexString(version.hashCode());
        this.local = MemoryCaches.ofWeight(settings.localSize().asLongValue() / 2,
                (entry, one) -> one.answer().weight() + 4 * entry.length() + 2 * one.stamp().length());
        this.fromMemory = answers(meters, "local");
        this.fromRedis = answers(meters, "hit");
        this.made = answers(meters, "made");
        this.kept = answers(meters, "kept");
    }

    private static Counter answers(MeterRegistry meters, String result) {
        return Counter.builder("greenstack.cache.answers").tag("result", result)
                .description("Whole answers: sent from memory, sent from Redis, made anew, and of these kept")
                .register(meters);
    }

    /** Whether it is worth asking. */
    boolean isUsable() {
        return gate.wanted() && gate.isOpen();
    }

    /** Key of the answer to a request. */
    String entry(CacheNamespace namespace, String request) {
        return CacheKeys.entry(namespace, '=' + release + ' '
                + (request.length() <= LONGEST_KEY ? request : sha256(request)));
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }

    /** The answer if there is one that is valid, else null; never fails. */
    Future<KeptAnswer> find(CacheNamespace namespace, String entry) {
        String run = link.run();
        if (run == null) {
            return Future.succeededFuture();
        }
        Local one = local.getIfPresent(entry);
        Local known = one != null && one.until() - System.nanoTime() > 0 ? one : null;
        List<String> keys = new ArrayList<>(List.of(entry));
        if (known != null) {
            keys.addAll(known.tagKeys());
        }
        return link.ask(CacheScripts.ANSWER, keys, run, known == null ? "" : known.stamp())
                .map(response -> run.equals(link.run()) && gate.isOpen()
                        ? found(namespace, entry, known, response)
                        : null)
                .otherwise(failure -> {
                    LOG.debugf("Past the cache: %s", failure.getMessage());
                    return null;
                });
    }

    private KeptAnswer found(CacheNamespace namespace, String entry, Local known, Response response) {
        switch (response.get(0).toString()) {
            case "same" :
                fromMemory.increment();
                figures.of(namespace).local().increment();
                return known.answer();
            case "hit" :
                KeptAnswer answer = KeptAnswer.decoded(response.get(2).toBytes(),
                        settings.maxValueSize().asLongValue() * MOST_INFLATED);
                local.put(entry, new Local(response.get(1).toString(),
                        List.of(response.get(3).toString().split("\n")), answer,
                        System.nanoTime() + Duration.ofMillis(response.get(4).toLong()).toNanos()));
                fromRedis.increment();
                figures.of(namespace).hits().increment();
                return answer;
            default :
                return null;
        }
    }

    /** Keeps the answer to a request, unless something it was made of is not known or has changed. */
    void keep(CacheNamespace namespace, String entry, KeptAnswer answer, AnswerParts.Noted parts) {
        made.increment();
        List<String> tagKeys = List.copyOf(parts.versions().keySet());
        byte[] octets = answer.encoded();
        long millis = Math.min(namespace.ttl(settings).toMillis(),
                Duration.ofNanos(parts.until() - System.nanoTime()).toMillis());
        if (parts.goodUntil() != null) {
            millis = Math.min(millis, Duration.between(clock.instant(), parts.goodUntil()).toMillis());
        }
        if (tagKeys.isEmpty() || millis <= 0 || octets.length > settings.maxValueSize().asLongValue()
                || !gate.isOpen()) {
            return;
        }
        String stamp = parts.stamp();
        Local there = local.getIfPresent(entry);
        if (there != null && there.stamp().equals(stamp) && there.until() - System.nanoTime() > 0) {
            return;
        }
        local.put(entry, new Local(stamp, tagKeys, answer,
                System.nanoTime() + Duration.ofMillis(millis).toNanos()));
        List<String> keys = new ArrayList<>(List.of(entry, CacheKeys.lock(namespace, ""), CacheKeys.ENTRIES,
                CacheKeys.SIZES, CacheKeys.FIGURES));
        keys.addAll(tagKeys);
        link.send(CacheScripts.STORE, keys, stamp.substring(0, stamp.indexOf('|')), gate.process(), stamp, millis,
                CacheGate.TAG_SECONDS, settings.maxSize().asLongValue(), namespace.token(), octets, "tags");
        kept.increment();
    }
}
