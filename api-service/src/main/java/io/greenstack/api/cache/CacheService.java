package io.greenstack.api.cache;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.greenstack.api.cache.CacheFigures.Figures;
import io.greenstack.api.cache.CacheLink.AwayException;
import io.greenstack.api.platform.ApiException;
import io.greenstack.descriptions.Sparse;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;

/** What people ask of the cache: figures, and that it forgets. */
@ApplicationScoped
class CacheService {

    private static final String VERSION = "v";

    private final CacheLink link;
    private final CacheGate gate;
    private final CacheTags tags;
    private final CacheFigures figures;
    private final CacheSettings settings;
    private final RedisCache cache;
    private final Clock clock;

    CacheService(CacheLink link, CacheGate gate, CacheTags tags, CacheFigures figures, CacheSettings settings,
            RedisCache cache, Clock clock) {
        this.link = link;
        this.gate = gate;
        this.tags = tags;
        this.figures = figures;
        this.settings = settings;
        this.cache = cache;
        this.clock = clock;
    }

    /**
     * Figures of the cache.
     *
     * @param cache the server, and whether it is used
     * @param namespaces figures by namespace
     * @param timestamp when this was so
     */
    record CacheStats(ServerStats cache, Map<String, NamespaceStats> namespaces, Instant timestamp) {}

    /**
     * The server. Its counters are those of Redis, which serves others too; they are absent while it is away.
     *
     * @param enabled whether the settings want a cache
     * @param connected whether it can be used at present
     * @param keyspaceHits commands of anybody that found a key
     * @param keyspaceMisses commands of anybody that found none
     * @param totalCommandsProcessed commands of anybody
     * @param usedMemoryHuman memory that Redis takes
     * @param bytes octets of all entries
     * @param maxBytes octets they may take
     * @param localEntries values that this process has ready in memory
     */
    record ServerStats(boolean enabled, boolean connected, Long keyspaceHits, Long keyspaceMisses,
            Long totalCommandsProcessed, String usedMemoryHuman, Long bytes, long maxBytes,
            long localEntries) implements Sparse {}

    /**
     * A namespace. Calls and times are those of this process since its start, octets and evictions those of Redis.
     *
     * @param hits calls that were answered out of the cache
     * @param misses calls that read the database
     * @param shared calls that waited for the same value which another call read
     * @param bypasses calls that went past the cache
     * @param refused values that were not kept
     * @param ratio hits and shared calls of all, from 0 to 1; 0 when there was none
     * @param bytes octets of its entries; absent while Redis is away
     * @param evictions entries that made room for others; absent while Redis is away
     * @param loads how often something was read for it
     * @param meanLoadMs mean time of that
     * @param longestLoadMs longest time of that, lately
     * @param ttlSeconds how long things are kept
     * @param tagVersions versions of the tags that all of it has; absent while Redis is away
     */
    record NamespaceStats(long hits, long misses, long shared, long bypasses, long refused, double ratio, Long bytes,
            Long evictions, long loads, double meanLoadMs, double longestLoadMs, long ttlSeconds,
            Map<String, String> tagVersions) implements Sparse {}

    CacheStats stats() {
        Map<String, String> server = server();
        Map<String, String> stored = hash(CacheKeys.FIGURES);
        boolean away = server.isEmpty();
        ServerStats all = new ServerStats(gate.wanted(), gate.isOpen(), number(server, "keyspace_hits"),
                number(server, "keyspace_misses"), number(server, "total_commands_processed"),
                server.get("used_memory_human"), away ? null : stored(stored, "bytes"),
                settings.maxSize().asLongValue(), cache.localEntries());
        Map<String, NamespaceStats> namespaces = new LinkedHashMap<>();
        for (CacheNamespace namespace : CacheNamespace.values()) {
            namespaces.put(namespace.token(), stats(namespace, stored, away));
        }
        return new CacheStats(all, namespaces, clock.instant());
    }

    private NamespaceStats stats(CacheNamespace namespace, Map<String, String> stored, boolean away) {
        Figures counts = figures.of(namespace);
        long hits = (long) (counts.hits().count() + counts.local().count());
        long misses = (long) counts.misses().count();
        long shared = (long) counts.shared().count();
        long bypasses = (long) counts.bypasses().count();
        long calls = hits + misses + shared + bypasses;
        return new NamespaceStats(hits, misses, shared, bypasses, (long) counts.refused().count(),
                calls == 0 ? 0 : (double) (hits + shared) / calls,
                away ? null : stored(stored, "bytes:" + namespace.token()),
                away ? null : stored(stored, "evictions:" + namespace.token()), counts.loads().count(),
                counts.loads().mean(TimeUnit.MILLISECONDS), counts.loads().max(TimeUnit.MILLISECONDS),
                namespace.ttl(settings).toSeconds(), away ? null : versions(namespace));
    }

    private Map<String, String> versions(CacheNamespace namespace) {
        Map<String, String> versions = new LinkedHashMap<>();
        for (String tag : namespace.tags()) {
            versions.put(tag, hash(CacheKeys.tag(tag)).getOrDefault(VERSION, ""));
        }
        return versions;
    }

    /** What Redis says of itself; empty while it is away. */
    private Map<String, String> server() {
        Map<String, String> server = new LinkedHashMap<>();
        try {
            for (String section : List.of("stats", "memory")) {
                String text = link.command(Request.cmd(Command.INFO).arg(section)).toString();
                Matcher line = Pattern.compile("(?m)^(\\w+):(.*?)\\r?$").matcher(text);
                while (line.find()) {
                    server.put(line.group(1), line.group(2));
                }
            }
        } catch (AwayException e) {
            server.clear();
        }
        return server;
    }

    private Map<String, String> hash(String key) {
        Map<String, String> fields = new LinkedHashMap<>();
        try {
            Response answer = link.command(Request.cmd(Command.HGETALL).arg(key));
            if (answer.isMap()) {
                answer.getKeys().forEach(name -> fields.put(name, answer.get(name).toString()));
            } else {
                for (int i = 0; i + 1 < answer.size(); i += 2) {
                    fields.put(answer.get(i).toString(), answer.get(i + 1).toString());
                }
            }
        } catch (AwayException e) {
            fields.clear();
        }
        return fields;
    }

    private static Long number(Map<String, String> server, String name) {
        String text = server.get(name);
        return text == null ? null : Long.valueOf(text.strip());
    }

    private static long stored(Map<String, String> stored, String name) {
        return Long.parseLong(stored.getOrDefault(name, "0"));
    }

    /**
     * What became of a request to forget.
     *
     * @param status {@code success}
     * @param message one sentence for a person
     * @param timestamp when
     */
    record Cleared(String status, String message, Instant timestamp) {}

    /**
     * Makes a part of the cache invalid, in all replicas.
     *
     * @param scope {@code devices}, {@code eds}, {@code assets}, {@code statistics} or a namespace; null or {@code all} = all of it
     * @throws ApiException 400 when there is no such scope
     */
    Cleared clear(String scope) {
        boolean all = scope == null || scope.isBlank() || scope.equals(CacheKeys.ALL);
        Set<CacheNamespace> namespaces = all ? Set.of() : CacheNamespace.ofScope(scope);
        if (!all && namespaces.isEmpty()) {
            List<String> known = new ArrayList<>(List.of(CacheKeys.ALL));
            known.addAll(CacheNamespace.allScopes().toList());
            throw ApiException.invalidParameter("scope", "one of " + String.join(", ", known) + " is needed");
        }
        tags.change(all
                ? Set.of(CacheKeys.ALL)
                : namespaces.stream().map(CacheNamespace::tag).collect(Collectors.toSet()));
        return new Cleared("success", all ? "The cache is empty." : "The cache has nothing of " + scope + " any more.",
                clock.instant());
    }
}
