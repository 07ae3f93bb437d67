package io.greenstack.descriptions.iodd.reader;

import java.util.Locale;

/** Names of XML formats that are mistaken for IODDs. */
final class KnownRoots {

    private KnownRoots() {}

    /** What a root element of a namespace stands for. */
    static String describe(String root, String namespace) {
        String place = namespace.toLowerCase(Locale.ROOT);
        if (place.contains("cc-link.org")) {
            return "this is a CC-Link CSP+ profile, not an IODD";
        }
        if (place.contains("fdcml")) {
            return "this is an FDCML device description, not an IODD";
        }
        if (place.contains("profibus.com")) {
            return "this is a PROFINET GSDML file, not an IODD";
        }
        if (place.contains("canopen.org") || place.contains("ethernet-powerlink.org")) {
            return "this is a CANopen or POWERLINK XDD file, not an IODD";
        }
        return switch (root) {
            case "IODevice" -> "this is a main IODD file; upload it as the device description";
            case "ExternalTextDocument" ->
                "this is a language file of an IODD; alone it describes no device, it counts "
                        + "in one ZIP with the main file that it translates";
            case "IODDStandardDefinitions", "IODDStandardUnitDefinitions" ->
                "this file of the IO-Link Community defines"
                        + " standard variables and units; they are built in";
            case "IOMaster" -> "this describes an IO-Link master (IOLM), not a device";
            case "ISO15745Profile", "ISO15745ProfileContainer" ->
                "this is a GSDML or another profile of ISO 15745, not "
                        + "an IODD";
            case "FDCML" -> "this is an FDCML device description, not an IODD";
            case "UANodeSet" -> "this is an OPC UA information model, not an IODD";
            case "CAEXFile" -> "this is an AutomationML file, not an IODD";
            case "EtherCATInfo" -> "this is an EtherCAT device description (ESI), not an IODD";
            case "html" -> "this is a web page, not the file itself; download the file again";
            default -> "this XML file is not an IO-Link device description";
        };
    }
}
