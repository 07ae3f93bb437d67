package io.greenstack.api.device;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.greenstack.api.platform.ApiException;
import io.greenstack.api.platform.Conditions;
import io.greenstack.api.platform.Page;
import io.greenstack.api.platform.PageRequest;
import io.greenstack.api.platform.Sql;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** Access to the table of devices. */
@ApplicationScoped
class DeviceRepository implements PanacheRepositoryBase<Device, String> {

    private static final Map<String, String> SORTS = Map.of("device_id", "id", "name", "lower(name)",
            "registered_at", "registeredAt", "last_registered_at", "lastRegisteredAt",
            "last_seen", "lastSeenAt", "location", "lower(location)");

    private static final String MISSING = "select kind, vendor_id, device_id, "
            + "(array_agg(distinct product_id) filter (where product_id is not null))[1:20] as product_ids, "
            + "count(*) as devices, (array_agg(id order by id))[1:5] as examples, min(registered_at) as since from device "
            + "where description_id is null and kind is not null and vendor_id is not null and device_id is not null "
            + "group by kind, vendor_id, device_id order by count(*) desc, kind, vendor_id, device_id";

    private static final String MERGE_PRESENCES = "insert into device_presence as p (device_id, connection_state, "
            + "state_since, first_seen_at, last_seen_at, clock_ahead_ms) "
            + "select d.id, n.state, n.since, n.seen, n.seen, n.ahead "
            + "from unnest(:ids, :states, :since, :seen, :ahead) as n(device_id, state, since, seen, ahead) "
            + "join device d on d.id = n.device_id order by d.id on conflict (device_id) do update set "
            + "connection_state = coalesce(excluded.connection_state, p.connection_state), state_since = "
            + "case when excluded.connection_state is null then p.state_since else excluded.state_since end, "
            + "first_seen_at = coalesce(p.first_seen_at, excluded.first_seen_at), "
            + "last_seen_at = greatest(p.last_seen_at, excluded.last_seen_at), "
            + "clock_ahead_ms = coalesce(excluded.clock_ahead_ms, p.clock_ahead_ms)";

    private final Sql sql;

    public DeviceRepository(Sql sql) {
        this.sql = sql;
    }

    /** Makes a row unless there is one; true when it was made. Safe against a simultaneous registration. */
    boolean insertIfAbsent(String id, Instant now) {
        return sql.query("insert into device (id, registered_at, updated_at, last_registered_at) "
                + "values (:id, :now, :now, :now) on conflict (id) do nothing").bind("id", id).bind("now", now)
                .update() == 1;
    }

    /** A device, locked until the end of the transaction. */
    Optional<Device> lock(String id) {
        return find("id", id).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }

    /** Some devices, locked in the order of their ids. */
    List<Device> lock(Collection<String> ids) {
        return ids.isEmpty()
                ? List.of()
                : find("id in ?1 order by id", ids).withLock(LockModeType.PESSIMISTIC_WRITE).list();
    }

    /** Devices that are bound to a description, locked. */
    List<Device> lockBoundTo(long descriptionId) {
        return find("descriptionId = ?1 order by id", descriptionId).withLock(LockModeType.PESSIMISTIC_WRITE).list();
    }

    /** For each of some descriptions that has any: its id, how many devices are bound to it, how many of them automatically. */
    List<Object[]> countBoundTo(Collection<Long> descriptionIds) {
        return getEntityManager()
                .createQuery("select d.descriptionId, count(d), sum(case when d.binding = :automatic then 1L "
                        + "else 0L end) from Device d where d.descriptionId in :ids group by d.descriptionId",
                        Object[].class)
                .setParameter("automatic", BindingMode.AUTOMATIC).setParameter("ids", descriptionIds).getResultList();
    }

    /** Ids of the first devices that are bound to a description. */
    List<String> idsBoundTo(long descriptionId, int limit) {
        return getEntityManager()
                .createQuery("select d.id from Device d where d.descriptionId = :id order by d.id", String.class)
                .setParameter("id", descriptionId).setMaxResults(limit).getResultList();
    }

    /** Those of some devices that have a description and whose layout is in Redis. */
    Set<String> decodable(Collection<String> ids) {
        return new HashSet<>(getEntityManager()
                .createQuery("select d.id from Device d where d.id in :ids and d.descriptionId is not null "
                        + "and d.publishedRevision >= d.layoutRevision", String.class)
                .setParameter("ids", ids).getResultList());
    }

    /** Whether any device that is bound automatically has an identity that one of some descriptions is made for. */
    boolean anyAutomatic(Collection<Long> descriptionIds) {
        return sql.query("select exists (select 1 from device d join description_identity i "
                + "on i.vendor_id = d.vendor_id and i.device_id = d.device_id where d.binding = 'AUTOMATIC' "
                + "and i.description_id = any(:ids)) as found").array("ids", "bigint", descriptionIds)
                .one(row -> row.flag("found"));
    }

    /** Automatically bound devices of an identity, locked. */
    List<Device> lockAutomatic(String kind, long vendorId, Collection<Long> deviceIds) {
        return find("binding = ?1 and kind = ?2 and vendorId = ?3 and deviceId in ?4 order by id",
                BindingMode.AUTOMATIC,
                kind, vendorId, deviceIds).withLock(LockModeType.PESSIMISTIC_WRITE).list();
    }

    /** Ids after the given one, in order. */
    List<String> idsAfter(String id, int limit) {
        return getEntityManager().createQuery("select d.id from Device d where d.id > :id order by d.id", String.class)
                .setParameter("id", id).setMaxResults(limit).getResultList();
    }

    /** Ids of devices whose layout is not in Redis yet. */
    List<String> unpublished(int limit) {
        return getEntityManager()
                .createQuery("select d.id from Device d where d.publishedRevision < d.layoutRevision order by d.id",
                        String.class)
                .setMaxResults(limit).getResultList();
    }

    /**
     * One page of the list.
     *
     * @param silentBefore devices that were not heard of since count as silent
     */
    Page<Device> page(DeviceFilter filter, Instant silentBefore, String sort, PageRequest page) {
        Conditions wanted = new Conditions().contains(filter.text(), "id", "name", "location", "serial")
                .with("kind = :kind", "kind", filter.kind()).with("vendorId = :vendorId", "vendorId", filter.vendorId())
                .with("descriptionId = :descriptionId", "descriptionId", filter.descriptionId());
        if (filter.state() != null) {
            wanted.with(switch (filter.state()) {
                case BOUND -> "descriptionId is not null";
                case DESCRIPTION_MISSING ->
                    "descriptionId is null and vendorId is not null and deviceId is not null";
                case IDENTITY_MISSING -> "descriptionId is null and (vendorId is null or deviceId is null)";
            });
        }
        connection(filter.connection(), silentBefore, wanted);
        for (int i = 0; i < filter.labels().size(); i++) {
            wanted.label(filter.labels().get(i), "label" + i, "function('jsonb_extract_path_text', labels, %s)");
        }
        PanacheQuery<Device> query = find(wanted.where() + order(sort), wanted.values());
        return new Page<>(query.page(page.page() - 1, page.size()).list(), query.count(), page);
    }

    /** The same rules as in {@link DeviceConnection#judge}. */
    private static void connection(ConnectionStatus status, Instant silentBefore, Conditions wanted) {
        if (status == null) {
            return;
        }
        switch (status) {
            case CONNECTED -> wanted.with("not gone and lastSeenAt >= :silentBefore", "silentBefore", silentBefore);
            case DISCONNECTED -> wanted.with("gone");
            case SILENT -> wanted.with("not gone and (lastSeenAt < :silentBefore or lastSeenAt is null and "
                    + "connectionState is not null)", "silentBefore", silentBefore);
            case UNKNOWN -> wanted.with("not gone and lastSeenAt is null and connectionState is null");
        }
    }

    /** Identities of devices that have no description, those of most devices first. */
    Page<MissingDescription> missing(PageRequest page) {
        return sql.query(MISSING).page(page, "select count(*) from (" + MISSING + ") as missing",
                row -> new MissingDescription(row.text("kind"), row.number("vendor_id"),
                        row.number("device_id"), row.texts("product_ids"), row.number("devices"), row.texts("examples"),
                        row.instant("since")));
    }

    /** Merges what was noted; devices that are not registered are left out, and what is not known stays as it was. */
    void mergePresences(List<Presence> noted) {
        sql.query(MERGE_PRESENCES).array("ids", "text", noted, Presence::deviceId)
                .array("states", "text", noted, Presence::state).array("since", "timestamptz", noted, Presence::since)
                .array("seen", "timestamptz", noted, Presence::lastSeen)
                .array("ahead", "bigint", noted, Presence::clockAheadMs).update();
    }

    /** Notes that Redis may still have the layout of a deleted device. */
    void addRemoval(String deviceId, Instant now) {
        sql.query("insert into layout_removal (device_id, deleted_at) values (:id, :now) on conflict do nothing")
                .bind("id", deviceId).bind("now", now).update();
    }

    void cancelRemoval(String deviceId) {
        sql.query("delete from layout_removal where device_id = :id").bind("id", deviceId).update();
    }

    /** Deleted devices to remove from Redis; the rows stay locked until the end of the transaction. */
    List<String> lockRemovals(int limit) {
        return sql.query("select device_id from layout_removal order by deleted_at limit :limit for update skip locked")
                .bind("limit", limit).list(row -> row.text(1));
    }

    private static String order(String sort) {
        String wanted = sort == null || sort.isBlank() ? "device_id" : sort.strip();
        boolean descending = wanted.startsWith("-");
        String expression = SORTS.get(descending ? wanted.substring(1) : wanted);
        if (expression == null) {
            throw ApiException.invalidParameter("sort", "one of device_id, name, location, registered_at, "
                    + "last_registered_at, last_seen, "
                    + "with '-' before it for the reverse, is needed");
        }
        String direction = descending ? " desc" : " asc";
        return " order by " + expression + direction + " nulls last, id" + direction;
    }

    /**
     * A description that devices wait for: import its file and they are bound.
     *
     * @param kind kind of file
     * @param vendorId IO-Link vendor id or CIP vendor code
     * @param deviceId IO-Link device id or CIP product code
     * @param productIds product ids that the devices gave
     * @param devices how many devices wait
     * @param examples ids of some of them
     * @param since first registration of any of them
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record MissingDescription(String kind, long vendorId, long deviceId, List<String> productIds,
            long devices, List<String> examples, Instant since) {}
}
