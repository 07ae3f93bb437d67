package io.greenstack.bridge.mapping;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.greenstack.bridge.dialect.Dialects;
import io.greenstack.core.message.Topics;
import io.greenstack.edge.intake.PauseException;
import io.greenstack.mappings.CompiledMapping;
import io.greenstack.mappings.MappingException;
import io.greenstack.mappings.MappingJson;
import io.greenstack.mappings.MappingLimits;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** The mappings that hold, compiled. One whose document is the same stays the same object. */
@Singleton
class MappingRules {

    private static final Logger LOG = Logger.getLogger(MappingRules.class);

    private final Topics topics;
    private volatile List<CompiledMapping> rules;
    private Map<String, CompiledMapping> byDocument = Map.of();

    MappingRules(Topics topics, MeterRegistry metrics) {
        this.topics = topics;
        Gauge.builder("greenstack.mappings.rules", this, known -> known.rules == null ? 0 : known.rules.size())
                .description("Mappings that hold").register(metrics);
    }

    /** @throws PauseException while they are not known yet */
    List<CompiledMapping> current() {
        List<CompiledMapping> known = rules;
        if (known == null) {
            throw new PauseException("the mappings are not known yet");
        }
        return known;
    }

    /** Whether a mapping is for messages of a topic; true while they are not known yet. */
    boolean mayMatch(String topic) {
        List<CompiledMapping> known = rules;
        return known == null || known.stream().anyMatch(rule -> rule.matches(topic));
    }

    /**
     * Replaces all. One that cannot be used is left out and told; the API lets nobody store such a one.
     *
     * @param documents as the api-service wrote them, in the order in which they are applied
     */
    synchronized void replace(List<String> documents) {
        Map<String, CompiledMapping> read = new HashMap<>();
        List<CompiledMapping> compiled = new ArrayList<>();
        for (String document : documents) {
            CompiledMapping mapping = byDocument.get(document);
            mapping = mapping == null ? compile(document) : mapping;
            if (mapping != null) {
                read.put(document, mapping);
                compiled.add(mapping);
            }
        }
        byDocument = read;
        rules = List.copyOf(compiled);
    }

    private CompiledMapping compile(String document) {
        try {
            CompiledMapping mapping = new CompiledMapping(
                    MappingJson.read(document.getBytes(StandardCharsets.UTF_8)),
                    MappingLimits.DEFAULT);
            for (String filter : mapping.mapping().topics()) {
                if (Dialects.own(filter, topics) != null) {
                    throw new MappingException("topics", -1, filter + " also matches topics of this suite");
                }
            }
            return mapping;
        } catch (IOException | MappingException e) {
            LOG.errorf("A mapping is left out: %s; document %.200s", e.getMessage(), document);
            return null;
        }
    }

    /** The topic filters of all. */
    Set<String> filters() {
        Set<String> filters = new LinkedHashSet<>();
        current().forEach(rule -> filters.addAll(rule.mapping().topics()));
        return filters;
    }
}
