package io.greenstack.platform.health;

/**
 * State of something the service depends on.
 *
 * @param name short name, for example {@code mqtt}
 * @param up whether it can be used now
 * @param required whether the service is not ready without it
 * @param detail what is wrong or worth knowing, or null; never a secret
 * @param observation how fresh and steady this is; null where the state is known without asking anybody
 */
public record DependencyState(String name, boolean up, boolean required, String detail, Observation observation) {

    /** A state that is known without asking anybody. */
    public DependencyState(String name, boolean up, boolean required, String detail) {
        this(name, up, required, detail, null);
    }

    /** A usable, required dependency. */
    public static DependencyState up(String name) {
        return new DependencyState(name, true, true, null);
    }

    /** A required dependency that is away. */
    public static DependencyState down(String name, String detail) {
        return new DependencyState(name, false, true, detail);
    }

    /** The same state of a dependency without which the service still takes traffic. */
    public DependencyState optional() {
        return new DependencyState(name, up, false, detail, observation);
    }
}
