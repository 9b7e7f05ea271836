package dev.docket.hash;

/**
 * A known picture that this one is or looks like.
 *
 * @param bank the list it stands in
 * @param by what both have in common
 * @param distance PDQ distance, 0..31; 0 for the same file
 * @param label what the bank says of it; empty when it says nothing
 */
public record Match(String bank, HashKind by, int distance, String label) {}
