package dev.docket.hash;

/**
 * A known picture that looks like this one.
 *
 * @param bank the list it stands in
 * @param distance PDQ distance, 0..31
 * @param label what the bank says of it
 */
public record Match(String bank, int distance, String label) {}
