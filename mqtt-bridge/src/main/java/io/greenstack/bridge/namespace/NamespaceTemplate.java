package io.greenstack.bridge.namespace;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A topic with placeholders. Immutable. */
final class NamespaceTemplate {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z][A-Za-z0-9_.-]*)}");
    private static final int LONGEST = 1_000;

    private final List<String> parts = new ArrayList<>();
    private final String prefix;
    private final String missing;
    private final boolean ofParameter;

    /**
     * @param missing stands for what a device does not have
     * @throws IllegalArgumentException if it is no such topic, or could be one of ours
     */
    NamespaceTemplate(String text, String missing, String ownPrefix) {
        this.missing = level(missing);
        Matcher placeholders = PLACEHOLDER.matcher(text);
        int end = 0;
        boolean device = false;
        boolean parameter = false;
        while (placeholders.find()) {
            parts.add(text.substring(end, placeholders.start()));
            parts.add(placeholders.group(1));
            device |= placeholders.group(1).equals("device");
            parameter |= placeholders.group(1).equals("parameter");
            end = placeholders.end();
        }
        parts.add(text.substring(end));
        ofParameter = parameter;
        String literal = parts.get(0);
        prefix = literal.substring(0, literal.lastIndexOf('/') + 1);
        boolean plain = parts.stream()
                .noneMatch(part -> part.contains("+") || part.contains("#") || part.contains("{"));
        if (!device || prefix.isEmpty() || prefix.startsWith("/") || prefix.startsWith("$") || !plain
                || text.endsWith("/") || prefix.startsWith("spBv1.0/")) {
            throw new IllegalArgumentException(
                    "greenstack.namespace.template (MQTT_NAMESPACE_TEMPLATE) is a topic such as "
                            + "plant/{site}/{device}/{parameter}: a fixed first level, {device}, no wildcards; got '"
                            + text
                            + "'");
        }
        if (prefix.startsWith(ownPrefix + "/")) {
            throw new IllegalArgumentException(
                    "greenstack.namespace.template (MQTT_NAMESPACE_TEMPLATE) must not lie below '"
                            + ownPrefix + "/', where devices speak");
        }
    }

    /** Whether each parameter has a topic of its own. */
    boolean ofParameter() {
        return ofParameter;
    }

    /** Whether a topic is one of this template's. */
    boolean concerns(String topic) {
        return topic.startsWith(prefix);
    }

    /** @param parameter ignored where the template does not name it */
    String topic(String device, String parameter, DevicePlace place) {
        StringBuilder topic = new StringBuilder(80);
        for (int i = 0; i < parts.size(); i++) {
            topic.append(i % 2 == 0 ? parts.get(i) : value(parts.get(i), device, parameter, place));
        }
        return topic.length() <= LONGEST ? topic.toString() : topic.substring(0, LONGEST);
    }

    private String value(String name, String device, String parameter, DevicePlace place) {
        return switch (name) {
            case "device" -> device;
            case "parameter" -> level(parameter);
            case "name" -> place.name() == null ? missing : level(place.name());
            case "location" -> place.location() == null ? missing : levels(place.location());
            default -> place.labels().containsKey(name) ? level(place.labels().get(name)) : missing;
        };
    }

    private String levels(String location) {
        List<String> levels = new ArrayList<>();
        for (String one : location.split("/")) {
            if (!one.isBlank()) {
                levels.add(level(one));
            }
        }
        return levels.isEmpty() ? missing : String.join("/", levels);
    }

    /** A text as one level: what a topic cannot have becomes a dash. */
    private static String level(String text) {
        String clean = text.strip().replaceAll("[/+#$\\p{Cntrl}]", "-");
        return clean.isEmpty() ? "-" : clean;
    }
}
