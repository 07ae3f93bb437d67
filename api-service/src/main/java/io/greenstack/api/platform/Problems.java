package io.greenstack.api.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

import org.jboss.logging.Logger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/** Builds {@link Problem} bodies for the request at hand, and sends them where no endpoint is reached. */
@ApplicationScoped
public class Problems {

    private static final Logger LOG = Logger.getLogger(Problems.class);

    private final ObjectMapper json;

    public Problems(ObjectMapper json) {
        this.json = json;
    }

    /** Answers a request outside of an endpoint; does nothing when an answer has begun. */
    public Future<Void> send(RoutingContext context, ProblemTable.Entry entry) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.headWritten()) {
            return Future.succeededFuture();
        }
        response.setStatusCode(entry.status()).putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE);
        entry.headers().forEach(response::putHeader);
        try {
            return response.end(json.writeValueAsString(of(entry, context)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A problem document cannot be written", e);
        }
    }

    /** The body for an entry of the table. */
    public Problem of(ProblemTable.Entry entry, RoutingContext context) {
        return new Problem("urn:greenstack:problem:" + entry.code(), title(entry.status()), entry.status(),
                entry.detail(),
                context == null ? null : context.normalizedPath(), entry.code(), traceId(),
                context == null ? null : context.get(RequestId.KEY), entry.errors());
    }

    /** Looks the throwable up, logs it when it is ours, and builds the body. */
    public Problem of(Throwable thrown, ProblemTable.Entry entry, RoutingContext context) {
        if (context != null && context.response().ended()) {
            LOG.debugf(thrown, "Late failure of a request that was answered already: %s", context.normalizedPath());
        } else if (entry.internal()) {
            LOG.errorf(thrown, "Request failed: %s %s", context == null ? "?" : context.request().method(),
                    context == null ? "?" : context.normalizedPath());
        } else if (entry.status() >= 500) {
            LOG.warnf("Request answered %d %s: %s", entry.status(), entry.code(), thrown.getMessage());
        }
        return of(entry, context);
    }

    /** JAX-RS has no name for 422 (RFC 9110, clause 15.5.21). */
    private static String title(int status) {
        Response.Status known = Response.Status.fromStatusCode(status);
        return known != null ? known.getReasonPhrase() : status == 422 ? "Unprocessable Content" : "Error";
    }

    /** The trace id of the request at hand, null if there is none. */
    static String traceId() {
        SpanContext span = Span.current().getSpanContext();
        return span.isValid() ? span.getTraceId() : null;
    }
}
