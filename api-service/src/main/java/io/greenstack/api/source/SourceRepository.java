package io.greenstack.api.source;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.greenstack.api.platform.Page;
import io.greenstack.api.platform.PageRequest;
import io.greenstack.api.platform.Sql;

/** Access to what was tried and fetched. */
@ApplicationScoped
class SourceRepository {

    private static final long LOCK = 0x696f6464736f75L;
    /** A port in digital mode has the ids 0; there is nothing to ask for. */
    private static final String WAITING = " from (select vendor_id, device_id, count(*) as devices from device where "
            + "description_id is null and kind = 'IODD' and vendor_id > 0 and device_id > 0 group by vendor_id, device_id) d "
            + "left join description_fetch f using (vendor_id, device_id)";

    private final Sql sql;

    SourceRepository(Sql sql) {
        this.sql = sql;
    }

    /** Whether no other replica fetches; holds until the end of the transaction. */
    boolean lock() {
        return sql.query("select pg_try_advisory_xact_lock(:key) as locked").bind("key", LOCK)
                .one(row -> row.flag("locked"));
    }

    /** The identity that is due and that most devices wait for. */
    Optional<MissingFetch> next(Instant now) {
        return sql.query("select d.vendor_id, d.device_id, d.devices, f.state, f.code, f.detail, f.tries, f.tried_at, "
                + "f.next_try_at" + WAITING + " where f.next_try_at is null or f.next_try_at <= :now "
                + "order by d.devices desc, d.vendor_id, d.device_id limit 1").bind("now", now)
                .first(SourceRepository::read);
    }

    /** What is missing and what was tried, those of most devices first. */
    Page<MissingFetch> missing(PageRequest page) {
        return sql.query("select d.vendor_id, d.device_id, d.devices, f.state, f.code, f.detail, f.tries, f.tried_at, "
                + "f.next_try_at" + WAITING + " order by d.devices desc, d.vendor_id, d.device_id")
                .page(page, "select count(*)" + WAITING, SourceRepository::read);
    }

    private static MissingFetch read(Sql.Row row) {
        FetchState state = row.constant("state", FetchState.class);
        return new MissingFetch(row.number("vendor_id"), row.number("device_id"), row.number("devices"),
                state == null ? FetchState.WAITING : state, row.text("code"), row.text("detail"),
                (int) row.number("tries"), row.instant("tried_at"), row.instant("next_try_at"));
    }

    void tried(long vendorId, long deviceId, FetchState state, String code, String detail, Instant now,
            Duration again) {
        sql.query("""
                insert into description_fetch (vendor_id, device_id, state, code, detail, tries, tried_at, next_try_at)
                values (:vendor, :device, :state, :code, :detail, 1, :now, :next)
                on conflict (vendor_id, device_id) do update set state = excluded.state, code = excluded.code,
                detail = excluded.detail, tries = description_fetch.tries + 1, tried_at = excluded.tried_at,
                next_try_at = excluded.next_try_at""").bind("vendor", vendorId).bind("device", deviceId)
                .bind("state", state).bind("code", code)
                .bind("detail", detail.length() > 1_000 ? detail.substring(0, 1_000) : detail.replace("\0", ""))
                .bind("now", now).bind("next", now.plus(again)).update();
    }

    /** Everything may be tried again at once. */
    int forget() {
        return sql.query("delete from description_fetch where state <> 'FETCHED'").update();
    }

    void came(long descriptionId, String address, SourceDriver driver, Instant now, String who) {
        sql.query("""
                insert into description_origin (description_id, address, iodd_id, status, fetched_at, fetched_by)
                values (:id, :address, :iodd, :status, :now, :who) on conflict (description_id) do nothing""")
                .bind("id", descriptionId).bind("address", address).bind("iodd", driver.ioddId())
                .bind("status", driver.status()).bind("now", now).bind("who", who).update();
    }

    /** Where the newest descriptions came from that were fetched. */
    List<FetchedDescription> fetched(Long descriptionId, int most) {
        return sql.query("""
                select o.*, d.vendor_id, d.device_id, d.product_name from description_origin o
                join description d on d.id = o.description_id where (:id::bigint is null or o.description_id = :id)
                order by o.fetched_at desc, o.description_id desc limit :most""").bind("id", descriptionId)
                .bind("most", most)
                .list(row -> new FetchedDescription(row.number("description_id"), row.number("vendor_id"),
                        row.number("device_id"), row.text("product_name"), row.text("address"), row.number("iodd_id"),
                        row.text("status"), row.instant("fetched_at"), row.text("fetched_by")));
    }
}
