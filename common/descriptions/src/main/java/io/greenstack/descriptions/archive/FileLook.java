package io.greenstack.descriptions.archive;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.IntStream;

/** Tells by its first bytes what a file looks like. */
public final class FileLook {

    private static final int LOOK_AT = 256;

    private FileLook() {}

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

    /** Whether a file begins with these octets. */
    public static boolean startsWith(byte[] bytes, int... expected) {
        return bytes.length >= expected.length
                && IntStream.range(0, expected.length).allMatch(i -> (bytes[i] & 0xFF) == expected[i]);
    }
}
