package dev.docket.quality;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Items that everybody who is asked answers blind, and talks about once all answers are shown.
 *
 * @param title 1..120 characters
 * @param items 1..20, in the order in which they were picked
 * @param people who is asked, by id, and how many of the items each has answered so far
 * @param revealed when the answers were shown; empty: nobody reads another's
 */
public record CalibrationSession(UUID id, String title, UUID by, Instant at, List<Picked> items, List<Asked> people, Optional<Instant> revealed) {
    /** Most items of a session: more is no talk. */
    public static final int MOST_ITEMS = 20;
    static final int TITLE_CHARS = 120;

    /** What became of an item once it was talked about. */
    public enum Outcome {
        /** The policy is to say something of it. */
        NOTE,
        /** It is a golden item from now on. */
        GOLDEN,
        /** It was left open. */
        OPEN
    }

    /**
     * An item of it.
     *
     * @param outcome empty while nobody has settled it
     * @param note what the policy is to say, or why that is the golden answer
     */
    public record Picked(UUID item, Optional<Outcome> outcome, Optional<String> note) {}

    /** Somebody who is asked. */
    public record Asked(UUID person, String pseudonym, int answered) {}

    public CalibrationSession {
        items = List.copyOf(items);
        people = List.copyOf(people);
    }

    /** Whether everybody has answered everything. */
    public boolean isAnswered() {
        return people.stream().allMatch(person -> person.answered() >= items.size());
    }
}
