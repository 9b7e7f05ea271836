package dev.docket.ui.export;

import dev.docket.export.Split;
import dev.docket.ui.common.Text;
import java.util.List;
import javafx.scene.layout.Region;

/** A label's rows by split, side by side in one bar: gold, train, validation, test. The figures stand beside it. */
final class SplitBar extends Region {
    static final List<Split> ORDER = List.of(Split.GOLD, Split.TRAIN, Split.VALIDATION, Split.TEST);
    private static final double GAP = 1;

    private final Preview.Line line;

    SplitBar(Preview.Line line) {
        this.line = line;
        getStyleClass().add("split-bar");
        setAccessibleText(Text.of("export.bar", line.title(), line.of(Split.GOLD), line.of(Split.TRAIN), line.of(Split.VALIDATION), line.of(Split.TEST)));
        for (Split split : ORDER) {
            Region part = new Region();
            part.getStyleClass().addAll("split-part", "split-" + split.word());
            part.setVisible(line.of(split) > 0);
            getChildren().add(part);
        }
    }

    @Override
    protected void layoutChildren() {
        double all = ORDER.stream().mapToLong(line::of).sum();
        double x = 0;
        for (int i = 0; i < ORDER.size(); i++) {
            double share = all == 0 ? 0 : line.of(ORDER.get(i)) / all * getWidth();
            getChildren().get(i).resizeRelocate(x, 0, Math.max(0, share - GAP), getHeight());
            x += share;
        }
    }
}
