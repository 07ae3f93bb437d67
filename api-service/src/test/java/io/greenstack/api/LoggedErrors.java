package io.greenstack.api;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What is logged as an error while it is open. */
public final class LoggedErrors extends Handler implements AutoCloseable {

    private final List<String> errors = new CopyOnWriteArrayList<>();

    private LoggedErrors() {}

    /** Begins to listen. */
    public static LoggedErrors listen() {
        LoggedErrors listener = new LoggedErrors();
        Logger.getLogger("").addHandler(listener);
        return listener;
    }

    /** What was logged. */
    public List<String> errors() {
        return List.copyOf(errors);
    }

    @Override
    public void publish(LogRecord entry) {
        if (entry.getLevel().intValue() >= Level.SEVERE.intValue()) {
            errors.add(entry.getLoggerName() + ": " + entry.getMessage() + ' ' + entry.getThrown());
        }
    }

    @Override
    public void flush() {
        // nothing is kept back
    }

    @Override
    public void close() {
        Logger.getLogger("").removeHandler(this);
    }
}
