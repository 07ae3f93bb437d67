package io.greenstack.descriptions.iodd.model;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A device description: the main IODD file and the language files beside it.
 *
 * @param prolog what is before the root element
 * @param device the root element
 * @param languageFiles language files that belong to it
 */
public record IoddDescription(XmlProlog prolog, IoDevice device, List<ExternalTextDocument> languageFiles) {

    public IoddDescription {
        languageFiles = List.copyOf(languageFiles);
    }

    /** The same description with language files beside it; a file of a language that is there already replaces it. */
    public IoddDescription withLanguageFiles(List<ExternalTextDocument> files) {
        List<ExternalTextDocument> merged = new ArrayList<>(languageFiles);
        for (ExternalTextDocument file : files) {
            merged.removeIf(other -> other.language().lang() != null
                    && other.language().lang().equalsIgnoreCase(file.language().lang()));
            merged.add(file);
        }
        return new IoddDescription(prolog, device, merged);
    }

    /** Version of the specification. */
    public IoddVersion version() {
        return prolog.version();
    }

    /** Identity of the device; there always is one with a vendor id and a device id. */
    public DeviceIdentity identity() {
        return device.profileBody().identity();
    }

    /** Vendor id, 1..65535. */
    public int vendorId() {
        return identity().vendorId();
    }

    /** Device id, 1..16777215. */
    public int deviceId() {
        return identity().deviceId();
    }

    /** The device id and the additional ones, without duplicates. */
    public Set<Integer> deviceIds() {
        Set<Integer> ids = new LinkedHashSet<>();
        ids.add(deviceId());
        String additional = identity().additionalDeviceIds();
        if (additional != null) {
            for (String id : additional.strip().split("\\s+")) {
                if (id.matches("0*\\d{1,8}")) {
                    ids.add(Integer.parseInt(id));
                }
            }
        }
        return ids;
    }

    /** Version of the document, {@code V1.2}; null if not given. */
    public String documentVersion() {
        return device.documentInfo() == null ? null : device.documentInfo().version();
    }

    /** Release date as written, {@code yyyy-mm-dd}; null if not given. */
    public String releaseDate() {
        return device.documentInfo() == null ? null : device.documentInfo().releaseDate();
    }

    /** The variants of the device. */
    public List<DeviceVariant> variants() {
        DeviceVariantCollection collection = identity().variants();
        return collection == null ? List.of() : collection.variants();
    }

    /** Functions of the device, null if the file has none. */
    public DeviceFunction function() {
        return device.profileBody().function();
    }

    /** The named datatypes. */
    public List<Datatype> datatypes() {
        return function() == null || function().datatypes() == null ? List.of() : function().datatypes().datatypes();
    }

    /** The entries of the variable collection in document order. */
    public List<VariableEntry> variables() {
        return function() == null || function().variables() == null ? List.of() : function().variables().entries();
    }

    /** The alternatives of the process data. */
    public List<ProcessData> processData() {
        return function() == null || function().processData() == null
                ? List.of()
                : function().processData().processData();
    }

    /** Errors in document order. */
    public List<ErrorEntry> errorTypes() {
        return function() == null || function().errorTypes() == null ? List.of() : function().errorTypes().errors();
    }

    /** Events in document order. */
    public List<EventEntry> events() {
        return function() == null || function().events() == null ? List.of() : function().events().events();
    }

    /** User interface, null if the file has none. */
    public UserInterface userInterface() {
        return function() == null ? null : function().userInterface();
    }

    /** All menus in document order. */
    public List<Menu> menus() {
        return userInterface() == null || userInterface().menus() == null
                ? List.of()
                : userInterface().menus().menus();
    }

    /** The menu sets of the roles that are there: observer, maintenance, specialist. */
    public List<MenuSet> menuSets() {
        UserInterface ui = userInterface();
        return ui == null
                ? List.of()
                : Stream.of(ui.observer(), ui.maintenance(), ui.specialist()).filter(set -> set != null).toList();
    }

    /** How process data is shown. */
    public List<ProcessDataRef> processDataRefs() {
        return userInterface() == null || userInterface().processDataRefs() == null
                ? List.of()
                : userInterface().processDataRefs().refs();
    }

    /** Physical layers of the communication profile. */
    public List<PhysicalLayer> physicalLayers() {
        CommNetworkProfile profile = device.commNetworkProfile();
        return profile == null || profile.transportLayers() == null
                ? List.of()
                : profile.transportLayers().physicalLayers();
    }

    /** The languages inside the file and of the language files, the primary one first. */
    public List<Language> languages() {
        List<Language> languages = new ArrayList<>();
        if (device.texts() != null) {
            languages.addAll(device.texts().languages());
        }
        languageFiles.forEach(file -> languages.add(file.language()));
        return languages;
    }
}
