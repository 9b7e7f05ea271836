package dev.docket.ui.review;

import dev.docket.policy.Severity;
import java.time.Instant;
import java.util.UUID;

/**
 * What somebody decided on a picture that looks like this one.
 *
 * @param distance PDQ distance, 0 for the same bytes
 * @param label title of the label
 * @param action title of the action
 * @param overturned whether a later look at the same item found otherwise
 */
public record PastVerdict(UUID id, int distance, Severity severity, String label, String action, Instant at, boolean overturned) {}
