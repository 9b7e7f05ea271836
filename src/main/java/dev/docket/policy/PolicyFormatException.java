package dev.docket.policy;

import java.util.List;

/** A policy file that cannot be used; every fault with its line and field. */
public final class PolicyFormatException extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient List<PolicyFile.Fault> faults;

    public PolicyFormatException(String message, List<PolicyFile.Fault> faults) {
        super(message);
        this.faults = List.copyOf(faults);
    }

    public List<PolicyFile.Fault> faults() {
        return faults;
    }
}
