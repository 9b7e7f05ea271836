package dev.docket.ui.quality;

import dev.docket.report.Sheet;
import dev.docket.report.Sheet.Cell;
import dev.docket.ui.common.Text;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** What came in and what was decided, day by day or month by month: two bars each, grey and accent, with the most of all as the scale. */
final class DayBars extends Region {
    private static final double FOOT = 18;
    private static final double SCALE = 44;
    private static final double HEIGHT = 168;

    private record Day(String name, long arrived, long decided, Region first, Region second) {}

    private final List<Day> days = new ArrayList<>();
    private final Label most = caption("");
    private final Label from = caption("");
    private final Label to = caption("");
    private final Region line = new Region();
    private final long top;

    /** @param sheet its columns are a day, what came in, what was decided */
    DayBars(Sheet sheet) {
        getStyleClass().add("day-bars");
        line.getStyleClass().add("day-line");
        for (List<Cell> row : sheet.rows()) {
            Day day = new Day(((Cell.Words) row.get(0)).text(), ((Cell.Count) row.get(1)).n(), ((Cell.Count) row.get(2)).n(), bar("day-arrived"), bar("day-decided"));
            days.add(day);
            getChildren().addAll(day.first(), day.second());
        }
        top = Math.max(1, days.stream().mapToLong(day -> Math.max(day.arrived(), day.decided())).max().orElse(1));
        most.setText(Text.of("quality.count", top));
        from.setText(days.getFirst().name());
        to.setText(days.getLast().name());
        getChildren().addAll(line, most, from, to);
        setAccessibleText(Text.of("quality.days.accessible", days.stream().mapToLong(Day::arrived).sum(), days.stream().mapToLong(Day::decided).sum(), days.getFirst().name(), days.getLast().name()));
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
    }

    private static Region bar(String style) {
        Region bar = new Region();
        bar.getStyleClass().add(style);
        return bar;
    }

    private static Label caption(String words) {
        Label caption = new Label(words);
        caption.getStyleClass().addAll("caption", "muted");
        return caption;
    }

    @Override
    protected void layoutChildren() {
        double foot = Math.max(FOOT, from.prefHeight(-1));
        double left = Math.max(SCALE, most.prefWidth(-1) + 6);
        double height = getHeight() - foot - 4;
        double width = (getWidth() - left) / days.size();
        double thick = Math.max(1, width * 0.36);
        for (int d = 0; d < days.size(); d++) {
            Day day = days.get(d);
            double x = left + d * width + (width - 2 * thick) / 2;
            stand(day.first(), x, height, thick, day.arrived());
            stand(day.second(), x + thick, height, thick, day.decided());
        }
        line.resizeRelocate(left, height, getWidth() - left, 1);
        layoutInArea(most, 0, 0, left - 6, most.prefHeight(-1), 0, javafx.geometry.HPos.RIGHT, VPos.TOP);
        layoutInArea(from, left, height + 4, getWidth() - left, foot, 0, javafx.geometry.HPos.LEFT, VPos.TOP);
        layoutInArea(to, left, height + 4, getWidth() - left, foot, 0, javafx.geometry.HPos.RIGHT, VPos.TOP);
    }

    private void stand(Region bar, double x, double height, double thick, long count) {
        double tall = count == 0 ? 0 : Math.max(1, (height - 4) * count / top);
        bar.resizeRelocate(x, height - tall, thick, tall);
    }
}
