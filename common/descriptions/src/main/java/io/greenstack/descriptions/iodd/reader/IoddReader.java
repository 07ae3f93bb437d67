package io.greenstack.descriptions.iodd.reader;

import java.util.Arrays;
import java.util.List;

import javax.xml.stream.XMLStreamConstants;

import io.greenstack.descriptions.Finding;
import io.greenstack.descriptions.archive.FileLook;
import io.greenstack.descriptions.iodd.model.DeviceIdentity;
import io.greenstack.descriptions.iodd.model.ExternalTextDocument;
import io.greenstack.descriptions.iodd.model.IoDevice;
import io.greenstack.descriptions.iodd.model.IoddDescription;
import io.greenstack.descriptions.iodd.model.IoddDescription.XmlProlog;
import io.greenstack.descriptions.iodd.model.IoddVersion;
import io.greenstack.descriptions.iodd.model.shape.IoddShapes;
import io.greenstack.descriptions.iodd.model.shape.TextShapes;

/** Reads IODD files (IO-Link Community document 10.012) of versions 1.0, 1.0.1 and 1.1. */
public final class IoddReader {

    private static final int MAX_VENDOR_ID = 0xFFFF;
    private static final int MAX_DEVICE_ID = 0xFFFFFF;

    private IoddReader() {}

    /**
     * Reads a main file in one pass. Any XML encoding is accepted. Damage that leaves the rest understandable is listed
     * as a finding.
     *
     * @throws IoddException if the file is not an IODD or cannot be understood safely; codes {@code empty-file},
     *         {@code too-large}, {@code not-xml}, {@code xml-malformed}, {@code dtd-forbidden}, {@code wrong-root},
     *         {@code too-deep}, {@code too-many-elements}, {@code too-many-attributes}, {@code text-too-long},
     *         {@code identity-missing}
     */
    public static IoddReading read(byte[] xml, IoddLimits limits) throws IoddException {
        XmlCursor cursor = open(xml, limits);
        requireRoot(cursor, "IODevice");
        Findings findings = findings(cursor, limits);
        String namespace = cursor.namespace();
        String prefix = cursor.prefix();
        IoDevice device = new ElementReader(cursor, findings).read(IoddShapes.IO_DEVICE);
        finish(cursor);
        requireIdentity(device);
        IoddVersion version = version(namespace, device, findings);
        XmlProlog prolog = new XmlProlog(cursor.declaredEncoding(), XmlSniffer.byteOrderMark(xml) > 0, namespace,
                prefix, version);
        IoddDescription model = new IoddDescription(prolog, device, List.of());
        ReferenceCheck.of(model, findings).run();
        return new IoddReading(model, findings.toList());
    }

    /**
     * Reads a language file ({@code ExternalTextDocument}).
     *
     * @throws IoddException as {@link #read(byte[], IoddLimits)}, and {@code language-missing}
     */
    public static LanguageReading readLanguageFile(byte[] xml, IoddLimits limits) throws IoddException {
        XmlCursor cursor = open(xml, limits);
        requireRoot(cursor, "ExternalTextDocument");
        Findings findings = findings(cursor, limits);
        ExternalTextDocument document = new ElementReader(cursor, findings).read(TextShapes.EXTERNAL_TEXT_DOCUMENT);
        finish(cursor);
        if (document.language() == null || document.language().lang() == null) {
            throw new IoddException("language-missing", document.source().line(), 1,
                    "The language file does not name its language (element Language with xml:lang).");
        }
        return new LanguageReading(document, findings.toList());
    }

    /**
     * Name of the root element, to tell main files ({@code IODevice}) from language files
     * ({@code ExternalTextDocument}) and others.
     *
     * @throws IoddException if the file is not XML
     */
    public static String rootElement(byte[] xml, IoddLimits limits) throws IoddException {
        return localName(open(xml, limits).name());
    }

    static XmlCursor open(byte[] xml, IoddLimits limits) throws IoddException {
        if (xml.length == 0) {
            throw new IoddException("empty-file", 1, 1, "The file is empty. Upload it again.");
        }
        if (xml.length > limits.maxBytes()) {
            throw new IoddException("too-large", 1, 1,
                    "The file has " + xml.length + " bytes; at most " + limits.maxBytes() + " are accepted.");
        }
        if (!XmlSniffer.looksLikeXml(xml)) {
            throw new IoddException("not-xml", 1, 1, "This is not an XML file but " + FileLook.describe(xml)
                    + ". Upload the IODD as .xml, or the vendor's .zip with it.");
        }
        XmlCursor cursor = new XmlCursor(xml, limits);
        cursor.root();
        return cursor;
    }

    private static Findings findings(XmlCursor cursor, IoddLimits limits) {
        Findings findings = new Findings(limits.maxFindings());
        if (cursor.badEncodingLine() > 0) {
            findings.warning("bad-encoding", cursor.badEncodingLine(), "",
                    "The file is not in the encoding that it names; it is read as " + cursor.readAs().name() + ".");
        }
        return findings;
    }

    private static void requireRoot(XmlCursor cursor, String expected) throws IoddException {
        String name = localName(cursor.name());
        if (!expected.equals(name)) {
            throw new IoddException("wrong-root", cursor.line(), cursor.column(), "The root element is <"
                    + (name.length() > 80 ? name.substring(0, 80) + "..." : name) + ">, not <" + expected + ">: "
                    + KnownRoots.describe(name, cursor.namespace()) + ".");
        }
    }

    private static String localName(String name) {
        return name.substring(name.lastIndexOf('}') + 1);
    }

    private static void finish(XmlCursor cursor) throws IoddException {
        while (cursor.next() != XMLStreamConstants.END_DOCUMENT) {
            continue;
        }
    }

    private static void requireIdentity(IoDevice device) throws IoddException {
        DeviceIdentity identity = device.profileBody() == null ? null : device.profileBody().identity();
        int line = identity == null ? device.source().line() : identity.source().line();
        if (identity == null || identity.vendorId() == null || identity.deviceId() == null) {
            throw new IoddException("identity-missing", line, 1,
                    "The device has no vendor id and device id (element DeviceIdentity). Without them no device can be "
                            + "matched to the description.");
        }
        if (identity.vendorId() < 1 || identity.vendorId() > MAX_VENDOR_ID || identity.deviceId() < 0
                || identity.deviceId() > MAX_DEVICE_ID) {
            throw new IoddException("identity-missing", line, 1, "Vendor id " + identity.vendorId() + " or device id "
                    + identity.deviceId() + " is out of range (1.." + MAX_VENDOR_ID + ", 1.." + MAX_DEVICE_ID + ").");
        }
    }

    private static IoddVersion version(String namespace, IoDevice device, Findings findings) {
        IoddVersion version = IoddVersion.ofNamespace(namespace);
        if (version != null) {
            return version;
        }
        String revision = device.profileHeader() == null || device.profileHeader().revision() == null
                ? ""
                : device.profileHeader().revision().text().strip();
        IoddVersion assumed = Arrays.asList("1.0", "1.00", "1.0.1").contains(revision)
                ? IoddVersion.V1_0_1
                : IoddVersion.V1_1;
        findings.warning("unknown-namespace", device.source().line(), "IODevice",
                "The namespace \"" + namespace + "\" is not one of an IODD; read as IODD " + assumed.label() + ".");
        return assumed;
    }

    /**
     * What came out of a main file.
     *
     * @param model the description
     * @param findings what is not as it should be, in the order of discovery
     */
    public record IoddReading(IoddDescription model, List<Finding> findings) {

        public IoddReading {
            findings = List.copyOf(findings);
        }
    }

    /**
     * What came out of a language file.
     *
     * @param document the texts
     * @param findings what is not as it should be, in the order of discovery
     */
    public record LanguageReading(ExternalTextDocument document, List<Finding> findings) {

        public LanguageReading {
            findings = List.copyOf(findings);
        }
    }
}
