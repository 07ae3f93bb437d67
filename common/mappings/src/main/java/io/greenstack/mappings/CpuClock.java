package io.greenstack.mappings;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * Processor time of threads. On a machine that is busy with other things a thread may wait for long without doing anything, and that
 * is not the fault of what it evaluates.
 */
final class CpuClock {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final boolean SUPPORTED = supported();

    private CpuClock() {}

    private static boolean supported() {
        try {
            return THREADS.isThreadCpuTimeSupported() && THREADS.isThreadCpuTimeEnabled()
                    && THREADS.getCurrentThreadCpuTime() >= 0;
        } catch (UnsupportedOperationException e) {
            return false;
        }
    }

    /** Of this thread in nanoseconds; where that is not known, the time of the clock. */
    static long ofThisThread() {
        return SUPPORTED ? THREADS.getCurrentThreadCpuTime() : System.nanoTime();
    }

    /** Of a thread in nanoseconds; where that is not known, the time of the clock. */
    static long of(Thread thread) {
        return SUPPORTED ? THREADS.getThreadCpuTime(thread.getId()) : System.nanoTime();
    }
}
