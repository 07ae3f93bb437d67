package io.greenstack.api.platform;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * What holds for every request, also for those that never reach an endpoint: request id, security headers, body limit, deadline,
 * and a problem document for unknown paths below {@code /api}.
 */
@ApplicationScoped
class HttpFilters {

    /** A refused body up to this size is read and thrown away, so that the client gets to see the answer. */
    private static final long DRAIN_LIMIT = 64L * 1024 * 1024;
    /** The server's own limit, which is that of the largest uploads, is put down before the filters of this priority run. */
    private static final int AFTER_GLOBAL_LIMIT = 1;
    private static final Logger LOG = Logger.getLogger(HttpFilters.class);
    private static final String API_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox";
    private static final String PAGE_POLICY = "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
            + "connect-src 'self'%s; "
            + "img-src 'self' data: blob:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";

    private final HttpSettings settings;
    private final BodyLimits limits;
    private final Problems problems;
    private final RouteTimeouts timeouts;
    private final StatementCanceller canceller;
    private final EncodedTags tags;
    private final String pagePolicy;
    /** Swagger UI and the pages of Quarkus start by inline scripts. */
    private final String docsPolicy;

    HttpFilters(HttpSettings settings, BodyLimits limits, Problems problems, RouteTimeouts timeouts,
            StatementCanceller canceller, EncodedTags tags) {
        this.tags = tags;
        this.settings = settings;
        this.limits = limits;
        this.problems = problems;
        this.timeouts = timeouts;
        this.canceller = canceller;
        this.pagePolicy = PAGE_POLICY.formatted(settings.connectSources().orElse(List.of()).stream()
                .map(CrossOrigins::origin).distinct().map(origin -> ' ' + origin).collect(Collectors.joining()));
        this.docsPolicy = pagePolicy.replace("script-src 'self'", "script-src 'self' 'unsafe-inline'");
    }

    void register(@Observes Filters filters) {
        filters.register(this::identify, 900);
        filters.register(this::refuseNul, 895);
        filters.register(this::limitBody, 890);
        filters.register(this::limitTime, 880);
        filters.register(this::limitChunks, AFTER_GLOBAL_LIMIT);
    }

    void catchUnknownPaths(@Observes Router router) {
        router.route("/api/*").order(Integer.MAX_VALUE - 1).handler(context -> problems.send(context,
                ProblemTable.Entry.of(404, "not-found", "There is nothing at this path.")));
    }

    private void identify(RoutingContext context) {
        HttpServerRequest request = context.request();
        String id = RequestId.of(request.getHeader(RequestId.HEADER));
        context.put(RequestId.KEY, id);
        MDC.put(RequestId.KEY, id);
        boolean api = isApi(context);
        HttpServerResponse response = context.response();
        response.putHeader(RequestId.HEADER, id);
        response.putHeader("X-Content-Type-Options", "nosniff");
        response.putHeader("X-Frame-Options", "DENY");
        response.putHeader("Referrer-Policy", "no-referrer");
        response.putHeader("Content-Security-Policy", api ? API_POLICY : pagePolicy(context.normalizedPath()));
        if (api) {
            String path = context.normalizedPath();
            boolean secret = path.startsWith("/api/keys") || path.endsWith("/credentials");
            tags.read(context);
            context.addHeadersEndHandler(ended -> {
                keepNothing(response, secret);
                tags.write(context);
            });
        }
        context.next();
    }

    /** Whoever keeps an answer must ask before using it again, and nobody keeps what is said of keys or went wrong. */
    private static void keepNothing(HttpServerResponse response, boolean secret) {
        if (!response.headers().contains(HttpHeaders.CACHE_CONTROL)) {
            response.putHeader(HttpHeaders.CACHE_CONTROL,
                    secret || response.getStatusCode() >= 400 ? "no-store" : "private, no-cache");
        }
    }

    /** No name, id or text has a NUL, and the database refuses it even in a search. */
    private void refuseNul(RoutingContext context) {
        if (context.request().uri().contains("%00") && isApi(context)) {
            problems.send(context, ProblemTable.Entry.of(400, "invalid-parameter",
                    "The address holds a NUL character (%00); leave it out."));
        } else {
            context.next();
        }
    }

    private String pagePolicy(String path) {
        return path.equals("/docs") || path.startsWith("/docs/") || path.startsWith("/q/") ? docsPolicy : pagePolicy;
    }

    private void limitBody(RoutingContext context) {
        long length = contentLength(context.request());
        if (length <= limits.of(context)) {
            context.next();
            return;
        }
        if (length <= DRAIN_LIMIT) {
            context.request().endHandler(read -> problems.send(context, limits.refusal(context)));
            context.request().handler(ignored -> {});
            context.request().resume();
        } else {
            context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            problems.send(context, limits.refusal(context));
            context.response().endHandler(sent -> context.request().connection().close());
        }
    }

    /** A body without a length is counted while it is read; what is above the limit of an upload, its service refuses. */
    private void limitChunks(RoutingContext context) {
        context.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, Math.max(DRAIN_LIMIT, limits.of(context)));
        context.next();
    }

    private void limitTime(RoutingContext context) {
        if (isApi(context)) {
            RequestDeadline.start(context, timeouts.of(context), expiry(context));
        }
        context.next();
    }

    private RequestDeadline.Expiry expiry(RoutingContext context) {
        return new RequestDeadline.Expiry() {
            @Override
            public void answer(RequestDeadline deadline, int statements) {
                String seconds = seconds(deadline.limit());
                LOG.warnf("Request ended after %s s: %s %s (trace %s, request %s), %d statements are cancelled",
                        seconds,
                        context.request().method(), context.normalizedPath(), Problems.traceId(),
                        context.get(RequestId.KEY), statements);
                problems.send(context, ProblemTable.Entry.of(504, "request-timeout",
                        "The request took longer than " + seconds + " s."));
            }

            @Override
            public void end(RequestDeadline deadline) {
                canceller.cancelAll(deadline);
            }
        };
    }

    private static String seconds(Duration time) {
        return BigDecimal.valueOf(time.toMillis(), 3).stripTrailingZeros().toPlainString();
    }

    private static boolean isApi(RoutingContext context) {
        String path = context.normalizedPath();
        return path.startsWith("/api/") || path.equals("/api");
    }

    private static long contentLength(HttpServerRequest request) {
        String header = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (header == null) {
            return 0;
        }
        try {
            return Long.parseLong(header.trim());
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
