package io.greenstack.api.description;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.greenstack.api.platform.JsonText;
import io.greenstack.api.platform.Sql;
import io.greenstack.core.processdata.LayoutJson;
import io.greenstack.core.processdata.ProcessDataLayout;
import io.greenstack.descriptions.ParameterRow;
import io.greenstack.descriptions.ReadDescription;
import io.greenstack.descriptions.Release;
import io.greenstack.descriptions.archive.Hashes;

/**
 * Statements on descriptions and their side tables. One is written in four round trips, whatever its size: a library has
 * thousands of them, with a hundred parameters each.
 */
@ApplicationScoped
class DescriptionRows {

    private static final int MAX_RELEASES = 1000;
    private static final String INSERT_PARAMETERS = """
            insert into description_parameter (description_id, ordinal, variable_id, iodd_index, subindex, name,
                description, data_type, access_rights, unit)
            select :id, p.ordinal - 1, p.variable_id, p.iodd_index, p.subindex, p.name, p.description, p.data_type,
                p.access_rights, p.unit
            from unnest(:ids, :indexes, :subindexes, :names, :descriptions, :types, :rights, :units)
                with ordinality as p (variable_id, iodd_index, subindex, name, description, data_type, access_rights,
                unit, ordinal)""";

    private final Sql sql;

    DescriptionRows(Sql sql) {
        this.sql = sql;
    }

    /** Writes a description with everything that belongs to it; answers its id. */
    long insert(ReadDescription read, int version, Instant now, String by) {
        long id = documents(sql.query("""
                insert into description (kind, vendor_id, device_id, vendor_name, product_name, product_family,
                    product_ids, format_version, file_version, major_revision, minor_revision, release_date, file_name,
                    sha256, byte_size, parameter_count, finding_count, detail, model, layout, findings, view_version,
                    imported_at, imported_by)
                values (:kind, :vendor, :device, :vendorName, :product, :family, :productIds, :formatVersion,
                    :fileVersion, :major, :minor, :date, :fileName, :sha256, :size, :parameters, :findingCount,
                    cast(:detail as jsonb), cast(:model as jsonb), cast(:layout as jsonb), cast(:findings as jsonb),
                    :version, :now, :by)
                returning id"""), read, version)
                .bind("kind", read.kind()).bind("vendor", read.identity().vendorId())
                .bind("device", read.identity().deviceId()).bind("vendorName", read.product().vendorName())
                .bind("product", read.product().name()).bind("family", read.product().family())
                .array("productIds", "text", read.identity().productIds())
                .bind("formatVersion", read.edition().formatVersion())
                .bind("fileVersion", read.edition().fileVersion()).bind("major", read.edition().major())
                .bind("minor", read.edition().minor()).bind("date", read.edition().date())
                .bind("fileName", read.fileName()).bind("sha256", read.sha256()).bind("size", read.byteSize())
                .bind("now", now).bind("by", by).one(row -> row.number("id"));
        Set<Long> deviceIds = new LinkedHashSet<>(read.identity().additionalDeviceIds());
        deviceIds.add(read.identity().deviceId());
        sql.query("insert into description_identity (description_id, vendor_id, device_id) "
                + "select :id, :vendor, unnest(:devices)").bind("id", id).bind("vendor", read.identity().vendorId())
                .array("devices", "bigint", deviceIds).update();
        insertParameters(id, read.parameters());
        sql.query("insert into description_file (description_id, role, name, purpose, media_type, byte_size, sha256, "
                + "content) values (:id, :role, :name, :purpose, :type, :size, :sha256, :content)").bind("id", id)
                .batch(read.files(), (row, file) -> row.bind("role", file.role()).bind("name", file.name())
                        .bind("purpose", file.purpose()).bind("type", file.mediaType())
                        .bind("size", file.content().length).bind("sha256", Hashes.sha256Hex(file.content()))
                        .bind("content", file.content()));
        return id;
    }

    private static Sql.Query documents(Sql.Query query, ReadDescription read, int version) {
        return query.bind("detail", JsonText.storable(read.detail())).bind("model", JsonText.storable(read.model()))
                .bind("layout", JsonText.storable(LayoutJson.write(read.layout())))
                .bind("findings", JsonText.storable(read.findingsJson())).bind("findingCount", read.findings().size())
                .bind("parameters", read.parameters().size()).bind("version", version);
    }

    private void insertParameters(long id, List<ParameterRow> rows) {
        if (!rows.isEmpty()) {
            sql.query(INSERT_PARAMETERS).bind("id", id).array("ids", "text", rows, ParameterRow::variableId)
                    .array("indexes", "integer", rows, ParameterRow::index)
                    .array("subindexes", "integer", rows, ParameterRow::subindex)
                    .array("names", "text", rows, ParameterRow::name)
                    .array("descriptions", "text", rows, ParameterRow::description)
                    .array("types", "text", rows, ParameterRow::dataType)
                    .array("rights", "text", rows, ParameterRow::accessRights)
                    .array("units", "text", rows, ParameterRow::unit).update();
        }
    }

    /** Ids of descriptions whose documents an older version made; locked, those that another transaction holds left out. */
    List<Long> lockStale(String kind, int version, int limit) {
        return sql.query("select id from description where kind = :kind and view_version < :version order by id "
                + "limit :limit for no key update skip locked").bind("kind", kind).bind("version", version)
                .bind("limit", limit).list(row -> row.number("id"));
    }

    /** Has all descriptions read anew, whatever version read them; answers how many there are. */
    long markStale() {
        sql.query("update description set view_version = -1 where view_version >= 0").update();
        return stale();
    }

    /** How many are still to be read because somebody wants it. */
    long stale() {
        return sql.query("select count(*) as stale from description where view_version < 0")
                .one(row -> row.number("stale"));
    }

    /** Writes the documents and parameters of a description anew; answers whether what devices are told of it has changed. */
    boolean renew(long id, ReadDescription read, int version) {
        Published before = published(id);
        documents(sql.query("""
                update description set detail = cast(:detail as jsonb), model = cast(:model as jsonb),
                    layout = cast(:layout as jsonb), findings = cast(:findings as jsonb),
                    finding_count = :findingCount, parameter_count = :parameters, view_version = :version
                where id = :id"""), read, version).bind("id", id).update();
        sql.query("delete from description_parameter where description_id = :id").bind("id", id).update();
        insertParameters(id, read.parameters());
        return !published(id).equals(before);
    }

    private record Published(ProcessDataLayout layout, String events) {}

    private Published published(long id) {
        return sql.query("select layout, detail -> '" + StoredDocuments.EVENTS + "' as events from description "
                + "where id = :id").bind("id", id)
                .one(row -> new Published(LayoutJson.read(row.text("layout")), row.text("events")));
    }

    /** Keeps the documents of a description as they are, as if a version had made them. */
    void keep(long id, int version) {
        sql.query("update description set view_version = :version where id = :id").bind("version", version)
                .bind("id", id).update();
    }

    /** Product names by language as JSON, of those of some descriptions that have them. */
    Map<Long, String> productNames(Collection<Long> ids) {
        return sql.query("select id, product_names from description where id = any(:ids) and product_names is not null")
                .array("ids", "bigint", ids).list(row -> Map.entry(row.number("id"), row.text("product_names")))
                .stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Device ids that a description answers to. */
    List<Long> deviceIds(long id) {
        return sql.query("select device_id from description_identity where description_id = :id").bind("id", id)
                .list(row -> row.number("device_id"));
    }

    /** Releases for an identity in no order; they are few, so a handful of rows is read. */
    List<Release> releases(String kind, long vendorId, long deviceId) {
        return sql.query("""
                select d.id, d.vendor_name, d.product_ids, d.major_revision, d.minor_revision, d.release_date,
                    d.file_version
                from description_identity i join description d on d.id = i.description_id
                where i.vendor_id = :vendor and i.device_id = :device and d.kind = :kind
                order by d.id desc limit :limit""").bind("vendor", vendorId).bind("device", deviceId)
                .bind("kind", kind).bind("limit", MAX_RELEASES)
                .list(row -> new Release(row.number("id"), row.text("vendor_name"), row.texts("product_ids"),
                        row.get("major_revision", Integer.class), row.get("minor_revision", Integer.class),
                        row.get("release_date", LocalDate.class), row.text("file_version")));
    }

    /** Locks a description against being bound to while it is deleted; false when it is not there. */
    boolean lockForDelete(long id, String kind) {
        return sql.query("select id from description where id = :id and (:kind = '' or kind = :kind) for update")
                .bind("id", id).bind("kind", kind == null ? "" : kind).first(row -> true).isPresent();
    }

    /** Deletes a description; the database takes along whatever belongs to it. */
    void remove(long id) {
        sql.query("delete from description where id = :id").bind("id", id).update();
    }
}
