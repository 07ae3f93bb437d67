package io.greenstack.api.cache;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Kinds of things in the cache. */
public enum CacheNamespace {

    /** Pages of the catalog, whatever the kind of descriptions. */
    DESCRIPTION_LISTS(CacheSettings.Ttl::descriptionLists, List.of(CacheTags.DESCRIPTIONS), "devices", "eds"),
    /** What is stored of one description: summary, model, layout, findings. */
    DESCRIPTION_DETAILS(CacheSettings.Ttl::descriptionDetails, List.of(), "devices", "eds"),
    /** Pages of IODDs. */
    IODD_LISTS(CacheSettings.Ttl::ioddLists, List.of(CacheTags.DESCRIPTIONS), "devices"),
    /** IODDs as screens show them. */
    IODD_DETAILS(CacheSettings.Ttl::ioddDetails, List.of(), "devices"),
    /** Pages of EDS files and groups. */
    EDS_LISTS(CacheSettings.Ttl::edsLists, List.of(CacheTags.DESCRIPTIONS), "eds"),
    /** EDS files as screens show them. */
    EDS_DETAILS(CacheSettings.Ttl::edsDetails, List.of(), "eds"),
    /** Stored files. */
    ASSETS(CacheSettings.Ttl::assets, List.of(), "assets"),
    /** Pages of registered devices. */
    DEVICE_LISTS(CacheSettings.Ttl::deviceLists, List.of(CacheTags.DEVICES), "devices"),
    /** Registered devices. */
    DEVICE_DETAILS(CacheSettings.Ttl::deviceDetails, List.of(), "devices"),
    /** Counts. */
    STATISTICS(CacheSettings.Ttl::statistics, List.of(CacheTags.DESCRIPTIONS, CacheTags.DEVICES), "statistics");

    private final Function<CacheSettings.Ttl, Duration> ttl;
    private final List<String> tags;
    private final Set<String> scopes;

    CacheNamespace(Function<CacheSettings.Ttl, Duration> ttl, List<String> tags, String... scopes) {
        this.ttl = ttl;
        this.tags = tags;
        this.scopes = Set.of(scopes);
    }

    /** Name in keys, metrics and answers, for example {@code iodd-lists}. */
    public String token() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The tag that everything in here has. */
    String tag() {
        return "namespace:" + token();
    }

    /** Tags that everything in here has. */
    List<String> tags() {
        List<String> all = new ArrayList<>(List.of(CacheKeys.ALL, tag()));
        all.addAll(tags);
        return all;
    }

    Duration ttl(CacheSettings settings) {
        return ttl.apply(settings.ttl());
    }

    /** The namespaces of a scope, which may also be the name of one; empty if there is no such scope. */
    static Set<CacheNamespace> ofScope(String scope) {
        return Arrays.stream(values()).filter(one -> one.scopes.contains(scope) || one.token().equals(scope))
                .collect(Collectors.toSet());
    }

    /** All names that a scope may have, beside {@code all}. */
    static Stream<String> allScopes() {
        return Arrays.stream(values()).flatMap(one -> Stream.concat(one.scopes.stream(), Stream.of(one.token())))
                .distinct().sorted();
    }
}
