package dev.docket.ui.models;

import dev.docket.metrics.Calibration.Bin;
import dev.docket.ui.common.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;

/** Scores against how often they come true, a dot a bin, the larger the more items; on the dashed line they mean what they say. */
final class ReliabilityChart extends Pane {
    private static final double LEAST = 5;
    private static final double LARGEST = 13;

    private final Line diagonal = new Line();
    private final List<Bin> bins;
    private final List<Region> dots = new ArrayList<>();

    ReliabilityChart(List<Bin> bins) {
        this.bins = List.copyOf(bins);
        getStyleClass().add("reliability");
        diagonal.getStyleClass().add("reliability-diagonal");
        diagonal.setManaged(false);
        getChildren().add(diagonal);
        for (Bin _ : bins) {
            Region dot = new Region();
            dot.getStyleClass().add("reliability-dot");
            dot.setManaged(false);
            dots.add(dot);
        }
        getChildren().addAll(dots);
        setAccessibleText(Text.of("models.watch.chart", bins.stream().map(bin -> Text.of("models.watch.chart.bin", FigureWords.of(bin.score()), FigureWords.of(bin.rate()), bin.n())).collect(Collectors.joining(", "))));
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        diagonal.setStartX(0);
        diagonal.setStartY(height);
        diagonal.setEndX(width);
        diagonal.setEndY(0);
        long most = bins.stream().mapToLong(Bin::n).max().orElse(1);
        for (int i = 0; i < dots.size(); i++) {
            double size = LEAST + (LARGEST - LEAST) * Math.sqrt(bins.get(i).n() / (double) most);
            dots.get(i).resizeRelocate(bins.get(i).score() * width - size / 2, (1 - bins.get(i).rate()) * height - size / 2, size, size);
        }
    }
}
