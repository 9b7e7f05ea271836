package dev.docket.provenance;

import dev.docket.storage.ContentHash;
import java.time.Instant;

/**
 * A report on record, which nobody changes any more.
 *
 * @param hash of its canonical JSON: what a verdict that was made on it carries
 */
public record KeptReport(ContentHash hash, ProvenanceReport report, Tools tools, Instant checkedAt) {}
