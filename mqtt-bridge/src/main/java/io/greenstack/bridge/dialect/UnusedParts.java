package io.greenstack.bridge.dialect;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.micrometer.core.instrument.MeterRegistry;

/** Leaves a trace of what dialects cannot use: {@code greenstack.dialect.unused}, and one log line for each kind. */
@Singleton
class UnusedParts {

    private static final Logger LOG = Logger.getLogger(UnusedParts.class);
    private static final int LONGEST = 120;

    private final MeterRegistry meters;
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    @Inject
    UnusedParts(MeterRegistry meters) {
        this.meters = meters;
    }

    void note(String dialect, String topic, List<Unused> parts) {
        for (Unused part : parts) {
            meters.counter("greenstack.dialect.unused", "dialect", dialect, "kind", part.kind()).increment();
            if (told.add(dialect + " " + part.kind())) {
                LOG.infof(
                        "Dialect %s leaves out what it has no place for: %s, first '%s' of topic '%s'; further ones are"
                                + " only counted (greenstack_dialect_unused_total)",
                        dialect, part.kind(),
                        printable(part.example()), printable(topic));
            }
        }
    }

    private static String printable(String text) {
        String line = text.replaceAll("\\p{Cntrl}", "?");
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line;
    }
}
