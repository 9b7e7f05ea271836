package dev.docket.provenance.c2pa;

/** A file cannot serve as a trust list. The message is a sentence for the person who named it. */
public final class TrustListException extends Exception {
    private static final long serialVersionUID = 1L;

    TrustListException(String message) {
        super(message);
    }
}
