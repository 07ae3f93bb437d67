package io.greenstack.api.platform;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/**
 * Lets pages of other sites read the API (CORS), of those that are named only. Others are told nothing, which a browser takes
 * for a no; they are not refused, because a page of ours behind a proxy has an origin that this service does not know. Cookies
 * are not used, so credentials are never allowed.
 */
@ApplicationScoped
class CrossOrigins {

    private static final int BEHIND_IDENTIFICATION = 896;
    private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE";
    private static final String HEADERS = "Accept, Accept-Language, Authorization, Content-Type, If-Match, If-None-Match, "
            + "Last-Event-ID, Range, traceparent, X-API-Key, X-Request-Id";
    private static final String EXPOSED = "Content-Disposition, Content-Language, ETag, Link, Location, RateLimit, "
            + "RateLimit-Policy, Retry-After, X-Request-Id, X-Total-Count";
    private static final String SECONDS = "600";

    private final Set<String> allowed;

    CrossOrigins(HttpSettings settings) {
        this.allowed = settings.corsOrigins().orElse(List.of()).stream().map(CrossOrigins::origin)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Scheme, host and port of an address.
     *
     * @throws IllegalStateException if it has none, such as {@code *}
     */
    static String origin(String address) {
        try {
            URI uri = new URI(address.strip());
            if (uri.getScheme() != null && uri.getHost() != null) {
                return (uri.getScheme() + "://" + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort()))
                        .toLowerCase(Locale.ROOT);
            }
        } catch (URISyntaxException e) {
            throw new IllegalStateException("'" + address + "' is no origin such as https://example.org", e);
        }
        throw new IllegalStateException("'" + address + "' is no origin such as https://example.org");
    }

    void register(@Observes Filters filters) {
        if (!allowed.isEmpty()) {
            filters.register(this::answer, BEHIND_IDENTIFICATION);
        }
    }

    private void answer(RoutingContext context) {
        if (!context.normalizedPath().startsWith("/api/")) {
            context.next();
            return;
        }
        HttpServerResponse response = context.response();
        context.addHeadersEndHandler(ended -> response.headers().add(HttpHeaders.VARY, HttpHeaders.ORIGIN));
        String origin = context.request().getHeader(HttpHeaders.ORIGIN);
        if (origin == null || !allowed.contains(origin)) {
            context.next();
            return;
        }
        response.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
        if (context.request().method() == HttpMethod.OPTIONS
                && context.request().headers().contains(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD)) {
            response.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, METHODS)
                    .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, HEADERS)
                    .putHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, SECONDS).setStatusCode(204).end();
        } else {
            response.putHeader(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED);
            context.next();
        }
    }
}
