package io.greenstack.descriptions.eds.reader;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

import io.greenstack.descriptions.archive.FileLook;
import io.greenstack.descriptions.eds.model.EdsFile.SourceFormat;

/**
 * The characters of a file. A byte order mark decides; otherwise UTF-8 if the octets are valid UTF-8, else Windows-1252
 * if an octet of 80h..9Fh occurs that it defines, else ISO-8859-1.
 *
 * @param format how they were encoded
 * @param text the characters without byte order mark
 */
record SourceText(SourceFormat format, String text) {

    private static final int LINE_END_SAMPLE = 64 << 10;
    private static final String WINDOWS_1252 = "windows-1252";

    static SourceText decode(byte[] file) {
        if (FileLook.startsWith(file, 0xEF, 0xBB, 0xBF)) {
            return of(charset(file, 3), file, 3, true);
        }
        if (FileLook.startsWith(file, 0xFF, 0xFE)) {
            return of(StandardCharsets.UTF_16LE, file, 2, true);
        }
        if (FileLook.startsWith(file, 0xFE, 0xFF)) {
            return of(StandardCharsets.UTF_16BE, file, 2, true);
        }
        return of(charset(file, 0), file, 0, false);
    }

    private static SourceText of(Charset charset, byte[] file, int offset, boolean byteOrderMark) {
        String text = new String(file, offset, file.length - offset, charset);
        return new SourceText(new SourceFormat(charset.name(), byteOrderMark, lineSeparator(text)), text);
    }

    /** UTF-8 if the octets are valid, else the 8-bit character set that fits. */
    private static Charset charset(byte[] file, int offset) {
        boolean ascii = true;
        for (int i = offset; i < file.length && ascii; i++) {
            ascii = file[i] >= 0;
        }
        if (ascii) {
            return StandardCharsets.UTF_8;
        }
        var decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        try {
            decoder.decode(ByteBuffer.wrap(file, offset, file.length - offset));
            return StandardCharsets.UTF_8;
        } catch (CharacterCodingException e) {
            return eightBit(file);
        }
    }

    private static Charset eightBit(byte[] file) {
        boolean windows = false;
        for (byte b : file) {
            int octet = b & 0xFF;
            if (octet >= 0x80 && octet <= 0x9F) {
                if (octet == 0x81 || octet == 0x8D || octet == 0x8F || octet == 0x90 || octet == 0x9D) {
                    return StandardCharsets.ISO_8859_1;
                }
                windows = true;
            }
        }
        return windows && Charset.isSupported(WINDOWS_1252)
                ? Charset.forName(WINDOWS_1252)
                : StandardCharsets.ISO_8859_1;
    }

    private static String lineSeparator(String text) {
        int crlf = 0;
        int lf = 0;
        int cr = 0;
        int end = Math.min(text.length(), LINE_END_SAMPLE);
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                lf++;
            } else if (c == '\r') {
                if (i + 1 < text.length() && text.charAt(i + 1) == '\n') {
                    crlf++;
                    i++;
                } else {
                    cr++;
                }
            }
        }
        return crlf > lf && crlf >= cr ? "\r\n" : cr > lf ? "\r" : "\n";
    }
}
