package io.greenstack.api.platform;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkus.runtime.configuration.DurationConverter;
import io.vertx.ext.web.RoutingContext;

/** How long a request may take: by the most exact rule of its path, else by its kind. */
@ApplicationScoped
class RouteTimeouts {

    private static final Pattern RULE = Pattern.compile("(?:([A-Z]+) )?(/[^= ]*)=(\\S+)");

    private final List<Rule> rules;
    private final Duration ordinary;
    private final Duration large;
    private final BodyLimits limits;

    /**
     * A rule of the settings.
     *
     * @param method of HTTP, null for all
     * @param exact number of characters that are no placeholders
     */
    private record Rule(String method, Pattern path, int exact, Duration limit) {

        private boolean covers(String asked, String address) {
            return (method == null || method.equals(asked)) && path.matcher(address).matches();
        }
    }

    @Inject
    RouteTimeouts(HttpSettings settings, BodyLimits limits) {
        this(settings.routeTimeouts().orElse(List.of()), settings.requestTimeout(),
                settings.largeUploads().requestTimeout(), limits);
    }

    RouteTimeouts(List<String> rules, Duration ordinary, Duration large, BodyLimits limits) {
        this.rules = rules.stream().map(RouteTimeouts::rule).sorted(Comparator.comparingInt(Rule::exact).reversed())
                .toList();
        this.ordinary = ordinary;
        this.large = large;
        this.limits = limits;
    }

    private static Rule rule(String text) {
        Matcher rule = RULE.matcher(text.strip());
        if (!rule.matches()) {
            throw new IllegalStateException("'" + text + "' in greenstack.http.route-timeouts is not written as "
                    + "/api/path=30s or GET /api/path/*=30s");
        }
        StringBuilder path = new StringBuilder();
        int exact = rule.group(1) == null ? 0 : 1;
        for (String segment : rule.group(2).substring(1).split("/")) {
            switch (segment) {
                case "*" -> path.append("/[^/]+");
                case "**" -> path.append("(/.*)?");
                default -> {
                    path.append('/').append(Pattern.quote(segment));
                    exact += 2 * segment.length() + 2;
                }
            }
        }
        Duration limit = DurationConverter.parseDuration(rule.group(3));
        if (limit.isZero() || limit.isNegative()) {
            throw new IllegalStateException("The time in '" + text + "' is not longer than nothing");
        }
        return new Rule(rule.group(1), Pattern.compile(path.append("/?").toString()), exact, limit);
    }

    /**
     * The longest time for a request.
     *
     * @param stretched whether a rule gives it more than is usual, so that its statements may take longer than usual too
     */
    record Limit(Duration time, boolean stretched) {}

    /** The longest time for this request. */
    Limit of(RoutingContext context) {
        return of(context.request().method().name(), context.normalizedPath())
                .orElseGet(() -> new Limit(limits.isLarge(context) ? large : ordinary, false));
    }

    /** The time that a rule gives. */
    Optional<Limit> of(String method, String address) {
        return rules.stream().filter(rule -> rule.covers(method, address)).findFirst()
                .map(rule -> new Limit(rule.limit(), rule.limit().compareTo(ordinary) > 0));
    }
}
