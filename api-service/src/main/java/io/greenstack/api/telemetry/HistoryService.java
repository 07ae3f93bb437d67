package io.greenstack.api.telemetry;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.jboss.logging.Logger;

import io.greenstack.api.platform.ApiException;
import io.greenstack.platform.resilience.Breaker;
import io.greenstack.platform.resilience.BreakerOpenException;
import io.greenstack.platform.resilience.BreakerRegistry;
import io.quarkus.runtime.StartupEvent;

/**
 * Answers history requests from the time-series store, through the breaker {@code influx}; while the store is away from Redis, as
 * far as that has the readings.
 */
@ApplicationScoped
class HistoryService {

    private static final Logger LOG = Logger.getLogger(HistoryService.class);

    private final TelemetryStore store;
    private final RecentReadings recent;
    private final TelemetrySettings settings;
    private final Breaker breaker;
    private final Clock clock;
    private final Semaphore places;
    private final Semaphore reducers;

    public HistoryService(TelemetryStore store, RecentReadings recent, TelemetrySettings settings,
            BreakerRegistry breakers, Clock clock) {
        this.store = store;
        this.recent = recent;
        this.settings = settings;
        this.breaker = breakers.breaker("influx", StoreException.class::isInstance);
        this.clock = clock;
        this.places = new Semaphore(settings.maxAtOnce());
        this.reducers = new Semaphore(settings.maxReducersAtOnce());
    }

    /** Makes the bean, and so the breaker, at once: whoever looks at the breakers sees it before the first request. */
    void start(@Observes StartupEvent event) {
        LOG.debugf("History is read through the breaker '%s'", breaker.name());
    }

    /**
     * History of devices.
     *
     * @throws ApiException 400 for a bad parameter, 503 when the store is away and Redis has nothing either
     */
    public History history(List<String> devices, HistoryParams params) {
        HistoryQuery query = query(devices, params);
        int budget = params.budget(settings.maxPoints());
        try {
            if (budget > 0 && query.function() == null) {
                return within(budget, query);
            }
            HistoryQuery asked = budget > 0
                    ? query.windows(query.function(), HistoryTimes.windows(range(query), budget))
                            .limitedTo(params.limited() ? query.limit() : settings.maxPoints())
                    : query;
            return answer(asked, points(asked), History.STORE);
        } catch (StoreException | BreakerOpenException e) {
            return recent(budget, query, unavailable(e));
        }
    }

    private static RuntimeException unavailable(RuntimeException e) {
        LOG.debugf(e, "The time-series store does not answer");
        return e instanceof BreakerOpenException
                ? e
                : ApiException.unavailable("telemetry-store-unavailable",
                        "The time-series store is not answering; live values are not affected. Try again later.");
    }

    /**
     * Hands over readings, or windows, one by one.
     *
     * @throws ApiException as above; from Redis nothing is exported
     */
    public void export(List<String> devices, HistoryParams params, Consumer<HistoryPoint> each) {
        HistoryQuery query = query(devices, params);
        try {
            export(query, params, each);
        } catch (StoreException | BreakerOpenException e) {
            throw unavailable(e);
        }
    }

    private void export(HistoryQuery query, HistoryParams params, Consumer<HistoryPoint> each) {
        int budget = params.budget(settings.maxPoints());
        if (query.function() == null && budget == 0 && !params.limited()) {
            long[] handed = new long[1];
            ask(places, () -> {
                store.readings(query, point -> {
                    if (++handed[0] > settings.maxExported()) {
                        throw tooMany(settings.maxExported());
                    }
                    each.accept(point);
                });
                return null;
            });
        } else {
            HistoryQuery windows = budget == 0
                    ? query
                    : query.windows(query.function() == null ? HistoryFunction.MEAN : query.function(),
                            HistoryTimes.windows(range(query), budget));
            List<HistoryPoint> points = points(params.limited() ? windows : windows.limitedTo(settings.maxPoints()));
            points.subList(Math.max(0, points.size() - settings.maxPoints()), points.size()).forEach(each);
        }
    }

    private HistoryQuery query(List<String> devices, HistoryParams params) {
        for (String device : devices) {
            if (device.chars().anyMatch(Character::isISOControl)) {
                throw ApiException.unknownDevice(device);
            }
        }
        return params.query(devices, clock, settings.maxPoints());
    }

    private static Duration range(HistoryQuery query) {
        return Duration.between(query.from(), query.to());
    }

    /** The readings as they are if there are few enough, else windows. */
    private History within(int budget, HistoryQuery query) {
        HistoryQuery few = query.limitedTo(budget);
        List<HistoryPoint> readings = points(few);
        if (readings.size() <= budget) {
            return answer(few, readings, History.STORE);
        }
        HistoryQuery windows = query.windows(HistoryFunction.MEAN, HistoryTimes.windows(range(query), budget))
                .limitedTo(settings.maxPoints());
        return answer(windows, points(windows), History.STORE);
    }

    private List<HistoryPoint> points(HistoryQuery query) {
        if (query.function() == null) {
            return ask(places, () -> store.newest(query));
        }
        return query.function().byStore()
                ? ask(places, () -> store.windows(query))
                : ask(reducers, () -> reduce(query, each -> store.readings(query, each)));
    }

    private List<HistoryPoint> reduce(HistoryQuery query, Consumer<Consumer<HistoryPoint>> source) {
        Map<SeriesKey, SeriesReadings> series = new LinkedHashMap<>();
        int[] read = new int[1];
        source.accept(point -> {
            if (++read[0] > settings.maxReduced()) {
                throw tooMany(settings.maxReduced());
            }
            series.computeIfAbsent(point.series(), SeriesReadings::new).add(point);
        });
        Instant now = clock.instant();
        List<HistoryPoint> points = new ArrayList<>();
        series.values().forEach(each -> {
            each.sort();
            points.addAll(new WindowReducer(query, each, now).windows());
        });
        return Windows.newest(points, query.limit() + 1);
    }

    static ApiException tooMany(int most) {
        return new ApiException(400, "history-too-long", "More than " + most
                + " readings would have to be read for this; ask for fewer parameters or a shorter time.");
    }

    /** What Redis has, as if the store had no more; nothing at all is no answer. */
    private History recent(int budget, HistoryQuery query, RuntimeException away) {
        List<HistoryPoint> readings = new ArrayList<>();
        try {
            recent.readings(query, readings::add);
        } catch (RuntimeException e) {
            LOG.debugf(e, "Neither the time-series store nor Redis answers");
            throw away;
        }
        if (readings.isEmpty()) {
            throw away;
        }
        HistoryFunction function = query.function() == null && budget > 0 && readings.size() > budget
                ? HistoryFunction.MEAN
                : query.function();
        HistoryQuery asked = budget > 0 && function != null
                ? query.windows(function, HistoryTimes.windows(range(query), budget))
                : query;
        return answer(asked, asked.function() == null
                ? Windows.newest(readings, asked.limit() + 1)
                : reduce(asked, readings::forEach), History.REDIS);
    }

    /** A store that hangs holds a few workers only, and none for longer than its time-out. */
    private <T> T ask(Semaphore bound, Supplier<T> question) {
        if (!bound.tryAcquire()) {
            throw new BulkheadException("As many history requests are being worked on as are allowed at once");
        }
        try {
            return breaker.get(question::get);
        } catch (StoreRefusalException e) {
            LOG.warnf("The time-series store refused a question: %s", e.getMessage());
            throw refused(e);
        } finally {
            bound.release();
        }
    }

    private static ApiException refused(StoreRefusalException e) {
        return e.trouble() != null
                ? ApiException.unavailable("telemetry-store-access", "The time-series store " + e.trouble()
                        + "; live values are not affected. Correct the settings of the store.")
                : new ApiException(400, "history-refused", "The time-series store cannot answer this question; "
                        + "ask for fewer parameters, a shorter time or longer windows.");
    }

    private static History answer(HistoryQuery query, List<HistoryPoint> points, String source) {
        boolean truncated = points.size() > query.limit();
        Map<SeriesKey, List<HistoryPoint>> series = new LinkedHashMap<>();
        for (HistoryPoint point : truncated ? points.subList(points.size() - query.limit(), points.size()) : points) {
            series.computeIfAbsent(point.series(), key -> new ArrayList<>()).add(point);
        }
        List<History.Series> answer = new ArrayList<>();
        series.forEach((key, each) -> answer.add(new History.Series(query.devices().size() == 1 ? null : key.deviceId(),
                key.parameter(), key.unit(), HistoryGaps.marked(each, query))));
        return new History(query.devices().size() == 1 ? query.devices().get(0) : null, query.from(), query.to(),
                query.function() == null ? null : query.function().name().toLowerCase(Locale.ROOT),
                query.every() == null ? null : query.every().toString(), query.limit(), truncated, source, answer);
    }
}
