package dev.docket.provenance.c2pa;

import java.io.IOException;

/** A file cannot serve as a trust list. The message is a sentence for the person who named it. */
public final class TrustListException extends IOException {
    private static final long serialVersionUID = 1L;

    TrustListException(String message) {
        super(message);
    }
}
