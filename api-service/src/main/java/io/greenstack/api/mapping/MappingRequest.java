package io.greenstack.api.mapping;

import java.util.List;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;

import io.greenstack.mappings.Mapping;

/**
 * A mapping as people write it. Expressions are JSONata, at most 8,000 characters each.
 *
 * @param name what it is called in dead letters, 1 to 100 characters
 * @param description what it is for
 * @param enabled whether it is applied; absent: true
 * @param topics MQTT topic filters, 1 to 20
 * @param format how a payload is read; absent: json
 * @param zone time zone of times without one
 * @param forEach gives the items of a message that carries several
 * @param when whether the item is one for this mapping
 * @param device a text, or a list of names, that becomes the device id
 * @param values values of the item
 * @param time when it was measured
 * @param registration what registers the device
 * @param state whether the device is there
 * @param events events of the item
 * @param processData raw process data input
 */
record MappingRequest(@NotBlank @Size(max = 100) String name, @Size(max = 1_000) String description, Boolean enabled,
        @NotEmpty @Size(max = 20) List<@NotBlank @Size(max = 500) String> topics, Mapping.Format format,
        @Size(max = 60) String zone, @Size(max = 8_000) String forEach, @Size(max = 8_000) String when,
        @NotBlank @Size(max = 8_000) String device, @Size(max = 8_000) String values, @Size(max = 8_000) String time,
        @Size(max = 8_000) String registration, @Size(max = 8_000) String state, @Size(max = 8_000) String events,
        @Size(max = 8_000) String processData) {

    boolean isEnabled() {
        return !Boolean.FALSE.equals(enabled);
    }

    Mapping toMapping() {
        return new Mapping(name.strip(), description, topics, format, none(zone), none(forEach), none(when), device,
                none(values), none(time), none(registration), none(state), none(events), none(processData));
    }

    private static String none(String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
