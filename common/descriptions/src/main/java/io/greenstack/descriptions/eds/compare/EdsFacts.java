package io.greenstack.descriptions.eds.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.greenstack.descriptions.eds.model.EdsAssembly;
import io.greenstack.descriptions.eds.model.EdsAssembly.AssemblyMember;
import io.greenstack.descriptions.eds.model.EdsConnection;
import io.greenstack.descriptions.eds.model.EdsDevice;
import io.greenstack.descriptions.eds.model.EdsFile;
import io.greenstack.descriptions.eds.model.EdsParameter;
import io.greenstack.descriptions.eds.model.EdsParameter.ParameterScaling;
import io.greenstack.descriptions.eds.model.EdsReference;
import io.greenstack.descriptions.eds.model.EdsSize;

/** What a file says, by area, entry and attribute, as texts that can be compared. */
final class EdsFacts {

    private final Map<String, Map<String, Map<String, String>>> areas = new LinkedHashMap<>();

    private EdsFacts(EdsFile file) {
        identity(file.device());
        file.parameters().forEach(this::parameter);
        file.enums().forEach(texts -> {
            Map<String, String> facts = entry("enums", texts.keyword());
            texts.values().forEach(value -> facts.putIfAbsent("value " + value.value(), value.text()));
        });
        file.groups().forEach(group -> {
            Map<String, String> facts = entry("groups", "Group" + group.number());
            put(facts, "name", group.name());
            put(facts, "members", String.join(", ", group.members().stream().map(EdsReference::text).toList()));
        });
        file.assemblies().forEach(this::assembly);
        file.connections().forEach(this::connection);
        if (file.capacity() != null) {
            Map<String, String> facts = entry("capacity", "Capacity");
            file.capacity().figures().forEach((name, figure) -> facts.put(name, figure.toPlainString()));
            file.capacity().trafficSpecs().forEach(spec -> facts.put("TSpec" + spec.number(),
                    spec.direction() + ", " + spec.size() + " octets, " + spec.rate() + " packets/s"));
        }
    }

    /** Areas with their entries by keyword, and the attributes of each. */
    static Map<String, Map<String, Map<String, String>>> of(EdsFile file) {
        return new EdsFacts(file).areas;
    }

    private void identity(EdsDevice device) {
        Map<String, String> facts = entry("identity", "Device");
        put(facts, "vendor code", device.vendorCode());
        put(facts, "vendor name", device.vendorName());
        put(facts, "product type", device.productType());
        put(facts, "product code", device.productCode());
        put(facts, "revision", device.revision());
        put(facts, "product name", device.productName());
        put(facts, "catalog number", device.catalog());
    }

    private void parameter(EdsParameter parameter) {
        Map<String, String> facts = entry("parameters", parameter.keyword());
        put(facts, "name", parameter.name());
        put(facts, "type", parameter.type() == null ? parameter.typeCode() : parameter.type());
        put(facts, "size", parameter.dataSize());
        put(facts, "unit", parameter.units());
        put(facts, "minimum", parameter.minimum().text());
        put(facts, "maximum", parameter.maximum().text());
        put(facts, "default", parameter.defaultValue().text());
        put(facts, "descriptor", String.format(Locale.ROOT, "0x%04X", parameter.descriptor()));
        put(facts, "path", parameter.linkPath());
        put(facts, "help", parameter.help());
        ParameterScaling scaling = parameter.scaling();
        put(facts, "multiplier", scaling.multiplier());
        put(facts, "divisor", scaling.divisor());
        put(facts, "base", scaling.base());
        put(facts, "offset", scaling.offset());
        put(facts, "multiplier link", scaling.multiplierLink());
        put(facts, "divisor link", scaling.divisorLink());
        put(facts, "base link", scaling.baseLink());
        put(facts, "offset link", scaling.offsetLink());
        put(facts, "decimal places", scaling.decimalPlaces());
    }

    private void assembly(EdsAssembly assembly) {
        Map<String, String> facts = entry("assemblies", assembly.keyword());
        put(facts, "name", assembly.name());
        put(facts, "size", text(assembly.size()));
        put(facts, "path", assembly.path());
        List<String> members = new ArrayList<>();
        for (AssemblyMember member : assembly.members()) {
            String what = member.reference().isNone() ? "padding" : member.reference().text();
            members.add((member.size().isNone() ? "" : text(member.size()) + " bits ") + what);
        }
        put(facts, "members", String.join(", ", members));
    }

    private void connection(EdsConnection connection) {
        Map<String, String> facts = entry("connections", connection.keyword());
        put(facts, "name", connection.name());
        put(facts, "transport", hex(connection.triggerAndTransport()));
        put(facts, "parameters", hex(connection.connectionParameters()));
        side(facts, "O-to-T", connection.originatorToTarget());
        side(facts, "T-to-O", connection.targetToOriginator());
        put(facts, "configuration 1", text(connection.proxyConfig()));
        put(facts, "configuration 2", text(connection.targetConfig()));
        put(facts, "path", connection.path());
    }

    private static void side(Map<String, String> facts, String name, EdsConnection.Side side) {
        put(facts, name + " packet interval", text(side.rpi()));
        put(facts, name + " size", text(side.size()));
        put(facts, name + " format", side.format().text());
    }

    private Map<String, String> entry(String area, String keyword) {
        return areas.computeIfAbsent(area, name -> new LinkedHashMap<>()).computeIfAbsent(keyword,
                name -> new LinkedHashMap<>());
    }

    private static void put(Map<String, String> facts, String name, Object value) {
        if (value != null && !value.toString().isEmpty()) {
            facts.putIfAbsent(name, value.toString());
        }
    }

    private static String text(EdsConnection.Part part) {
        return part.isNone() ? null : (text(part.size()) + " " + part.format().text()).strip();
    }

    private static String text(EdsSize size) {
        return size.value() != null ? size.value().toString() : size.reference().text();
    }

    private static String hex(Long word) {
        return word == null ? null : String.format(Locale.ROOT, "0x%08X", word);
    }
}
