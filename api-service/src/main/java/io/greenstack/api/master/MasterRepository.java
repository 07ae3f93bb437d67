package io.greenstack.api.master;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.greenstack.api.master.MasterView.MasterIdentityView;
import io.greenstack.api.platform.Durations;
import io.greenstack.api.platform.Page;
import io.greenstack.api.platform.PageRequest;
import io.greenstack.api.platform.Sql;
import io.greenstack.platform.master.MasterConfig;

/** Access to the table of masters. */
@ApplicationScoped
class MasterRepository {

    /** So long a bridge may say nothing of a master: it says something every few seconds. */
    private static final Duration SILENCE = Duration.ofSeconds(15);
    private static final String VIEW = "select m.*, s.state, s.error, s.since, s.last_contact, s.reported_at, s.vendor, "
            + "s.product, s.serial, s.firmware, s.hardware, s.read_ms, (select count(*) from master_port p "
            + "where p.master_id = m.id) as ports, (select count(device_id) from master_port p where p.master_id = m.id) "
            + "as devices from master m left join master_state s on s.master_id = m.id";

    private final Sql sql;

    MasterRepository(Sql sql) {
        this.sql = sql;
    }

    /** One page, in the order of their names. */
    Page<MasterView> page(Instant now, PageRequest page) {
        return sql.query(VIEW + " order by lower(m.name), m.id").page(page, "select count(*) from master",
                row -> view(row, now));
    }

    Optional<MasterView> view(String id, Instant now) {
        return sql.query(VIEW + " where m.id = :id").bind("id", id).first(row -> view(row, now));
    }

    Optional<StoredMaster> find(String id) {
        return sql.query("select * from master where id = :id").bind("id", id).first(MasterRepository::read);
    }

    /** All masters that are to be run, in the order of their ids. */
    List<MasterConfig> enabled() {
        return sql.query("select * from master where enabled order by id").list(row -> read(row).config());
    }

    long count() {
        return sql.query("select count(*) from master").one(row -> row.number(1));
    }

    /** Stores a new master; false when there is one of that id. */
    boolean insert(StoredMaster master, Instant now, String who) {
        return bind(
                """
                        insert into master (id, name, kind, address, interval_ms, enabled, username, sealed_password,
                        verify_certificate, location, notes, created_at, created_by, updated_at, updated_by) values (:id, :name,
                        :kind, :address, :interval, :enabled, :username, :password, :verify, :location, :notes, :now, :who, :now,
                        :who) on conflict (id) do nothing""",
                master, now, who).update() == 1;
    }

    void update(StoredMaster master, Instant now, String who) {
        bind("""
                update master set name = :name, kind = :kind, address = :address, interval_ms = :interval,
                enabled = :enabled, username = :username, sealed_password = :password, verify_certificate = :verify,
                location = :location, notes = :notes, updated_at = :now, updated_by = :who where id = :id""",
                master, now, who).update();
    }

    boolean delete(String id) {
        return sql.query("delete from master where id = :id").bind("id", id).update() == 1;
    }

    private Sql.Query bind(String text, StoredMaster m, Instant now, String who) {
        MasterConfig c = m.config();
        return sql.query(text).bind("id", c.id()).bind("name", m.name()).bind("kind", c.kind())
                .bind("address", c.address()).bind("interval", c.intervalMillis()).bind("enabled", m.enabled())
                .bind("username", c.username()).bind("password", c.sealedPassword())
                .bind("verify", c.verifyCertificate()).bind("location", m.location()).bind("notes", m.notes())
                .bind("now", now).bind("who", who);
    }

    private static StoredMaster read(Sql.Row row) {
        return new StoredMaster(
                new MasterConfig(row.text("id"), row.text("kind"), row.text("address"), (int) row.number("interval_ms"),
                        row.text("username"), row.text("sealed_password"), row.flag("verify_certificate")),
                row.text("name"), row.flag("enabled"), row.text("location"), row.text("notes"));
    }

    private static MasterView view(Sql.Row row, Instant now) {
        StoredMaster m = read(row);
        MasterConfig c = m.config();
        Instant reported = row.instant("reported_at");
        boolean heard = m.enabled() && reported != null && reported.plus(SILENCE).isAfter(now);
        MasterState state = heard
                ? row.constant("state", MasterState.class)
                : m.enabled() ? MasterState.WAITING : MasterState.DISABLED;
        String error = heard
                ? row.text("error")
                : m.enabled() ? "No mqtt-bridge says anything of this master; is one running?" : null;
        MasterIdentityView identity = new MasterIdentityView(row.text("vendor"), row.text("product"),
                row.text("serial"), row.text("firmware"), row.text("hardware"));
        return new MasterView(c.id(), m.name(), MasterKind.valueOf(c.kind()), c.address(),
                Durations.text(Duration.ofMillis(c.intervalMillis())), m.enabled(), c.username(),
                c.sealedPassword() != null, c.verifyCertificate(), m.location(), m.notes(), state, error,
                heard ? row.instant("since") : null, row.instant("last_contact"), row.get("read_ms", Integer.class),
                row.text("product") == null && row.text("vendor") == null ? null : identity,
                (int) row.number("ports"), (int) row.number("devices"), row.instant("created_at"),
                row.text("created_by"), row.instant("updated_at"), row.text("updated_by"));
    }
}
