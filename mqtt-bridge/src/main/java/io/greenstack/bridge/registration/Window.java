package io.greenstack.bridge.registration;

/**
 * How many requests are under way at the same time. It doubles with every full window that the other side takes and falls to
 * one when it does not answer, so what has piled up in an outage does not push it over again. Used by one thread.
 */
final class Window {

    private final int most;
    private int size;

    /** @param most requests at the same time, when all is well */
    Window(int most) {
        this.most = most;
        this.size = most;
    }

    int size() {
        return size;
    }

    void taken(int requests) {
        size = requests < size ? size : Math.min(most, size * 2);
    }

    void refused() {
        size = 1;
    }
}
