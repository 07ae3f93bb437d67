package io.greenstack.api.imports;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;

import io.greenstack.descriptions.archive.ArchiveEntry;
import io.greenstack.descriptions.archive.Hashes;

/**
 * The ZIP that files came in.
 *
 * @param name its name
 * @param prefix what the paths of its files begin with in the import, for example {@code vendor.zip!/}; may be empty
 * @param sha256 hash of its bytes
 * @param byteSize octets
 * @param readmeName name of its readme, null if it has none
 * @param readme text of that readme
 */
public record PackageOrigin(String name, String prefix, String sha256, long byteSize, String readmeName,
        String readme) {

    private static final int MAX_README = 256 << 10;
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    /** The origin for the files of a ZIP. */
    static PackageOrigin of(String name, String prefix, byte[] zip, List<ArchiveEntry> entries) {
        ArchiveEntry readme = entries.stream().filter(PackageOrigin::isReadme)
                .min(Comparator.comparingInt(entry -> entry.path().length())).orElse(null);
        return new PackageOrigin(name, prefix, Hashes.sha256Hex(zip), zip.length, readme == null ? null : readme.name(),
                readme == null ? null : text(readme.content()));
    }

    /** The path of a file within this ZIP. */
    public String within(String path) {
        return path.startsWith(prefix) ? path.substring(prefix.length()) : path;
    }

    private static boolean isReadme(ArchiveEntry entry) {
        String name = entry.lowerName();
        return name.contains("readme") && (name.endsWith(".txt") || name.endsWith(".md") || !name.contains("."))
                && entry.content().length <= MAX_README;
    }

    private static String text(byte[] content) {
        String text;
        try {
            CharsetDecoder strict = StandardCharsets.UTF_8.newDecoder();
            text = strict.decode(ByteBuffer.wrap(content)).toString();
        } catch (CharacterCodingException e) {
            text = new String(content, WINDOWS);
        }
        return text.replace("\uFEFF", "").replace("\0", "");
    }
}
