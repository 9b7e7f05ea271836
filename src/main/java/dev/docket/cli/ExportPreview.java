package dev.docket.cli;

import dev.docket.export.DecisionSet;
import dev.docket.export.Draft;
import dev.docket.export.Split;
import dev.docket.export.Version;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;

/** What an export would hold, as a table for a terminal. */
final class ExportPreview {
    private static final List<Split> COLUMNS = List.of(Split.GOLD, Split.TRAIN, Split.VALIDATION, Split.TEST);

    private final Draft draft;
    private final DecisionSet set;

    ExportPreview(Draft draft) {
        this.draft = draft;
        this.set = draft.set();
    }

    void print(PrintWriter out) {
        String where = set.selection().where();
        out.println(set.items().size() + " items, " + set.votes() + " votes match " + (where.isEmpty() ? "(everything decided)" : where));
        set.emptiedBy().ifPresent(last -> out.println("Nothing is left after: " + last));
        if (!set.rows().isEmpty()) {
            out.printf("%-28s %7s %7s %7s %7s %7s%n", "label", "gold", "train", "valid.", "test", "all");
            set.byLabelAndSplit().forEach((label, counts) -> line(out, label, counts));
        }
        if (!set.hashesOnly().isEmpty()) {
            out.println(set.hashesOnly().size() + " leave as hash, label and day only, in no split");
        }
        draft.lineage().version().ifPresent(version -> out.println("to be written as " + version));
        draft.lineage().parent().ifPresent(parent -> out.println("since " + parent.version().map(Version::toString).orElse(parent.manifest().hex()) + ": " + ExportVersionsCommand.words(parent.changes())));
        set.leftOut().forEach((reason, count) -> out.println("left out: " + count + "  " + reason.sentence()));
    }

    private static void line(PrintWriter out, String label, Map<Split, Long> counts) {
        out.printf("%-28s", label);
        COLUMNS.forEach(split -> out.printf(" %7d", counts.getOrDefault(split, 0L)));
        out.printf(" %7d%n", counts.values().stream().mapToLong(Long::longValue).sum());
    }
}
