package dev.docket.ui;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What JavaFX says of stylesheets while a test listens: lookups that fail, values of the wrong type, files not found. */
public final class StyleLog implements AutoCloseable {
    private final Logger logger = Logger.getLogger("javafx.css");
    private final List<String> problems = new CopyOnWriteArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord line) {
            if (line.getLevel().intValue() >= Level.WARNING.intValue()) {
                problems.add(String.valueOf(line.getMessage()));
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    private StyleLog() {
        logger.addHandler(handler);
    }

    public static StyleLog listen() {
        return new StyleLog();
    }

    public List<String> problems() {
        return List.copyOf(problems);
    }

    @Override
    public void close() {
        logger.removeHandler(handler);
    }
}
