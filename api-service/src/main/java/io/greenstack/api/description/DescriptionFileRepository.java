package io.greenstack.api.description;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.greenstack.descriptions.FileRole;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** Access to the original files of descriptions. */
@ApplicationScoped
public class DescriptionFileRepository implements PanacheRepositoryBase<DescriptionFile, Long> {

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
}
