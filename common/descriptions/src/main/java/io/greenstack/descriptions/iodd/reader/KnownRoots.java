package io.greenstack.descriptions.iodd.reader;

/** Names of XML formats that are mistaken for IODDs. */
final class KnownRoots {

    private KnownRoots() {}

    /** What a root element stands for. */
    static String describe(String root) {
        return switch (root) {
            case "IODevice" -> "this is a main IODD file; upload it as the device description";
            case "ExternalTextDocument" -> "this is a language file of an IODD; upload it together with the main file "
                    + "in one ZIP";
            case "IODDStandardDefinitions", "IODDStandardUnitDefinitions" ->
                "this file of the IO-Link Community defines"
                        + " standard variables and units; they are built in";
            case "IOMaster" -> "this describes an IO-Link master (IOLM), not a device";
            case "ISO15745Profile", "ISO15745ProfileContainer" ->
                "this is a GSDML or another profile of ISO 15745, not "
                        + "an IODD";
            case "EtherCATInfo" -> "this is an EtherCAT device description (ESI), not an IODD";
            case "html" -> "this is a web page, not the file itself; download the file again";
            default -> "this XML file is not an IO-Link device description";
        };
    }
}
