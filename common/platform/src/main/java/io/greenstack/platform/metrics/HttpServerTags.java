package io.greenstack.platform.metrics;

import java.util.Set;

import jakarta.inject.Singleton;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.config.MeterFilter;

/**
 * Keeps strangers from making series of the HTTP metrics. Where a request is not for one of our endpoints its path has no
 * template, and a method may be any word; both would become tags as they came.
 */
@Singleton
public class HttpServerTags implements MeterFilter {

    private static final String REQUESTS = "http.server.requests";
    private static final String URI = "uri";
    private static final String METHOD = "method";
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final Set<String> WITHOUT_ENDPOINT = Set.of("405", "501");

    @Override
    public Meter.Id map(Meter.Id id) {
        if (!REQUESTS.equals(id.getName())) {
            return id;
        }
        String method = id.getTag(METHOD);
        boolean known = method == null || METHODS.contains(method);
        boolean endpoint = known && !"OPTIONS".equals(method) && !WITHOUT_ENDPOINT.contains(id.getTag("status"));
        if (endpoint) {
            return id;
        }
        return id.replaceTags(
                Tags.of(id.getTagsAsIterable()).and(Tag.of(METHOD, known && method != null ? method : "OTHER"),
                        Tag.of(URI, "NO_ENDPOINT")));
    }
}
