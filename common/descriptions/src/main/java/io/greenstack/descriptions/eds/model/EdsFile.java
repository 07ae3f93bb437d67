package io.greenstack.descriptions.eds.model;

import java.util.List;

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

    /** The first section of this name, whatever its letter case; null if there is none. */
    public EdsSection section(String name) {
        for (EdsSection section : sections) {
            if (section.is(name)) {
                return section;
            }
        }
        return null;
    }

    /** The class section of this name, null if there is none. */
    public ObjectClass objectClass(String section) {
        for (ObjectClass objectClass : objectClasses) {
            if (objectClass.section().equalsIgnoreCase(section)) {
                return objectClass;
            }
        }
        return null;
    }
}
