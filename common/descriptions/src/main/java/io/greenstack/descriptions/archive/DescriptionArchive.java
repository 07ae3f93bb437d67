package io.greenstack.descriptions.archive;

import java.util.List;

import io.greenstack.descriptions.iodd.reader.IoddLimits;
import io.greenstack.descriptions.iodd.reader.XmlSniffer;

/**
 * What an upload contains.
 *
 * @param packages the device descriptions
 * @param refused XML files that cannot be used
 * @param others files of other kinds that belong to no description (EDS files, documents)
 */
public record DescriptionArchive(List<DescriptionPackage> packages, List<RefusedEntry> refused,
        List<ArchiveEntry> others) {

    public DescriptionArchive {
        packages = List.copyOf(packages);
        refused = List.copyOf(refused);
        others = List.copyOf(others);
    }

    /**
     * Opens an upload; XML or ZIP, told by content. A single XML file becomes one package, whatever its root element is.
     *
     * @param fileName name of the upload, for messages
     * @throws ArchiveException if nothing of it can be used safely
     */
    public static DescriptionArchive open(String fileName, byte[] upload, ArchiveLimits limits)
            throws ArchiveException {
        if (upload.length == 0) {
            throw new ArchiveException("empty-file", "The file " + fileName + " is empty. Upload it again.");
        }
        if (upload.length > limits.maxUploadBytes()) {
            throw new ArchiveException("too-large", "The file " + fileName + " has " + upload.length
                    + " bytes; at most " + limits.maxUploadBytes() + " are accepted.");
        }
        if (ZipReader.isZip(upload)) {
            return ofEntries(ZipReader.read(upload, limits));
        }
        if (!XmlSniffer.looksLikeXml(upload)) {
            throw new ArchiveException("not-xml", "The file " + fileName + " is neither XML nor ZIP but "
                    + XmlSniffer.describe(upload) + ". Upload the IODD as .xml, or the vendor's .zip with it.");
        }
        return new DescriptionArchive(List.of(new DescriptionPackage(new ArchiveEntry(fileName, upload), List.of(),
                List.of())), List.of(), List.of());
    }

    /** Sorts files into packages; there may be none. */
    public static DescriptionArchive sort(List<ArchiveEntry> entries) {
        return new PackageSorter(IoddLimits.DEFAULT).sort(entries);
    }

    /**
     * Sorts files into packages.
     *
     * @throws ArchiveException {@code zip-empty} if there is neither a device description nor any other file of use
     */
    public static DescriptionArchive ofEntries(List<ArchiveEntry> entries) throws ArchiveException {
        DescriptionArchive archive = sort(entries);
        if (archive.packages().isEmpty() && archive.others().isEmpty()) {
            throw new ArchiveException("zip-empty", "The archive has no device description (an XML file with the root "
                    + "element IODevice)." + archive.refused().stream().limit(3)
                            .map(refused -> " " + refused.path() + ": " + refused.message())
                            .reduce("", String::concat));
        }
        return archive;
    }
}
