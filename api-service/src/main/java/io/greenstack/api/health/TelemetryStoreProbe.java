package io.greenstack.api.health;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.greenstack.api.telemetry.TelemetryStore;
import io.greenstack.platform.health.CachedProbe;
import io.greenstack.platform.health.DependencyProbe;
import io.greenstack.platform.health.DependencyState;

/** The time-series store: without it there is no history, everything else works. */
@ApplicationScoped
public class TelemetryStoreProbe implements DependencyProbe {

    /** Name of the dependency. */
    public static final String NAME = "telemetry-store";

    private final CachedProbe probe;

    @Inject
    public TelemetryStoreProbe(TelemetryStore store) {
        this.probe = new CachedProbe(NAME, Duration.ofSeconds(2), () -> {
            store.ping();
            return DependencyState.up(NAME);
        });
    }

    @Override
    public DependencyState state() {
        return probe.state().optional();
    }
}
