package io.greenstack.descriptions.eds.reader;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.greenstack.descriptions.eds.model.EdsConnection;
import io.greenstack.descriptions.eds.model.EdsConnection.Part;
import io.greenstack.descriptions.eds.model.EdsConnection.Side;
import io.greenstack.descriptions.eds.model.EdsField;
import io.greenstack.descriptions.eds.model.EdsFile.Capacity;
import io.greenstack.descriptions.eds.model.EdsFile.EdsModule;
import io.greenstack.descriptions.eds.model.EdsFile.EdsPort;
import io.greenstack.descriptions.eds.model.EdsFile.Modular;
import io.greenstack.descriptions.eds.model.EdsFile.ObjectClass;
import io.greenstack.descriptions.eds.model.EdsReference;
import io.greenstack.descriptions.eds.model.EdsRevision;
import io.greenstack.descriptions.eds.model.EdsSection;
import io.greenstack.descriptions.eds.model.EdsSection.EdsFileEntry;
import io.greenstack.descriptions.eds.model.EdsSize;

/** Reads [Connection Manager], [Capacity], [Port], [Modular], [Module] and the class sections. */
final class NetworkMapper {

    private static final Set<String> WITH_CLASS_ENTRIES = Set.of("assembly", "connection manager", "port");
    private static final Set<String> CONNECTIONS = Set.of("connection", "proxyconnect", "proxiedconnect",
            "proxyconnection", "proxiedconnection");

    List<EdsConnection> connections(List<EdsFileEntry> entries) {
        return entries.stream()
                .filter(entry -> entry.number() >= 0 && CONNECTIONS.contains(entry.base().toLowerCase(Locale.ROOT)))
                .map(entry -> new EdsConnection(entry.base() + entry.number(), entry.number(),
                        entry.field(0).longValue(), entry.field(1).longValue(), side(entry, 2), side(entry, 5),
                        part(entry, 8), part(entry, 10), entry.field(12).text().strip(), entry.field(13).text(),
                        entry.field(14).text().strip(), texts(entry, 15), entry.line()))
                .toList();
    }

    private static Side side(EdsFileEntry entry, int at) {
        return new Side(EdsSize.of(entry.field(at)), EdsSize.of(entry.field(at + 1)),
                EdsReference.of(entry.field(at + 2)));
    }

    /** Some files give the assembly in the place of the size. */
    private static Part part(EdsFileEntry entry, int at) {
        EdsSize size = EdsSize.of(entry.field(at));
        EdsReference format = EdsReference.of(entry.field(at + 1));
        boolean swapped = format.isNone() && size.reference().isEntry() && !size.reference().isParameter();
        return swapped ? new Part(EdsSize.NONE, size.reference()) : new Part(size, format);
    }

    private static List<String> texts(EdsFileEntry entry, int from) {
        return entry.fields().stream().skip(from).map(EdsField::text).toList();
    }

    Capacity capacity(List<EdsFileEntry> entries) {
        if (entries == null) {
            return null;
        }
        Map<String, BigDecimal> figures = new LinkedHashMap<>();
        List<Capacity.TrafficSpec> specs = new ArrayList<>();
        for (EdsFileEntry entry : entries) {
            if (entry.is("TSpec")) {
                specs.add(new Capacity.TrafficSpec(entry.number(), entry.field(0).text(), entry.field(1).intValue(),
                        entry.field(2).longValue()));
            } else if (entry.fields().size() == 1 && entry.field(0).number() != null) {
                figures.putIfAbsent(entry.keyword(), entry.field(0).number());
            }
        }
        return new Capacity(figures, specs);
    }

    List<EdsPort> ports(List<EdsFileEntry> entries) {
        return entries.stream().filter(entry -> entry.is("Port")).map(entry -> new EdsPort(entry.number(),
                entry.field(0).text(), entry.field(1).text(), entry.field(2).text(), entry.field(3).intValue(),
                entry.field(4).intValue(), entry.line())).toList();
    }

    Modular modular(List<EdsFileEntry> entries) {
        if (entries == null) {
            return null;
        }
        Integer width = null;
        Integer slots = null;
        String rule = null;
        List<Modular.Rack> racks = new ArrayList<>();
        for (EdsFileEntry entry : entries) {
            switch (entry.keyword().toLowerCase(Locale.ROOT)) {
                case "width" -> width = entry.field(0).intValue();
                case "defineslotsinrack" -> slots = entry.field(0).intValue();
                case "slotdisplayrule" -> rule = entry.field(0).text();
                default -> {
                    if (entry.is("Rack")) {
                        racks.add(rack(entry));
                    }
                }
            }
        }
        return new Modular(width, slots, rule, racks);
    }

    private static Modular.Rack rack(EdsFileEntry entry) {
        List<Integer> slots = new ArrayList<>();
        for (int i = 8; i < entry.fields().size(); i++) {
            Integer slot = entry.field(i).intValue();
            if (slot != null) {
                slots.add(slot);
            }
        }
        Integer major = entry.field(3).intValue();
        Integer minor = entry.field(4).intValue();
        return new Modular.Rack(entry.number(), entry.field(0).intValue(), entry.field(1).intValue(),
                entry.field(2).longValue(), major == null ? null : new EdsRevision(major, minor == null ? 0 : minor),
                slots);
    }

    List<EdsModule> modules(List<EdsFileEntry> entries) {
        List<EdsModule> modules = new ArrayList<>();
        for (EdsFileEntry entry : entries) {
            if (entry.is("Module")) {
                String name = entry.fields().stream().filter(EdsField::isText).map(EdsField::text).findFirst()
                        .orElse(entry.field(0).text());
                modules.add(new EdsModule(entry.number(), name, texts(entry, 0), entry.line()));
            }
        }
        return modules;
    }

    List<ObjectClass> objectClasses(List<EdsSection> sections) {
        List<ObjectClass> classes = new ArrayList<>();
        for (EdsSection section : sections) {
            String name = section.name().toLowerCase(Locale.ROOT);
            boolean whole = name.endsWith(" class") || name.matches("class\\d+_vendor\\d+");
            boolean part = WITH_CLASS_ENTRIES.contains(name) && (section.entry("Object_Class_Code") != null
                    || section.entry("Object_Name") != null || section.entry("Revision") != null);
            if (whole || part) {
                classes.add(objectClass(section, whole));
            }
        }
        return classes;
    }

    private static ObjectClass objectClass(EdsSection section, boolean whole) {
        Map<String, EdsFileEntry> entries = new LinkedHashMap<>();
        for (EdsFileEntry entry : section.entries()) {
            if (entry.complete() || !entry.keyword().isEmpty()) {
                entries.putIfAbsent(entry.keyword(), entry);
            }
        }
        String objectName = text(take(entries, "Object_Name"));
        Integer revision = number(take(entries, "Revision"));
        Integer code = number(take(entries, "Object_Class_Code"));
        Integer maxInstance = number(take(entries, "MaxInst"));
        Integer statics = number(take(entries, "Number_Of_Static_Instances"));
        Integer dynamics = number(take(entries, "Max_Number_Of_Dynamic_Instances"));
        List<String> classAttributes = list(take(entries, "Class_Attributes"));
        List<String> instanceAttributes = list(take(entries, "Instance_Attributes"));
        List<String> classServices = list(take(entries, "Class_Services"));
        List<String> instanceServices = list(take(entries, "Instance_Services"));
        Map<String, List<String>> others = new LinkedHashMap<>();
        if (whole) {
            entries.forEach((keyword, entry) -> others.put(keyword, list(entry)));
        }
        return new ObjectClass(section.name(), revision, objectName, code, maxInstance, statics, dynamics,
                classAttributes, instanceAttributes, classServices, instanceServices, others, section.line());
    }

    private static EdsFileEntry take(Map<String, EdsFileEntry> entries, String keyword) {
        for (String key : entries.keySet()) {
            if (key.equalsIgnoreCase(keyword)) {
                return entries.remove(key);
            }
        }
        return null;
    }

    private static String text(EdsFileEntry entry) {
        return entry == null ? null : entry.field(0).textOrNull();
    }

    private static Integer number(EdsFileEntry entry) {
        return entry == null ? null : entry.field(0).intValue();
    }

    private static List<String> list(EdsFileEntry entry) {
        return entry == null ? List.of() : texts(entry, 0);
    }
}
