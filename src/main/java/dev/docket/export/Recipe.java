package dev.docket.export;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * How a set is made: the same recipe on the same desk gives the same set.
 *
 * @param rule which label counts
 * @param mostPerUploader items that one uploader may have in it, 1 or more; empty for as many as there are
 * @param audience for whom it is: items, groups and people have names of this audience's own; empty: those of all sets for nobody in particular
 */
public record Recipe(Selection selection, Splits.Grouping grouping, Resolution rule, OptionalInt mostPerUploader, Optional<String> audience) {
    private static final Pattern AUDIENCE = Pattern.compile("[a-z0-9][a-z0-9._-]{0,39}");
    /** Everything decided, as it is dealt and resolved unless somebody says otherwise. */
    public static final Recipe USUAL = new Recipe(Selection.ALL, Splits.Grouping.NEAR_DUPLICATES);

    /** Resolved by the usual rule, without a cap. */
    public Recipe(Selection selection, Splits.Grouping grouping) {
        this(selection, grouping, Resolution.MAJORITY, OptionalInt.empty(), Optional.empty());
    }

    public Recipe {
        if (mostPerUploader.isPresent() && mostPerUploader.getAsInt() < 1) {
            throw new IllegalArgumentException("An uploader has at least one item in a set");
        }
    }

    public Recipe withSelection(Selection wanted) {
        return new Recipe(wanted, grouping, rule, mostPerUploader, audience);
    }

    public Recipe withGrouping(Splits.Grouping wanted) {
        return new Recipe(selection, wanted, rule, mostPerUploader, audience);
    }

    public Recipe withRule(Resolution wanted) {
        return new Recipe(selection, grouping, wanted, mostPerUploader, audience);
    }

    public Recipe withMostPerUploader(OptionalInt most) {
        return new Recipe(selection, grouping, rule, most, audience);
    }

    public Recipe withAudience(Optional<String> wanted) {
        return new Recipe(selection, grouping, rule, mostPerUploader, wanted);
    }

    /** Blank text is nobody in particular. @throws SelectionException saying what an audience is called, so that a slip makes no second one */
    public static Optional<String> checkAudience(String text) throws SelectionException {
        String name = text == null ? "" : text.strip();
        if (!name.isEmpty() && !AUDIENCE.matcher(name).matches()) {
            throw new SelectionException("--audience: '" + SelectionText.plain(name) + "' is no name for an audience; take 1 to 40 small letters, digits, dashes, dots or underscores");
        }
        return name.isEmpty() ? Optional.empty() : Optional.of(name);
    }
}
