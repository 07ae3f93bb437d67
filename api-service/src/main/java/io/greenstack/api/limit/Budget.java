package io.greenstack.api.limit;

import java.util.function.Function;

import io.greenstack.api.limit.LimitSettings.Rate;

/** What is counted apart from each other. */
public enum Budget {
    /** What a principal reads. */
    READS("reads", LimitSettings::reads),
    /** What he changes. */
    WRITES("writes", LimitSettings::writes),
    /** Files that he sends. */
    UPLOADS("uploads", LimitSettings::uploads),
    /** What the edge services ask. */
    SERVICES("services", LimitSettings::services),
    /** What an address asks without being known. */
    STRANGERS("strangers", LimitSettings::strangers),
    /** Keys that an address tries. */
    UNKNOWN_KEYS("unknown-keys", LimitSettings::unknownKeys);

    private final String label;
    private final Function<LimitSettings, Rate> rate;

    Budget(String label, Function<LimitSettings, Rate> rate) {
        this.label = label;
        this.rate = rate;
    }

    /** Name in Redis and in the headers. */
    String label() {
        return label;
    }

    Rate rate(LimitSettings settings) {
        return rate.apply(settings);
    }
}
