package io.greenstack.api.eds.packages;

import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import io.greenstack.api.description.DescriptionEvents;
import io.greenstack.api.eds.packages.EdsPackageDetail.PackedEds;
import io.greenstack.api.eds.packages.EdsPackageRepository.FileRow;
import io.greenstack.api.platform.ApiException;
import io.greenstack.api.platform.Page;
import io.greenstack.api.platform.PageRequest;

/** Remembers which EDS files came together in a vendor's ZIP. */
@ApplicationScoped
public class EdsPackageService {

    private static final Comparator<List<Integer>> VERSION = EdsPackageService::compare;
    private static final Comparator<Integer> NUMBER = Comparator.nullsFirst(Comparator.naturalOrder());
    private static final Comparator<FileRow> AGE = Comparator
            .comparing((FileRow file) -> PackagePath.numbers(file.versionFolder()), VERSION)
            .thenComparing(FileRow::major, NUMBER).thenComparing(FileRow::minor, NUMBER);

    private final EdsPackageRepository packages;
    private final Clock clock;

    @Inject
    public EdsPackageService(EdsPackageRepository packages, Clock clock) {
        this.packages = packages;
        this.clock = clock;
    }

    /** Notes a package down, or that it came again; to be called in the transaction that stores its files. Answers its id. */
    @Transactional
    public long save(EdsPackageDraft draft, String by) {
        long id = packages.save(draft, clock.instant(), by);
        for (EdsPackageDraft.Member file : draft.files()) {
            packages.saveFile(id, file, PackagePath.of(file.path()));
        }
        return id;
    }

    /** One page of packages, newest first. */
    @Transactional
    public Page<EdsPackageEntry> list(PageRequest page) {
        return packages.page(page);
    }

    /**
     * A package with its files.
     *
     * @throws ApiException 404 when there is none
     */
    @Transactional
    public EdsPackageDetail get(long id) {
        EdsPackageRepository.Row row = packages.find(id)
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
}
