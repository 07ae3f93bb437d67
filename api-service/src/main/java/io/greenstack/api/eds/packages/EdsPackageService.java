package io.greenstack.api.eds.packages;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;

import io.greenstack.api.cache.CacheTags;
import io.greenstack.api.description.DescriptionEvents;
import io.greenstack.api.description.DescriptionService;
import io.greenstack.api.description.DescriptionSummary;
import io.greenstack.api.description.ImportedFile;
import io.greenstack.api.eds.packages.EdsPackageRepository.EdsPackageEntry;
import io.greenstack.api.eds.packages.EdsPackageRepository.FileRow;
import io.greenstack.api.eds.packages.EdsPackageService.EdsPackageDetail.PackedEds;
import io.greenstack.api.imports.ImportedArchive;
import io.greenstack.api.platform.ApiException;
import io.greenstack.api.platform.Page;
import io.greenstack.api.platform.PageRequest;
import io.greenstack.descriptions.Sparse;
import io.greenstack.descriptions.eds.EdsFormat;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** Remembers which EDS files came together in a vendor's ZIP. */
@ApplicationScoped
class EdsPackageService {

    private static final Comparator<List<Integer>> VERSION = EdsPackageService::compare;
    private static final Comparator<Integer> NUMBER = Comparator.nullsFirst(Comparator.naturalOrder());
    private static final Comparator<FileRow> AGE = Comparator
            .comparing((FileRow file) -> PackagePath.numbers(file.versionFolder()), VERSION)
            .thenComparing(FileRow::major, NUMBER).thenComparing(FileRow::minor, NUMBER);

    private final EdsPackageRepository packages;
    private final DescriptionService descriptions;
    private final CacheTags cache;
    private final Clock clock;

    EdsPackageService(EdsPackageRepository packages, DescriptionService descriptions, CacheTags cache,
            Clock clock) {
        this.packages = packages;
        this.descriptions = descriptions;
        this.cache = cache;
        this.clock = clock;
    }

    /** Notes an archive with EDS files down, or that it came again. */
    void onImported(@Observes ImportedArchive archive) {
        List<ImportedFile> files = archive.files().stream().filter(file -> file.stored(EdsFormat.KIND)).toList();
        if (files.isEmpty()) {
            return;
        }
        Collection<DescriptionSummary> summaries = descriptions.summaries(files.stream().map(ImportedFile::id).toList())
                .values();
        long id = packages.save(archive.origin(), common(summaries, DescriptionSummary::vendorName),
                common(summaries, DescriptionSummary::productName), clock.instant(), archive.by());
        for (ImportedFile file : files) {
            packages.saveFile(id, file.id(), archive.origin().within(file.file()));
        }
        cache.descriptionsChange(List.of());
    }

    /** The one value that all have, else null. */
    private static String common(Collection<DescriptionSummary> files, Function<DescriptionSummary, String> value) {
        List<String> distinct = files.stream().map(value).map(text -> text == null ? "" : text).distinct().limit(2)
                .toList();
        return distinct.size() == 1 && !distinct.get(0).isEmpty() ? distinct.get(0) : null;
    }

    /** Id of the package of a ZIP, by the SHA-256 of its bytes. */
    @Transactional
    Optional<Long> find(String sha256) {
        return packages.find(sha256);
    }

    /** One page of packages, newest first. */
    @Transactional
    Page<EdsPackageEntry> list(PageRequest page) {
        return packages.page(page);
    }

    /**
     * A package with its files.
     *
     * @throws ApiException 404 when there is none
     */
    @Transactional
    EdsPackageDetail get(long id) {
        EdsPackageRepository.Package row = packages.find(id)
                .orElseThrow(() -> ApiException.notFound("No EDS package has the id " + id + "."));
        List<FileRow> files = packages.files(id);
        Map<String, FileRow> latest = new HashMap<>();
        for (FileRow file : files) {
            latest.merge(line(file), file, (one, other) -> AGE.compare(other, one) > 0 ? other : one);
        }
        List<PackedEds> packed = files.stream().map(file -> new PackedEds(file.id(), file.productName(), file.variant(),
                file.versionFolder(), AGE.compare(file, latest.get(line(file))) == 0, file.vendorCode(),
                file.productCode(), file.major(), file.minor(), file.catalogNumber(), file.path())).toList();
        EdsPackageEntry entry = row.entry();
        return new EdsPackageDetail(entry.id(), entry.packageName(), entry.uploadDate(), entry.totalEdsFiles(),
                entry.totalVersions(), entry.vendorName(), entry.productName(), entry.checksum(), entry.byteSize(),
                files.stream().sorted(AGE.reversed()).map(EdsPackageService::version).distinct().toList(),
                files.stream().map(FileRow::variant).distinct().sorted().toList(), row.readmeName(),
                row.readmeContent(), packed);
    }

    /** What successive versions of a file have in common. */
    private static String line(FileRow file) {
        return file.variant() + '/' + file.vendorCode() + '/' + file.productCode();
    }

    private static String version(FileRow file) {
        return file.versionFolder() != null
                ? file.versionFolder()
                : "V" + (file.major() == null ? "?" : file.major()) + "." + (file.minor() == null ? 0 : file.minor());
    }

    private static int compare(List<Integer> one, List<Integer> other) {
        for (int i = 0; i < Math.max(one.size(), other.size()); i++) {
            int order = Integer.compare(i < one.size() ? one.get(i) : 0, i < other.size() ? other.get(i) : 0);
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    void onRemoving(@Observes DescriptionEvents.Removing event) {
        packages.deleteOnlyOf(event.id());
    }

    /**
     * A package with its files.
     *
     * @param versions distinct version folders, or revisions where it has none, newest first
     * @param variants distinct variants
     * @param readmeName name of its readme, absent if it has none
     * @param readmeContent text of its readme
     * @param edsFiles its EDS files that are in the catalog
     */
    @RegisterForReflection
    record EdsPackageDetail(long id, String packageName, Instant uploadDate, int totalEdsFiles, int totalVersions,
            String vendorName, String productName, String checksum, long byteSize, List<String> versions,
            List<String> variants, String readmeName, String readmeContent,
            List<PackedEds> edsFiles) implements Sparse {

        /**
         * An EDS file of a package.
         *
         * @param id catalog id of the file
         * @param variantType variant, from the folders of the package; {@code generic} where they name none
         * @param versionFolder folder {@code V<major>.<minor>}, absent if there is none
         * @param isLatestVersion whether it is the newest of its variant and device in this package
         * @param filePath path in the package
         */
        @RegisterForReflection
        public record PackedEds(long id, String productName, String variantType, String versionFolder,
                boolean isLatestVersion, long vendorCode, long productCode, Integer majorRevision,
                Integer minorRevision,
                String catalogNumber, String filePath) implements Sparse {}
    }
}
