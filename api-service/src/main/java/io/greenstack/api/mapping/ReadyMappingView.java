package io.greenstack.api.mapping;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.greenstack.descriptions.Sparse;
import io.greenstack.mappings.Mapping;

/** A mapping that ships with the suite; what is posted to {@code /api/mappings} to have it. */
@Schema(name = "ReadyMapping")
record ReadyMappingView(String name, String description, List<String> topics, Mapping.Format format, String zone,
        String forEach, String when, String device, String values, String time, String registration, String state,
        String events, String processData) implements Sparse {

    static ReadyMappingView of(Mapping m) {
        return new ReadyMappingView(m.name(), m.description(), m.topics(), m.format(), m.zone(), m.forEach(), m.when(),
                m.device(), m.values(), m.time(), m.registration(), m.state(), m.events(), m.processData());
    }
}
