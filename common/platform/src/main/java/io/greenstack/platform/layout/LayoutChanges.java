package io.greenstack.platform.layout;

import java.util.function.Consumer;

/** Announcements of changed layouts. */
public interface LayoutChanges {

    /**
     * Subscribes; further calls do nothing.
     *
     * @param onChange is given the id of each device whose layout changed
     * @param onSubscribed runs at the beginning of each subscription: announcements may have been missed before it
     */
    void start(Consumer<String> onChange, Runnable onSubscribed);
}
