package io.greenstack.descriptions.eds.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.greenstack.descriptions.eds.model.EdsAssembly;
import io.greenstack.descriptions.eds.model.EdsFile;
import io.greenstack.descriptions.eds.model.EdsParameter;
import io.greenstack.descriptions.eds.view.PortsView.InferredPort;
import io.greenstack.descriptions.eds.view.PortsView.PortParameter;

/** Makes the view of ports. */
public final class PortViews {

    private static final int SHOWN = 20;
    private static final Pattern NAME = Pattern.compile(
            "(?i)\\b(port|channel|io-link port|io-link channel)[ _#-]*(X?\\d{1,3})\\b");

    private PortViews() {}

    /** The ports of a file. */
    public static PortsView of(EdsFile file) {
        Map<String, InferredPort> ports = new TreeMap<>();
        List<PortParameter> parameters = new ArrayList<>();
        for (EdsParameter parameter : file.parameters()) {
            String port = port(parameter.name());
            if (port != null) {
                inferred(ports, port).paramNumbers().add(parameter.number());
                parameters.add(new PortParameter(parameter.number(), parameter.name(), port));
            }
        }
        for (EdsAssembly assembly : file.assemblies()) {
            String port = port(assembly.name());
            if (port != null) {
                inferred(ports, port).assemblyNumbers().add(assembly.number());
            }
        }
        List<InferredPort> found = List.copyOf(ports.values());
        return new PortsView(file.ports(), file.ports().size(), found, found.size(),
                parameters.stream().limit(SHOWN).toList(), parameters.size(), file.assemblies().size(),
                file.parameters().size(), !file.ports().isEmpty() || !found.isEmpty());
    }

    private static InferredPort inferred(Map<String, InferredPort> ports, String name) {
        return ports.computeIfAbsent(name, key -> new InferredPort(key, new ArrayList<>(), new ArrayList<>()));
    }

    private static String port(String name) {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.find()) {
            return null;
        }
        String kind = matcher.group(1).toLowerCase(Locale.ROOT).endsWith("channel") ? "Channel " : "Port ";
        return kind + matcher.group(2).toUpperCase(Locale.ROOT);
    }
}
