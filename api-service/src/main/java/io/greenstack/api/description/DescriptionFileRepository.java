package io.greenstack.api.description;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.greenstack.descriptions.DescriptionPackage;
import io.greenstack.descriptions.FileRole;
import io.greenstack.descriptions.archive.ArchiveEntry;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** Access to the original files of descriptions. */
@ApplicationScoped
class DescriptionFileRepository implements PanacheRepositoryBase<DescriptionFile, Long> {

    private static final String SUMMARY = "select new io.greenstack.api.description.FileSummary(f.id, f.descriptionId, "
            + "f.role, f.name, f.purpose, f.mediaType, f.byteSize, f.sha256) from DescriptionFile f";

    List<FileSummary> of(long descriptionId) {
        return getEntityManager()
                .createQuery(SUMMARY + " where f.descriptionId = :id order by f.id", FileSummary.class)
                .setParameter("id", descriptionId).getResultList();
    }

    Optional<FileSummary> summary(long descriptionId, long fileId) {
        return getEntityManager()
                .createQuery(SUMMARY + " where f.descriptionId = :id and f.id = :file", FileSummary.class)
                .setParameter("id", descriptionId).setParameter("file", fileId).getResultStream().findFirst();
    }

    Optional<DescriptionFile> main(long descriptionId) {
        return find("descriptionId = ?1 and role = ?2", descriptionId, FileRole.MAIN).firstResultOptional();
    }

    /** The stored files of a description as its format reads them. */
    DescriptionPackage packageOf(long descriptionId, String kind) {
        Map<FileRole, List<ArchiveEntry>> files = find("descriptionId = ?1 order by id", descriptionId).stream()
                .collect(Collectors.groupingBy(file -> file.role,
                        Collectors.mapping(file -> new ArchiveEntry(file.name, file.content), Collectors.toList())));
        return new DescriptionPackage(kind, files.get(FileRole.MAIN).get(0),
                files.getOrDefault(FileRole.LANGUAGE, List.of()),
                Stream.of(FileRole.IMAGE, FileRole.OTHER)
                        .flatMap(role -> files.getOrDefault(role, List.of()).stream()).toList());
    }
}
