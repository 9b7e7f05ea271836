package dev.docket.cli;

/** What a command's exit code means. */
final class ExitCode {
    static final int DONE = 0;
    /** Done, but something was found or refused. */
    static final int FOUND = 1;
    static final int USAGE = 2;
    /** Could not run: no database, no disk. */
    static final int CANNOT_RUN = 3;
    /** Stopped by Ctrl+C or a signal, as shells write it. */
    static final int STOPPED = 130;

    private ExitCode() {}
}
