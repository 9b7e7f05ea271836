package dev.docket.audit;

import java.util.UUID;

/**
 * Entries of one writer that follow one another in the sealed log.
 *
 * @param firstLeaf place of the first one among all leaves, from 0
 * @param firstSeq of the first one within its writer
 * @param entries at least 1
 */
record Run(long firstLeaf, UUID writer, long firstSeq, long entries) {}
