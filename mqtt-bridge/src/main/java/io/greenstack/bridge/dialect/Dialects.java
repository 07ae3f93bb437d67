package io.greenstack.bridge.dialect;

import java.util.List;

import io.greenstack.core.message.DeviceId;
import io.greenstack.core.message.TopicFilter;
import io.greenstack.core.message.TopicKind;
import io.greenstack.core.message.Topics;

/** The dialects that are switched on. */
public final class Dialects {

    private static final List<TopicKind> SAID = List.of(TopicKind.TELEMETRY, TopicKind.STATUS, TopicKind.REGISTER,
            TopicKind.EVENTS);
    private static final DeviceId ANY = new DeviceId("any");

    private final List<Dialect> dialects;

    /**
     * @param dialects the adapters
     * @param topics our own topics
     * @throws IllegalArgumentException if a filter of a dialect matches them
     */
    public Dialects(List<Dialect> dialects, Topics topics) {
        this.dialects = List.copyOf(dialects);
        dialects.forEach(dialect -> check(dialect, topics));
    }

    /** A filter that also matches our own topics would feed the bridge its own words. */
    private static void check(Dialect dialect, Topics topics) {
        for (String filter : dialect.filters()) {
            String own = own(filter, topics);
            if (own != null) {
                throw new IllegalArgumentException("The filter '" + filter + "' of the dialect " + dialect.name()
                        + " also matches the topic '" + own + "'; foreign messages need topics of their own");
            }
        }
    }

    /** One of our own topics that a filter matches too, null if there is none. */
    public static String own(String filter, Topics topics) {
        return SAID.stream().map(kind -> topics.topic(kind, ANY)).filter(TopicFilter.of(filter)::matches).findFirst()
                .orElse(null);
    }

    /** The filters of all. */
    public List<String> filters() {
        return dialects.stream().flatMap(dialect -> dialect.filters().stream()).toList();
    }

    /** The dialect of a topic, null if there is none. */
    public Dialect of(String topic) {
        return dialects.stream().filter(dialect -> dialect.matches(topic)).findFirst().orElse(null);
    }
}
