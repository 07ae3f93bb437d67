package io.greenstack.api.health;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import io.greenstack.api.device.DeviceService;
import io.greenstack.api.telemetry.TelemetryStore;
import io.greenstack.platform.background.BackgroundTask;
import io.greenstack.platform.health.DependencyState;
import io.greenstack.platform.health.Observation;
import io.greenstack.platform.health.Readiness;
import io.greenstack.platform.health.ReadinessReport;
import io.greenstack.platform.resilience.BreakerStatus;
import io.quarkus.runtime.StartupEvent;

/** Puts the states of the dependencies into the words of the predecessor's health answers. */
@ApplicationScoped
class HealthService {

    private static final Logger LOG = Logger.getLogger(HealthService.class);
    private static final Duration COUNT_EVERY = Duration.ofSeconds(5);
    /** While nobody asks. */
    private static final Duration COUNT_SELDOM = Duration.ofMinutes(5);
    private static final Duration ASKING = Duration.ofMinutes(1);

    private final ReadinessReport report;
    private final Clock clock;
    private final BackgroundTask counting;
    private volatile Long deviceCount;
    private volatile Instant asked = Instant.EPOCH;

    public HealthService(ReadinessReport report, DeviceService devices, Clock clock) {
        this.report = report;
        this.counting = new BackgroundTask("greenstack-device-count", () -> deviceCount = devices.count(), COUNT_EVERY);
        this.clock = clock;
    }

    /** Who asks for the health must not wait for the database, so devices are counted beforehand. */
    void start(@Observes StartupEvent event) {
        counting.start(COUNT_EVERY, COUNT_SELDOM, () -> clock.instant().isBefore(asked.plus(ASKING)));
    }

    @PreDestroy
    void stop() {
        counting.stop();
    }

    /** An answer and whether the service takes traffic. */
    record Health(HealthView view, boolean ready) {}

    private void asked() {
        Instant now = clock.instant();
        if (now.isAfter(asked.plus(ASKING))) {
            counting.wake();
        }
        asked = now;
    }

    /** The answer in the words {@code ready, degraded, not_ready} or others given in this order. */
    Health health(String ready, String degraded, String notReady, boolean count) {
        if (count) {
            asked();
        }
        Readiness readiness = report.report();
        boolean all = readiness.dependencies().stream().allMatch(DependencyState::up);
        String status = readiness.ready() ? (all ? ready : degraded) : notReady;
        boolean database = readiness.up(ApiProbes.DATABASE);
        Map<String, HealthView.Check> checks = new LinkedHashMap<>();
        for (DependencyState state : readiness.dependencies()) {
            if (!state.up()) {
                LOG.debugf("%s is down: %s", state.name(), state.detail());
            }
            checks.put(state.name(), check(state));
        }
        HealthView view = new HealthView(status, database ? "connected" : "disconnected",
                count && database ? deviceCount : null, clock.instant(), checks, breakers(readiness.breakers()));
        return new Health(view, readiness.ready());
    }

    private static HealthView.Check check(DependencyState state) {
        Observation seen = state.observation();
        return new HealthView.Check(state.up() ? "up" : "down", state.required(), trouble(state),
                seen == null ? null : seen.age().toMillis(), seen == null ? null : seen.since(),
                seen == null ? null : seen.changes());
    }

    /** Details may name addresses and are for the log; that a setting has to be changed is for everybody who asks. */
    private static String trouble(DependencyState state) {
        if (state.up()) {
            return null;
        }
        if (String.valueOf(state.detail()).startsWith(TelemetryStore.UNKNOWN_PLACE)) {
            return TelemetryStore.UNKNOWN_PLACE + "its bucket";
        }
        return TelemetryStore.ACCESS_REFUSED.equals(state.detail()) ? state.detail() : "not answering";
    }

    private static List<HealthView.BreakerView> breakers(List<BreakerStatus> breakers) {
        return breakers.stream().map(breaker -> new HealthView.BreakerView(breaker.name(),
                breaker.state().name().toLowerCase(Locale.ROOT), breaker.failures(), breaker.opened(),
                breaker.lastChange()))
                .toList();
    }

    HealthView alive() {
        return new HealthView("alive", null, null, clock.instant(), null, null);
    }
}
