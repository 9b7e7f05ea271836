package dev.docket.queue;

import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * Which tasks are looked for.
 *
 * @param words the start of an item's id, of its picture's hash, of its id at the source or of its uploader's pseudonym; empty text finds all
 * @param lane the lane's number
 */
public record TaskFilter(String words, Optional<Integer> lane, Standing standing) {
    /** What became of a task. */
    public enum Standing { ANY, WAITING, HELD, DECIDED }

    /** Everything that is still open. */
    public static final TaskFilter OPEN = new TaskFilter("", Optional.empty(), Standing.WAITING);

    private static final int MOST_CHARS = 200;
    private static final int LEAST_DIGITS = 4;

    public TaskFilter {
        words = words.strip();
        if (words.length() > MOST_CHARS) {
            words = words.substring(0, MOST_CHARS);
        }
    }

    /** The words as hex digits, dashes left out, when that is what they can be. */
    Optional<String> digits() {
        String digits = words.replace("-", "").toLowerCase(Locale.ROOT);
        boolean hex = digits.length() >= LEAST_DIGITS && digits.length() <= 64 && digits.chars().allMatch(HexFormat::isHexDigit);
        return hex ? Optional.of(digits) : Optional.empty();
    }
}
