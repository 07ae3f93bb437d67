package io.greenstack.descriptions.iodd.reader;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Tells by the first bytes whether a file can be XML, and else what it looks like. */
public final class XmlSniffer {

    private static final int LOOK_AT = 256;

    private XmlSniffer() {}

    /** True if the first character, after a byte-order mark and blanks, is {@code <}; any UTF or ASCII-like encoding. */
    public static boolean looksLikeXml(byte[] bytes) {
        int i = byteOrderMark(bytes);
        while (i < bytes.length && (bytes[i] == 0 || Character.isWhitespace(bytes[i]))) {
            i++;
        }
        return i < bytes.length && bytes[i] == '<';
    }

    /** Length of the byte-order mark in bytes, 0 if there is none. */
    public static int byteOrderMark(byte[] bytes) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return 3;
        }
        return startsWith(bytes, 0xFE, 0xFF) || startsWith(bytes, 0xFF, 0xFE) ? 2 : 0;
    }

    /** What a file that is not XML looks like, for messages. */
    public static String describe(byte[] bytes) {
        if (startsWith(bytes, 'P', 'K')) {
            return "a ZIP archive";
        }
        if (startsWith(bytes, 0x89, 'P', 'N', 'G')) {
            return "a PNG image";
        }
        if (startsWith(bytes, '%', 'P', 'D', 'F')) {
            return "a PDF document";
        }
        String head = new String(bytes, 0, Math.min(bytes.length, LOOK_AT), StandardCharsets.ISO_8859_1)
                .toLowerCase(Locale.ROOT);
        if (head.contains("[file]") || head.stripLeading().startsWith("$")) {
            return "an EDS file";
        }
        return head.stripLeading().startsWith("{") || head.stripLeading().startsWith("[")
                ? "JSON"
                : "another kind of file";
    }

    private static boolean startsWith(byte[] bytes, int... expected) {
        if (bytes.length < expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if ((bytes[i] & 0xFF) != expected[i]) {
                return false;
            }
        }
        return true;
    }
}
