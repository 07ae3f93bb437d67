package io.greenstack.platform.metrics;

import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;

/**
 * Keeps strangers from making series of the HTTP metrics. Where a request is not for one of our endpoints its path has no
 * template, and a method may be any word; both would become tags as they came.
 * Gives their times a few buckets, so that quantiles over all replicas can be computed.
 */
@Singleton
class HttpServerTags implements MeterFilter {

    private static final String REQUESTS = "http.server.requests";
    private static final String URI = "uri";
    private static final String METHOD = "method";
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final Set<String> WITHOUT_ENDPOINT = Set.of("405", "501");

    /** What alerts and dashboards ask for; a bucket more is a series more for each endpoint, method and status. */
    private static final double[] BOUNDS = Stream.of(50, 250, 1_000, 5_000)
            .mapToDouble(millis -> Duration.ofMillis(millis).toNanos()).toArray();

    @Override
    public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
        return REQUESTS.equals(id.getName())
                ? DistributionStatisticConfig.builder().serviceLevelObjectives(BOUNDS).build().merge(config)
                : config;
    }

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
