package io.greenstack.api.eds.packages;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.greenstack.api.eds.EdsService;
import io.greenstack.api.imports.PackageOrigin;
import io.greenstack.api.platform.Page;
import io.greenstack.api.platform.PageRequest;
import io.greenstack.api.platform.Sql;
import io.greenstack.descriptions.Sparse;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** Access to the tables of packages. */
@ApplicationScoped
class EdsPackageRepository {

    private static final String ENTRY = """
            select p.id, p.name, p.imported_at, count(f.description_id) as files,
                count(distinct coalesce(f.version_folder,
                    'V' || d.major_revision || '.' || coalesce(d.minor_revision, 0))) as versions,
                p.vendor_name, p.product_name, p.sha256, p.byte_size, p.readme_name, p.readme_content
            from eds_package p join eds_package_file f on f.package_id = p.id
                join description d on d.id = f.description_id""";

    private final Sql sql;

    EdsPackageRepository(Sql sql) {
        this.sql = sql;
    }

    /** A row of the table of packages. */
    record Package(EdsPackageEntry entry, String readmeName, String readmeContent) {}

    /** A row of the table of files. */
    record FileRow(long id, String productName, String variant, String versionFolder, long vendorCode, long productCode,
            Integer major, Integer minor, String catalogNumber, String path) {}

    /** Makes a row for a package unless there is one; answers its id. */
    long save(PackageOrigin zip, String vendor, String product, Instant now, String by) {
        return sql
                .query("""
                        insert into eds_package (sha256, name, byte_size, vendor_name, product_name, readme_name, readme_content,
                            imported_at, imported_by)
                        values (:sha256, :name, :size, :vendor, :product, :readmeName, :readme, :now, :by)
                        on conflict (sha256) do update set sha256 = excluded.sha256 returning id""")
                .bind("sha256", zip.sha256()).bind("name", zip.name()).bind("size", zip.byteSize())
                .bind("vendor", vendor).bind("product", product).bind("readmeName", zip.readmeName())
                .bind("readme", zip.readme()).bind("now", now).bind("by", by).one(row -> row.number("id"));
    }

    /** Notes that a file came in a package, at a path. */
    void saveFile(long packageId, long descriptionId, String path) {
        PackagePath folders = PackagePath.of(path);
        sql.query("""
                insert into eds_package_file (package_id, description_id, path, variant, version_folder)
                values (:package, :description, :path, :variant, :version)
                on conflict (package_id, path) do update set description_id = excluded.description_id""")
                .bind("package", packageId).bind("description", descriptionId).bind("path", path)
                .bind("variant", folders.variant()).bind("version", folders.versionFolder()).update();
    }

    /** Id of the package of a ZIP. */
    Optional<Long> find(String sha256) {
        return sql.query("select id from eds_package where sha256 = :sha256").bind("sha256", sha256)
                .first(row -> row.number("id"));
    }

    /** One page of packages, newest first. */
    Page<EdsPackageEntry> page(PageRequest page) {
        return sql.query(ENTRY + " group by p.id order by p.id desc").page(page, "select count(*) from eds_package p "
                + "where exists (select 1 from eds_package_file f where f.package_id = p.id)",
                row -> entry(row).entry());
    }

    /** A package. */
    Optional<Package> find(long id) {
        return sql.query(ENTRY + " where p.id = :id group by p.id").bind("id", id).first(EdsPackageRepository::entry);
    }

    private static Package entry(Sql.Row row) {
        EdsPackageEntry entry = new EdsPackageEntry(row.number("id"), row.text("name"), row.instant("imported_at"),
                (int) row.number("files"), (int) row.number("versions"), row.text("vendor_name"),
                row.text("product_name"), row.text("sha256"), row.number("byte_size"));
        return new Package(entry, row.text("readme_name"), row.text("readme_content"));
    }

    /** Files of a package in the order of their paths. */
    List<FileRow> files(long packageId) {
        return sql.query("select d.id, d.product_name, f.variant, f.version_folder, d.vendor_id, d.device_id, "
                + "d.major_revision, d.minor_revision, " + EdsService.CATALOG_NUMBER + " as catalog_number, f.path "
                + "from eds_package_file f join description d on d.id = f.description_id where f.package_id = :id "
                + "order by f.path").bind("id", packageId)
                .list(row -> new FileRow(row.number("id"), row.text("product_name"), row.text("variant"),
                        row.text("version_folder"), row.number("vendor_id"), row.number("device_id"),
                        row.get("major_revision", Integer.class), row.get("minor_revision", Integer.class),
                        row.text("catalog_number"), row.text("path")));
    }

    /** Deletes the packages whose only file is this description. */
    void deleteOnlyOf(long descriptionId) {
        sql.query("""
                delete from eds_package p
                where exists (select 1 from eds_package_file f where f.package_id = p.id and f.description_id = :id)
                    and not exists (select 1 from eds_package_file f
                        where f.package_id = p.id and f.description_id <> :id)""").bind("id", descriptionId).update();
    }

    /**
     * A package as lists show it.
     *
     * @param id id among packages
     * @param packageName file name of the ZIP
     * @param uploadDate when it was imported first
     * @param totalEdsFiles EDS files of it that are in the catalog
     * @param totalVersions distinct version folders, or revisions where it has none
     * @param vendorName vendor, absent if its files are of several
     * @param productName product, absent if its files are of several
     * @param checksum SHA-256 of the ZIP
     * @param byteSize octets of the ZIP
     */
    @RegisterForReflection
    record EdsPackageEntry(long id, String packageName, Instant uploadDate, int totalEdsFiles, int totalVersions,
            String vendorName, String productName, String checksum, long byteSize) implements Sparse {}
}
