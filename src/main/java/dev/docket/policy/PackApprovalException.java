package dev.docket.policy;

/** A pack that may not be asked for, signed or taken; the message says why, and what to do. */
public final class PackApprovalException extends Exception {
    private static final long serialVersionUID = 1L;

    public PackApprovalException(String message) {
        super(message);
    }
}
