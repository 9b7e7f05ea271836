package dev.docket.progress;

/** A long job was stopped on request. What it had finished stays finished. */
public class StoppedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoppedException() {
        super("Stopped on request");
    }
}
