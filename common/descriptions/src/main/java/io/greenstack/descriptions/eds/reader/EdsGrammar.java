package io.greenstack.descriptions.eds.reader;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.greenstack.descriptions.eds.model.EdsDevice;
import io.greenstack.descriptions.eds.model.EdsFile;
import io.greenstack.descriptions.eds.model.EdsFile.EdsEnum;
import io.greenstack.descriptions.eds.model.EdsFile.EdsModule;
import io.greenstack.descriptions.eds.model.EdsFile.SourceFormat;
import io.greenstack.descriptions.eds.model.EdsParameter;
import io.greenstack.descriptions.eds.model.EdsSection;
import io.greenstack.descriptions.eds.model.EdsSection.EdsFileEntry;
import io.greenstack.descriptions.eds.model.EdsToken;
import io.greenstack.descriptions.eds.model.EnumValue;

/** Makes the typed view of the sections that are understood. Sections of the same name are read as one. Used once. */
final class EdsGrammar {

    private final SourceFormat format;
    private final List<EdsToken> preamble;
    private final List<EdsSection> sections;
    private final EdsFindings findings;
    private final Map<String, List<EdsFileEntry>> bySection = new LinkedHashMap<>();

    EdsGrammar(SourceFormat format, List<EdsToken> preamble, List<EdsSection> sections, EdsFindings findings) {
        this.format = format;
        this.preamble = preamble;
        this.sections = sections;
        this.findings = findings;
        for (EdsSection section : sections) {
            bySection.computeIfAbsent(key(section.name()), k -> new ArrayList<>()).addAll(section.entries());
        }
    }

    EdsFile file() {
        HeaderMapper header = new HeaderMapper();
        ParameterMapper parameters = new ParameterMapper(findings);
        AssemblyMapper assemblies = new AssemblyMapper();
        NetworkMapper network = new NetworkMapper();
        assemblies.read(entries("Assembly"));
        List<EdsEnum> enums = new ArrayList<>(parameters.enums("Params", entries("Params")));
        enums.addAll(parameters.enums("EnumPar", entries("EnumPar")));
        EdsDevice device = header.device(entries("Device"));
        return new EdsFile(format, preamble, sections, header.file(entries("File")), device,
                header.classes(entries("Device Classification")),
                parameters.parameterClass(bySection.get("paramclass")),
                joined(parameters.parameters(entries("Params")), enums), enums, parameters.groups(entries("Groups")),
                assemblies.assemblies(), assemblies.variants(), assemblies.arrays(),
                network.connections(entries("Connection Manager")), network.capacity(bySection.get("capacity")),
                network.ports(entries("Port")), network.modular(bySection.get("modular")), modules(network),
                network.objectClasses(sections));
    }

    private List<EdsModule> modules(NetworkMapper network) {
        List<EdsFileEntry> entries = new ArrayList<>(entries("Module"));
        entries.addAll(entries("Modules"));
        return network.modules(entries);
    }

    private static List<EdsParameter> joined(List<EdsParameter> parameters, List<EdsEnum> enums) {
        Map<String, List<EnumValue>> values = new HashMap<>();
        for (EdsEnum texts : enums) {
            values.putIfAbsent(texts.owner().entryKeyword().toLowerCase(Locale.ROOT), texts.values());
        }
        return parameters.stream().map(parameter -> {
            List<EnumValue> texts = values.get(parameter.keyword().toLowerCase(Locale.ROOT));
            return texts == null ? parameter : parameter.withValues(texts);
        }).toList();
    }

    private List<EdsFileEntry> entries(String section) {
        return bySection.getOrDefault(key(section), List.of());
    }

    private static String key(String section) {
        return section.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
