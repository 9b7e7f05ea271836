package dev.docket.metrics.table;

/** A file cannot be used as it is. The message names the file and, where there is one, line and column, and says what to write instead. */
public final class TableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TableException(String message) {
        super(message);
    }
}
