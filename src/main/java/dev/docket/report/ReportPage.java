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
 * The report as one page that needs nothing else: no script, no font, no picture from elsewhere. In the language of whoever makes it; names of labels,
 * lanes, models and their figures are as their pack and cards have them. Pure: the same figures give the same page.
 */
final class ReportPage {
    private final PeriodFigures figures;
    private final ReportWords words;

    private ReportPage(PeriodFigures figures, ReportWords words) {
        this.figures = figures;
        this.words = words;
    }

    static String of(PeriodFigures figures, Instant made, Locale language) {
        return new ReportPage(figures, new ReportWords(language)).page(made);
    }

    private String page(Instant made) {
        Period period = figures.period();
        return Html.head(words.of("title", period.from(), period.to()), words.language())
                + "<h1>%s</h1>%n<p>%s</p>%n<p class=note>%s</p>%n".formatted(words.of("heading"), words.of("made", period.from(), period.to(), made.atZone(ZoneOffset.UTC).toLocalDate()), words.of("note"))
                + volumes() + quality() + spreading() + models() + policies() + exposure(figures.exposure());
    }

    private String exposure(PeriodFigures.Exposure exposure) {
        String told = exposure.isTold() ? table(count("exposure.decided", exposure.decided()) + count("exposure.opened", exposure.opened()))
                : "<p class=none>%s</p>%n".formatted(words.of("exposure.untold"));
        return section("exposure", told + note("exposure.note"));
    }

    private String volumes() {
        Map<String, Long> months = new LinkedHashMap<>();
        PeriodReader.months(figures.period()).forEach(month -> months.put(month, figures.byMonth().getOrDefault(month, 0L)));
        return section("volumes", table(count("volumes.admitted", figures.admitted()) + count("decisions", figures.decisions())) + note("volumes.note"))
                + chart("month", figures.decisions() == 0 ? Map.of() : months) + chart("lane", figures.byLane()) + chart("label", figures.byLabel()) + chart("action", figures.byAction());
    }

    private String chart(String what, Map<String, Long> counts) {
        return section("by." + what, BarChart.of("by." + what, what, counts, words));
    }

    private String quality() {
        return section("quality", table(head("quality.rate") + number("quality.value") + number("quality.interval") + "<th class=n>n\n"
                + rate("quality.second", figures.agreement()) + coefficient("fleiss_kappa") + coefficient("gwet_ac1") + coefficient("krippendorff_alpha")
                + rate("quality.overturned", figures.overturned())) + note("quality.note"));
    }

    private String coefficient(String field) {
        Estimate of = figures.coefficients().get(field);
        String interval = of.interval().map(i -> words.of("interval", words.number(i.low(), 3), words.number(i.high(), 3))).orElse(words.of("interval.none"));
        boolean told = of.figure().number().isPresent() && of.interval().isPresent();
        return "<tr><td>%s<td class=n>%s<td class=n>%s<td class=n>%d%n".formatted(words.of("quality.coefficient", words.plain("quality." + field)),
                told ? words.number(of.figure().number().getAsDouble(), 3) : words.of("undefined"), interval, of.n());
    }

    private String rate(String name, Estimate rate) {
        String value = rate.figure().number().isPresent() ? words.percent(rate.figure().number().getAsDouble()) : words.of("undefined");
        String interval = rate.interval().map(this::interval).orElse(words.of("interval.none"));
        return "<tr><td>%s<td class=n>%s<td class=n>%s<td class=n>%d%n".formatted(words.of(name), value, interval, rate.n());
    }

    private String interval(Interval interval) {
        return words.of("interval", words.percent(interval.low()), words.percent(interval.high()));
    }

    private String spreading() {
        return section("spreading", table(count("spreading.spread", figures.propagated()) + count("spreading.reversed", figures.reversed()) + count("spreading.halted", figures.halted())));
    }

    private String models() {
        String promoted = "<p>%s</p>%n".formatted(words.of("models.promoted", figures.promoted()));
        if (figures.models().isEmpty()) {
            return section("models", promoted + none());
        }
        StringBuilder rows = new StringBuilder(head("models.model") + cell("models.figure") + cell("models.on") + number("quality.value") + number("models.interval") + "<th class=n>n\n");
        for (ModelVersion model : figures.models()) {
            if (model.card().figures().isEmpty()) {
                rows.append("<tr><td>%s<td colspan=5 class=none>%s%n".formatted(Html.text(model.name()), words.of("models.cardless")));
            }
            model.card().figures().forEach(figure -> rows.append(row(model, figure)));
        }
        return section("models", promoted + table(rows.toString()));
    }

    private String row(ModelVersion model, ModelCard.Figure figure) {
        boolean bounded = Double.isFinite(figure.low()) && Double.isFinite(figure.high());
        boolean told = Double.isFinite(figure.value()) && (bounded || figure.n() >= Sheet.LEAST); // fewer than that say nothing without an interval
        return "<tr><td>%s<td>%s<td>%s<td class=n>%s<td class=n>%s<td class=n>%d%n".formatted(Html.text(model.name()), Html.text(figure.name()), Html.text(figure.on()),
                told ? words.number(figure.value(), 3) : words.of("models.few"),
                bounded ? words.of("interval", words.number(figure.low(), 3), words.number(figure.high(), 3)) : words.of("models.uncomputed"), figure.n());
    }

    private String policies() {
        if (figures.policies().isEmpty()) {
            return section("policies", none());
        }
        StringBuilder rows = new StringBuilder(head("policies.pack") + cell("policies.since") + "<th>SHA-256\n");
        figures.policies().forEach(change -> rows.append("<tr><td>%s<td>%s<td><code>%s</code>%n".formatted(
                Html.text(change.name()), change.since().atZone(ZoneOffset.UTC).toLocalDate(), change.sha256())));
        return section("policies", table(rows.toString()));
    }

    private String section(String title, String content) {
        return "<section><h2>%s</h2>%n%s</section>%n".formatted(words.of(title), content);
    }

    private String count(String name, long n) {
        return "<tr><td>%s<td class=n>%d%n".formatted(words.of(name), n);
    }

    private static String table(String rows) {
        return "<table>" + rows + "</table>\n";
    }

    private String head(String name) {
        return "<tr>" + cell(name);
    }

    private String cell(String name) {
        return "<th>" + words.of(name);
    }

    private String number(String name) {
        return "<th class=n>" + words.of(name);
    }

    private String note(String name) {
        return "<p class=note>%s</p>%n".formatted(words.of(name));
    }

    private String none() {
        return "<p class=none>%s</p>%n".formatted(words.of("none"));
    }
}
