package io.greenstack.descriptions.iodd;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.greenstack.descriptions.FileRole;
import io.greenstack.descriptions.PackageFile;
import io.greenstack.descriptions.archive.ArchiveEntry;
import io.greenstack.descriptions.archive.FileLook;
import io.greenstack.descriptions.iodd.reader.XmlSniffer;

/** Says of the files of a package what they are: by content where that tells, else by the naming rules of the specification. */
final class IoddFiles {

    private static final Pattern MENTION = Pattern.compile(
            "[\"']([^\"'<>/\\\\]{1,200}\\.(?:png|jpe?g|gif|bmp|ico))[\"']");

    private IoddFiles() {}

    /** Names of images that a main file mentions, in lower case. */
    static Set<String> images(byte[] xml) {
        Charset charset = XmlSniffer.byteOrderMark(xml) == 2 ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
        Matcher matcher = MENTION.matcher(new String(xml, charset).toLowerCase(Locale.ROOT));
        Set<String> names = new HashSet<>();
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    static PackageFile main(ArchiveEntry entry) {
        return new PackageFile(FileRole.MAIN, entry.name(), null, "application/xml", entry.content());
    }

    static PackageFile language(ArchiveEntry entry) {
        return new PackageFile(FileRole.LANGUAGE, entry.name(), null, "application/xml", entry.content());
    }

    static PackageFile asset(ArchiveEntry entry) {
        String type = mediaType(entry.content());
        boolean image = type.startsWith("image/");
        return new PackageFile(image ? FileRole.IMAGE : FileRole.OTHER, entry.name(),
                image ? purpose(entry.name()) : null,
                type, entry.content());
    }

    private static String mediaType(byte[] content) {
        if (FileLook.startsWith(content, 0x89, 'P', 'N', 'G')) {
            return "image/png";
        }
        if (FileLook.startsWith(content, 0xFF, 0xD8, 0xFF)) {
            return "image/jpeg";
        }
        if (FileLook.startsWith(content, 'G', 'I', 'F', '8')) {
            return "image/gif";
        }
        return FileLook.startsWith(content, 'B', 'M') ? "image/bmp" : "application/octet-stream";
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
