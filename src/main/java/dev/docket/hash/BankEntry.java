package dev.docket.hash;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One known picture of a hash bank.
 *
 * @param hash 32 bytes, for MD5 16; not to be changed
 * @param quality of a PDQ hash, 0..100, where the list says it
 * @param label a label of the policy; empty when the list says nothing
 * @param expires from when on it matches no more
 */
record BankEntry(HashKind kind, byte[] hash, OptionalInt quality, String label, Optional<Instant> expires) {}
