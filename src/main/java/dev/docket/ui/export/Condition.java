package dev.docket.ui.export;

import dev.docket.export.Selection;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** One part of a selection that a person can add or take away. */
enum Condition {
    LANE("lane", s -> s.withLanes(List.of())),
    LABEL("label", s -> s.withLabels(List.of())),
    DECIDED("decided", s -> s.withDecided(Optional.empty(), Optional.empty())),
    PACK("pack", s -> s.withPacks(List.of())),
    SOURCE("source", s -> s.withSources(List.of())),
    UPLOADER("uploader", s -> s.withUploaders(List.of())),
    GOLD("gold", s -> s.withGold(false));

    private final String word;
    private final UnaryOperator<Selection> without;

    Condition(String word, UnaryOperator<Selection> without) {
        this.word = word;
        this.without = without;
    }

    /** As {@code --where} spells it. */
    String word() {
        return word;
    }

    /** The selection with this condition taken away. */
    Selection without(Selection selection) {
        return without.apply(selection);
    }

    boolean isIn(Selection selection) {
        return !without(selection).equals(selection);
    }

    /** The selection in which this condition names exactly these values; for lanes, labels, packs, sources and uploaders. */
    Selection with(Selection selection, Collection<String> values) {
        List<String> all = List.copyOf(values);
        return switch (this) {
            case LANE -> selection.withLanes(all);
            case LABEL -> selection.withLabels(all);
            case PACK -> selection.withPacks(all);
            case SOURCE -> selection.withSources(all);
            case UPLOADER -> selection.withUploaders(all);
            case DECIDED, GOLD -> throw new IllegalArgumentException(word + " takes no list");
        };
    }

    /** The values it names; empty for days and gold. */
    Collection<String> values(Selection selection) {
        return switch (this) {
            case LANE -> selection.lanes();
            case LABEL -> selection.labels();
            case PACK -> selection.packs();
            case SOURCE -> selection.sources();
            case UPLOADER -> selection.uploaders();
            case DECIDED, GOLD -> List.of();
        };
    }
}
