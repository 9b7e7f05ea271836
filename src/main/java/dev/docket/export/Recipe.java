package dev.docket.export;

import java.util.OptionalInt;

/**
 * How a set is made: the same recipe on the same desk gives the same set.
 *
 * @param rule which label counts
 * @param mostPerUploader items that one uploader may have in it, 1 or more; empty for as many as there are
 */
public record Recipe(Selection selection, Splits.Grouping grouping, Resolution rule, OptionalInt mostPerUploader) {
    /** Everything decided, as it is dealt and resolved unless somebody says otherwise. */
    public static final Recipe USUAL = new Recipe(Selection.ALL, Splits.Grouping.NEAR_DUPLICATES);

    /** Resolved by the usual rule, without a cap. */
    public Recipe(Selection selection, Splits.Grouping grouping) {
        this(selection, grouping, Resolution.MAJORITY, OptionalInt.empty());
    }

    public Recipe {
        if (mostPerUploader.isPresent() && mostPerUploader.getAsInt() < 1) {
            throw new IllegalArgumentException("An uploader has at least one item in a set");
        }
    }

    public Recipe withSelection(Selection wanted) {
        return new Recipe(wanted, grouping, rule, mostPerUploader);
    }

    public Recipe withGrouping(Splits.Grouping wanted) {
        return new Recipe(selection, wanted, rule, mostPerUploader);
    }

    public Recipe withRule(Resolution wanted) {
        return new Recipe(selection, grouping, wanted, mostPerUploader);
    }

    public Recipe withMostPerUploader(OptionalInt most) {
        return new Recipe(selection, grouping, rule, most);
    }
}
