package dev.docket.tour;

import dev.docket.tour.TourReport.CurvePoint;
import dev.docket.tour.TourReport.SourceRate;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes a tour's report as one HTML page that needs nothing but the pictures beside it. */
final class ReportPage {
    private static final String STYLE = """
            :root{color-scheme:light dark;--fg:#1b1f24;--muted:#57606a;--line:#d0d7de;--accent:#0969da;--band:#ddf4ff;--bg:#fff}
            @media(prefers-color-scheme:dark){:root{--fg:#c9d1d9;--muted:#8b949e;--line:#30363d;--accent:#58a6ff;--band:#12263f;--bg:#0d1117}}
            body{font:15px/1.5 system-ui,sans-serif;color:var(--fg);background:var(--bg);max-width:1080px;margin:32px auto;padding:0 24px}
            h1{font-size:24px;margin:0 0 4px}h2{font-size:17px;margin:36px 0 8px}p{margin:4px 0 12px}.muted{color:var(--muted)}
            table{border-collapse:collapse;margin:8px 0}td,th{padding:4px 16px 4px 0;text-align:left;border-bottom:1px solid var(--line)}
            td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}figure{margin:16px 0}figcaption{color:var(--muted);font-size:13px}
            img{max-width:100%;border:1px solid var(--line);border-radius:6px}code{font-size:13px}
            svg{max-width:100%;height:auto}svg text{fill:var(--muted);font:12px system-ui,sans-serif}
            """;

    private final StringBuilder page = new StringBuilder();

    static String of(TourReport report) {
        return new ReportPage().write(report);
    }

    private String write(TourReport report) {
        page.append("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Docket tour</title><style>\n")
                .append(STYLE).append("</style></head><body>\n<h1>Docket tour</h1>\n")
                .append("<p class=\"muted\">The whole loop on the sample data, through the real screens. Every figure on this page was computed during this run.</p>\n");
        section("What went in", report.admitted() + " images admitted, " + report.refused().size() + " files refused, as they should be:");
        report.refused().forEach(line -> page.append("<div class=\"muted\"><code>").append(escape(line)).append("</code></div>\n"));
        curve(report);
        labels(report);
        sources(report);
        section("The run", "");
        page.append("<table>\n");
        report.facts().forEach(fact -> page.append("<tr><td>").append(escape(fact.name())).append("</td><td><code>")
                .append(escape(fact.value())).append("</code></td></tr>\n"));
        page.append("</table>\n");
        section("The screens", "");
        report.pictures().forEach(picture -> page.append("<figure><img src=\"").append(escape(picture.file())).append("\" alt=\"")
                .append(escape(picture.title())).append("\"><figcaption>").append(escape(picture.title())).append("</figcaption></figure>\n"));
        return page.append("</body></html>\n").toString();
    }

    private void section(String title, String lead) {
        page.append("<h2>").append(escape(title)).append("</h2>\n");
        if (!lead.isEmpty()) {
            page.append("<p>").append(escape(lead)).append("</p>\n");
        }
    }

    private void curve(TourReport report) {
        if (report.curve().isEmpty()) {
            return;
        }
        CurvePoint last = report.curve().getLast();
        section("What the verdicts taught", "Mean average precision on held-out images rose by " + number(report.gain()) + " after "
                + last.verdicts() + " simulated verdicts. At 0: " + report.curveStart() + " The band is a 95 % bootstrap interval.");
        page.append(CurveDrawing.svg(report.curve()));
    }

    private void labels(TourReport report) {
        if (report.after().isEmpty()) {
            return;
        }
        section("By label", "Average precision on held-out images, before and after the training run on the models screen.");
        page.append("<table><tr><th>Label</th><th class=\"n\">before</th><th class=\"n\">after</th></tr>\n");
        report.after().forEach((label, after) -> page.append("<tr><td>").append(escape(label)).append("</td><td class=\"n\">")
                .append(number(report.before().getOrDefault(label, Double.NaN))).append("</td><td class=\"n\">").append(number(after)).append("</td></tr>\n"));
        page.append("</table>\n");
    }

    private void sources(TourReport report) {
        if (report.sources().isEmpty()) {
            return;
        }
        section("Wrong flags by source", "How often the scores that came with the items flag a label the reviewer did not find, "
                + "with 95 % bootstrap intervals over groups of look-alikes. One source carries a planted bias, and this is where it shows.");
        page.append("<table><tr><th>Source</th><th class=\"n\">items</th><th class=\"n\">wrong flags</th><th class=\"n\">rate</th>"
                + "<th class=\"n\">95 %</th><th>against " + escape(report.sources().getFirst().reference()) + "</th></tr>\n");
        for (SourceRate rate : report.sources()) {
            page.append("<tr><td>").append(rate.differs() ? "<b>" : "").append(escape(rate.source())).append(rate.differs() ? "</b>" : "")
                    .append("</td><td class=\"n\">").append(rate.items()).append("</td><td class=\"n\">").append(rate.wrong()).append(" of ").append(rate.chances())
                    .append("</td><td class=\"n\">").append(number(rate.rate())).append("</td><td class=\"n\">").append(number(rate.low())).append(" to ")
                    .append(number(rate.high())).append("</td><td>").append(escape(rate.difference())).append("</td></tr>\n");
        }
        page.append("</table>\n");
    }

    static String number(double value) {
        return Double.isNaN(value) ? "none" : String.format(Locale.ROOT, "%.3f", value);
    }

    static String escape(String text) {
        return text.chars().mapToObj(c -> switch (c) {
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '&' -> "&amp;";
            case '"' -> "&quot;";
            default -> Character.toString(c);
        }).collect(Collectors.joining());
    }
}
