package io.greenstack.api.imports;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import io.greenstack.api.description.DescriptionKind;
import io.greenstack.api.description.DescriptionService;
import io.greenstack.api.description.StoredDescription;
import io.greenstack.api.description.StoredDescription.Outcome;
import io.greenstack.api.eds.packages.EdsPackageDraft;
import io.greenstack.api.eds.packages.EdsPackageService;
import io.greenstack.descriptions.ReadDescription;

/** Stores what was read of a unit in one transaction. */
@ApplicationScoped
public class UnitStore {

    private final DescriptionService descriptions;
    private final EdsPackageService packages;

    @Inject
    public UnitStore(DescriptionService descriptions, EdsPackageService packages) {
        this.descriptions = descriptions;
        this.packages = packages;
    }

    /**
     * Stores all files of a unit, or none.
     *
     * @param by name of the principal that imports
     */
    @Transactional
    StoredUnit store(ReadUnit unit, String by) {
        List<ReadDescription> drafts = unit.files().stream().map(ReadUnit.ReadFile::draft)
                .filter(draft -> draft != null).toList();
        List<StoredDescription> results = drafts.isEmpty() ? List.of() : descriptions.store(drafts, by);
        Map<ReadDescription, StoredDescription> byDraft = new IdentityHashMap<>();
        for (int i = 0; i < drafts.size(); i++) {
            byDraft.put(drafts.get(i), results.get(i));
        }
        List<StoredUnit.File> files = new ArrayList<>();
        for (ReadUnit.ReadFile file : unit.files()) {
            files.add(new StoredUnit.File(file.path(), file.draft() == null
                    ? new StoredDescription(file.known(), Outcome.KNOWN, null)
                    : byDraft.get(file.draft())));
        }
        return new StoredUnit(files, unit.refused(), unit.ignored(), notePackage(unit.origin(), files, by));
    }

    /** Stores all units of an upload, or none. */
    @Transactional
    StoredUpload storeAll(List<ReadUnit> units, String by) {
        return new StoredUpload(units.stream().map(unit -> store(unit, by)).toList());
    }

    private Long notePackage(PackageOrigin origin, List<StoredUnit.File> files, String by) {
        List<StoredUnit.File> eds = files.stream().filter(file -> file.summary().kind() == DescriptionKind.EDS)
                .toList();
        if (origin == null || eds.isEmpty()) {
            return null;
        }
        return packages.save(new EdsPackageDraft(origin.name(), origin.sha256(), origin.byteSize(),
                common(eds.stream().map(file -> file.summary().vendorName())),
                common(eds.stream().map(file -> file.summary().productName())), origin.readmeName(), origin.readme(),
                eds.stream().map(file -> new EdsPackageDraft.Member(origin.within(file.path()), file.summary().id()))
                        .toList()),
                by);
    }

    /** The one value that all have, else null. */
    private static String common(Stream<String> values) {
        List<String> distinct = values.map(value -> value == null ? "" : value).distinct().limit(2).toList();
        return distinct.size() == 1 && !distinct.get(0).isEmpty() ? distinct.get(0) : null;
    }
}
