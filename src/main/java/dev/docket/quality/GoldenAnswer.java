package dev.docket.quality;

import java.time.Instant;
import java.util.UUID;

/**
 * What somebody found on a golden item: the first thing they found on what stood in for it, whatever they changed it to once they knew.
 *
 * @param verdict the event's id; it is on record and in the log, and counts nowhere else
 * @param golden {@link GoldenItem#id}
 * @param item the golden item itself
 * @param standIn what they were given in its place
 * @param expected the known label
 * @param positive whether that breaks a rule
 * @param given the label they found
 * @param sure whether they were
 * @param blind whether scores, provenance and earlier verdicts were hidden from them
 * @param reviewer who it was; {@code pseudonym} is all that a screen shows of them
 * @param at when the key was pressed
 * @param why what they were told afterwards
 */
public record GoldenAnswer(UUID verdict, UUID golden, UUID item, UUID standIn, String expected, boolean positive, String given, boolean sure, boolean blind,
        UUID reviewer, String pseudonym, Instant at, String why) {

    public boolean isRight() {
        return expected.equals(given);
    }
}
