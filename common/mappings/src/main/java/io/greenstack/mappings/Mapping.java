package io.greenstack.mappings;

import java.util.List;
import java.util.Objects;

/**
 * A rule as people write it. Expressions are JSONata; all but {@code forEach} see the payload, or the item of {@code forEach}, as
 * {@code $}. They know {@code $topic}, {@code $levels} (its levels, from 0), {@code $payload} (all of it), {@code $received} (ms since
 * 1970) and {@code $flatten(object)}, which makes {@code {"a.b":1}} of {@code {"a":{"b":1}}}.
 *
 * @param name what it is called in dead letters, 1 to 100 characters
 * @param description what it is for, may be empty
 * @param topics MQTT topic filters, 1 to 20
 * @param format how a payload is read
 * @param zone time zone of times without one, such as {@code Europe/Berlin}; null if there are none
 * @param forEach gives the items of a message that carries several; null if the message is one
 * @param when whether the item is one for this rule; null for always
 * @param device a text, or a list of names, that becomes the device id
 * @param values an object of name and value, or of name and {@code {"value":..,"unit":..}}; or a list of objects with
 *        {@code parameter}, {@code value}, {@code unit}, {@code timestamp}, or of such objects of values with a {@code timestamp}
 * @param time when the item was measured, ISO 8601 or time since 1970; null for the arrival
 * @param registration an object as devices publish it on {@code register}
 * @param state {@code connected} or {@code disconnected}, {@code online} or {@code offline}, true or false
 * @param events objects with {@code code}, {@code mode}, {@code type}, {@code timestamp}
 * @param processData raw process data input: hexadecimal text or a list of octets
 */
public record Mapping(String name, String description, List<String> topics, Format format, String zone, String forEach,
        String when, String device, String values, String time, String registration, String state, String events,
        String processData) {

    /** How a payload is read: as JSON, or as one text. */
    public enum Format {
        JSON, TEXT
    }

    public Mapping {
        Objects.requireNonNull(name, "name");
        description = description == null ? "" : description;
        topics = topics == null ? List.of() : List.copyOf(topics);
        format = format == null ? Format.JSON : format;
    }
}
