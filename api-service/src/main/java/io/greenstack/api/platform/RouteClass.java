package io.greenstack.api.platform;

import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;

/** What kind of work a request is; each kind has bounds of its own. */
public enum RouteClass {
    /** Looks something up. */
    READ,
    /** Reads much at once: tables, packages, generated files. */
    EXPORT,
    /** Changes something. */
    WRITE,
    /** Brings files. */
    UPLOAD;

    /** Tells of which kind a request is. */
    @ApplicationScoped
    public static class Finder {

        private final BodyLimits limits;

        Finder(BodyLimits limits) {
            this.limits = limits;
        }

        /** The kind of this request. */
        public RouteClass of(RoutingContext context) {
            HttpMethod method = context.request().method();
            if (method == HttpMethod.GET || method == HttpMethod.HEAD || method == HttpMethod.OPTIONS) {
                String path = context.normalizedPath();
                return path.endsWith("/export") || path.contains("/export/") || path.contains("/generated/")
                        ? EXPORT
                        : READ;
            }
            String type = context.request().getHeader(HttpHeaders.CONTENT_TYPE);
            boolean form = type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
            return form || limits.isLarge(context) ? UPLOAD : WRITE;
        }
    }
}
