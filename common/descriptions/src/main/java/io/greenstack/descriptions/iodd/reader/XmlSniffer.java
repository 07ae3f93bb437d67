package io.greenstack.descriptions.iodd.reader;

import io.greenstack.descriptions.archive.FileLook;

/** Tells by the first bytes whether a file can be XML. */
public final class XmlSniffer {

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
        if (FileLook.startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return 3;
        }
        return FileLook.startsWith(bytes, 0xFE, 0xFF) || FileLook.startsWith(bytes, 0xFF, 0xFE) ? 2 : 0;
    }
}
