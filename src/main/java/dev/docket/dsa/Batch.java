package dev.docket.dsa;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What would be written now.
 *
 * @param statements all of them valid
 * @param byHand what a person has to see to
 * @param none how many items give no statement, and why
 */
public record Batch(List<Prepared> statements, List<ByHand> byHand, Map<NoStatement, Integer> none) {
    public Batch {
        statements = List.copyOf(statements);
        byHand = List.copyOf(byHand);
        none = Collections.unmodifiableMap(none.isEmpty() ? new EnumMap<>(NoStatement.class) : new EnumMap<>(none));
    }

    public boolean isEmpty() {
        return statements.isEmpty() && byHand.isEmpty();
    }

    /** What {@code summary.json} says: counts alone. */
    public Map<String, Object> summary() {
        Map<String, Integer> reasons = new LinkedHashMap<>();
        none.forEach((why, count) -> reasons.put(why.word(), count));
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("statements", statements.size());
        summary.put("files", files());
        summary.put("by_hand", byHand.size());
        summary.put("none", reasons);
        return summary;
    }

    /** How many files of statements that makes. */
    public int files() {
        return (statements.size() + StatementCheck.MOST - 1) / StatementCheck.MOST;
    }
}
