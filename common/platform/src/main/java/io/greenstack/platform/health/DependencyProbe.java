package io.greenstack.platform.health;

/** Tells the state of one dependency. Implemented by beans, all of which take part in readiness. */
public interface DependencyProbe {

    /** What is known of the dependency; called from event loops, so it answers at once, and it never throws. */
    DependencyState state();

    /** Ends what watches the dependency in the background. */
    default void close() {}
}
