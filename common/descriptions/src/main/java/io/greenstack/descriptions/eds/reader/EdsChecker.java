package io.greenstack.descriptions.eds.reader;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.greenstack.descriptions.eds.model.EdsDate;
import io.greenstack.descriptions.eds.model.EdsDevice;
import io.greenstack.descriptions.eds.model.EdsFile;
import io.greenstack.descriptions.eds.model.EdsFile.Capacity;
import io.greenstack.descriptions.eds.model.EdsFinding.Severity;
import io.greenstack.descriptions.eds.model.EdsIndex;
import io.greenstack.descriptions.eds.model.EdsSection;
import io.greenstack.descriptions.eds.model.EdsSection.EdsFileEntry;
import io.greenstack.descriptions.eds.model.FindingCode;

/** Checks the meaning of a file: what is missing, twice, dangling or contradictory. */
record EdsChecker(EdsFile file, EdsFindings findings) {

    private static final List<String> MANDATORY_SECTIONS = List.of("File", "Device", "Device Classification");
    private static final List<String> MANDATORY_FILE_ENTRIES = List.of("DescText", "CreateDate", "CreateTime",
            "Revision");

    static void check(EdsFile file, EdsFindings findings) {
        EdsChecker checker = new EdsChecker(file, findings);
        checker.sections();
        checker.fileSection();
        checker.device();
        checker.capacity();
        EdsIndex index = new EdsIndex(file);
        new ParameterChecker(index, findings).check();
        PlacementCache placements = new PlacementCache(index);
        new AssemblyChecker(index, placements, findings).check();
        new ConnectionChecker(index, placements, findings).check();
    }

    private void sections() {
        Map<String, EdsSection> seen = new HashMap<>();
        Map<String, Map<String, Integer>> keywords = new HashMap<>();
        for (EdsSection section : file.sections()) {
            String name = section.name().toLowerCase(Locale.ROOT);
            EdsSection first = seen.putIfAbsent(name, section);
            if (first != null) {
                add(Severity.WARN, FindingCode.DUPLICATE_SECTION, section, null, section.line(),
                        "The section is in line " + first.line() + " already; both are read as one");
            }
            Map<String, Integer> lines = keywords.computeIfAbsent(name, k -> new HashMap<>());
            for (EdsFileEntry entry : section.entries()) {
                Integer line = entry.keyword().isEmpty()
                        ? null
                        : lines.putIfAbsent(entry.keyword().toLowerCase(Locale.ROOT), entry.line());
                if (line != null) {
                    add(Severity.WARN, FindingCode.DUPLICATE_KEY, section, entry.keyword(), entry.line(),
                            entry.keyword() + " is in line " + line + " already; the first one counts");
                }
            }
        }
        for (String name : MANDATORY_SECTIONS) {
            if (!seen.containsKey(name.toLowerCase(Locale.ROOT))) {
                findings.add(Severity.ERROR, FindingCode.MISSING_SECTION, name, null, 0, 0,
                        "The section [" + name + "] is missing");
            }
        }
        boolean classified = file.classes().stream().flatMap(c -> c.names().stream())
                .anyMatch("EtherNetIP"::equalsIgnoreCase);
        EdsSection classification = file.section("Device Classification");
        if (classification != null && !classified) {
            add(Severity.INFO, FindingCode.NOT_CLASSIFIED, classification, null, classification.line(),
                    "No classification says EtherNetIP; the file may describe a module");
        }
    }

    private void fileSection() {
        EdsSection section = file.section("File");
        if (section == null) {
            return;
        }
        for (String keyword : MANDATORY_FILE_ENTRIES) {
            EdsFileEntry entry = section.entry(keyword);
            if (entry == null || entry.field(0).textOrNull() == null) {
                add(Severity.WARN, FindingCode.FILE_MISSING_ENTRY, section, keyword, lineOf(section, entry),
                        keyword + " is missing");
            }
        }
        date(section, "CreateDate", "CreateTime", file.file().created());
        date(section, "ModDate", "ModTime", file.file().modified());
        EdsFileEntry revision = section.entry("Revision");
        if (revision != null && revision.field(0).textOrNull() != null && file.file().revision() == null) {
            add(Severity.WARN, FindingCode.FILE_BAD_REVISION, section, "Revision", revision.line(),
                    "\"" + revision.field(0).text() + "\" is no revision major.minor");
        }
    }

    private void date(EdsSection section, String dateKeyword, String timeKeyword, EdsDate date) {
        if (date == null) {
            return;
        }
        if (date.dateText() != null && date.date() == null) {
            add(Severity.WARN, FindingCode.FILE_BAD_DATE, section, dateKeyword,
                    lineOf(section, section.entry(dateKeyword)),
                    "\"" + date.dateText() + "\" is no date mm-dd-yyyy");
        }
        if (date.timeText() != null && date.time() == null) {
            add(Severity.WARN, FindingCode.FILE_BAD_DATE, section, timeKeyword,
                    lineOf(section, section.entry(timeKeyword)), "\"" + date.timeText() + "\" is no time hh:mm:ss");
        }
    }

    private void device() {
        EdsSection section = file.section("Device");
        if (section == null) {
            return;
        }
        EdsDevice device = file.device();
        missing(section, device.vendorCode(), "VendCode", FindingCode.MISSING_VENDOR_CODE, Severity.ERROR);
        missing(section, device.vendorName(), "VendName", FindingCode.MISSING_VENDOR_NAME, Severity.WARN);
        missing(section, device.productType(), "ProdType", FindingCode.MISSING_PRODUCT_TYPE, Severity.WARN);
        missing(section, device.productTypeName(), "ProdTypeStr", FindingCode.MISSING_PRODUCT_TYPE_NAME, Severity.WARN);
        missing(section, device.productCode(), "ProdCode", FindingCode.MISSING_PRODUCT_CODE, Severity.ERROR);
        missing(section, device.majorRevision(), "MajRev", FindingCode.MISSING_REVISION, Severity.ERROR);
        missing(section, device.minorRevision(), "MinRev", FindingCode.MISSING_REVISION, Severity.WARN);
        missing(section, device.productName(), "ProdName", FindingCode.MISSING_PRODUCT_NAME, Severity.ERROR);
        missing(section, device.catalog(), "Catalog", FindingCode.MISSING_CATALOG, Severity.INFO);
        if (device.iconContents() != null && device.icon().length == 0) {
            add(Severity.WARN, FindingCode.BAD_ICON, section, "IconContents",
                    lineOf(section, section.entry("IconContents")), "The icon is no Base64");
        }
    }

    private void missing(EdsSection section, Object value, String keyword, String code, Severity severity) {
        if (value == null) {
            EdsFileEntry entry = section.entry(keyword);
            add(severity, code, section, keyword, lineOf(section, entry), entry == null
                    ? keyword + " is missing"
                    : keyword + " has no usable value");
        }
    }

    private void capacity() {
        Capacity capacity = file.capacity();
        EdsSection section = file.section("Capacity");
        if (section != null && capacity.figure("MaxMsgConnections") == null
                && capacity.figure("MaxCIPConnections") == null) {
            add(Severity.INFO, FindingCode.CAPACITY_NO_MESSAGES, section, null, section.line(),
                    "MaxMsgConnections is missing");
        }
    }

    private static int lineOf(EdsSection section, EdsFileEntry entry) {
        return entry == null ? section.line() : entry.line();
    }

    private void add(Severity severity, String code, EdsSection section, String entry, int line, String message) {
        findings.add(severity, code, section.name(), entry, line, 0, message);
    }
}
