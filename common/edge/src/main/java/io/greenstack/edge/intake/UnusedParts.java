package io.greenstack.edge.intake;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.greenstack.core.message.Unused;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * Leaves a trace of what has no place among our messages: {@code greenstack.messages.unused} for devices that speak our topics,
 * {@code greenstack.dialect.unused} for others, and one log line for each kind.
 */
@Singleton
public class UnusedParts {

    private static final Logger LOG = Logger.getLogger(UnusedParts.class);
    private static final int LONGEST = 120;

    private final MeterRegistry meters;
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    public UnusedParts(MeterRegistry meters) {
        this.meters = meters;
    }

    /** Notes parts of a message on our own topics. */
    void note(String topic, List<Unused> parts) {
        for (Unused part : parts) {
            Counter.builder("greenstack.messages.unused").tag("kind", part.kind())
                    .description("Parts of messages that have no place").register(meters).increment();
            tell("Left out is what has no place", "greenstack_messages_unused_total", topic, part);
        }
    }

    /** Notes parts of a message in a dialect. */
    public void note(String dialect, String topic, List<Unused> parts) {
        for (Unused part : parts) {
            Counter.builder("greenstack.dialect.unused").tag("dialect", dialect).tag("kind", part.kind())
                    .description("Parts of messages in a dialect that have no place").register(meters).increment();
            tell("Dialect " + dialect + " leaves out what it has no place for", "greenstack_dialect_unused_total",
                    topic, part);
        }
    }

    private void tell(String what, String metric, String topic, Unused part) {
        if (told.add(what + " " + part.kind())) {
            LOG.infof("%s: %s, first '%s' of topic '%s'; further ones are only counted (%s)", what, part.kind(),
                    printable(part.example()), printable(topic), metric);
        }
    }

    private static String printable(String text) {
        String line = text.replaceAll("\\p{Cntrl}", "?");
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line;
    }
}
