package io.greenstack.api.audit;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import io.greenstack.api.platform.Conditions;
import io.greenstack.api.platform.Page;
import io.greenstack.api.platform.PageRequest;
import io.greenstack.api.platform.Sql;

/** Entries of the audit log. They are added and, when they are old, deleted; never changed. */
@ApplicationScoped
class AuditRepository {

    private static final int PRUNED_AT_ONCE = 10_000;

    private final Sql sql;

    AuditRepository(Sql sql) {
        this.sql = sql;
    }

    void add(AuditEntry entry) {
        sql.query("""
                insert into audit_entry (at, actor, address, method, path, status, trace_id, body, before,
                after)
                values (:at, :actor, :address, :method, :path, :status, :trace, :body, :before, :after)""")
                .bind("at", entry.at())
                .bind("actor", entry.actor()).bind("address", entry.address()).bind("method", entry.method())
                .bind("path", entry.path()).bind("status", entry.status()).bind("trace", entry.traceId())
                .bind("body", entry.body()).bind("before", entry.before()).bind("after", entry.after()).update();
    }

    /** One page, newest first. */
    Page<AuditEntry> page(AuditSelection filter, PageRequest page) {
        Conditions wanted = new Conditions().with("actor = :actor", "actor", filter.actor())
                .with("method = :method", "method", filter.method())
                .with("starts_with(path, :path)", "path", filter.path()).with("at >= :from", "from", filter.from())
                .with("at < :to", "to", filter.to()).either(filter.refused(), "status >= 400", "status < 400");
        String found = " from audit_entry" + wanted.where();
        return sql.query("select id, at, actor, address, method, path, status, trace_id, body, before, after" + found
                + " order by id desc").bind(wanted).page(page, "select count(*)" + found, AuditRepository::read);
    }

    /** Deletes some old entries; true if there may be more. */
    boolean prune(Instant before) {
        return sql.query("delete from audit_entry where id in (select id from audit_entry where at < :before limit "
                + PRUNED_AT_ONCE + ")").bind("before", before).update() == PRUNED_AT_ONCE;
    }

    private static AuditEntry read(Sql.Row row) {
        return new AuditEntry(row.number("id"), row.instant("at"), row.text("actor"), row.text("address"),
                row.text("method"), row.text("path"), (int) row.number("status"), row.text("trace_id"),
                row.text("body"), row.text("before"), row.text("after"));
    }
}
