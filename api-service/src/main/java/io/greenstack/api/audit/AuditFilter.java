package io.greenstack.api.audit;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;

import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

import io.greenstack.api.platform.ChangeNotes;
import io.greenstack.api.platform.DatabaseException;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.quarkus.runtime.BlockingOperationControl;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/**
 * Writes down every write of somebody who is known, with the status it was answered with. The entry is made after the
 * transaction of the write, before the answer leaves; where it cannot be stored, the log of the service has it. What strangers
 * try is no entry, so that they cannot fill the database; it is counted among the answers with 401.
 */
@ApplicationScoped
class AuditFilter {

    private static final Logger LOG = Logger.getLogger(AuditFilter.class);
    private static final Set<String> WRITES = Set.of("POST", "PUT", "PATCH", "DELETE");
    private static final int LONGEST_PATH = 1_024;
    private static final int REFUSED = 400;
    private static final int UNAVAILABLE = 503;

    private final AuditRepository entries;
    private final AuditSettings settings;
    private final CurrentIdentityAssociation identity;
    private final Clock clock;
    private final ExecutorService workers;

    AuditFilter(AuditRepository entries, AuditSettings settings, CurrentIdentityAssociation identity, Clock clock,
            ExecutorService workers) {
        this.entries = entries;
        this.settings = settings;
        this.identity = identity;
        this.clock = clock;
        this.workers = workers;
    }

    @ServerResponseFilter
    void note(ContainerRequestContext request, ContainerResponseContext response, RoutingContext context) {
        String path = context.normalizedPath();
        if (!WRITES.contains(request.getMethod()) || settings.machinePaths().contains(path)) {
            return;
        }
        HttpServerRequest http = context.request();
        Buffer body = context.body() == null ? null : context.body().buffer();
        int status = response.getStatus();
        SpanContext span = Span.current().getSpanContext();
        Instant at = clock.instant();
        String address = http.remoteAddress() == null ? "" : String.valueOf(http.remoteAddress().hostAddress());
        String kept = path.substring(0, Math.min(LONGEST_PATH, path.length())).replace("\0", "");
        String trace = span.isValid() ? span.getTraceId() : null;
        String content = body == null || body.length() > AuditBody.LONGEST ? null : AuditBody.of(body.getBytes());
        List<ChangeNotes.Change> changes = status < REFUSED ? ChangeNotes.of(context) : List.of();
        String before = AuditBody.of(changes, ChangeNotes.Change::before);
        String after = AuditBody.of(changes, ChangeNotes.Change::after);
        Function<SecurityIdentity, AuditEntry> entry = who -> new AuditEntry(0, at, who.getPrincipal().getName(),
                address, request.getMethod(), kept, status, trace, content, before, after);
        if (status == UNAVAILABLE) {
            // Nothing was changed, and to wait for the same database once more would only take longer.
            LOG.infof("Not in the audit log, because it was answered 503: %s %s from %s", request.getMethod(), kept,
                    address);
        } else if (BlockingOperationControl.isBlockingAllowed()) {
            storeOf(identity.getIdentity(), entry);
        } else {
            // Refused before an endpoint was called, on the thread that reads from the network.
            identity.getDeferredIdentity().subscribe().with(who -> workers.execute(() -> storeOf(who, entry)),
                    unknown -> LOG.debugf("A stranger tried %s %s", request.getMethod(), kept));
        }
    }

    private void storeOf(SecurityIdentity who, Function<SecurityIdentity, AuditEntry> entry) {
        if (!who.isAnonymous()) {
            store(entry.apply(who));
        }
    }

    private void store(AuditEntry entry) {
        try {
            entries.add(entry);
        } catch (DatabaseException e) {
            LOG.warnf("Not in the audit log, because the database does not take it: %s %s by %s from %s, status %d",
                    entry.method(), entry.path(), entry.actor(), entry.address(), entry.status());
        }
    }
}
