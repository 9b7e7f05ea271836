package dev.docket.decode.worker;

import dev.docket.decode.UndecodableImageException;
import dev.docket.decode.UndecodableImageException.State;
import dev.docket.decode.worker.WorkerKind.Memory;

/** A decoding process did not answer as it should, and has been or must be ended. */
final class ChildFailure extends Exception {
    private static final long serialVersionUID = 1L;

    /** How. */
    enum Kind {
        /** It ended, or answered what cannot be. */
        CRASHED,
        /** It took too long. */
        OVERDUE,
        /** It took too long, but was hardly given a processor: the machine was busy. */
        STARVED,
        NO_MEMORY
    }

    private final Kind kind;

    /** @param detail for the log */
    ChildFailure(Kind kind, String detail) {
        super(detail);
        this.kind = kind;
    }

    Kind kind() {
        return kind;
    }

    /** Whether another process might do better. */
    boolean worthAnotherTry(WorkerKind worker, Memory had) {
        return kind != Kind.OVERDUE && !(kind == Kind.NO_MEMORY && had.equals(worker.roomy()));
    }

    /** What to say of the file once trying is over. */
    UndecodableImageException verdict(WorkerKind worker) {
        return switch (kind) {
            case CRASHED -> new UndecodableImageException(State.DAMAGED,
                    "The file breaks the decoder, so it is damaged or made to do harm; it can still be decided by its facts");
            case OVERDUE, STARVED -> new UndecodableImageException(State.REFUSED,
                    "Decoding the file was stopped after " + worker.picture().toSeconds() + " seconds, the longest any file is given");
            case NO_MEMORY -> new UndecodableImageException(State.REFUSED,
                    "Decoding the file needs more memory than the " + worker.roomy().dataMiB() + " MB that any file is given");
        };
    }
}
