package dev.docket.hash;

/** What a line of a hash list says. */
sealed interface BankLine {

    /** A known picture. */
    record Known(BankEntry entry) implements BankLine {}

    /** A hash that its owner took back, or called harmless: it leaves the bank. */
    record Withdrawn(HashKind kind, byte[] hash) implements BankLine {}

    /** A line that says nothing of pictures, such as the hash of a film or a PDQ hash that is too poor to match. */
    record Other() implements BankLine {}
}
