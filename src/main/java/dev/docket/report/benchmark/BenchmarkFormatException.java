package dev.docket.report.benchmark;

/** A benchmark folder that cannot be used; the message names file, line or field. */
public final class BenchmarkFormatException extends Exception {
    private static final long serialVersionUID = 1L;

    public BenchmarkFormatException(String message) {
        super(message);
    }
}
