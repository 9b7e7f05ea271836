package dev.docket.retrain;

import dev.docket.export.ExportDesk;
import dev.docket.export.Recipe;
import dev.docket.export.Resolution;
import dev.docket.export.Selection;
import dev.docket.export.SelectionException;
import dev.docket.export.Splits;
import dev.docket.export.Version;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which decisions a head learns from, and how they are dealt. Quality checks are always among them: they are held out, and what models are held to.
 *
 * @param like the newest version of a written set that this is made like, from the verdicts that count now; empty: said here
 */
public record TrainingSource(Optional<Version> like, Recipe recipe) {
    /** Everything decided. */
    public static final TrainingSource EVERYTHING = new TrainingSource(Optional.empty(), Recipe.USUAL);

    public TrainingSource {
        recipe = recipe.withSelection(recipe.selection().withGold(true)).withAudience(Optional.empty());
    }

    /** @param where as {@link Selection#parse} @throws SelectionException when it cannot be understood, or names uploaders: a model's card keeps it, and names nobody */
    public static TrainingSource where(String where, boolean uploadersTogether) throws SelectionException {
        return EVERYTHING.with(Selection.parse(where)).together(uploadersTogether);
    }

    /** As a written set was made. @throws SelectionException when there is no such version, or it was selected by uploader */
    public static TrainingSource like(ExportDesk exports, Version version) throws SelectionException {
        Recipe made = exports.ordered(exports.manifest(version)).recipe();
        return new TrainingSource(Optional.of(version), made).with(made.selection());
    }

    /** Everything decided, then the newest version of each name that can be made again, by name. */
    public static List<TrainingSource> of(ExportDesk exports) {
        Map<String, TrainingSource> newest = new LinkedHashMap<>();
        exports.versions().forEach(set -> set.version().ifPresent(version -> {
            newest.remove(version.name());
            try {
                newest.put(version.name(), like(exports, version));
            } catch (SelectionException e) {
                // selected by uploader, or written before what was asked for was kept: it cannot be made again
            }
        }));
        return Stream.concat(Stream.of(EVERYTHING), newest.values().stream()).toList();
    }

    /** The same with no uploader in two splits, or dealt by look-alikes alone. */
    public TrainingSource together(boolean uploaders) {
        return new TrainingSource(like, recipe.withGrouping(uploaders ? Splits.Grouping.NEAR_DUPLICATES_AND_UPLOADER : Splits.Grouping.NEAR_DUPLICATES));
    }

    public boolean uploadersTogether() {
        return recipe.grouping() == Splits.Grouping.NEAR_DUPLICATES_AND_UPLOADER;
    }

    private TrainingSource with(Selection selection) throws SelectionException {
        if (!selection.uploaders().isEmpty()) {
            throw new SelectionException("uploader: what a head learns from is selected by something else: the model's card keeps it, and names nobody");
        }
        return new TrainingSource(like, recipe.withSelection(selection));
    }

    /** What writes the same set, whose manifest the model names. */
    public String command() {
        String where = recipe.selection().where();
        return "docket export --where " + (where.contains(" ") ? "'" + where + "'" : where) + (recipe.rule() == Resolution.MAJORITY ? "" : " --rule " + recipe.rule().word())
                + (recipe.mostPerUploader().isPresent() ? " --max-per-uploader " + recipe.mostPerUploader().getAsInt() : "")
                + (uploadersTogether() ? " --keep-uploaders-together" : "") + " --format jsonl";
    }
}
