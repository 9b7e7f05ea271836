package dev.docket.report;

import dev.docket.export.CsvRows;
import dev.docket.metrics.Estimate;
import dev.docket.metrics.Interval;
import dev.docket.report.Sheet.Cell;
import dev.docket.report.Sheet.Type;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A sheet as a file: RFC 4180, UTF-8, by the rules of decision sets. A figure has four columns: its value, the ends of its interval, what it is
 * of; where there is none, a fifth says why. Spans are in seconds.
 */
public final class SheetCsv {
    private SheetCsv() {}

    /** Closes {@code out}. */
    public static void write(Sheet sheet, OutputStream out) throws IOException {
        List<String> columns = sheet.columns().stream().flatMap(column -> isFigure(column.type())
                ? Stream.of("", "_low", "_high", "_n", "_note").map(end -> column.id() + end) : Stream.of(column.type() == Type.SPAN ? column.id() + "_seconds" : column.id())).toList();
        try (CsvRows rows = CsvRows.of(out, columns)) {
            for (List<Cell> row : sheet.rows()) {
                List<Object> cells = new ArrayList<>();
                for (int c = 0; c < row.size(); c++) {
                    cells.addAll(isFigure(sheet.columns().get(c).type()) ? figure(row.get(c)) : List.of(plain(row.get(c))));
                }
                rows.write(cells.stream());
            }
        }
    }

    private static boolean isFigure(Type type) {
        return type == Type.RATE || type == Type.INDEX || type == Type.DIFFERENCE;
    }

    private static Object plain(Cell cell) {
        return switch (cell) {
            case Cell.Words(String text) -> text;
            case Cell.Term(String code) -> code;
            case Cell.Count(long n) -> n;
            case Cell.Span(java.time.Duration time) -> time.toSeconds();
            case Cell.Rate _, Cell.TooFew _, Cell.Undefined _, Cell.None() -> "";
        };
    }

    private static List<Object> figure(Cell cell) {
        return switch (cell) {
            case Cell.Rate(Estimate estimate) -> {
                Interval interval = estimate.interval().orElseThrow();
                yield List.of(estimate.figure().number().orElseThrow(), interval.low(), interval.high(), estimate.n(), "");
            }
            case Cell.TooFew(long n) -> List.of("", "", "", n, "under " + Sheet.LEAST);
            case Cell.Undefined(String reason, long n) -> List.of("", "", "", n, reason);
            case Cell.Words _, Cell.Term _, Cell.Count _, Cell.Span _, Cell.None() -> List.of(plain(cell), "", "", "", "");
        };
    }
}
