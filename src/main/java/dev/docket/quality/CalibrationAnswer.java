package dev.docket.quality;

import java.time.Instant;
import java.util.UUID;

/**
 * What somebody found on an item of a calibration session: no verdict, and read by nobody else until all are shown.
 *
 * @param label of the pack
 * @param why at most 500 characters; may be empty
 */
public record CalibrationAnswer(UUID session, UUID item, UUID person, String pseudonym, String label, boolean sure, String why, Instant at) {
    static final int WHY_CHARS = 500;
}
