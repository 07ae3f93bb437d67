package io.greenstack.bridge.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.greenstack.bridge.dialect.CanonicalMessages;
import io.greenstack.bridge.dialect.Dialect;
import io.greenstack.bridge.dialect.DialectSettings;
import io.greenstack.bridge.dialect.Dialects;
import io.greenstack.bridge.dialect.ifm.IfmDialect;
import io.greenstack.bridge.dialect.iolink.IoLinkDialect;
import io.greenstack.bridge.dialect.sparkplug.BirthStore;
import io.greenstack.bridge.dialect.sparkplug.SparkplugDialect;
import io.greenstack.bridge.dialect.sparkplug.SparkplugHeard;
import io.greenstack.core.message.Topics;
import io.greenstack.platform.config.MqttConfig;

/** Registers the dialects: each that is switched on. */
class DialectBeans {

    @Produces
    @Singleton
    Dialects dialects(MqttConfig mqtt, DialectSettings settings, Topics topics, BirthStore births,
            SparkplugHeard heard) {
        CanonicalMessages messages = new CanonicalMessages(topics);
        List<Dialect> dialects = new ArrayList<>();
        mqtt.iolinkOriginator().filter(originator -> !originator.isBlank()).ifPresent(
                originator -> dialects.add(new IoLinkDialect(originator, mqtt.iolinkWithOriginator(), messages)));
        List<String> groups = named(settings.sparkplugGroups());
        if (!groups.isEmpty()) {
            dialects.add(new SparkplugDialect(groups, settings.sparkplugRebirthInterval(), births, heard,
                    messages));
        }
        List<String> filters = named(settings.ifmTopics());
        if (!filters.isEmpty()) {
            dialects.add(new IfmDialect(filters, messages));
        }
        return new Dialects(dialects, topics);
    }

    private static List<String> named(Optional<List<String>> texts) {
        return texts.orElse(List.of()).stream().map(String::strip).filter(text -> !text.isEmpty()).toList();
    }
}
