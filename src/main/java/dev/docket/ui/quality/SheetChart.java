package dev.docket.ui.quality;

import dev.docket.metrics.Estimate;
import dev.docket.metrics.Interval;
import dev.docket.policy.Severity;
import dev.docket.report.Sheet;
import dev.docket.report.Sheet.Cell;
import dev.docket.report.Sheet.Type;
import dev.docket.ui.common.FigureTable;
import dev.docket.ui.common.IntervalBar;
import dev.docket.ui.common.SeverityTag;
import dev.docket.ui.common.Tip;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A sheet drawn row by row: bars for counts, a dot with its interval for figures, each beside its number. Of wide sheets what matters most. */
final class SheetChart extends FigureTable {
    /** Under this a figure is grey: too few to draw a conclusion from. */
    static final long FEW = 100;
    /** Agreement under this leaves too much open (Krippendorff 2004). */
    private static final double TENTATIVE = 0.667;
    private static final double FIGURE = 88;
    /** Room for the name of a pack and its version. */
    private static final double VERSION = 116;
    private static final double BAR = 60;
    private static final Map<Sheet.Kind, Set<String>> LEFT_OUT = Map.of(
            Sheet.Kind.BACKLOG, Set.of("held", "due_within_hour"), Sheet.Kind.AGREEMENT, Set.of("percent", "fleiss_kappa"),
            Sheet.Kind.MODELS, Set.of("other_label", "within_policy", "missed"), Sheet.Kind.MIX, Set.of("share_before"),
            Sheet.Kind.DRIFT, Set.of("model", "scored", "share_before"));
    /** Sheets with so many figures a row that there is no room for bars. */
    private static final Set<Sheet.Kind> PLAIN = Set.of(Sheet.Kind.ERRORS, Sheet.Kind.GOLDEN);

    SheetChart(Sheet sheet) {
        getStyleClass().add("sheet-chart");
        List<Integer> shown = new ArrayList<>();
        for (int c = 0; c < sheet.columns().size(); c++) {
            if (!LEFT_OUT.getOrDefault(sheet.kind(), Set.of()).contains(sheet.columns().get(c).id())) {
                shown.add(c);
            }
        }
        List<Column> columns = new ArrayList<>();
        shown.forEach(c -> columns.addAll(columns(sheet, c)));
        begin(columns.toArray(Column[]::new));
        long most = shown.stream().filter(c -> hasBar(sheet, c)).flatMap(c -> sheet.rows().stream().map(row -> row.get(c)))
                .mapToLong(cell -> cell instanceof Cell.Count(long n) ? n : 0).max().orElse(0);
        sheet.rows().forEach(row -> row(shown.stream().flatMap(c -> cells(sheet, c, row.get(c), most).stream()).toArray(Node[]::new)));
        if (sheet.rows().isEmpty()) {
            remark(SheetWords.none(sheet.kind()));
        }
    }

    private static boolean hasBar(Sheet sheet, int column) {
        Type type = sheet.columns().get(column).type();
        long counts = sheet.columns().stream().filter(each -> each.type() == Type.COUNT).count();
        boolean first = sheet.columns().stream().map(Sheet.Column::type).toList().indexOf(Type.COUNT) == column;
        return switch (type) {
            case COUNT -> first && (counts == 1 && sheet.columns().size() == 2 || sheet.kind() == Sheet.Kind.BACKLOG || sheet.kind() == Sheet.Kind.MIX);
            case RATE, INDEX, DIFFERENCE -> !PLAIN.contains(sheet.kind()) && !((sheet.kind() == Sheet.Kind.MIX || sheet.kind() == Sheet.Kind.DRIFT) && type == Type.RATE) && !(sheet.kind() == Sheet.Kind.PACKS && type == Type.RATE);
            default -> false;
        };
    }

    private static List<Column> columns(Sheet sheet, int column) {
        Sheet.Column each = sheet.columns().get(column);
        String head = SheetWords.head(each);
        Column figure = switch (each.type()) {
            case WORDS -> new Column(head, 0, HPos.LEFT);
            case COUNT -> new Column(head, 72, HPos.RIGHT);
            case SPAN -> new Column(head, 116, HPos.RIGHT);
            default -> new Column(head, sheet.kind() == Sheet.Kind.PACKS ? VERSION : FIGURE, HPos.RIGHT);
        };
        return hasBar(sheet, column) ? List.of(figure, new Column("", BAR, HPos.LEFT)) : List.of(figure);
    }

    private static List<Node> cells(Sheet sheet, int column, Cell cell, long most) {
        Type type = sheet.columns().get(column).type();
        Node words = sheet.kind() == Sheet.Kind.BACKLOG && cell instanceof Cell.Words(String severity) ? severity(severity) : words(cell, type);
        return hasBar(sheet, column) ? List.of(words, bar(cell, type, most)) : List.of(words);
    }

    private static Node severity(String word) {
        Label tag = text(word + " " + SeverityTag.title(Severity.valueOf(word)));
        tag.setGraphic(dev.docket.ui.common.SeverityGlyph.of(word));
        return tag;
    }

    private static Node words(Cell cell, Type type) {
        if (cell instanceof Cell.Rate(Estimate estimate)) {
            Label value = text(SheetWords.words(cell, type), estimate.n() < FEW ? "muted" : "strong");
            Label interval = text(SheetWords.interval(estimate, type), "caption", "muted");
            VBox both = new VBox(value, interval);
            both.getStyleClass().add("sheet-figure");
            Tip.on(value, SheetWords.line(cell, type));
            return both;
        }
        Label label = text(SheetWords.words(cell, type));
        boolean told = cell instanceof Cell.TooFew || cell instanceof Cell.Undefined;
        boolean late = cell instanceof Cell.Span(java.time.Duration time) && time.isNegative();
        label.getStyleClass().add(told ? "muted" : late ? "sheet-late" : type == Type.WORDS ? "strong" : "sheet-count");
        Tip.on(label, SheetWords.why(cell));
        return label;
    }

    private static Node bar(Cell cell, Type type, long most) {
        return switch (cell) {
            case Cell.Count(long n) -> new CountBar(n, most);
            case Cell.Rate(Estimate estimate) -> interval(estimate, type);
            default -> new Region();
        };
    }

    private static Node interval(Estimate estimate, Type type) {
        Interval interval = estimate.interval().orElseThrow();
        double value = estimate.figure().number().orElseThrow();
        OptionalDouble limit = type == Type.DIFFERENCE ? OptionalDouble.of(0) : type == Type.INDEX && interval.high() < TENTATIVE ? OptionalDouble.of(TENTATIVE) : OptionalDouble.empty();
        double low = type == Type.DIFFERENCE ? -0.5 : 0;
        double high = type == Type.DIFFERENCE ? 0.5 : 1;
        IntervalBar bar = new IntervalBar(low, high, interval.low(), value, interval.high(), limit);
        if (estimate.n() < FEW) {
            bar.getStyleClass().add("few");
        }
        return bar;
    }
}
