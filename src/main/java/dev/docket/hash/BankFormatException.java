package dev.docket.hash;

/** A line of a hash list cannot be taken; the message says why, without its hash. */
final class BankFormatException extends Exception {
    private static final long serialVersionUID = 1L;

    BankFormatException(String message) {
        super(message);
    }
}
