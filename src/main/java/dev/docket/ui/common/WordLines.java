package dev.docket.ui.common;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Wrapped lines of words, one below the other. Labels are kept from one showing to the next: new ones cost a frame, other words do not. */
public final class WordLines extends VBox {
    private final List<Label> kept = new ArrayList<>();

    /** @param styles classes of its label */
    public record Line(String words, List<String> styles) {
        public static Line of(String words, String... styles) {
            return new Line(words, List.of(styles));
        }
    }

    public WordLines(double spacing) {
        super(spacing);
    }

    public void show(Line... lines) {
        show(Arrays.asList(lines));
    }

    public void show(List<Line> lines) {
        while (kept.size() < lines.size()) {
            Label label = new Label();
            label.setWrapText(true);
            kept.add(label);
        }
        ChildNodes.set(getChildren(), kept.subList(0, lines.size()));
        for (int at = 0; at < lines.size(); at++) {
            draw(kept.get(at), lines.get(at));
        }
        if (lines.isEmpty()) {
            // a label that is not shown keeps its words, and the case they are of may be quarantined by then
            kept.clear();
        }
    }

    private static void draw(Label label, Line line) {
        label.setText(line.words());
        List<String> classes = label.getStyleClass();
        if (!classes.subList(1, classes.size()).equals(line.styles())) {
            classes.subList(1, classes.size()).clear();
            classes.addAll(line.styles());
        }
    }
}
