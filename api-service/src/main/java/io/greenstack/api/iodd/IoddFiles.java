package io.greenstack.api.iodd;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

import io.greenstack.api.description.FileDraft;
import io.greenstack.api.description.FileRole;
import io.greenstack.descriptions.archive.ArchiveEntry;

/** Says of the files of a package what they are: by content where that tells, else by the naming rules of the specification. */
final class IoddFiles {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    private static final byte[] GIF = "GIF8".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] BMP = "BM".getBytes(StandardCharsets.US_ASCII);

    private IoddFiles() {}

    static FileDraft main(ArchiveEntry entry) {
        return new FileDraft(FileRole.MAIN, entry.name(), null, "application/xml", entry.content());
    }

    static FileDraft language(ArchiveEntry entry) {
        return new FileDraft(FileRole.LANGUAGE, entry.name(), null, "application/xml", entry.content());
    }

    static FileDraft asset(ArchiveEntry entry) {
        String type = mediaType(entry.content());
        boolean image = type.startsWith("image/");
        return new FileDraft(image ? FileRole.IMAGE : FileRole.OTHER, entry.name(),
                image ? purpose(entry.name()) : null,
                type, entry.content());
    }

    private static String mediaType(byte[] content) {
        if (startsWith(content, PNG)) {
            return "image/png";
        }
        if (startsWith(content, JPEG)) {
            return "image/jpeg";
        }
        if (startsWith(content, GIF)) {
            return "image/gif";
        }
        return startsWith(content, BMP) ? "image/bmp" : "application/octet-stream";
    }

    private static boolean startsWith(byte[] content, byte[] begin) {
        return content.length >= begin.length && Arrays.equals(content, 0, begin.length, begin, 0, begin.length);
    }

    private static String purpose(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        int dot = lower.lastIndexOf('.');
        String stem = dot < 0 ? lower : lower.substring(0, dot);
        if (stem.endsWith("logo")) {
            return "logo";
        }
        if (stem.endsWith("icon")) {
            return "icon";
        }
        if (stem.endsWith("con-pic")) {
            return "connection";
        }
        return stem.endsWith("pic") ? "device-pic" : null;
    }
}
