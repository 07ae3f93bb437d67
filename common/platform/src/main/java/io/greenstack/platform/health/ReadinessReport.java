package io.greenstack.platform.health;

import java.util.Comparator;
import java.util.List;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;

import io.greenstack.platform.resilience.BreakerRegistry;
import io.quarkus.runtime.StartupEvent;

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

    /** Begins to watch, so that the first who asks is told. */
    void start(@Observes StartupEvent event) {
        probes.stream().forEach(DependencyProbe::state);
    }

    @PreDestroy
    void close() {
        probes.stream().forEach(DependencyProbe::close);
    }

    /** What is known now of all dependencies; answers at once, however they hang. */
    public Readiness report() {
        List<DependencyState> states = probes.stream().map(DependencyProbe::state)
                .sorted(Comparator.comparing(DependencyState::name)).toList();
        boolean ready = states.stream().allMatch(state -> state.up() || !state.required());
        return new Readiness(ready, states, breakers.list());
    }
}
