package io.greenstack.api.audit;

import java.time.Clock;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;

import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

import io.greenstack.api.platform.DatabaseException;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/**
 * Writes down every write that reached an endpoint, with the status it was answered with. The entry is made after the
 * transaction of the write, before the answer leaves; where it cannot be stored, the log of the service has it.
 */
@ApplicationScoped
class AuditFilter {

    private static final Logger LOG = Logger.getLogger(AuditFilter.class);
    private static final Set<String> WRITES = Set.of("POST", "PUT", "PATCH", "DELETE");
    private static final int LONGEST_PATH = 1_024;

    private final AuditRepository entries;
    private final AuditSettings settings;
    private final SecurityIdentity identity;
    private final Clock clock;

    AuditFilter(AuditRepository entries, AuditSettings settings, SecurityIdentity identity, Clock clock) {
        this.entries = entries;
        this.settings = settings;
        this.identity = identity;
        this.clock = clock;
    }

    @ServerResponseFilter
    void note(ContainerRequestContext request, ContainerResponseContext response, RoutingContext context) {
        String path = context.normalizedPath();
        if (!WRITES.contains(request.getMethod()) || settings.machinePaths().contains(path)) {
            return;
        }
        HttpServerRequest http = context.request();
        Buffer body = context.body() == null ? null : context.body().buffer();
        SpanContext span = Span.current().getSpanContext();
        AuditEntry entry = new AuditEntry(0, clock.instant(),
                identity.isAnonymous() ? "anonymous" : identity.getPrincipal().getName(),
                http.remoteAddress() == null ? "" : String.valueOf(http.remoteAddress().hostAddress()),
                request.getMethod(), path.substring(0, Math.min(LONGEST_PATH, path.length())).replace("\0", ""),
                response.getStatus(), span.isValid() ? span.getTraceId() : null,
                body == null ? null : AuditBody.of(body.getBytes()));
        try {
            entries.add(entry);
        } catch (DatabaseException e) {
            LOG.warnf("Not in the audit log, because the database does not take it: %s %s by %s from %s, status %d",
                    entry.method(), entry.path(), entry.actor(), entry.address(), entry.status());
        }
    }
}
