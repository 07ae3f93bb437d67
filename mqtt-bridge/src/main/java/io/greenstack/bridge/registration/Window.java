package io.greenstack.bridge.registration;

/**
 * How many requests are under way at the same time. It falls to one when the other side does not answer and grows with every full
 * window that it takes, at first to the double and then by one, so that it is never far beyond what the other side can do. Where
 * it was refused it stays just below for a while. So what has piled up in an outage does not push the other side over again. Used
 * by one thread.
 */
final class Window {

    /** Up to it a window doubles: so many more at once push nobody over. */
    private static final int SMALL = 4;
    /** Full windows that are taken before it is tried whether more will be. */
    private static final int PATIENCE = 50;

    private final int most;
    private int size;
    private int ceiling;
    private int full;

    /** @param most requests at the same time, when all is well */
    Window(int most) {
        this.most = most;
        this.size = most;
        this.ceiling = most;
    }

    int size() {
        return size;
    }

    void taken(int requests) {
        if (requests < size) {
            return;
        }
        if (size < ceiling) {
            size = Math.min(ceiling, size < SMALL ? size * 2 : size + 1);
        } else if (size < most && ++full >= PATIENCE) {
            ceiling = ++size;
            full = 0;
        }
    }

    /** One that is refused alone says that the other side is away, and nothing of how many it takes. */
    void refused() {
        ceiling = size == 1 ? most : size - 1;
        size = 1;
        full = 0;
    }
}
