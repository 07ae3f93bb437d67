package io.greenstack.api.audit;

import java.util.Arrays;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.greenstack.api.platform.Page;
import io.greenstack.api.platform.PageRequest;
import io.greenstack.api.table.Table;

/** Reads the audit log. */
@ApplicationScoped
class AuditService {

    private static final int MOST_EXPORTED = 10_000;
    private static final List<String> COLUMNS = List.of("at", "actor", "address", "method", "path", "status",
            "trace_id", "body", "before", "after");

    private final AuditRepository entries;

    AuditService(AuditRepository entries) {
        this.entries = entries;
    }

    /** One page, newest first. */
    Page<AuditEntry> page(AuditSelection wanted, PageRequest page) {
        return entries.page(wanted, page);
    }

    /** The newest 10,000 as a table. */
    Table table(AuditSelection wanted) {
        List<List<Object>> rows = entries.page(wanted, new PageRequest(1, MOST_EXPORTED)).items().stream()
                .map(entry -> Arrays.<Object>asList(entry.at(), entry.actor(), entry.address(), entry.method(),
                        entry.path(), entry.status(), entry.traceId(), entry.body(), entry.before(),
                        entry.after()))
                .toList();
        return new Table("audit", COLUMNS, rows);
    }
}
