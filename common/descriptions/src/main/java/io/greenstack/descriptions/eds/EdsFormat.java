package io.greenstack.descriptions.eds;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.greenstack.descriptions.DescriptionFormat;
import io.greenstack.descriptions.DescriptionFormat.SortedFiles;
import io.greenstack.descriptions.DescriptionPackage;
import io.greenstack.descriptions.LargeFiles;
import io.greenstack.descriptions.ReadDescription;
import io.greenstack.descriptions.RegistrationMembers;
import io.greenstack.descriptions.Release;
import io.greenstack.descriptions.StoredContent;
import io.greenstack.descriptions.archive.ArchiveEntry;
import io.greenstack.descriptions.eds.reader.EdsException;

/** EtherNet/IP EDS (electronic data sheet, CIP volume 1, chapter 7). Its files have no mark but their name. */
public final class EdsFormat implements DescriptionFormat {

    /** Its name as it is stored. */
    public static final String KIND = "EDS";

    private static final int VERSION = 2;
    private static final long MAX_CODE = 0xFFFFL;
    private static final String EXTENSION = ".eds";
    private static final String ICON = ".ico";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public int version() {
        return VERSION;
    }

    @Override
    public boolean sniff(String fileName, byte[] content) {
        return isEds(fileName.toLowerCase(Locale.ROOT));
    }

    @Override
    public boolean isMarked() {
        return false;
    }

    @Override
    public boolean isMain(String lowerName, Set<String> folder) {
        return isEds(lowerName);
    }

    @Override
    public Set<String> companions(ArchiveEntry main, Set<String> folder) {
        String icon = stem(main.lowerName()) + ICON;
        return folder.contains(icon) ? Set.of(icon) : Set.of();
    }

    @Override
    public boolean keepsArchives() {
        return true;
    }

    @Override
    public SortedFiles sort(List<ArchiveEntry> files) {
        Map<String, List<ArchiveEntry>> icons = files.stream().filter(file -> file.lowerName().endsWith(ICON))
                .collect(Collectors.groupingBy(ArchiveEntry::folder));
        List<DescriptionPackage> packages = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (ArchiveEntry file : files) {
            if (isEds(file.lowerName())) {
                List<ArchiveEntry> icon = icon(file, icons.getOrDefault(file.folder(), List.of()));
                packages.add(new DescriptionPackage(KIND, file, List.of(), icon));
                taken.add(file.path());
                icon.forEach(one -> taken.add(one.path()));
            }
        }
        return new SortedFiles(packages, List.of(),
                files.stream().filter(file -> !taken.contains(file.path())).toList());
    }

    /** The icon of the same name, else the only one of the folder. */
    private static List<ArchiveEntry> icon(ArchiveEntry file, List<ArchiveEntry> icons) {
        String wanted = stem(file.lowerName()) + ICON;
        List<ArchiveEntry> named = icons.stream().filter(icon -> icon.lowerName().equals(wanted)).limit(1).toList();
        return named.isEmpty() && icons.size() == 1 ? icons : named;
    }

    private static boolean isEds(String lowerName) {
        return lowerName.endsWith(EXTENSION);
    }

    private static String stem(String lowerName) {
        return isEds(lowerName) ? lowerName.substring(0, lowerName.length() - EXTENSION.length()) : lowerName;
    }

    @Override
    public ReadDescription read(DescriptionPackage files) {
        return LargeFiles.read(files.main().content().length, () -> EdsImport.read(files));
    }

    @Override
    public OpenEds open(StoredContent content) {
        return new OpenEds(content);
    }

    @Override
    public RegistrationMembers registration() {
        return new RegistrationMembers("eds", "vendor_code", "product_code", "catalog_number", MAX_CODE, MAX_CODE);
    }

    @Override
    public Comparator<Release> age() {
        return Release.BY_REVISION;
    }

    /** Those of the same major revision, or without one; of them the same revision, if there is one. */
    @Override
    public List<Release> fitting(List<Release> newestFirst, String revision) {
        if (revision == null) {
            return newestFirst;
        }
        List<Release> compatible = newestFirst.stream().filter(
                release -> release.revision() == null || major(release.revision()).equals(major(revision))).toList();
        List<Release> same = compatible.stream().filter(release -> revision.equals(release.revision())).toList();
        return same.isEmpty() ? compatible : same;
    }

    private static String major(String revision) {
        int dot = revision.indexOf('.');
        return dot < 0 ? revision : revision.substring(0, dot);
    }

    @Override
    public Set<String> otherFormatCodes() {
        return Set.of(EdsException.OTHER_FORMAT);
    }
}
