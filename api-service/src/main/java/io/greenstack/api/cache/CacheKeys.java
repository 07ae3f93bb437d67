package io.greenstack.api.cache;

/** Names of keys in Redis. */
final class CacheKeys {

    /** Sorted set: all entries by the time at which they go. */
    static final String ENTRIES = "cache:entries";
    /** Hash: octets of each entry. */
    static final String SIZES = "cache:sizes";
    /** Hash: octets and evictions, of all and by namespace. */
    static final String FIGURES = "cache:figures";
    /** The tag that everything has. */
    static final String ALL = "all";

    private CacheKeys() {}

    /** Hash: an entry. */
    static String entry(CacheNamespace namespace, String key) {
        return "cache:" + namespace.token() + ':' + key;
    }

    /** String: who just reads what an entry is to hold. */
    static String lock(CacheNamespace namespace, String key) {
        return "cache:lock:" + namespace.token() + ':' + key;
    }

    /** Hash: a tag. */
    static String tag(String tag) {
        return "cache:tag:" + tag;
    }
}
