package io.greenstack.api.health;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.greenstack.api.device.DeviceService;
import io.greenstack.platform.health.DependencyState;
import io.greenstack.platform.health.Readiness;
import io.greenstack.platform.health.ReadinessReport;
import io.greenstack.platform.resilience.BreakerStatus;

/** Puts the states of the dependencies into the words of the predecessor's health answers. */
@ApplicationScoped
class HealthService {

    private static final Logger LOG = Logger.getLogger(HealthService.class);

    private final ReadinessReport report;
    private final DeviceService devices;
    private final Clock clock;

    public HealthService(ReadinessReport report, DeviceService devices, Clock clock) {
        this.report = report;
        this.devices = devices;
        this.clock = clock;
    }

    /** An answer and whether the service takes traffic. */
    record Health(HealthView view, boolean ready) {}

    /** The answer in the words {@code ready, degraded, not_ready} or others given in this order. */
    Health health(String ready, String degraded, String notReady, boolean count) {
        Readiness readiness = report.report();
        boolean all = readiness.dependencies().stream().allMatch(DependencyState::up);
        String status = readiness.ready() ? (all ? ready : degraded) : notReady;
        boolean database = readiness.up(ApiProbes.DATABASE);
        Map<String, HealthView.Check> checks = new LinkedHashMap<>();
        for (DependencyState state : readiness.dependencies()) {
            if (!state.up()) {
                LOG.debugf("%s is down: %s", state.name(), state.detail());
            }
            checks.put(state.name(), new HealthView.Check(state.up() ? "up" : "down", state.required(),
                    state.up() ? null : "not answering"));
        }
        HealthView view = new HealthView(status, database ? "connected" : "disconnected",
                count && database ? devices.count() : null, clock.instant(), checks, breakers(readiness.breakers()));
        return new Health(view, readiness.ready());
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
