package io.greenstack.loadtest.generator;

import java.util.Locale;

import io.greenstack.core.message.TopicKind;

/** What a device publishes; messages are numbered from 0 for each device and kind. */
public enum MessageKind {
    /** Readings, in the {@link PayloadShape} of the device. */
    TELEMETRY(TopicKind.TELEMETRY),
    /** Connection states, retained: connected for even numbers, disconnected for odd ones. */
    STATUS(TopicKind.STATUS),
    /** Registrations, the number in the name. */
    REGISTER(TopicKind.REGISTER),
    /** Reported configuration with its time, the number in {@code load.number}. */
    REPORTED(TopicKind.CONFIG_REPORTED),
    /** Device events, see {@link NumberedEvent}. */
    EVENT(TopicKind.EVENTS);

    private final TopicKind topic;

    MessageKind(TopicKind topic) {
        this.topic = topic;
    }

    /** The topic it goes to. */
    public TopicKind topic() {
        return topic;
    }

    /** As in options and ledgers. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
