package dev.docket.ui.models;

import dev.docket.retrain.LearningCurve.Point;
import dev.docket.ui.common.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;
import javafx.scene.control.Label;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;

/** Mean average precision over verdicts made, with its 95 % band and, dashed, what came with the items. */
public final class CurveChart extends LineChart<Number, Number> {
    private final NumberAxis verdicts;
    private final NumberAxis precision;
    private final Polygon band = new Polygon();
    private final Line fedLine = new Line();
    private final Label fedWords = new Label();
    private final Label last = new Label();
    private List<Point> points = List.of();
    private OptionalDouble fed = OptionalDouble.empty();

    public CurveChart() {
        this(new NumberAxis(), new NumberAxis(0, 1, 0.2));
    }

    private CurveChart(NumberAxis verdicts, NumberAxis precision) {
        super(verdicts, precision);
        this.verdicts = verdicts;
        this.precision = precision;
        getStyleClass().add("curve-chart");
        setAnimated(false);
        setLegendVisible(false);
        verdicts.setAutoRanging(false);
        verdicts.setLabel(Text.of("models.curve.axis"));
        verdicts.setMinorTickVisible(false);
        precision.setMinorTickVisible(false);
        setVerticalGridLinesVisible(false);
        band.getStyleClass().add("curve-band");
        fedLine.getStyleClass().add("curve-fed");
        fedWords.getStyleClass().addAll("caption", "curve-fed-words");
        last.getStyleClass().addAll("secondary", "strong", "bold");
        getPlotChildren().addAll(band, fedLine, fedWords, last);
        band.setManaged(false);
        fedLine.setManaged(false);
    }

    /** @param fedPrecision mean average precision of the scores that came with the items */
    void show(List<Point> curve, OptionalDouble fedPrecision) {
        points = curve.stream().filter(p -> p.meanPrecision().figure().number().isPresent()).toList();
        fed = fedPrecision;
        XYChart.Series<Number, Number> series = new XYChart.Series<>();
        points.forEach(p -> series.getData().add(new XYChart.Data<>(p.verdicts(), value(p))));
        getData().setAll(List.of(series));
        int most = points.isEmpty() ? 1 : points.getLast().verdicts();
        verdicts.setLowerBound(0);
        verdicts.setUpperBound(most);
        verdicts.setTickUnit(Math.max(1, Math.round(most / 5f)));
        last.setText(points.isEmpty() ? "" : FigureWords.of(value(points.getLast())));
        fedWords.setText(fed.isPresent() ? Text.of("models.curve.fed", FigureWords.of(fed.getAsDouble())) : "");
        setAccessibleText(Text.of("models.curve.accessible", points.stream()
                .map(p -> Text.of("models.curve.point", p.verdicts(), FigureWords.of(value(p)))).collect(Collectors.joining(", "))));
    }

    @Override
    protected void layoutPlotChildren() {
        super.layoutPlotChildren();
        List<Double> corners = new ArrayList<>();
        points.forEach(p -> p.meanPrecision().interval().ifPresent(i -> corner(corners, p, i.high())));
        points.reversed().forEach(p -> p.meanPrecision().interval().ifPresent(i -> corner(corners, p, i.low())));
        band.getPoints().setAll(corners);
        fedLine.setVisible(fed.isPresent());
        if (fed.isPresent()) {
            double y = precision.getDisplayPosition(fed.getAsDouble());
            fedLine.setStartX(0);
            fedLine.setEndX(verdicts.getWidth());
            fedLine.setStartY(y);
            fedLine.setEndY(y);
            fedWords.autosize();
            fedWords.relocate(6, y - fedWords.getHeight() - 1);
        }
        if (!points.isEmpty()) {
            last.autosize();
            last.relocate(verdicts.getDisplayPosition(points.getLast().verdicts()) - last.getWidth() - 2,
                    Math.max(0, precision.getDisplayPosition(value(points.getLast())) - last.getHeight() - 8));
        }
    }

    private void corner(List<Double> corners, Point point, double at) {
        corners.add(verdicts.getDisplayPosition(point.verdicts()));
        corners.add(precision.getDisplayPosition(at));
    }

    private static double value(Point point) {
        return point.meanPrecision().figure().number().orElseThrow();
    }
}
