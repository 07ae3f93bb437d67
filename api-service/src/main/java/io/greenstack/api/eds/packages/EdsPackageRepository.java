package io.greenstack.api.eds.packages;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;

import io.greenstack.api.platform.Page;
import io.greenstack.api.platform.PageRequest;

/** Access to the tables of packages. */
@ApplicationScoped
public class EdsPackageRepository {

    private static final String ENTRY = "select p.id, p.name, p.imported_at, count(f.description_id) as files, "
            + "count(distinct coalesce(f.version_folder, 'V' || d.major_revision || '.' || coalesce(d.minor_revision, 0))) "
            + "as versions, p.vendor_name, p.product_name, p.sha256, p.byte_size, p.readme_name, p.readme_content "
            + "from eds_package p join eds_package_file f on f.package_id = p.id join description d on d.id = f.description_id";

    private final EntityManager entities;

    @Inject
    public EdsPackageRepository(EntityManager entities) {
        this.entities = entities;
    }

    /** A row of the table of packages. */
    record Row(EdsPackageEntry entry, String readmeName, String readmeContent) {}

    /** A row of the table of files. */
    record FileRow(long id, String productName, String variant, String versionFolder, long vendorCode, long productCode,
            Integer major, Integer minor, String catalogNumber, String path) {}

    /** Makes a row for a package unless there is one; answers its id. */
    long save(EdsPackageDraft draft, Instant now, String by) {
        Object id = entities
                .createNativeQuery("insert into eds_package (sha256, name, byte_size, vendor_name, product_name, "
                        + "readme_name, readme_content, imported_at, imported_by) values (:sha256, :name, :size, :vendor, :product, "
                        + ":readmeName, :readme, :now, :by) on conflict (sha256) do update set sha256 = excluded.sha256 returning id",
                        Long.class)
                .setParameter("sha256", draft.sha256()).setParameter("name", draft.name())
                .setParameter("size", draft.byteSize()).setParameter("vendor", draft.vendorName())
                .setParameter("product", draft.productName()).setParameter("readmeName", draft.readmeName())
                .setParameter("readme", draft.readmeContent()).setParameter("now", now).setParameter("by", by)
                .getSingleResult();
        return (Long) id;
    }

    /** Notes that a file came in a package, at a path. */
    void saveFile(long packageId, EdsPackageDraft.Member file, PackagePath path) {
        entities.createNativeQuery(
                "insert into eds_package_file (package_id, description_id, path, variant, version_folder) "
                        + "values (:package, :description, :path, :variant, :version) on conflict (package_id, path) "
                        + "do update set description_id = excluded.description_id")
                .setParameter("package", packageId).setParameter("description", file.descriptionId())
                .setParameter("path", file.path()).setParameter("variant", path.variant())
                .setParameter("version", path.versionFolder()).executeUpdate();
    }

    /** One page of packages, newest first. */
    @SuppressWarnings("unchecked")
    Page<EdsPackageEntry> page(PageRequest page) {
        List<Tuple> rows = entities.createNativeQuery(ENTRY + " group by p.id order by p.id desc", Tuple.class)
                .setFirstResult((int) Math.min(Integer.MAX_VALUE, page.offset())).setMaxResults(page.size())
                .getResultList();
        Number total = (Number) entities.createNativeQuery("select count(*) from eds_package p where exists "
                + "(select 1 from eds_package_file f where f.package_id = p.id)", Long.class).getSingleResult();
        return new Page<>(rows.stream().map(row -> row(row).entry()).toList(), total.longValue(), page);
    }

    /** A package. */
    @SuppressWarnings("unchecked")
    Optional<Row> find(long id) {
        List<Tuple> rows = entities.createNativeQuery(ENTRY + " where p.id = :id group by p.id", Tuple.class)
                .setParameter("id", id).getResultList();
        return rows.stream().map(EdsPackageRepository::row).findFirst();
    }

    private static Row row(Tuple row) {
        EdsPackageEntry entry = new EdsPackageEntry(row.get(0, Number.class).longValue(), row.get(1, String.class),
                row.get(2, Instant.class), row.get(3, Number.class).intValue(), row.get(4, Number.class).intValue(),
                row.get(5, String.class), row.get(6, String.class), row.get(7, String.class),
                row.get(8, Number.class).longValue());
        return new Row(entry, row.get(9, String.class), row.get(10, String.class));
    }

    /** Files of a package in the order of their paths. */
    @SuppressWarnings("unchecked")
    List<FileRow> files(long packageId) {
        List<Tuple> rows = entities
                .createNativeQuery("select d.id, d.product_name, f.variant, f.version_folder, d.vendor_id, "
                        + "d.device_id, d.major_revision, d.minor_revision, d.detail->>'catalog_number', f.path from eds_package_file f "
                        + "join description d on d.id = f.description_id where f.package_id = :id order by f.path",
                        Tuple.class)
                .setParameter("id", packageId).getResultList();
        return rows.stream().map(row -> new FileRow(row.get(0, Number.class).longValue(), row.get(1, String.class),
                row.get(2, String.class), row.get(3, String.class), row.get(4, Number.class).longValue(),
                row.get(5, Number.class).longValue(), row.get(6, Integer.class), row.get(7, Integer.class),
                row.get(8, String.class), row.get(9, String.class))).toList();
    }

    /** Deletes the packages whose only file is this description. */
    void deleteOnlyOf(long descriptionId) {
        entities.createNativeQuery("delete from eds_package p where exists (select 1 from eds_package_file f "
                + "where f.package_id = p.id and f.description_id = :id) and not exists (select 1 from eds_package_file f "
                + "where f.package_id = p.id and f.description_id <> :id)").setParameter("id", descriptionId)
                .executeUpdate();
    }
}
