package io.greenstack.api.master;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.greenstack.api.master.MasterReports.MasterReport;
import io.greenstack.api.master.MasterReports.PortReport;
import io.greenstack.api.platform.Page;
import io.greenstack.api.platform.PageRequest;
import io.greenstack.api.platform.Sql;

/** Access to what bridges say of masters and their ports. */
@ApplicationScoped
class MasterPortRepository {

    private final Sql sql;

    MasterPortRepository(Sql sql) {
        this.sql = sql;
    }

    /** The ports of a master, by number. */
    List<MasterPortView> ports(String masterId) {
        return sql.query(
                "select p.*, d.name as device_name, d.description_id, e.product_name as described from master_port p "
                        + "left join device d on d.id = p.device_id left join description e on e.id = d.description_id "
                        + "where p.master_id = :id order by p.port")
                .bind("id", masterId)
                .list(row -> new MasterPortView((int) row.number("port"), row.text("mode"), row.text("device_id"),
                        row.text("device_name"), row.get("vendor_id", Long.class),
                        row.get("iolink_device_id", Long.class), row.text("product"), row.text("serial"),
                        row.get("description_id", Long.class), row.text("described"), row.get("cycle_us", Long.class),
                        row.number("readings"), row.number("invalid"), row.instant("since")));
    }

    /** What hung on a port before, newest first. */
    Page<PortChangeView> changes(String masterId, int port, PageRequest page) {
        String found = " from master_port_change where master_id = :id and port = :port";
        return sql.query("select *" + found + " order by id desc").bind("id", masterId).bind("port", port)
                .page(page, "select count(*)" + found, row -> new PortChangeView(row.instant("at"),
                        row.text("device_before"), row.text("device_after")));
    }

    /** Notes how it is with a master; false when a later bridge, or nobody any more, speaks of it. */
    boolean state(long epoch, MasterReport report, Instant now) {
        return sql
                .query("""
                        insert into master_state as s (master_id, epoch, state, error, since, last_contact, reported_at, vendor, product,
                        serial, firmware, hardware, read_ms) select m.id, :epoch::bigint, :state, :error, :now::timestamptz,
                        :contact::timestamptz, :now::timestamptz, :vendor, :product, :serial, :firmware, :hardware, :read::integer
                        from master m where m.id = :id on conflict (master_id) do update set epoch = excluded.epoch,
                        state = excluded.state, error = excluded.error, since = case when s.state = excluded.state then s.since
                        else excluded.since end, last_contact = coalesce(excluded.last_contact, s.last_contact),
                        reported_at = excluded.reported_at, vendor = coalesce(excluded.vendor, s.vendor),
                        product = coalesce(excluded.product, s.product), serial = coalesce(excluded.serial, s.serial),
                        firmware = coalesce(excluded.firmware, s.firmware), hardware = coalesce(excluded.hardware, s.hardware),
                        read_ms = coalesce(excluded.read_ms, s.read_ms) where s.epoch <= excluded.epoch""")
                .bind("epoch", epoch).bind("state", report.state()).bind("error", plain(report.error()))
                .bind("now", now)
                .bind("contact", past(report.lastContact(), now)).bind("vendor", plain(report.vendor()))
                .bind("product", plain(report.product())).bind("serial", plain(report.serial()))
                .bind("firmware", plain(report.firmware()))
                .bind("hardware", plain(report.hardware())).bind("read", report.readMs()).bind("id", report.id())
                .update() == 1;
    }

    /** A text that the database can keep: it has no NUL. */
    static String plain(String text) {
        return text == null ? null : text.replace("\0", "");
    }

    /** A time that the database can keep; one that is ahead counts as now. */
    private static Instant past(Instant time, Instant now) {
        if (time == null || time.isBefore(Instant.EPOCH)) {
            return null;
        }
        return time.isAfter(now) ? now : time;
    }

    /** Devices by port, null where there is none; the rows of the master are locked by its state. */
    Map<Integer, String> devices(String masterId) {
        Map<Integer, String> devices = new HashMap<>();
        sql.query("select port, device_id from master_port where master_id = :id").bind("id", masterId)
                .list(row -> devices.put((int) row.number("port"), row.text("device_id")));
        return devices;
    }

    /** Replaces the ports of a master. */
    void write(String masterId, List<PortReport> ports, Instant now) {
        sql.query("delete from master_port where master_id = :id and port <> all(:ports)").bind("id", masterId)
                .array("ports", "integer", ports, PortReport::port).update();
        sql.query(
                """
                        insert into master_port as p (master_id, port, mode, device_id, vendor_id, iolink_device_id, product, serial,
                        cycle_us, readings, invalid, since) values (:id, :port, :mode, :device, :vendor::bigint, :type::bigint,
                        :product, :serial, :cycle::bigint, :readings, :invalid, :now) on conflict (master_id, port) do update set
                        mode = excluded.mode, device_id = excluded.device_id, vendor_id = excluded.vendor_id,
                        iolink_device_id = excluded.iolink_device_id, product = excluded.product, serial = excluded.serial,
                        cycle_us = excluded.cycle_us, readings = excluded.readings, invalid = excluded.invalid,
                        since = case when p.device_id is not distinct from excluded.device_id then p.since else excluded.since end""")
                .batch(ports, (query, port) -> query.bind("id", masterId).bind("port", port.port())
                        .bind("mode", port.mode()).bind("device", port.deviceId()).bind("vendor", port.vendorId())
                        .bind("type", port.iolinkDeviceId()).bind("product", plain(port.product()))
                        .bind("serial", plain(port.serial())).bind("cycle", port.cycleUs())
                        .bind("readings", port.readings())
                        .bind("invalid", port.invalid()).bind("now", now));
    }

    /** Notes that another device hangs on a port. */
    void change(String masterId, int port, String before, String after, Instant now) {
        sql.query(
                "insert into master_port_change (master_id, port, device_before, device_after, at) values (:id, :port, "
                        + ":before, :after, :now)")
                .bind("id", masterId).bind("port", port).bind("before", before)
                .bind("after", after).bind("now", now).update();
    }
}
