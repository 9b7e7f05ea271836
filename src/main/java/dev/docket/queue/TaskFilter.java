package dev.docket.queue;

import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which tasks are looked for.
 *
 * @param words conditions on {@link #FIELDS} in the language of {@link FilterText}, and the start of an item's id, of its picture's hash, of its id at
 *     the source or of its uploader's pseudonym; empty text finds all
 * @param lane the lane's number
 */
public record TaskFilter(String words, Optional<Integer> lane, Standing standing) {
    /** What became of a task. */
    public enum Standing { ANY, WAITING, HELD, DECIDED }

    /** Everything that is still open. */
    public static final TaskFilter OPEN = new TaskFilter("", Optional.empty(), Standing.WAITING);

    /** Fields that can be filtered by, as decision sets can be. */
    public static final Set<String> FIELDS = Set.of("lane", "source", "uploader");

    private static final int MOST_CHARS = 200;
    private static final int LEAST_DIGITS = 4;

    public TaskFilter {
        words = words.strip();
        if (words.length() > MOST_CHARS) {
            words = words.substring(0, MOST_CHARS);
        }
    }

    /** The conditions on {@link #FIELDS} among the words, and the rest, which is looked for as it is. */
    FilterText typed() {
        FilterText typed = FilterText.parse(words);
        boolean understood = typed.conditions().stream().allMatch(condition -> FIELDS.contains(condition.field()) && condition.operator().equals("="));
        return understood ? typed : new FilterText(List.of(), words, Optional.of(0));
    }

    /** Words as hex digits, dashes left out, when that is what they can be. */
    static Optional<String> digits(String words) {
        String digits = words.replace("-", "").toLowerCase(Locale.ROOT);
        boolean hex = digits.length() >= LEAST_DIGITS && digits.length() <= 64 && digits.chars().allMatch(HexFormat::isHexDigit);
        return hex ? Optional.of(digits) : Optional.empty();
    }
}
