package io.greenstack.api.platform;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Which part of a list is wanted.
 *
 * @param page number of the page, from 1
 * @param size items on a page, 1 or more
 */
@RegisterForReflection
public record PageRequest(int page, int size) {

    /** Different for each page. */
    String tag() {
        return "-p" + page + '-' + size;
    }

    /** Items before this page. */
    public long offset() {
        return (page - 1L) * size;
    }
}
