package io.greenstack.descriptions.iodd.model;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import io.greenstack.descriptions.iodd.model.CommNetworkProfile.PhysicalLayer;
import io.greenstack.descriptions.iodd.model.DeviceIdentity.DeviceVariant;
import io.greenstack.descriptions.iodd.model.IoDevice.Unit;
import io.greenstack.descriptions.iodd.model.UserInterface.Menu;
import io.greenstack.descriptions.iodd.model.UserInterface.MenuSet;
import io.greenstack.descriptions.iodd.model.UserInterface.ProcessDataRef;

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
        return nodes(identity(), DeviceIdentity::variants);
    }

    /** Functions of the device, null if the file has none. */
    public DeviceFunction function() {
        return device.profileBody().function();
    }

    /** The named datatypes. */
    public List<Datatype> datatypes() {
        return nodes(function(), DeviceFunction::datatypes);
    }

    /** The entries of the variable collection in document order. */
    public List<VariableEntry> variables() {
        return nodes(function(), DeviceFunction::variables);
    }

    /** The alternatives of the process data. */
    public List<ProcessData> processData() {
        return nodes(function(), DeviceFunction::processData);
    }

    /** Errors in document order. */
    public List<ErrorEntry> errorTypes() {
        return nodes(function(), DeviceFunction::errorTypes);
    }

    /** Events in document order. */
    public List<EventEntry> events() {
        return nodes(function(), DeviceFunction::events);
    }

    /** User interface, null if the file has none. */
    public UserInterface userInterface() {
        return function() == null ? null : function().userInterface();
    }

    /** All menus in document order. */
    public List<Menu> menus() {
        return nodes(userInterface(), UserInterface::menus);
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
        return nodes(userInterface(), UserInterface::processDataRefs);
    }

    /** Physical layers of the communication profile. */
    public List<PhysicalLayer> physicalLayers() {
        return nodes(device.commNetworkProfile(), CommNetworkProfile::transportLayers);
    }

    /** Units of the vendor's own; not in the specification, but in files. */
    public List<Unit> units() {
        return nodes(device, IoDevice::units);
    }

    private static <P, T extends IoddNode> List<T> nodes(P parent, Function<P, IoddList<T>> list) {
        IoddList<T> found = parent == null ? null : list.apply(parent);
        return found == null ? List.of() : found.nodes();
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

    /**
     * What is before the root element of a file.
     *
     * @param encoding encoding named in the XML declaration, null if none is named
     * @param byteOrderMark true if the file begins with a byte-order mark
     * @param namespace namespace of the root element, empty if none
     * @param prefix namespace prefix of the root element, empty if none
     * @param version version of the specification, told by namespace, else by the profile revision
     */
    public record XmlProlog(String encoding, boolean byteOrderMark, String namespace, String prefix,
            IoddVersion version) {}
}
