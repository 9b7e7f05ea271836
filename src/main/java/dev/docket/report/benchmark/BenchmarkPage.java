package dev.docket.report.benchmark;

import dev.docket.metrics.Estimate;
import dev.docket.report.Html;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A benchmark's result as one page without scripts or anything from elsewhere. In English, as all files that leave the desk. */
public final class BenchmarkPage {
    private static final Map<String, String> NAMES = Map.of("log_loss", "Log loss, clipped", "log_loss_unclipped", "Log loss, clipped to 1e-15", "auc", "AUC", "equal_error_rate", "Equal error rate",
            "average_precision", "Average precision", "accuracy", "Accuracy at the model's threshold", "ece", "Expected calibration error", "brier", "Brier score");
    private static final int MOST_LINES = 200;

    private BenchmarkPage() {}

    /** @param made when */
    public static String of(BenchmarkResult result, Instant made) {
        StringBuilder page = new StringBuilder(Html.head("Benchmark of " + result.model()));
        page.append("<h1>Benchmark of ").append(Html.text(result.model())).append("</h1>\n<p>Made ").append(made.atZone(ZoneOffset.UTC).toLocalDate())
                .append(" by Docket. A score is a score of this version of this model on these files: it says nothing of other generators, cameras or encodings.</p>\n<table>")
                .append(row("Model file, SHA-256", code(result.modelHash().hex()))).append(row("Benchmark, SHA-256", code(result.data().hex())))
                .append(row("Output taken for fake", Html.text(result.label()))).append(row("Films, of them fake, in families", result.all().films() + ", " + result.all().fakes() + ", " + result.all().families()))
                .append(row("Scores are kept from 0 and 1 by", String.format(Locale.ROOT, "%.3g", result.clip()))).append(row("Threshold", String.format(Locale.ROOT, "%.4g", result.threshold()))).append("</table>\n")
                .append("<p class=note>A film's score is the mean of its frames'. Intervals hold 95 % and are from drawing whole families, an original with all fakes made of it.</p>\n");
        page.append(figures("All films", result.all()));
        result.groups().forEach((group, part) -> page.append(figures("Group " + group, part)));
        page.append(list("Entries without a picture", result.without())).append(list("Pictures that could not be read", result.unread()));
        return page.toString();
    }

    private static String figures(String title, BenchmarkResult.Part part) {
        StringBuilder table = new StringBuilder("<section><h2>" + Html.text(title) + "</h2>\n");
        if (part.figures().isEmpty()) {
            return table.append("<p class=none>").append(part.films()).append(" films, ").append(part.fakes()).append(" fake: fewer than ").append(BenchmarkResult.SMALLEST).append(" say nothing.</p></section>\n").toString();
        }
        table.append("<table><tr><th>Figure<th class=n>Value<th class=n>95 % interval<th class=n>Films\n");
        part.figures().forEach((name, estimate) -> table.append(estimate(NAMES.getOrDefault(name, name), estimate)));
        part.precision().forEach((recall, estimate) -> table.append(estimate(String.format(Locale.ROOT, "Highest precision at a recall of %.1f", recall), estimate)));
        return table.append("</table></section>\n").toString();
    }

    private static String estimate(String name, Estimate estimate) {
        return "<tr><td>" + Html.text(name) + "<td class=n>" + Html.text(estimate.figure().whyUndefined().map(why -> "undefined: " + why).orElseGet(() -> estimate.figure().text()))
                + "<td class=n>" + estimate.interval().map(i -> i.text()).orElse("there is none") + "<td class=n>" + estimate.n() + "\n";
    }

    private static String row(String name, String value) {
        return "<tr><td>" + Html.text(name) + "<td>" + value + "\n";
    }

    private static String code(String value) {
        return "<code>" + Html.text(value) + "</code>";
    }

    private static String list(String title, List<String> lines) {
        if (lines.isEmpty()) {
            return "";
        }
        StringBuilder list = new StringBuilder("<section><h2>" + Html.text(title) + ", " + lines.size() + "</h2>\n<ul>");
        lines.stream().limit(MOST_LINES).forEach(line -> list.append("<li>").append(Html.text(line)).append('\n'));
        return list.append(lines.size() > MOST_LINES ? "<li>and " + (lines.size() - MOST_LINES) + " more\n" : "").append("</ul></section>\n").toString();
    }
}
