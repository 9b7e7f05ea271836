package dev.docket.intake;

import dev.docket.progress.StoppedException;

/** An intake was stopped on request. */
public final class IntakeStoppedException extends StoppedException {
    private static final long serialVersionUID = 1L;

    private final transient IntakeResult soFar;

    IntakeStoppedException(IntakeResult soFar) {
        this.soFar = soFar;
    }

    /** What was admitted and refused before; it stays so. */
    public IntakeResult soFar() {
        return soFar;
    }
}
