package dev.docket.report;

import dev.docket.metrics.Estimate;
import dev.docket.metrics.Interval;
import dev.docket.registry.ModelCard;
import dev.docket.registry.ModelVersion;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The report as one page that needs nothing else: no script, no font, no picture from elsewhere. In English, as all files that
 * leave the desk. Pure: the same figures give the same page.
 */
final class ReportPage {
    private ReportPage() {}

    static String of(PeriodFigures figures, Instant made) {
        return Html.head("Review report, %s to %s".formatted(figures.period().from(), figures.period().to()))
                + "<h1>Review report</h1>\n<p>%s to %s, days in UTC, both included. Made %s by Docket 1.0.0.</p>\n".formatted(
                        figures.period().from(), figures.period().to(), made.atZone(ZoneOffset.UTC).toLocalDate())
                + "<p class=note>Counts are of the team's work, never of a person. Quality checks and quarantined items are left out. Every rate stands with its count and its 95 % interval (Wilson; of coefficients, bootstrap); one "
                + "on few cases may be anywhere in it.</p>\n"
                + volumes(figures) + quality(figures) + spreading(figures) + models(figures) + policies(figures)
                + exposure(figures.exposure());
    }

    private static String exposure(PeriodFigures.Exposure exposure) {
        String told = exposure.isTold() ? "<table><tr><td>Severe and critical pictures decided on, all people together<td class=n>%d%n<tr><td>Of those uncovered<td class=n>%d%n</table>%n".formatted(exposure.decided(), exposure.opened())
                : "<p class=none>Not told: fewer than five people decided in the period, and what one of them saw could be worked out.</p>\n";
        return section("Exposure", told + "<p class=note>Of decisions alone. What a reviewer saw besides is kept in their own profile and nowhere else.</p>\n");
    }

    private static String volumes(PeriodFigures figures) {
        Map<String, Long> months = new LinkedHashMap<>();
        PeriodReader.months(figures.period()).forEach(month -> months.put(month, figures.byMonth().getOrDefault(month, 0L)));
        return section("Volumes", "<table><tr><td>Images taken in<td class=n>%d%n<tr><td>Decisions<td class=n>%d%n</table>%n".formatted(figures.admitted(), figures.decisions())
                + "<p class=note>A decision counts as it stands at the end of its round; second looks, hearings and what spread to look-alikes count too.</p>\n")
                + section("Decisions by month", BarChart.of("Decisions by month", "Month", figures.decisions() == 0 ? Map.of() : months))
                + section("Decisions by lane", BarChart.of("Decisions by lane", "Lane", figures.byLane()))
                + section("Decisions by label", BarChart.of("Decisions by label", "Label", figures.byLabel()))
                + section("Decisions by action", BarChart.of("Decisions by action", "Action", figures.byAction()));
    }

    private static String quality(PeriodFigures figures) {
        return section("Agreement and appeals", "<table><tr><th>Rate<th class=n>Value<th class=n>95 % interval<th class=n>n\n"
                + rate("Second looks that came to the same label and action", figures.agreement())
                + coefficient("Fleiss' kappa", "fleiss_kappa", figures) + coefficient("Gwet's AC1", "gwet_ac1", figures) + coefficient("Krippendorff's alpha", "krippendorff_alpha", figures)
                + rate("Hearings of appeals that came to something else", figures.overturned()) + "</table>\n"
                + "<p class=note>A second look is asked for where somebody was unsure, and by rule: these are not a random share of all decisions.</p>\n");
    }

    private static String coefficient(String name, String field, PeriodFigures figures) {
        Estimate of = figures.coefficients().get(field);
        String interval = of.interval().map(i -> String.format(Locale.ROOT, "%.3f to %.3f", i.low(), i.high())).orElse("there is none");
        boolean told = of.figure().number().isPresent() && of.interval().isPresent();
        return "<tr><td>%s of labels, two people an item<td class=n>%s<td class=n>%s<td class=n>%d%n".formatted(Html.text(name), told ? of.figure().text() : "undefined", interval, of.n());
    }

    private static String rate(String name, Estimate rate) {
        String value = rate.figure().number().isPresent() ? percent(rate.figure().number().getAsDouble()) : "undefined";
        String interval = rate.interval().map(ReportPage::interval).orElse("there is none");
        return "<tr><td>%s<td class=n>%s<td class=n>%s<td class=n>%d%n".formatted(Html.text(name), value, interval, rate.n());
    }

    private static String interval(Interval interval) {
        return percent(interval.low()) + " to " + percent(interval.high());
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    private static String spreading(PeriodFigures figures) {
        return section("Spreading to look-alikes", "<table><tr><td>Decisions that spread<td class=n>%d%n<tr><td>Taken back<td class=n>%d%n<tr><td>Seeds halted, as somebody found otherwise<td class=n>%d%n</table>%n"
                .formatted(figures.propagated(), figures.reversed(), figures.halted()));
    }

    private static String models(PeriodFigures figures) {
        StringBuilder models = new StringBuilder("<p>Put into use or taken back in the period: %d. In use when the report was made, with the figures of their cards:</p>%n".formatted(figures.promoted()));
        models.append("<table><tr><th>Model<th>Figure<th>Measured on<th class=n>Value<th class=n>Interval<th class=n>n\n");
        for (ModelVersion model : figures.models()) {
            if (model.card().figures().isEmpty()) {
                models.append("<tr><td>%s<td colspan=5 class=none>Its card has no figures.%n".formatted(Html.text(model.name())));
            }
            model.card().figures().forEach(figure -> models.append(row(model, figure)));
        }
        return section("Models", figures.models().isEmpty() ? models.substring(0, models.indexOf("<table>")) + "<p class=none>None.</p>\n" : models.append("</table>\n").toString());
    }

    private static String row(ModelVersion model, ModelCard.Figure figure) {
        boolean bounded = Double.isFinite(figure.low()) && Double.isFinite(figure.high());
        boolean told = Double.isFinite(figure.value()) && (bounded || figure.n() >= 20); // fewer than that say nothing without an interval
        return String.format(Locale.ROOT, "<tr><td>%s<td>%s<td>%s<td class=n>%s<td class=n>%s<td class=n>%d%n", Html.text(model.name()), Html.text(figure.name()), Html.text(figure.on()),
                told ? String.format(Locale.ROOT, "%.3f", figure.value()) : "too few", bounded ? String.format(Locale.ROOT, "%.3f to %.3f", figure.low(), figure.high()) : "none computed", figure.n());
    }

    private static String policies(PeriodFigures figures) {
        if (figures.policies().isEmpty()) {
            return section("Policy changes", "<p class=none>None.</p>\n");
        }
        StringBuilder table = new StringBuilder("<table><tr><th>Pack<th>First in force here<th>SHA-256\n");
        figures.policies().forEach(change -> table.append("<tr><td>%s<td>%s<td><code>%s</code>%n".formatted(
                Html.text(change.name()), change.since().atZone(ZoneOffset.UTC).toLocalDate(), change.sha256())));
        return section("Policy changes", table.append("</table>\n").toString());
    }

    private static String section(String title, String content) {
        return "<section><h2>%s</h2>%n%s</section>%n".formatted(title, content);
    }
}
