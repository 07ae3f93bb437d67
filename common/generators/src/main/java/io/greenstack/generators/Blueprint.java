package io.greenstack.generators;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.greenstack.core.processdata.Direction;
import io.greenstack.core.processdata.Field;
import io.greenstack.core.processdata.Frame;
import io.greenstack.core.processdata.ProcessDataLayout;
import io.greenstack.descriptions.EventBook.EventText;
import io.greenstack.descriptions.ParameterLine;

/**
 * What generators make files of: a description, and one device of it where a device is meant.
 *
 * @param origin which description it is
 * @param deviceId id of the device in topics, null where every device of the description is meant
 * @param layout process data
 * @param parameters parameters, in the order of the description
 * @param events events with their texts
 * @param chosen keys of values and ids of parameters to be used, empty = all
 * @param site where the suite is
 */
public record Blueprint(Origin origin, String deviceId, ProcessDataLayout layout, List<ParameterLine> parameters,
        List<EventText> events, Set<String> chosen, Site site) {

    /**
     * A description by its identity.
     *
     * @param descriptionId id in the catalog
     * @param kind name of the format
     * @param vendorId IO-Link vendor id or CIP vendor code
     * @param deviceNumber IO-Link device id or CIP product code
     * @param vendor name of the vendor, may be empty
     * @param product name of the product
     * @param fileName name of the description's file
     */
    public record Origin(long descriptionId, String kind, long vendorId, long deviceNumber, String vendor,
            String product, String fileName) {

        public Origin {
            Objects.requireNonNull(kind, "kind");
            vendor = vendor == null ? "" : vendor;
            product = product == null || product.isBlank() ? kind + " device" : product;
        }
    }

    /**
     * A value under the name that it has in the live view, the history and messages.
     *
     * @param key the name
     * @param field where and how it lies in the process data
     * @param frame the first frame that has it
     * @param direction of the process data
     */
    public record Value(String key, Field field, Frame frame, Direction direction) {

        /** Name for screens; the key where the description gives none. */
        public String title() {
            return field.name().isBlank() ? key : field.name();
        }
    }

    public Blueprint {
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(layout, "layout");
        Objects.requireNonNull(site, "site");
        parameters = List.copyOf(parameters);
        events = List.copyOf(events);
        chosen = Set.copyOf(chosen);
    }

    /** Name for titles: the device, or the product. */
    public String title() {
        return deviceId == null ? origin.product() : origin.product() + " " + deviceId;
    }

    /** Base of file names: {@code [a-z0-9-]}, not empty, at most 60 characters. */
    public String slug() {
        String text = Names.slug(title());
        return text.isEmpty() ? "description-" + origin.descriptionId() : text;
    }

    /** The values of all frames, each key once, in the order of the description. */
    public List<Value> values() {
        Map<String, Value> values = new LinkedHashMap<>();
        for (Direction direction : Direction.values()) {
            for (Frame frame : layout.frames(direction)) {
                for (Field field : frame.fields()) {
                    String key = direction.parameter(field.key());
                    if (chosen.isEmpty() || chosen.contains(key)) {
                        values.putIfAbsent(key, new Value(key, field, frame, direction));
                    }
                }
            }
        }
        return new ArrayList<>(values.values());
    }

    /** The parameters that the suite can write; those without an id have no coding that it knows. */
    public List<ParameterLine> writable() {
        return parameters.stream()
                .filter(line -> line.id() != null && line.accessRights() != null && line.accessRights().contains("w"))
                .filter(line -> chosen.isEmpty() || chosen.contains(line.id())).toList();
    }

    /** A topic of the device, with a wildcard where every device is meant. */
    public String topic(String rest) {
        return site.topicPrefix() + "/" + (deviceId == null ? "+" : deviceId) + "/" + rest;
    }
}
