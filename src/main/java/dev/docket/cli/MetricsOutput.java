package dev.docket.cli;

import dev.docket.metrics.Figure;
import dev.docket.metrics.Interval;
import dev.docket.storage.CanonicalJson;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints what was computed: one JSON object, or the same fields as lines and tables for people. */
final class MetricsOutput {
    private static final int MOST_ROWS = 20;
    private static final int MOST_COLUMNS = 12;
    private static final String INTERVAL = "_interval";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    /** @return exit code 0 */
    int print(Map<String, Object> fields) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            // written as it goes, not as canonical text: it may be as long as the file
            out.println(CanonicalJson.MAPPER.writeValueAsString(fields));
        } else {
            lines(fields, out);
        }
        out.flush();
        return ExitCode.DONE;
    }

    private static void lines(Map<String, Object> fields, PrintWriter out) {
        int width = fields.keySet().stream().filter(name -> !name.endsWith(INTERVAL)).mapToInt(String::length).max().orElse(0);
        fields.forEach((name, value) -> {
            if (name.endsWith(INTERVAL) && fields.containsKey(name.substring(0, name.length() - INTERVAL.length()))) {
                return;
            }
            if (value instanceof List<?> list && list.stream().anyMatch(row -> row instanceof Map || row instanceof List)) {
                table(name, list.stream().map(MetricsOutput::row).toList(), out);
            } else if (value instanceof Map<?, ?> map && map.values().stream().anyMatch(Map.class::isInstance)) {
                table(name, map.entrySet().stream().map(entry -> named(entry.getKey(), entry.getValue())).toList(), out);
            } else if (value instanceof Map<?, ?> map) {
                out.println(name + ":");
                map.forEach((key, each) -> out.println("  " + plain(key) + "  " + cell(each)));
            } else {
                String interval = fields.get(name + INTERVAL) instanceof Interval known ? "  " + cell(known) : "";
                out.println(name + " ".repeat(width - name.length() + 2) + cell(value) + interval);
            }
        });
    }

    private static Map<String, Object> named(Object name, Object value) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("", name);
        row.putAll(row(value));
        return row;
    }

    private static Map<String, Object> row(Object value) {
        Map<String, Object> row = new LinkedHashMap<>();
        switch (value) {
            case Map<?, ?> map -> map.forEach((key, each) -> row.put(String.valueOf(key), each));
            case List<?> list -> list.forEach(each -> row.put(Integer.toString(row.size() + 1), each));
            case null, default -> row.put("value", value);
        }
        return row;
    }

    private static void table(String name, List<Map<String, Object>> rows, PrintWriter out) {
        Set<String> all = new LinkedHashSet<>();
        List<Map<String, Object>> shown = rows.subList(0, Math.min(rows.size(), MOST_ROWS));
        shown.forEach(row -> all.addAll(row.keySet()));
        List<String> columns = all.stream().limit(MOST_COLUMNS).toList();
        List<String[]> cells = new ArrayList<>();
        cells.add(columns.stream().map(MetricsOutput::plain).toArray(String[]::new));
        shown.forEach(row -> cells.add(columns.stream().map(column -> row.containsKey(column) ? cell(row.get(column)) : "").toArray(String[]::new)));
        int[] widths = new int[columns.size()];
        Arrays.setAll(widths, c -> cells.stream().mapToInt(line -> line[c].length()).max().orElse(0));
        out.println(name + ":");
        for (String[] line : cells) {
            StringBuilder text = new StringBuilder(" ");
            for (int c = 0; c < line.length; c++) {
                text.append(' ').append(line[c]).append(" ".repeat(widths[c] - line[c].length() + 1));
            }
            out.println(text.toString().stripTrailing());
        }
        if (rows.size() > shown.size() || all.size() > columns.size()) {
            out.println("  (" + shown.size() + " of " + rows.size() + " rows, " + columns.size() + " of " + all.size() + " columns; --json has all)");
        }
    }

    /** @throws UsageException when it is no confidence */
    static void needLevel(double level) {
        if (!(level > 0 && level < 1)) {
            throw new UsageException("--level has to lie between 0 and 1, such as 0.95");
        }
    }

    private static String cell(Object value) {
        return switch (value) {
            case null -> "";
            case Figure.Undefined(String reason) -> "n/a: " + plain(reason);
            case Figure.Value(double number) -> number(number);
            case Double number -> number(number);
            case Interval interval -> "[" + number(interval.low()) + ", " + number(interval.high()) + "] " + Math.round(interval.level() * 1000) / 10.0 + " % " + interval.method();
            case Map<?, ?> map -> map.entrySet().stream().map(entry -> plain(entry.getKey()) + " " + cell(entry.getValue())).collect(Collectors.joining(", "));
            case List<?> list -> list.isEmpty() ? "none" : list.stream().limit(MOST_ROWS).map(MetricsOutput::cell).collect(Collectors.joining(" "))
                    + (list.size() > MOST_ROWS ? " and " + (list.size() - MOST_ROWS) + " more" : "");
            default -> plain(value);
        };
    }

    private static String number(double number) {
        return Math.abs(number) < 0.00005 && number != 0 ? String.format(Locale.ROOT, "%.2e", number) : String.format(Locale.ROOT, "%.4f", number);
    }

    /** Names come from the file: nothing in them may steer the terminal. */
    private static String plain(Object text) {
        return String.valueOf(text).replaceAll("\\p{C}", "?");
    }
}
