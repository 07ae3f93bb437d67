package io.greenstack.descriptions;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Understanding a file takes many times its size: of those that are large, one waits for the other. */
public final class LargeFiles {

    private static final long LARGE = 1 << 20;
    private static final Lock ONE = new ReentrantLock(true);

    private LargeFiles() {}

    /** Whether a file or document is unusually large. */
    public static boolean isLarge(long size) {
        return size > LARGE;
    }

    /**
     * Reads a file or document, while no other large one is read.
     *
     * @param size its octets or characters
     */
    public static <T> T read(long size, Supplier<T> reader) {
        if (!isLarge(size)) {
            return reader.get();
        }
        ONE.lock();
        try {
            return reader.get();
        } finally {
            ONE.unlock();
        }
    }
}
