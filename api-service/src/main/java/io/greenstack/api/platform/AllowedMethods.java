package io.greenstack.api.platform;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;

/**
 * Tells which methods a path of the API has: as the answer to {@code OPTIONS}, and in {@code Allow} of each 405 (RFC 9110,
 * 10.2.1). It reads them from the OpenAPI document that the build made, so that both say the same.
 */
@ApplicationScoped
class AllowedMethods {

    private static final Logger LOG = Logger.getLogger(AllowedMethods.class);
    private static final String DOCUMENT = "META-INF/quarkus-generated-openapi-doc.JSON";
    private static final List<String> METHODS = List.of("get", "put", "post", "patch", "delete");
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int BEFORE_AUTHENTICATION = 870;

    private final ObjectMapper json;
    private List<Route> routes = List.of();

    private record Route(Pattern path, String allow) {}

    AllowedMethods(ObjectMapper json) {
        this.json = json;
    }

    @PostConstruct
    void read() {
        try (InputStream document = Thread.currentThread().getContextClassLoader().getResourceAsStream(DOCUMENT)) {
            if (document == null) {
                LOG.warnf("%s is not in the package; answers with 405 come without Allow", DOCUMENT);
                return;
            }
            List<Route> read = new ArrayList<>();
            for (Map.Entry<String, JsonNode> path : json.readTree(document).path("paths").properties()) {
                read.add(new Route(pattern(path.getKey()), allow(path.getValue())));
            }
            // literal segments first, so that /api/iodd/search is not taken for /api/iodd/{id}
            read.sort((a, b) -> Integer.compare(variables(a), variables(b)));
            routes = List.copyOf(read);
        } catch (IOException e) {
            LOG.warn("The OpenAPI document cannot be read; answers with 405 come without Allow", e);
        }
    }

    private static int variables(Route route) {
        return route.path().pattern().split("\\[", -1).length;
    }

    private static Pattern pattern(String template) {
        StringBuilder pattern = new StringBuilder();
        for (String segment : template.substring(1).split("/")) {
            pattern.append('/').append(segment.contains("{") ? "[^/]+" : Pattern.quote(segment));
        }
        return Pattern.compile(pattern.append("/?").toString());
    }

    private static String allow(JsonNode operations) {
        TreeSet<String> allowed = new TreeSet<>(List.of("OPTIONS"));
        METHODS.stream().filter(operations::has).map(method -> method.toUpperCase(Locale.ROOT)).forEach(allowed::add);
        if (allowed.contains("GET")) {
            allowed.add("HEAD");
        }
        return String.join(", ", allowed);
    }

    void register(@Observes Filters filters) {
        filters.register(this::handle, BEFORE_AUTHENTICATION);
    }

    private void handle(RoutingContext context) {
        String allow = of(context.normalizedPath());
        if (allow != null && context.request().method().equals(HttpMethod.OPTIONS)) {
            context.response().setStatusCode(204).putHeader(HttpHeaders.ALLOW, allow).end();
            return;
        }
        if (allow != null) {
            context.addHeadersEndHandler(headers -> {
                if (context.response().getStatusCode() == METHOD_NOT_ALLOWED) {
                    context.response().putHeader(HttpHeaders.ALLOW, allow);
                }
            });
        }
        context.next();
    }

    /** The value of {@code Allow} for a path, null where there is none. */
    private String of(String path) {
        if (!path.startsWith("/api/")) {
            return null;
        }
        return routes.stream().filter(route -> route.path().matcher(path).matches()).map(Route::allow).findFirst()
                .orElse(null);
    }
}
