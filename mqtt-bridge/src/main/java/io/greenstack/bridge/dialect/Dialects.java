package io.greenstack.bridge.dialect;

import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.greenstack.bridge.dialect.ifm.IfmDialect;
import io.greenstack.bridge.dialect.iolink.IoLinkDialect;
import io.greenstack.bridge.dialect.sparkplug.BirthStore;
import io.greenstack.bridge.dialect.sparkplug.SparkplugDialect;
import io.greenstack.core.message.DeviceId;
import io.greenstack.core.message.TopicFilter;
import io.greenstack.core.message.TopicKind;
import io.greenstack.core.message.Topics;
import io.greenstack.platform.config.MqttConfig;

/** The dialects that are switched on. */
@Singleton
public class Dialects {

    private static final List<TopicKind> SAID = List.of(TopicKind.TELEMETRY, TopicKind.STATUS, TopicKind.REGISTER,
            TopicKind.EVENTS);
    private static final DeviceId ANY = new DeviceId("any");

    private final List<Dialect> dialects = new ArrayList<>();

    @Inject
    Dialects(MqttConfig mqtt, DialectSettings settings, Topics topics, BirthStore births) {
        CanonicalMessages messages = new CanonicalMessages(topics);
        mqtt.iolinkOriginator().filter(originator -> !originator.isBlank()).ifPresent(
                originator -> dialects.add(new IoLinkDialect(originator, mqtt.iolinkWithOriginator(), messages)));
        settings.sparkplugGroups().map(Dialects::named).filter(groups -> !groups.isEmpty()).ifPresent(groups -> dialects
                .add(new SparkplugDialect(groups, settings.sparkplugRebirthInterval(), births, messages)));
        settings.ifmTopics().map(Dialects::named).filter(filters -> !filters.isEmpty())
                .ifPresent(filters -> dialects.add(new IfmDialect(filters, messages)));
        dialects.forEach(dialect -> check(dialect, topics));
    }

    private static List<String> named(List<String> texts) {
        return texts.stream().map(String::strip).filter(text -> !text.isEmpty()).toList();
    }

    /** A filter that also matches our own topics would feed the bridge its own words. */
    private static void check(Dialect dialect, Topics topics) {
        for (String filter : dialect.filters()) {
            for (TopicKind kind : SAID) {
                String own = topics.topic(kind, ANY);
                if (TopicFilter.of(filter).matches(own)) {
                    throw new IllegalArgumentException("The filter '" + filter + "' of the dialect " + dialect.name()
                            + " also matches the topic '" + own + "'; foreign messages need topics of their own");
                }
            }
        }
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return dialects.isEmpty();
    }

    /** The filters of all. */
    public List<String> filters() {
        return dialects.stream().flatMap(dialect -> dialect.filters().stream()).toList();
    }

    /** The dialect of a topic, null if there is none. */
    Dialect of(String topic) {
        return dialects.stream().filter(dialect -> dialect.matches(topic)).findFirst().orElse(null);
    }
}
