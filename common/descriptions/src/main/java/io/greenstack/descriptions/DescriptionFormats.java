package io.greenstack.descriptions;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.greenstack.descriptions.DescriptionFormat.SortedFiles;
import io.greenstack.descriptions.archive.ArchiveEntry;
import io.greenstack.descriptions.archive.ArchiveException;
import io.greenstack.descriptions.archive.ArchiveLimits;
import io.greenstack.descriptions.archive.FileLook;
import io.greenstack.descriptions.archive.ZipReader;

/**
 * The formats that there are, the most general one first. A registration is read by the first whose member it has; files of an
 * import are offered to the last one first, because the most general one also takes, and judges, what no other knows.
 */
public final class DescriptionFormats {

    private final Map<String, DescriptionFormat> byKind = new LinkedHashMap<>();

    public DescriptionFormats(List<DescriptionFormat> formats) {
        for (DescriptionFormat format : formats) {
            if (byKind.put(format.kind(), format) != null) {
                throw new IllegalArgumentException("There are two formats of the kind " + format.kind());
            }
        }
    }

    /** All formats. */
    public List<DescriptionFormat> all() {
        return List.copyOf(byKind.values());
    }

    /** The format of that kind; letter case does not matter. */
    public Optional<DescriptionFormat> find(String kind) {
        return byKind.values().stream().filter(format -> format.kind().equalsIgnoreCase(kind)).findFirst();
    }

    /**
     * The format of a stored kind.
     *
     * @throws IllegalArgumentException if there is none
     */
    public DescriptionFormat of(String kind) {
        DescriptionFormat format = byKind.get(kind);
        if (format == null) {
            throw new IllegalArgumentException("No format of device descriptions is called " + kind);
        }
        return format;
    }

    /** The format that a file looks to be of. */
    public Optional<DescriptionFormat> sniff(String fileName, byte[] content) {
        return specialFirst().stream().filter(format -> format.sniff(fileName, content)).findFirst();
    }

    /** The format of which a file of a folder is a main file, told by names in lower case alone. */
    public Optional<DescriptionFormat> ofMain(String lowerName, Set<String> folder) {
        return specialFirst().stream().filter(format -> format.isMain(lowerName, folder)).findFirst();
    }

    /**
     * Opens an upload: an archive, or a single file that becomes one package, whatever its content is worth.
     *
     * @param fileName name of the upload
     * @param preferred kind of a file that tells nothing by itself, may be null
     * @throws ArchiveException if nothing of it can be used safely
     */
    public SortedFiles open(String fileName, byte[] upload, ArchiveLimits limits, String preferred)
            throws ArchiveException {
        if (upload.length > limits.maxUploadBytes()) {
            throw new ArchiveException("too-large", "The file " + fileName + " has " + upload.length
                    + " bytes; at most " + limits.maxUploadBytes() + " are accepted.");
        }
        if (ZipReader.isZip(upload)) {
            return openArchive(ZipReader.read(upload, limits));
        }
        DescriptionFormat format = sniff(fileName, upload)
                .or(() -> find(preferred).filter(one -> !one.isMarked())).orElse(null);
        if (format == null && upload.length == 0) {
            throw new ArchiveException("empty-file", "The file " + fileName + " is empty. Upload it again.");
        }
        if (format == null) {
            throw new ArchiveException("not-xml", "The file " + fileName + " is neither XML nor ZIP but "
                    + FileLook.describe(upload) + ". Upload the IODD as .xml, or the vendor's .zip with it.");
        }
        return new SortedFiles(List.of(DescriptionPackage.of(format.kind(), new ArchiveEntry(fileName, upload))),
                List.of(), List.of());
    }

    private SortedFiles openArchive(List<ArchiveEntry> entries) throws ArchiveException {
        SortedFiles sorted = sort(entries);
        if (sorted.packages().isEmpty() && sorted.others().isEmpty()) {
            throw new ArchiveException("zip-empty", "The archive has no device description (an XML file with the root "
                    + "element IODevice)." + sorted.refused().stream().limit(3)
                            .map(refused -> " " + refused.path() + ": " + refused.message())
                            .reduce("", String::concat));
        }
        return sorted;
    }

    /** Sorts the files of an import; each format gets what the more special ones have left. */
    public SortedFiles sort(List<ArchiveEntry> files) {
        List<DescriptionPackage> packages = new ArrayList<>();
        List<RefusedEntry> refused = new ArrayList<>();
        List<ArchiveEntry> left = files;
        for (DescriptionFormat format : specialFirst()) {
            SortedFiles sorted = format.sort(left);
            packages.addAll(sorted.packages());
            refused.addAll(sorted.refused());
            left = sorted.others();
        }
        return new SortedFiles(packages, refused, left);
    }

    /** Whether a file that is refused with this code is a sound file, but of another format. */
    public boolean isOtherFormat(String code) {
        return all().stream().anyMatch(format -> format.otherFormatCodes().contains(code));
    }

    /**
     * Reads a description.
     *
     * @throws DescriptionException when its main file cannot be used
     */
    public ReadDescription read(DescriptionPackage files) {
        return of(files.kind()).read(files);
    }

    /** Newest release first; of the variants of a release the one that came first, so that nothing is replaced silently. */
    public Comparator<Release> newestFirst(String kind) {
        return of(kind).age().reversed().thenComparing(Release::id);
    }

    private List<DescriptionFormat> specialFirst() {
        List<DescriptionFormat> formats = new ArrayList<>(byKind.values());
        Collections.reverse(formats);
        return formats;
    }
}
