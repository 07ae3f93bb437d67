package io.greenstack.platform.health;

/** Tells the state of one dependency. Implemented by beans, all of which take part in readiness. */
public interface DependencyProbe {

    /** The present state; called from worker threads, answers within about a second, and never throws. */
    DependencyState state();
}
