package io.greenstack.api.deadletter;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.greenstack.platform.deadletter.DeadLetterSettings;
import io.greenstack.platform.deadletter.DeadLetterStore;

/** How many dead letters there are, for overviews. */
@ApplicationScoped
public class DeadLetterCounts {

    private static final Logger LOG = Logger.getLogger(DeadLetterCounts.class);
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final DeadLetterStore store;
    private final List<String> services;

    DeadLetterCounts(DeadLetterStore store, DeadLetterSettings settings) {
        this.store = store;
        this.services = List.copyOf(settings.services());
    }

    /** By service; empty while Redis does not answer, because an overview is worth something without them too. */
    public Optional<Map<String, Long>> byService() {
        Map<String, Long> counts = new LinkedHashMap<>();
        try {
            for (String service : services) {
                counts.put(service, store.count(service).await().atMost(PATIENCE));
            }
            return Optional.of(counts);
        } catch (RuntimeException e) {
            LOG.debug("Dead letters cannot be counted", e);
            return Optional.empty();
        }
    }
}
