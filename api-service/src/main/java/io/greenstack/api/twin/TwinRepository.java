package io.greenstack.api.twin;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.greenstack.api.platform.Sql;
import io.greenstack.api.twin.model.Twin;
import io.greenstack.api.twin.model.Twin.Section;

/**
 * Access to the table of twins: a few statements for any number of devices, because twins are written as often as devices
 * report. Rows are locked in the order of their ids, so that two batches never wait for each other.
 */
@ApplicationScoped
class TwinRepository {

    private static final String SELECT = "select device_id, version, desired, reported, metadata, desired_version, "
            + "delta_version, published_version, reported_at, deleted, created_at, updated_at from device_shadow ";

    private final Sql sql;
    private final TwinCodec codec;

    public TwinRepository(Sql sql, TwinCodec codec) {
        this.sql = sql;
        this.codec = codec;
    }

    /** Twins as they are. */
    List<StoredTwin> find(Collection<String> deviceIds) {
        return sql.query(SELECT + "where device_id = any(:ids)").array("ids", "text", deviceIds).list(this::read);
    }

    /** Twins whose id follows the given one, in order. */
    List<StoredTwin> after(String deviceId, int limit) {
        return sql.query(SELECT + "where device_id > :id order by device_id limit :limit").bind("id", deviceId)
                .bind("limit", limit).list(this::read);
    }

    /** Twins that have messages due, locked. */
    List<StoredTwin> lockDue(int limit) {
        return sql.query(SELECT + "where (published_version < desired_version or published_version < delta_version) "
                + "order by device_id limit :limit for update").bind("limit", limit).list(this::read);
    }

    /** Twins by device, locked until the end of the transaction; those that are missing are made. */
    Map<String, StoredTwin> lock(Collection<String> deviceIds, Instant now) {
        TreeSet<String> missing = new TreeSet<>(deviceIds);
        Map<String, StoredTwin> twins = new LinkedHashMap<>();
        lockExisting(missing).forEach(twin -> twins.put(twin.deviceId(), twin));
        missing.removeAll(twins.keySet());
        if (!missing.isEmpty()) {
            sql.query("insert into device_shadow (device_id, created_at, updated_at) select id, :now, :now "
                    + "from unnest(:ids) as id order by id on conflict do nothing").bind("now", now)
                    .array("ids", "text", missing).update();
            lockExisting(missing).forEach(twin -> twins.put(twin.deviceId(), twin));
        }
        return twins;
    }

    /** Twins that there are, locked until the end of the transaction. */
    List<StoredTwin> lockExisting(Collection<String> deviceIds) {
        return sql.query(SELECT + "where device_id = any(:ids) order by device_id for update")
                .array("ids", "text", deviceIds).list(this::read);
    }

    /** Writes twins back that are locked. */
    void update(List<StoredTwin> twins) {
        if (twins.isEmpty()) {
            return;
        }
        sql.query(
                "update device_shadow s set version = n.version, desired = n.desired::json, reported = n.reported::json, "
                        + "metadata = n.metadata::json, desired_version = n.desired_version, delta_version = n.delta_version, "
                        + "reported_at = n.reported_at, deleted = n.deleted, updated_at = to_timestamp(n.updated_at / 1000.0) "
                        + "from unnest(:ids, :versions, :desired, :reported, :metadata, :desiredVersions, :deltaVersions, "
                        + ":reportedAt, :deleted, :updatedAt) as n(device_id, version, desired, reported, metadata, "
                        + "desired_version, delta_version, reported_at, deleted, updated_at) where s.device_id = n.device_id")
                .array("ids", "text", twins, StoredTwin::deviceId)
                .array("versions", "bigint", twins, stored -> stored.twin().version())
                .array("desired", "text", twins, stored -> stored.twin().desired().values())
                .array("reported", "text", twins, stored -> stored.twin().reported().values())
                .array("metadata", "text", twins, stored -> codec.metadata(stored.twin()))
                .array("desiredVersions", "bigint", twins, stored -> stored.twin().desiredVersion())
                .array("deltaVersions", "bigint", twins, stored -> stored.twin().deltaVersion())
                .array("reportedAt", "bigint", twins, stored -> stored.twin().reportedAt())
                .array("deleted", "boolean", twins, stored -> stored.twin().deleted())
                .array("updatedAt", "bigint", twins, stored -> stored.updatedAt().toEpochMilli()).update();
    }

    /** Notes up to which version the messages of twins, which are locked, are on their way. */
    void markPublished(List<StoredTwin> twins) {
        sql.query("update device_shadow s set published_version = n.version from unnest(:ids, :versions) "
                + "as n(device_id, version) where s.device_id = n.device_id")
                .array("ids", "text", twins, StoredTwin::deviceId)
                .array("versions", "bigint", twins, stored -> stored.twin().version()).update();
    }

    /** Makes the messages of all twins due again that ever had any. */
    int publishAllAnew() {
        return sql.query("update device_shadow set published_version = 0 where published_version > 0").update();
    }

    /** Makes the messages of twins due again of which a device still has something to take. */
    int publishAnew(Collection<String> deviceIds) {
        return sql.query("update device_shadow set published_version = 0 where device_id in (select device_id from "
                + "device_shadow where device_id = any(:ids) and delta_version > 0 and not deleted order by device_id "
                + "for update)").array("ids", "text", deviceIds).update();
    }

    private StoredTwin read(Sql.Row row) {
        ObjectNode metadata = codec.object(row.text("metadata"));
        Twin twin = new Twin(row.number("version"),
                new Section(codec.object(row.text("desired")), codec.leaves(metadata, "desired")),
                new Section(codec.object(row.text("reported")), codec.leaves(metadata, "reported")),
                codec.rejections(metadata), row.number("desired_version"), row.number("delta_version"),
                row.number("reported_at"), row.flag("deleted"), codec.marks(metadata));
        return new StoredTwin(row.text("device_id"), twin, row.number("published_version"), row.instant("created_at"),
                row.instant("updated_at"));
    }
}
