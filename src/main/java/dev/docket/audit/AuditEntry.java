package dev.docket.audit;

import dev.docket.storage.ContentHash;
import java.time.Instant;
import java.util.UUID;

/**
 * One line of the log.
 *
 * @param seq 0, 1, 2 ... within its writer; a gap is a deletion
 * @param at writer's clock, microseconds
 * @param body canonical JSON of pseudonyms, ids and hashes; no personal data
 * @param previous leaf hash of {@code seq - 1}; 32 zero bytes at seq 0
 * @param leaf SHA-256(0x00 || canonical JSON of the entry without this field), RFC 9162 leaf
 */
public record AuditEntry(UUID writer, long seq, Instant at, String kind, String body, ContentHash previous, ContentHash leaf) {}
