package io.greenstack.descriptions.iodd;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.greenstack.descriptions.DescriptionFormat;
import io.greenstack.descriptions.DescriptionFormat.SortedFiles;
import io.greenstack.descriptions.DescriptionPackage;
import io.greenstack.descriptions.EventBook;
import io.greenstack.descriptions.LargeFiles;
import io.greenstack.descriptions.ReadDescription;
import io.greenstack.descriptions.RegistrationMembers;
import io.greenstack.descriptions.Release;
import io.greenstack.descriptions.StoredContent;
import io.greenstack.descriptions.archive.ArchiveEntry;
import io.greenstack.descriptions.iodd.reader.IoddLimits;
import io.greenstack.descriptions.iodd.reader.XmlSniffer;

/** IO-Link IODD (IO Device Description, versions 1.0.1 and 1.1). */
public final class IoddFormat implements DescriptionFormat {

    /** Its name as it is stored. */
    public static final String KIND = "IODD";

    private static final int VERSION = 3;
    private static final long MAX_VENDOR = 0xFFFFL;
    private static final long MAX_DEVICE = 0xFFFFFFL;
    private static final Pattern LANGUAGE = Pattern.compile("(.+)-[a-z]{2,3}(?:-[a-z]{2,4})?\\.xml");

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
        return XmlSniffer.looksLikeXml(content);
    }

    @Override
    public boolean isMain(String lowerName, Set<String> folder) {
        Matcher language = LANGUAGE.matcher(lowerName);
        return lowerName.endsWith(".iodd")
                || lowerName.endsWith(".xml")
                        && !(language.matches() && folder.contains(language.group(1) + ".xml"));
    }

    @Override
    public Set<String> companions(ArchiveEntry main, Set<String> folder) {
        String stem = main.lowerName().replaceAll("\\.xml$", "");
        Set<String> names = new HashSet<>(IoddFiles.images(main.content()));
        for (String name : folder) {
            Matcher language = LANGUAGE.matcher(name);
            if (language.matches() && language.group(1).equals(stem)) {
                names.add(name);
            }
        }
        names.retainAll(folder);
        return names;
    }

    @Override
    public SortedFiles sort(List<ArchiveEntry> files) {
        return new IoddSorter(IoddLimits.DEFAULT).sort(files);
    }

    @Override
    public ReadDescription read(DescriptionPackage files) {
        return LargeFiles.read(files.main().content().length, () -> IoddImport.read(files));
    }

    @Override
    public OpenIodd open(StoredContent content) {
        return new OpenIodd(content);
    }

    @Override
    public RegistrationMembers registration() {
        return new RegistrationMembers("iolink", "vendor_id", "device_id", "product_id", MAX_VENDOR, MAX_DEVICE);
    }

    @Override
    public Comparator<Release> age() {
        return Release.BY_DOCUMENT;
    }

    @Override
    public EventBook standardEvents() {
        return IoddEvents.STANDARD;
    }

    @Override
    public Set<String> otherFormatCodes() {
        return Set.of("wrong-root", IoddSorter.OTHER_LANGUAGE);
    }
}
