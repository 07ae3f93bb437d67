package io.greenstack.api.platform;

import java.util.List;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * One page of a list.
 *
 * @param items the items of the page
 * @param total number of items on all pages
 * @param request the page that was asked for
 */
@RegisterForReflection
public record Page<T>(List<T> items, long total, PageRequest request) {

    public Page {
        items = List.copyOf(items);
    }

    /** Number of the last page, at least 1. */
    public long lastPage() {
        return Math.max(1, (total + request.size() - 1) / request.size());
    }
}
