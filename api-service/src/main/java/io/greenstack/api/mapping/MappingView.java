package io.greenstack.api.mapping;

import java.time.Instant;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.greenstack.descriptions.Sparse;
import io.greenstack.mappings.Mapping;

/**
 * A mapping, or one of its earlier versions.
 *
 * @param id its number
 * @param version 1 at first, one more with each change
 * @param name what it is called in dead letters
 * @param description what it is for
 * @param enabled whether it is applied
 * @param topics MQTT topic filters
 * @param format how a payload is read
 * @param zone time zone of times without one
 * @param forEach gives the items of a message that carries several
 * @param when whether the item is one for this mapping
 * @param device what becomes the device id
 * @param values values of the item
 * @param time when it was measured
 * @param registration what registers the device
 * @param state whether the device is there
 * @param events events of the item
 * @param processData raw process data input
 * @param updatedAt when this version was made
 * @param updatedBy who made it
 */
@Schema(name = "Mapping")
record MappingView(long id, int version, String name, String description, boolean enabled, List<String> topics,
        Mapping.Format format, String zone, String forEach, String when, String device, String values, String time,
        String registration, String state, String events, String processData, Instant updatedAt, String updatedBy)
        implements
            Sparse {

    static MappingView of(long id, int version, boolean enabled, Mapping m, Instant at, String by) {
        return new MappingView(id, version, m.name(), m.description(), enabled, m.topics(), m.format(), m.zone(),
                m.forEach(), m.when(), m.device(), m.values(), m.time(), m.registration(), m.state(), m.events(),
                m.processData(), at, by);
    }
}
