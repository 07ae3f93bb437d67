package io.greenstack.api.platform;

import java.util.List;
import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/**
 * Serves the web UI at every address that is not the API's, so that its pages can be bookmarked: a browser that asks for
 * {@code /devices/press-7} gets the one page of the UI, which shows what the address says. A package that was built without the UI
 * serves a page that says so.
 */
@ApplicationScoped
class WebUi {

    static final String INDEX = "/index.html";
    private static final String ASSETS = "/assets/";
    private static final List<String> TAKEN = List.of("/api", "/q", "/docs", "/openapi", "/health", "/assets");
    private static final int PRIORITY = 850;
    private static final String LEFT_OUT = """
            <!doctype html>
            <html lang="en">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>GreenStack</title></head>
            <body>
            <h1>GreenStack</h1>
            <p>The API service is running. It was built without the web UI: the build found no Node.js 20.19 or newer on the PATH, or
            was told to leave the UI out.</p>
            <p><a href="/docs">Try the REST API</a> · <a href="/openapi">OpenAPI document</a> · <a href="/q/health">Health</a></p>
            </body>
            </html>
            """;

    private final boolean built = WebUi.class.getClassLoader().getResource("META-INF/resources/index.html") != null;

    void register(@Observes Filters filters) {
        filters.register(this::handle, PRIORITY);
    }

    private void handle(RoutingContext context) {
        String path = context.normalizedPath();
        HttpServerResponse response = context.response();
        if (path.startsWith(ASSETS)) {
            // Their names carry a hash of their content; one that is not there may come with the next version.
            context.addHeadersEndHandler(ended -> response.putHeader(HttpHeaders.CACHE_CONTROL,
                    response.getStatusCode() < 400 ? "public, max-age=31536000, immutable" : "no-store"));
            context.next();
        } else if (built && (path.equals("/") || path.equals(INDEX))) {
            response.putHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
            context.next();
        } else if (isPage(context.request().method(), path, context.request().getHeader(HttpHeaders.ACCEPT))) {
            if (built) {
                context.reroute(INDEX);
            } else {
                response.putHeader(HttpHeaders.CONTENT_TYPE, "text/html;charset=UTF-8")
                        .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache").end(LEFT_OUT);
            }
        } else {
            context.next();
        }
    }

    /** Whether a request is for a page of the UI: a browser's navigation to a path that nothing else has. */
    static boolean isPage(HttpMethod method, String path, String accept) {
        if (method != HttpMethod.GET && method != HttpMethod.HEAD) {
            return false;
        }
        if (path.equals("/")) {
            return true;
        }
        return accept != null && accept.toLowerCase(Locale.ROOT).contains("text/html") && !path.equals(INDEX)
                && TAKEN.stream().noneMatch(prefix -> path.equals(prefix) || path.startsWith(prefix + "/")
                        || path.startsWith(prefix + "."));
    }
}
