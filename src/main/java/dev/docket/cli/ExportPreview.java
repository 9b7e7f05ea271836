package dev.docket.cli;

import dev.docket.export.DecisionSet;
import dev.docket.export.Departure;
import dev.docket.export.Draft;
import dev.docket.export.Split;
import dev.docket.export.Version;
import java.io.PrintWriter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** What an export would hold, as a table for a terminal. */
final class ExportPreview {
    private static final int LISTED = 50;
    private static final List<Split> COLUMNS = List.of(Split.GOLD, Split.TRAIN, Split.VALIDATION, Split.TEST);

    private final Draft draft;
    private final DecisionSet set;
    private final List<Departure> gone;

    /** @param gone items of what it follows that are not in it any more */
    ExportPreview(Draft draft, List<Departure> gone) {
        this.draft = draft;
        this.gone = gone;
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
        gone.stream().limit(LISTED).forEach(each -> out.println("  " + line(each)));
        if (gone.size() > LISTED) {
            out.println("  and " + (gone.size() - LISTED) + " more; --json lists them all");
        }
        set.leftOut().forEach((reason, count) -> out.println("left out: " + count + "  " + reason.sentence()));
    }

    /** {@code erased   NAME  item ID  2026-11-22T10:00:00Z  why}. */
    static String line(Departure each) {
        return "%-8s %s  item %s  %-20s  %s".formatted(each.state(), each.name(), each.item(), each.at().map(at -> at.truncatedTo(ChronoUnit.SECONDS).toString()).orElse("-"),
                each.why().sentence() + (each.codes().isEmpty() ? "" : ": " + each.codes()));
    }

    private static void line(PrintWriter out, String label, Map<Split, Long> counts) {
        out.printf("%-28s", label);
        COLUMNS.forEach(split -> out.printf(" %7d", counts.getOrDefault(split, 0L)));
        out.printf(" %7d%n", counts.values().stream().mapToLong(Long::longValue).sum());
    }
}
