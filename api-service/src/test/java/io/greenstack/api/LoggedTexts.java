package io.greenstack.api;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;

/** What is logged while it is open, each entry as a text with the trace of what was thrown. */
public final class LoggedTexts extends Handler implements AutoCloseable {

    private final List<String> texts = new CopyOnWriteArrayList<>();
    private final PatternFormatter format = new PatternFormatter("%c: %m%n%e");
    private final Level before;
    private final Logger logger;

    private LoggedTexts(String category, Level level) {
        this.logger = Logger.getLogger(category);
        this.before = logger.getLevel();
        logger.setLevel(level);
        logger.addHandler(this);
    }

    /** Begins to listen to all that is logged. */
    public static LoggedTexts listen() {
        return new LoggedTexts("", Logger.getLogger("").getLevel());
    }

    /** Begins to listen to a category, down to a level. */
    public static LoggedTexts listen(String category, Level level) {
        return new LoggedTexts(category, level);
    }

    /** What was logged. */
    public List<String> texts() {
        return List.copyOf(texts);
    }

    @Override
    public void publish(LogRecord entry) {
        texts.add(format.format(ExtLogRecord.wrap(entry)));
    }

    @Override
    public void flush() {
        // nothing is kept back
    }

    @Override
    public void close() {
        logger.removeHandler(this);
        logger.setLevel(before);
    }
}
