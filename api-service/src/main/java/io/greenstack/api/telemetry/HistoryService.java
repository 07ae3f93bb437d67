package io.greenstack.api.telemetry;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.jboss.logging.Logger;

import io.greenstack.api.platform.ApiException;
import io.greenstack.api.platform.Params;
import io.greenstack.platform.resilience.Breaker;
import io.greenstack.platform.resilience.BreakerRegistry;
import io.quarkus.runtime.StartupEvent;

/** Answers history requests from the time-series store, through the breaker {@code influx}. */
@ApplicationScoped
class HistoryService {

    private static final Duration DEFAULT_RANGE = Duration.ofHours(1);
    private static final int DEFAULT_LIMIT = 1000;
    private static final int MAX_PARAMETERS = 100;
    private static final int MAX_NAME = 256;
    private static final Pattern SHORT_DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");

    private static final Pattern AGO = Pattern.compile("-\\d{1,9}[A-Za-z]{1,2}");
    /** Between names; a comma behind a backslash belongs to a name. */
    private static final Pattern COMMA = Pattern.compile("(?<!\\\\),");
    private static final Logger LOG = Logger.getLogger(HistoryService.class);

    private final TelemetryStore store;
    private final TelemetrySettings settings;
    private final Breaker breaker;
    private final Clock clock;
    private final Semaphore places;

    public HistoryService(TelemetryStore store, TelemetrySettings settings, BreakerRegistry breakers, Clock clock) {
        this.store = store;
        this.settings = settings;
        this.breaker = breakers.breaker("influx");
        this.clock = clock;
        this.places = new Semaphore(settings.maxAtOnce());
    }

    /**
     * History of a device.
     *
     * @throws ApiException 400 for a bad parameter, 503 when the store is away
     */
    public History history(String deviceId, List<String> parameters, String from, String to, String every,
            String limit) {
        if (deviceId.chars().anyMatch(Character::isISOControl)) {
            throw ApiException.unknownDevice(deviceId);
        }
        Instant until = instant("to", to, clock.instant());
        Instant since = instant("from", from, until.minus(DEFAULT_RANGE));
        if (!since.isBefore(until)) {
            throw ApiException.invalidParameter("from", "it must be before 'to'");
        }
        Duration window = every == null || every.isBlank() ? null : duration(every);
        int most = Params.integer("limit", limit, DEFAULT_LIMIT, 1, settings.maxPoints());
        HistoryQuery query = new HistoryQuery(deviceId, checked(parameters), since, until, window, most);
        List<HistoryPoint> points = ask(query);
        boolean truncated = points.size() > most;
        return new History(deviceId, since, until, window == null ? null : window.toString(), most, truncated,
                series(truncated ? points.subList(points.size() - most, points.size()) : points));
    }

    /** Makes the bean, and so the breaker, at once: whoever looks at the breakers sees it before the first request. */
    void start(@Observes StartupEvent event) {
        LOG.debugf("History is read through the breaker '%s'", breaker.name());
    }

    /** A store that hangs holds a few workers only, and none for longer than its time-out. */
    private List<HistoryPoint> ask(HistoryQuery query) {
        if (!places.tryAcquire()) {
            throw new BulkheadException("As many history requests are being worked on as are allowed at once");
        }
        try {
            return breaker.get(() -> store.history(query));
        } catch (StoreException e) {
            LOG.debugf(e, "The time-series store does not answer");
            throw ApiException.unavailable("telemetry-store-unavailable",
                    "The time-series store is not answering; live values are not affected. Try again later.");
        } catch (StoreRefusalException e) {
            LOG.warnf("The time-series store refused a question: %s", e.getMessage());
            throw refused(e);
        } finally {
            places.release();
        }
    }

    private static ApiException refused(StoreRefusalException e) {
        return e.trouble() != null
                ? ApiException.unavailable("telemetry-store-access", "The time-series store " + e.trouble()
                        + "; live values are not affected. Correct the settings of the store.")
                : new ApiException(400, "history-refused", "The time-series store cannot answer this question; "
                        + "ask for fewer parameters, a shorter time or longer windows.");
    }

    private static List<History.Series> series(List<HistoryPoint> points) {
        Map<String, History.Series> series = new LinkedHashMap<>();
        for (HistoryPoint point : points) {
            series.computeIfAbsent(point.parameter() + '\0' + point.unit(),
                    key -> new History.Series(point.parameter(), point.unit(), new ArrayList<>())).points()
                    .add(new History.Point(point.timestamp(), point.value(), point.min(), point.max(),
                            point.label(), point.status()));
        }
        return List.copyOf(series.values());
    }

    private static List<String> checked(List<String> parameters) {
        List<String> names = new ArrayList<>();
        for (String parameter : parameters == null ? List.<String>of() : parameters) {
            for (String each : COMMA.split(parameter)) {
                String name = each.replace("\\,", ",");
                if (name.length() > MAX_NAME || name.chars().anyMatch(Character::isISOControl)) {
                    throw ApiException.invalidParameter("parameter",
                            "a name of at most 256 printable characters is needed");
                }
                if (!name.isBlank()) {
                    names.add(name.strip());
                }
            }
        }
        if (names.size() > MAX_PARAMETERS) {
            throw ApiException.invalidParameter("parameter", "at most " + MAX_PARAMETERS + " are accepted");
        }
        return names;
    }

    private Instant instant(String name, String text, Instant otherwise) {
        if (text == null || text.isBlank()) {
            return otherwise;
        }
        String value = text.strip();
        try {
            if (AGO.matcher(value).matches()) {
                return clock.instant().minus(duration(value.substring(1)));
            }
            Instant instant = OffsetDateTime.parse(value.replace(' ', '+')).toInstant();
            if (instant.isBefore(Instant.EPOCH) || instant.isAfter(clock.instant().plus(Duration.ofDays(366)))) {
                throw ApiException.invalidParameter(name, "it must be between 1970 and a year from now");
            }
            return instant;
        } catch (DateTimeException e) {
            throw ApiException.invalidParameter(name,
                    "an ISO 8601 time with zone, or -15m for 15 minutes ago, is needed");
        }
    }

    private static Duration duration(String text) {
        Matcher matcher = SHORT_DURATION.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (matcher.matches()) {
            long amount = Long.parseLong(matcher.group(1));
            Duration duration = switch (matcher.group(2)) {
                case "ms" -> Duration.ofMillis(amount);
                case "s" -> Duration.ofSeconds(amount);
                case "m" -> Duration.ofMinutes(amount);
                case "h" -> Duration.ofHours(amount);
                default -> Duration.ofDays(amount);
            };
            if (duration.compareTo(Duration.ofMillis(1)) >= 0 && duration.compareTo(Duration.ofDays(3660)) <= 0) {
                return duration;
            }
        }
        throw ApiException.invalidParameter("every", "a time span such as 500ms, 10s, 5m, 1h or 1d is needed");
    }
}
