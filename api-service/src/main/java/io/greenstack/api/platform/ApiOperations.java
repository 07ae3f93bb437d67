package io.greenstack.api.platform;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * What the API has at which path: methods, and the query parameters of each. Read from the OpenAPI document that the build made,
 * so that the service does what it says.
 */
@ApplicationScoped
class ApiOperations {

    private static final Logger LOG = Logger.getLogger(ApiOperations.class);
    private static final String DOCUMENT = "META-INF/quarkus-generated-openapi-doc.JSON";
    private static final List<String> METHODS = List.of("get", "put", "post", "patch", "delete");

    private final ObjectMapper json;
    private final Map<Integer, List<ApiPath>> bySegments = new HashMap<>();

    ApiOperations(ObjectMapper json) {
        this.json = json;
    }

    /**
     * A path of the API.
     *
     * @param pattern of the addresses that it stands for
     * @param variables how many segments may be anything
     * @param query names of the query parameters by method, those in the order of their names
     */
    record ApiPath(Pattern pattern, long variables, Map<String, List<String>> query) {

        /** The value of {@code Allow} (RFC 9110, 10.2.1). */
        String allow() {
            TreeSet<String> allowed = new TreeSet<>(query.keySet());
            allowed.add("OPTIONS");
            return String.join(", ", allowed);
        }
    }

    @PostConstruct
    void read() {
        try (InputStream document = Thread.currentThread().getContextClassLoader().getResourceAsStream(DOCUMENT)) {
            if (document == null) {
                LOG.warnf("%s is not in the package; 405 comes without Allow, unknown query parameters are not refused",
                        DOCUMENT);
                return;
            }
            for (Map.Entry<String, JsonNode> path : json.readTree(document).path("paths").properties()) {
                bySegments.computeIfAbsent(segments(path.getKey()), count -> new ArrayList<>())
                        .add(path(path.getKey(), path.getValue()));
            }
            // literal segments first, so that /api/iodd/search is not taken for /api/iodd/{id}
            bySegments.values()
                    .forEach(paths -> paths.sort((a, b) -> Long.compare(a.variables(), b.variables())));
        } catch (IOException e) {
            LOG.warn("The OpenAPI document cannot be read; 405 comes without Allow, unknown query parameters are not "
                    + "refused", e);
        }
    }

    private static ApiPath path(String template, JsonNode operations) {
        StringBuilder pattern = new StringBuilder();
        for (String segment : template.substring(1).split("/")) {
            pattern.append('/').append(segment.contains("{") ? "[^/]+" : Pattern.quote(segment));
        }
        Map<String, List<String>> query = new HashMap<>();
        for (String method : METHODS) {
            if (operations.has(method)) {
                query.put(method.toUpperCase(Locale.ROOT), query(operations.path(method).path("parameters")));
            }
        }
        if (query.containsKey("GET")) {
            query.put("HEAD", query.get("GET"));
        }
        return new ApiPath(Pattern.compile(pattern.append("/?").toString()),
                template.chars().filter(c -> c == '{').count(), query);
    }

    private static List<String> query(JsonNode parameters) {
        TreeSet<String> names = new TreeSet<>();
        for (JsonNode parameter : parameters) {
            if (parameter.path("in").asText().equals("query")) {
                names.add(parameter.path("name").asText());
            }
        }
        return List.copyOf(names);
    }

    private static int segments(String path) {
        String inner = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return (int) inner.chars().filter(c -> c == '/').count();
    }

    /** The path that an address belongs to, null where there is none. */
    ApiPath at(String address) {
        if (!address.startsWith("/api/")) {
            return null;
        }
        return bySegments.getOrDefault(segments(address), List.of()).stream()
                .filter(path -> path.pattern().matcher(address).matches()).findFirst().orElse(null);
    }
}
