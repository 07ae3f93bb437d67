package io.greenstack.descriptions.eds.model;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A whole EDS file. {@code preamble} and {@code sections} hold every token; the rest is the typed view of them.
 *
 * @param format how the characters were encoded
 * @param preamble comments (and damaged text) before the first section
 * @param sections all sections in file order
 * @param file section [File]
 * @param device section [Device]
 * @param classes section [Device Classification]
 * @param parameterClass section [ParamClass], null if missing
 * @param parameters section [Params] with the texts of values joined in
 * @param enums enumerations as they stand, also those without a parameter
 * @param groups section [Groups]
 * @param assemblies assemblies of section [Assembly]
 * @param variants variants of section [Assembly]
 * @param arrays arrays of section [Assembly]
 * @param connections connections of section [Connection Manager]
 * @param capacity section [Capacity], null if missing
 * @param ports section [Port]
 * @param modular section [Modular], null if missing
 * @param modules sections [Module] and [Modules]
 * @param objectClasses the class sections and the class part of [Assembly], [Connection Manager] and [Port]
 */
public record EdsFile(SourceFormat format, List<EdsToken> preamble, List<EdsSection> sections, FileInfo file,
        EdsDevice device, List<DeviceClass> classes, ParameterClass parameterClass, List<EdsParameter> parameters,
        List<EdsEnum> enums, List<EdsGroup> groups, List<EdsAssembly> assemblies, List<EdsVariant> variants,
        List<EdsArray> arrays, List<EdsConnection> connections, Capacity capacity, List<EdsPort> ports,
        Modular modular, List<EdsModule> modules, List<ObjectClass> objectClasses) {

    public EdsFile {
        preamble = List.copyOf(preamble);
        sections = List.copyOf(sections);
        classes = List.copyOf(classes);
        parameters = List.copyOf(parameters);
        enums = List.copyOf(enums);
        groups = List.copyOf(groups);
        assemblies = List.copyOf(assemblies);
        variants = List.copyOf(variants);
        arrays = List.copyOf(arrays);
        connections = List.copyOf(connections);
        ports = List.copyOf(ports);
        modules = List.copyOf(modules);
        objectClasses = List.copyOf(objectClasses);
    }

    /** The same without the entries of its sections as they stand; what is understood of them stays. */
    public EdsFile withoutEntries() {
        List<EdsSection> empty = sections.stream()
                .map(section -> new EdsSection(section.name(), section.header(), List.of(), List.of())).toList();
        return new EdsFile(format, List.of(), empty, file, device, classes, parameterClass, parameters, enums, groups,
                assemblies, variants, arrays, connections, capacity, ports, modular, modules, objectClasses);
    }

    /** The first section of this name, whatever its letter case; null if there is none. */
    public EdsSection section(String name) {
        return sections.stream().filter(section -> section.is(name)).findFirst().orElse(null);
    }

    /** The class section of this name, null if there is none. */
    public ObjectClass objectClass(String section) {
        return objectClasses.stream().filter(one -> one.section().equalsIgnoreCase(section)).findFirst().orElse(null);
    }

    /**
     * Section [Capacity].
     *
     * @param figures the single figures by keyword: {@code MaxMsgConnections}, {@code ConnOverhead}, ...
     * @param trafficSpecs entries {@code TSpecN}
     */
    public record Capacity(Map<String, BigDecimal> figures, List<TrafficSpec> trafficSpecs) {

        /**
         * Entry {@code TSpecN}: packets per second at a size.
         *
         * @param number N
         * @param direction {@code Tx}, {@code Rx} or {@code TxRx}
         * @param size size of the packet in octets, null if missing
         * @param rate packets per second, null if missing
         */
        public record TrafficSpec(int number, String direction, Integer size, Long rate) {}

        public Capacity {
            figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
            trafficSpecs = List.copyOf(trafficSpecs);
        }

        /** A figure by its keyword, null if not given. */
        public BigDecimal figure(String keyword) {
            return figures.get(keyword);
        }
    }

    /**
     * Entry {@code ClassN} of [Device Classification].
     *
     * @param number N
     * @param names the classification and its subclasses: {@code EtherNetIP}, {@code 1_RSNetWorx_Adapter}, ...
     */
    public record DeviceClass(int number, List<String> names) {

        public DeviceClass {
            names = List.copyOf(names);
        }
    }

    /**
     * Entry {@code EnumN} of [Params] (or {@code EnumParN} of [EnumPar]).
     *
     * @param keyword keyword as written
     * @param number number of the parameter it belongs to
     * @param values texts by value, in file order
     */
    public record EdsEnum(String keyword, int number, List<EnumValue> values, int line) {

        public EdsEnum {
            values = List.copyOf(values);
        }

        /** The parameter whose values it names. */
        public EdsReference owner() {
            String kind = keyword.toLowerCase(Locale.ROOT);
            String owner = kind.startsWith("proxied")
                    ? "ProxiedParam"
                    : kind.startsWith("proxy") ? "ProxyParam" : "Param";
            return new EdsReference(EdsReference.Kind.ENTRY, owner, number, -1, null, "");
        }
    }

    /**
     * Entry {@code GroupN} of [Groups].
     *
     * @param number N
     * @param declaredCount number of members as declared, null if missing
     * @param members the members: a literal is the number of a parameter, an entry something else ({@code Variant2})
     */
    public record EdsGroup(int number, String name, Integer declaredCount, List<EdsReference> members, int line) {

        public EdsGroup {
            members = List.copyOf(members);
        }
    }

    /**
     * Entry {@code ModuleN} of [Module] or [Modules]. The fields are not fixed by the CIP specification, so they are kept by
     * position.
     *
     * @param number N
     * @param name the first quoted text, else the first field
     * @param fields all fields as text
     */
    public record EdsModule(int number, String name, List<String> fields, int line) {

        public EdsModule {
            fields = List.copyOf(fields);
        }
    }

    /**
     * Section [Modular]: how the device sits in a chassis, or what the chassis takes.
     *
     * @param width slots the module occupies, null if it is no module
     * @param slotsInRack {@code DefineSlotsInRack}: slots the chassis has, null if it is no chassis
     * @param slotDisplayRule {@code SlotDisplayRule}, null if not given
     * @param racks chassis the module fits
     */
    public record Modular(Integer width, Integer slotsInRack, String slotDisplayRule, List<Rack> racks) {

        /**
         * Entry {@code RackN}: a chassis the module fits.
         *
         * @param number N
         * @param vendorCode vendor of the chassis, null if missing
         * @param productType device profile of the chassis, null if missing
         * @param productCode product code of the chassis, null if missing
         * @param revision revision of the chassis, null if missing
         * @param slots slots the module may sit in; empty if none are named
         */
        public record Rack(int number, Integer vendorCode, Integer productType, Long productCode, EdsRevision revision,
                List<Integer> slots) {

            public Rack {
                slots = List.copyOf(slots);
            }
        }

        public Modular {
            racks = List.copyOf(racks);
        }
    }

    /**
     * A section about an object class of the device, such as [DLR Class], [TCP/IP Interface Class] or [QoS Class], with the
     * entries common to all (CIP Volume 1, clause 7-3.6.1); [Assembly], [Connection Manager] and [Port] carry them too.
     *
     * @param section name of the section
     * @param revision {@code Revision}, null if not given
     * @param objectName {@code Object_Name}, null if not given
     * @param classCode {@code Object_Class_Code}, null if not given
     * @param maxInstance {@code MaxInst}, null if not given
     * @param staticInstances {@code Number_Of_Static_Instances}, null if not given
     * @param maxDynamicInstances {@code Max_Number_Of_Dynamic_Instances}, null if not given
     * @param classAttributes {@code Class_Attributes}
     * @param instanceAttributes {@code Instance_Attributes}
     * @param classServices {@code Class_Services}
     * @param instanceServices {@code Instance_Services}
     * @param others all other entries of a class section: keyword to fields
     * @param line line of the header, from 1
     */
    public record ObjectClass(String section, Integer revision, String objectName, Integer classCode,
            Integer maxInstance,
            Integer staticInstances, Integer maxDynamicInstances, List<String> classAttributes,
            List<String> instanceAttributes, List<String> classServices, List<String> instanceServices,
            Map<String, List<String>> others, int line) {

        public ObjectClass {
            classAttributes = List.copyOf(classAttributes);
            instanceAttributes = List.copyOf(instanceAttributes);
            classServices = List.copyOf(classServices);
            instanceServices = List.copyOf(instanceServices);
            others = Collections.unmodifiableMap(new LinkedHashMap<>(others));
        }
    }

    /**
     * Entry {@code PortN} of [Port].
     *
     * @param number N
     * @param type kind of port: {@code TCP}, {@code DeviceNet}, {@code 1_5069_Chassis}, ...
     * @param path path to the object of the port, empty if not given
     * @param portNumber number of the port in routes, null if missing
     * @param capabilities routing capabilities, null if not given
     */
    public record EdsPort(int number, String type, String name, String path, Integer portNumber, Integer capabilities,
            int line) {}

    /**
     * Section [File].
     *
     * @param description {@code DescText}
     * @param created {@code CreateDate} and {@code CreateTime}
     * @param modified {@code ModDate} and {@code ModTime}
     * @param revision {@code Revision} of the file, null if missing
     * @param homeUrl {@code HomeURL}
     * @param exclude {@code Exclude}
     * @param crc {@code EDSFileCRC}, null if missing
     */
    public record FileInfo(String description, EdsDate created, EdsDate modified, EdsRevision revision, String homeUrl,
            String exclude, Long crc) {}

    /**
     * Section [ParamClass]: the class attributes of the Parameter object.
     *
     * @param maxInstance {@code MaxInst}, null if missing
     * @param descriptor {@code Descriptor}, null if missing
     * @param configurationAssembly {@code CfgAssembly}, null if missing
     */
    public record ParameterClass(Long maxInstance, Integer descriptor, Integer configurationAssembly) {}

    /**
     * How the characters of the file were encoded, so that it can be written again in the same way.
     *
     * @param charset name of the character set: UTF-8, ISO-8859-1, windows-1252, UTF-16LE or UTF-16BE
     * @param byteOrderMark true if the file begins with a byte order mark
     * @param lineSeparator the line end that occurs most
     */
    public record SourceFormat(String charset, boolean byteOrderMark, String lineSeparator) {}
}
