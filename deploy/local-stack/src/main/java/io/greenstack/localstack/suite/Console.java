package io.greenstack.localstack.suite;

import java.io.PrintStream;
import java.util.Locale;

/** What the person at the console sees: progress with the time since the start, then one screen. */
final class Console {

    private static final double NANOS_PER_SECOND = 1e9;

    private final PrintStream out;
    private final long startNanos;

    /**
     * @param startNanos when the start began, by {@link System#nanoTime()}
     */
    Console(PrintStream out, long startNanos) {
        this.out = out;
        this.startNanos = startNanos;
    }

    /** A line as it is. */
    void print(String text) {
        out.println(text);
        out.flush();
    }

    /** One step that is done. */
    void done(String what, String detail) {
        print(String.format(Locale.ROOT, "  %6.1f s  %-20s %s", seconds(), what, detail));
    }

    /** Seconds since the start. */
    double seconds() {
        return (System.nanoTime() - startNanos) / NANOS_PER_SECOND;
    }
}
