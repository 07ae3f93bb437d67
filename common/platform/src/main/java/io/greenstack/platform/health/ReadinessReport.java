package io.greenstack.platform.health;

import java.util.Comparator;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;

import io.greenstack.platform.resilience.BreakerRegistry;

/** Gathers all {@link DependencyProbe} beans and breakers. */
@ApplicationScoped
public class ReadinessReport {

    private final Instance<DependencyProbe> probes;
    private final BreakerRegistry breakers;

    /** For the container. */
    public ReadinessReport(@Any Instance<DependencyProbe> probes, BreakerRegistry breakers) {
        this.probes = probes;
        this.breakers = breakers;
    }

    /** The present state; may block for about a second for each dependency. */
    public Readiness report() {
        List<DependencyState> states = probes.stream().map(DependencyProbe::state)
                .sorted(Comparator.comparing(DependencyState::name)).toList();
        boolean ready = states.stream().allMatch(state -> state.up() || !state.required());
        return new Readiness(ready, states, breakers.list());
    }
}
