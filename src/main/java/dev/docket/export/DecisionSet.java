package dev.docket.export;

import dev.docket.policy.PackRef;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The decided items that a selection reaches, each with the label that counts. Preview, writer and training read the
 * same one.
 *
 * @param recipe how it was made
 * @param items in order of the name each one leaves under, which tells nothing of when it came
 * @param leftOut how many items the selection reaches that are not in the set, by reason; only reasons with a count
 * @param emptiedBy the condition that removed the last item, when none is left
 * @param pack the pack in force at the desk
 */
public record DecisionSet(
        Recipe recipe, List<LabelledItem> items, SortedMap<LeftOut, Long> leftOut,
        Optional<String> emptiedBy, PackRef pack) {

    /** One made by the usual rule, without a cap. */
    public DecisionSet(
            Selection selection, Splits.Grouping grouping, List<LabelledItem> items, SortedMap<LeftOut, Long> leftOut, Optional<String> emptiedBy, PackRef pack) {
        this(new Recipe(selection, grouping), items, leftOut, emptiedBy, pack);
    }

    public DecisionSet {
        items = List.copyOf(items);
    }

    public Selection selection() {
        return recipe.selection();
    }

    public Splits.Grouping grouping() {
        return recipe.grouping();
    }

    public boolean isEmpty() {
        return items.isEmpty();
    }

    /** The same set with some of its items only. */
    DecisionSet only(Predicate<LabelledItem> wanted) {
        return new DecisionSet(recipe, items.stream().filter(wanted).toList(), leftOut, emptiedBy, pack);
    }

    /** Number of single decisions behind the labels. */
    public long votes() {
        return items.stream().mapToLong(i -> i.votes().size()).sum();
    }

    /** Items whose picture leaves with them. */
    public List<LabelledItem> withImages() {
        return items.stream().filter(i -> i.mode() == ExportMode.FULL).toList();
    }

    /** Items that leave as a row, with or without a picture. */
    public List<LabelledItem> rows() {
        return items.stream().filter(i -> i.mode() == ExportMode.FULL || i.mode() == ExportMode.DERIVED).toList();
    }

    /** Items of which hash, label and day leave, in no split. */
    public List<LabelledItem> hashesOnly() {
        return items.stream().filter(i -> i.mode() == ExportMode.HASH_ONLY).toList();
    }

    /** Rows by label, in the labels' order by id, and split. */
    public SortedMap<String, Map<Split, Long>> byLabelAndSplit() {
        SortedMap<String, Map<Split, Long>> counts = new TreeMap<>();
        for (LabelledItem item : rows()) {
            counts.computeIfAbsent(item.label(), _ -> new EnumMap<>(Split.class)).merge(item.split(), 1L, Long::sum);
        }
        return counts;
    }
}
