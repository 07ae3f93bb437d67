package io.greenstack.edge.api;

import java.time.Duration;

import jakarta.inject.Singleton;

import io.greenstack.platform.health.CachedProbe;
import io.greenstack.platform.health.DependencyProbe;
import io.greenstack.platform.health.DependencyState;

/** The api-service. Without it registrations wait at the broker and everything else goes on, so it is not required. */
@Singleton
public class ApiDependency implements DependencyProbe {

    /** Name of the dependency. */
    public static final String NAME = "api";

    private final CachedProbe probe;

    ApiDependency(EdgeApiClient api) {
        this.probe = new CachedProbe(NAME, false, Duration.ofSeconds(5), api::probe);
    }

    @Override
    public DependencyState state() {
        return probe.state();
    }

    @Override
    public void close() {
        probe.close();
    }
}
