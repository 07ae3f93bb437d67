package io.greenstack.bridge.traffic;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.greenstack.core.message.TopicFilter;

/**
 * The topic filters that people watch. Immutable.
 *
 * @param filters as they are watched
 * @param subscribed the same without those that another one covers, so that the broker sends a message once
 */
record WatchedFilters(List<TopicFilter> filters, Set<String> subscribed) {

    static final WatchedFilters NONE = new WatchedFilters(List.of(), Set.of());

    /** The filters of some texts, and one more to subscribe to; a text that is none is left out. */
    static WatchedFilters of(List<String> texts, String more) {
        List<Named> named = new ArrayList<>();
        for (String text : texts.stream().distinct().toList()) {
            try {
                named.add(new Named(text, TopicFilter.of(text)));
            } catch (IllegalArgumentException e) {
                continue;
            }
        }
        List<Named> all = new ArrayList<>(named);
        if (!texts.contains(more)) {
            all.add(new Named(more, TopicFilter.of(more)));
        }
        return new WatchedFilters(named.stream().map(Named::filter).toList(),
                all.stream()
                        .filter(one -> all.stream().noneMatch(other -> other != one
                                && other.filter().covers(one.filter())))
                        .map(Named::text).collect(Collectors.toUnmodifiableSet()));
    }

    boolean match(String topic) {
        return filters.stream().anyMatch(filter -> filter.matches(topic));
    }

    private record Named(String text, TopicFilter filter) {}
}
