package io.greenstack.descriptions;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.greenstack.descriptions.archive.ArchiveEntry;

/** A format of device descriptions: all that the suite needs to know of it. Implementations are immutable. */
public interface DescriptionFormat {

    /** Stable name as it is stored and shown, for example {@code IODD}. */
    String kind();

    /** Segment of the paths of its resources and pages, for example {@code iodd}. */
    default String path() {
        return kind().toLowerCase(Locale.ROOT);
    }

    /**
     * Number of what {@link #read} makes of a file. It grows whenever a newer reader makes more or something else of the same
     * octets, so that what is stored can be renewed after an upgrade, and entity tags change with it.
     */
    int version();

    /** Whether a file looks like the main file of a description of this format. */
    boolean sniff(String fileName, byte[] content);

    /** Whether the content of a file tells that it is of this format; else its name, or the user, has to. */
    default boolean isMarked() {
        return true;
    }

    /**
     * Whether a file of a folder is a main file, told by names alone.
     *
     * @param lowerName its name in lower case
     * @param folder names of all files of the folder, in lower case
     */
    boolean isMain(String lowerName, Set<String> folder);

    /** Names of the files of a folder, in lower case, that belong to a main file in it. */
    default Set<String> companions(ArchiveEntry main, Set<String> folder) {
        return Set.of();
    }

    /**
     * Picks out of the files of an import those of this format, and puts together what belongs together.
     *
     * @param files files that no more special format has taken
     */
    SortedFiles sort(List<ArchiveEntry> files);

    /** Whether the descriptions of a whole archive are stored together; else those of one folder are. */
    default boolean keepsArchives() {
        return false;
    }

    /**
     * Reads the files of a description.
     *
     * @throws DescriptionException when the main file cannot be used
     */
    ReadDescription read(DescriptionPackage files);

    /** Opens a stored description. Nothing is loaded before it is needed. */
    OpenDescription open(StoredContent content);

    /** Where a registration says which device it is of. */
    RegistrationMembers registration();

    /** Order of the releases of one device, oldest first; equal ones are variants of one release. */
    Comparator<Release> age();

    /**
     * The releases that fit the revision a device says it has; of the best ones all, in the order given.
     *
     * @param revision as the device says it, null if it does not
     */
    default List<Release> fitting(List<Release> newestFirst, String revision) {
        return newestFirst;
    }

    /** The events that the standard defines for all devices. */
    default EventBook standardEvents() {
        return EventBook.EMPTY;
    }

    /** Codes of refusals that mean: a sound file, but of another format. */
    default Set<String> otherFormatCodes() {
        return Set.of();
    }

    /**
     * The files of an import, sorted.
     *
     * @param packages device descriptions
     * @param refused files of a format that cannot be used
     * @param others files that belong to no description
     */
    record SortedFiles(List<DescriptionPackage> packages, List<RefusedEntry> refused, List<ArchiveEntry> others) {

        public SortedFiles {
            packages = List.copyOf(packages);
            refused = List.copyOf(refused);
            others = List.copyOf(others);
        }
    }
}
