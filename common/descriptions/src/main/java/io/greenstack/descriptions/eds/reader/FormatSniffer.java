package io.greenstack.descriptions.eds.reader;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import io.greenstack.descriptions.archive.FileLook;

/** Recognises device descriptions of other networks, which share the file ending {@code .eds} or are taken for EDS. */
final class FormatSniffer {

    private static final int HEAD = 64 << 10;
    private static final int LONGEST_NAME = 200;
    private static final Set<String> CANOPEN = Set.of("fileinfo", "deviceinfo", "devicecomissioning",
            "mandatoryobjects", "optionalobjects", "manufacturerobjects", "dummyusage");
    private static final Set<String> EIP_ONLY = Set.of("connection manager", "tcp/ip interface class",
            "ethernet link class", "modular");
    private static final String CLASSIFICATION = "device classification";
    private static final Pattern CLASS_VALUE = Pattern.compile("(?i)Class\\d+\\s*=\\s*\"?([A-Za-z0-9_]+)");
    private static final Pattern GSD = Pattern.compile("(?mi)^[ \\t]*#Profibus_DP");

    private FormatSniffer() {}

    /** What a file is. */
    public enum Format {
        /** EDS of EtherNet/IP, or of a module behind such a device. */
        ETHERNET_IP("an EtherNet/IP EDS file"),
        /** EDS of CANopen. */
        CANOPEN("a CANopen EDS file"),
        /** EDS of DeviceNet. */
        DEVICENET("a DeviceNet EDS file"),
        /** CSP+ of CC-Link. */
        CSP_PLUS("a CC-Link CSP+ file"),
        /** GSDML of PROFINET. */
        GSDML("a PROFINET GSDML file"),
        /** GSD of PROFIBUS. */
        GSD("a PROFIBUS GSD file"),
        /** IODD of IO-Link. */
        IODD("an IO-Link IODD file"),
        /** ESI of EtherCAT. */
        ESI("an EtherCAT ESI file"),
        /** FDCML, the markup of field bus devices of INTERBUS and others. */
        FDCML("an FDCML device description"),
        /** XDD or XDC of CANopen, which is XML. */
        CANOPEN_XDD("a CANopen XDD file"),
        /** Some other XML. */
        XML("an XML file"),
        /** A ZIP archive. */
        ZIP("a ZIP archive"),
        /** Nothing at all. */
        EMPTY("an empty file"),
        /** Octets that are no text. */
        BINARY("a binary file"),
        /** Text without sections. */
        UNKNOWN("a file of unknown format");

        private final String title;

        Format(String title) {
            this.title = title;
        }

        /** For sentences: {@code a CANopen EDS file}. */
        public String title() {
            return title;
        }
    }

    /** Recognises a file by its content. */
    public static Format sniff(byte[] file) {
        int from = FileLook.startsWith(file, 0xEF, 0xBB, 0xBF) ? 3 : 0;
        if (file.length - from == 0) {
            return Format.EMPTY;
        }
        if (FileLook.startsWith(file, 'P', 'K', 3, 4)) {
            return Format.ZIP;
        }
        boolean wide = FileLook.startsWith(file, 0xFF, 0xFE) || FileLook.startsWith(file, 0xFE, 0xFF);
        String head = wide
                ? SourceText.decode(file).text()
                : new String(file, from, file.length - from, StandardCharsets.ISO_8859_1);
        if (head.isBlank()) {
            return Format.EMPTY;
        }
        String start = head.substring(0, Math.min(head.length(), HEAD));
        if (isBinary(start)) {
            return Format.BINARY;
        }
        return start.stripLeading().startsWith("<") ? xml(start) : text(head, start);
    }

    /** Refuses a file that is not an EtherNet/IP EDS file and names what it is instead. */
    static void refuseOthers(byte[] file) {
        Format format = sniff(file);
        switch (format) {
            case ETHERNET_IP -> {
            }
            case EMPTY -> throw new EdsException(EdsException.EMPTY, 0, 0, "The file is empty");
            case BINARY, UNKNOWN -> throw new EdsException(EdsException.NOT_EDS, 0, 0,
                    "This is " + format.title() + ", not an EtherNet/IP EDS file");
            default -> throw new EdsException(EdsException.OTHER_FORMAT, 0, 0,
                    "This is " + format.title() + ", not an EtherNet/IP EDS file");
        }
    }

    private static Format xml(String start) {
        String lower = start.toLowerCase(Locale.ROOT);
        if (lower.contains("cc-link.org/csp") || lower.contains("cspp") && lower.contains("cc-link")) {
            return Format.CSP_PLUS;
        }
        if (lower.contains("profibus.com/gsdml") || lower.contains(">gsdml<")) {
            return Format.GSDML;
        }
        if (lower.contains("io-link.com/iodd")) {
            return Format.IODD;
        }
        if (lower.contains("fdcml.org") || lower.contains("<fdcml")) {
            return Format.FDCML;
        }
        if (lower.contains("canopen.org/xml")) {
            return Format.CANOPEN_XDD;
        }
        return lower.contains("ethercatinfo") ? Format.ESI : Format.XML;
    }

    private static Format text(String all, String start) {
        if (GSD.matcher(start).find()) {
            return Format.GSD;
        }
        Map<String, Integer> sections = sections(all);
        if (sections.isEmpty()) {
            return Format.UNKNOWN;
        }
        long canOpenSections = CANOPEN.stream().filter(sections::containsKey).count();
        if (canOpenSections >= 2) {
            return Format.CANOPEN;
        }
        return deviceNet(all, sections) ? Format.DEVICENET : Format.ETHERNET_IP;
    }

    /** Same syntax; told apart by the classification, else by the sections that only one of the two has. */
    private static boolean deviceNet(String all, Map<String, Integer> sections) {
        boolean deviceNet = false;
        Integer from = sections.get(CLASSIFICATION);
        if (from != null) {
            int to = sections.values().stream().filter(at -> at > from).min(Integer::compare).orElse(all.length());
            var value = CLASS_VALUE.matcher(all.substring(from, to).replaceAll("\\$[^\\r\\n]*", ""));
            while (value.find()) {
                if ("EtherNetIP".equalsIgnoreCase(value.group(1))) {
                    return false;
                }
                deviceNet |= "DeviceNet".equalsIgnoreCase(value.group(1));
            }
        }
        return deviceNet || sections.containsKey("io_info") && EIP_ONLY.stream().noneMatch(sections::containsKey);
    }

    /** Names of the sections in lower case with the place behind their header. */
    private static Map<String, Integer> sections(String text) {
        Map<String, Integer> sections = new LinkedHashMap<>();
        int at = 0;
        while (at >= 0 && at < text.length()) {
            int open = at;
            while (open < text.length() && (text.charAt(open) == ' ' || text.charAt(open) == '\t')) {
                open++;
            }
            if (open < text.length() && text.charAt(open) == '[') {
                int close = text.indexOf(']', open);
                if (close > open + 1 && close < lineEnd(text, open) && close - open < LONGEST_NAME) {
                    sections.putIfAbsent(text.substring(open + 1, close).strip().toLowerCase(Locale.ROOT), close + 1);
                }
            }
            at = lineEnd(text, open) + 1;
        }
        return sections;
    }

    private static int lineEnd(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    private static boolean isBinary(String start) {
        int controls = 0;
        for (int i = 0; i < start.length(); i++) {
            char c = start.charAt(i);
            if (c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != 0x1A) {
                controls++;
            }
        }
        return controls > start.length() / 50;
    }
}
