package io.greenstack.api.imports;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.greenstack.api.description.DescriptionKind;
import io.greenstack.descriptions.DescriptionFormats;
import io.greenstack.descriptions.archive.ArchiveEntry;
import io.greenstack.descriptions.archive.ArchiveException;
import io.greenstack.descriptions.archive.ArchiveLimits;
import io.greenstack.descriptions.archive.ZipReader;
import io.greenstack.descriptions.iodd.IoddFormat;
import io.greenstack.descriptions.iodd.reader.XmlSniffer;

/**
 * Opens the files of an upload: every ZIP is a unit, all loose files together are another one, so that an XML file, its
 * language files and its images can be sent side by side. What a file is, its content tells.
 */
final class UploadOpener {

    private UploadOpener() {}

    /**
     * The units of an upload.
     *
     * @param files one or more files
     * @param preferred what a single file is that tells nothing by itself
     * @throws ArchiveException if a file cannot be opened safely, or two loose files have the same name
     */
    static List<ImportUnit> open(List<UploadedFile> files, DescriptionKind preferred) throws ArchiveException {
        List<ImportUnit> units = new ArrayList<>();
        List<ArchiveEntry> loose = new ArrayList<>();
        Set<String> names = new HashSet<>();
        ArchiveLimits left = ArchiveLimits.DEFAULT;
        for (UploadedFile file : files) {
            if (file.content().length > left.maxUploadBytes()) {
                throw new ArchiveException("too-large", "The file " + file.name() + " has " + file.content().length
                        + " bytes; at most " + left.maxUploadBytes() + " are accepted.");
            }
            if (ZipReader.isZip(file.content())) {
                List<ArchiveEntry> entries = ZipReader.read(file.content(), left);
                left = left.minus(entries);
                String prefix = files.size() == 1 ? "" : file.name() + "!/";
                units.add(unit(file, prefix, entries));
            } else {
                if (!names.add(file.name().toLowerCase(Locale.ROOT))) {
                    throw new ArchiveException("duplicate-name", "Two files of the upload are named \"" + file.name()
                            + "\". Rename one of them, or upload one after the other.");
                }
                loose.add(new ArchiveEntry(file.name(), file.content()));
            }
        }
        if (files.size() == 1 && !loose.isEmpty()) {
            units.add(single(files.get(0), preferred));
        } else if (!loose.isEmpty()) {
            units.add(ContentSorter.together(loose, null));
        }
        return units;
    }

    private static ImportUnit unit(UploadedFile zip, String prefix, List<ArchiveEntry> entries) {
        List<ArchiveEntry> named = prefix.isEmpty()
                ? entries
                : entries.stream().map(entry -> new ArchiveEntry(prefix + entry.path(), entry.content())).toList();
        return ContentSorter.together(named, PackageOrigin.of(zip.name(), prefix, zip.content(), named));
    }

    private static ImportUnit single(UploadedFile file, DescriptionKind preferred) throws ArchiveException {
        boolean eds = ContentSorter.isEds(file.name())
                || preferred == DescriptionKind.EDS && !XmlSniffer.looksLikeXml(file.content());
        if (eds) {
            EdsSource source = new EdsSource(new ArchiveEntry(file.name(), file.content()), null);
            return new ImportUnit(List.of(), List.of(source), List.of(), List.of(), null);
        }
        return new ImportUnit(new DescriptionFormats(List.of(new IoddFormat()))
                .open(file.name(), file.content(), ArchiveLimits.DEFAULT, null).packages(),
                List.of(), List.of(), List.of(), null);
    }
}
