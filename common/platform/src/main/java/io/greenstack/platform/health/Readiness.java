package io.greenstack.platform.health;

import java.util.List;

import io.greenstack.platform.resilience.BreakerStatus;

/**
 * Whether the service takes traffic, and why.
 *
 * @param ready whether every required dependency is up
 * @param dependencies each with its state
 * @param breakers each with its state; an open breaker shows that a dependency failed, the dependency itself decides
 */
public record Readiness(boolean ready, List<DependencyState> dependencies, List<BreakerStatus> breakers) {

    /** Whether the dependency of that name is up; false if there is none. */
    public boolean up(String name) {
        return dependencies.stream().anyMatch(dependency -> dependency.name().equals(name) && dependency.up());
    }
}
