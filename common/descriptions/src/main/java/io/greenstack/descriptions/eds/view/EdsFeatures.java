package io.greenstack.descriptions.eds.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import io.greenstack.descriptions.eds.model.EdsFile;

/** What a device can beyond plain I/O, told by the sections of its file and the names of its assemblies. */
final class EdsFeatures {

    private static final Map<String, String> SECTIONS = new LinkedHashMap<>();
    private static final Map<String, Pattern> NAMES = new LinkedHashMap<>();

    static {
        SECTIONS.put("DLR Class", "DLR");
        SECTIONS.put("QoS Class", "QoS");
        SECTIONS.put("LLDP Management Class", "LLDP");
        SECTIONS.put("CIP Security Class", "CIP Security");
        SECTIONS.put("Time Sync Class", "CIP Sync");
        SECTIONS.put("Modular", "Modular");
        NAMES.put("OPC UA", Pattern.compile("(?i)\\bOPC[ -]?UA\\b"));
        NAMES.put("MQTT", Pattern.compile("(?i)\\bMQTT\\b"));
        NAMES.put("JSON", Pattern.compile("(?i)\\bJSON\\b"));
    }

    private EdsFeatures() {}

    static List<String> of(EdsFile file) {
        List<String> features = new ArrayList<>();
        SECTIONS.forEach((section, feature) -> {
            if (file.section(section) != null) {
                features.add(feature);
            }
        });
        if (file.connections().stream().anyMatch(connection -> !connection.safety().isEmpty())) {
            features.add("CIP Safety");
        }
        NAMES.forEach((feature, name) -> {
            if (file.assemblies().stream().anyMatch(assembly -> name.matcher(assembly.name()).find())) {
                features.add(feature);
            }
        });
        return List.copyOf(features);
    }
}
