package dev.docket.report;

import java.util.Locale;
import java.util.Map;

/** Counts as bars of one page's width, in SVG, with the table they are drawn from behind them. */
final class BarChart {
    private static final int WIDTH = 720;
    private static final int NAMES = 300;
    private static final int ROW = 24;
    private static final int MOST_CHARS = 44;

    private BarChart() {}

    /** @param title and {@code what} a bar stands for, such as {@code label}, by their keys */
    static String of(String title, String what, Map<String, Long> counts, ReportWords words) {
        if (counts.isEmpty()) {
            return "<p class=none>%s</p>%n".formatted(words.of("none"));
        }
        long most = Math.max(1, counts.values().stream().mapToLong(Long::longValue).max().orElse(1));
        StringBuilder svg = new StringBuilder("<svg role=img aria-label=\"%s\" viewBox=\"0 0 %d %d\" width=\"100%%\">%n".formatted(words.of(title), WIDTH, counts.size() * ROW));
        int y = 0;
        for (Map.Entry<String, Long> each : counts.entrySet()) {
            double bar = (WIDTH - NAMES - 80.0) * each.getValue() / most;
            svg.append(String.format(Locale.ROOT, "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text><rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\"/><text x=\"%.1f\" y=\"%d\">%d</text>%n",
                    NAMES - 8, y + 16, Html.text(shortened(each.getKey())), NAMES, y + 4, bar, ROW - 8, NAMES + bar + 6, y + 16, each.getValue()));
            y += ROW;
        }
        return svg.append("</svg>\n").append(table(what, counts, words)).toString();
    }

    private static String table(String what, Map<String, Long> counts, ReportWords words) {
        StringBuilder table = new StringBuilder("<details open><summary>%s</summary><table><tr><th>%s<th>%s%n".formatted(words.of("table"), words.of(what), words.of("decisions")));
        counts.forEach((name, count) -> table.append("<tr><td>%s<td class=n>%d%n".formatted(Html.text(name), count)));
        return table.append("</table></details>\n").toString();
    }

    private static String shortened(String name) {
        return name.length() <= MOST_CHARS ? name : name.substring(0, name.offsetByCodePoints(0, Math.min(MOST_CHARS - 1, name.codePointCount(0, name.length())))) + "…";
    }
}
