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
import io.greenstack.descriptions.eds.model.EdsFile.EdsPort;
import io.greenstack.descriptions.eds.model.EdsParameter;

/**
 * Ports of a device.
 *
 * @param explicitPorts entries of section [Port]
 * @param inferredPorts ports that names of parameters and assemblies speak of: {@code Port X3}, {@code Channel 2}
 * @param portParameters the first of the parameters that belong to inferred ports
 */
public record PortsView(List<EdsPort> explicitPorts, int explicitPortCount, List<InferredPort> inferredPorts,
        int inferredPortCount, List<PortParameter> portParameters, int portParameterCount, int totalAssemblies,
        int totalParameters, boolean hasPortData) {

    /** A port that names speak of. */
    public record InferredPort(String portName, List<Integer> paramNumbers, List<Integer> assemblyNumbers) {}

    /** A parameter of an inferred port. */
    public record PortParameter(int paramNumber, String paramName, String portName) {}

    private static final int SHOWN = 20;
    private static final Pattern NAME = Pattern.compile(
            "(?i)\\b(port|channel|io-link port|io-link channel)[ _#-]*(X?\\d{1,3})\\b");

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
