package dev.docket.ui.export;

import dev.docket.export.Format;
import dev.docket.export.Splits;
import dev.docket.ui.common.ChildNodes;
import dev.docket.ui.common.Text;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** What a set is made of, step by step, each with what is chosen; a step leads to its part of the screen. */
public final class StepRail extends VBox {
    /** The parts of the screen, in order. */
    enum Step { SELECTION, LABELS, SPLITS, FORMATS, SIGN }

    /** Told which part is wanted. */
    interface Listener {
        void wanted(Step step);
    }

    private static final double LEAST_WIDTH = 160;
    /** The mark before the words, at any text size. */
    private static final double MARK = 48;

    private final Map<Step, Row> rows = new EnumMap<>(Step.class);

    public StepRail() {
        getStyleClass().add("step-rail");
    }

    /** The rows stay, so that the keyboard stays where it is. */
    void show(ExportViewModel model, Listener listener) {
        for (Step step : Step.values()) {
            Row row = rows.computeIfAbsent(step, Row::new);
            row.show(isDone(step, model), detail(step, model));
            row.setOnAction(_ -> listener.wanted(step));
        }
        ChildNodes.set(getChildren(), List.copyOf(rows.values()));
    }

    /** A step: whether it is done, its name, what is chosen. */
    private final class Row extends Button {
        private final FontIcon mark = new FontIcon("mdmz-radio_button_unchecked");
        private final Label title;
        private final Label detail = ExportCard.caption("");

        Row(Step step) {
            String name = step.name().toLowerCase(Locale.ROOT);
            title = new Label(Text.of("export.step." + name));
            title.getStyleClass().add("step-title");
            title.setWrapText(true);
            detail.setWrapText(true);
            mark.getStyleClass().add("step-open");
            VBox words = new VBox(title, detail);
            words.setAlignment(Pos.CENTER_LEFT);
            HBox content = new HBox(mark, words);
            content.getStyleClass().add("step-content");
            setGraphic(content);
            setId("step-" + name);
            getStyleClass().setAll("step-row");
            setMaxWidth(Double.MAX_VALUE);
            // of the rail, whose width is there before the row's: words measured in no width at all would take a line each
            content.prefWidthProperty().bind(Bindings.max(LEAST_WIDTH, StepRail.this.widthProperty().subtract(16)));
            content.setMinWidth(0);
            words.minWidthProperty().bind(content.prefWidthProperty().subtract(MARK));
        }

        void show(boolean done, String chosen) {
            mark.setIconLiteral(done ? "mdal-check_circle_outline" : "mdmz-radio_button_unchecked");
            mark.getStyleClass().removeAll("step-done", "step-open");
            mark.getStyleClass().add(done ? "step-done" : "step-open");
            detail.setText(chosen);
            setAccessibleText(title.getText() + ", " + chosen);
        }
    }

    private static boolean isDone(Step step, ExportViewModel model) {
        Preview preview = model.previewProperty().get();
        boolean there = preview != null && !preview.set().isEmpty();
        return step == Step.SIGN ? model.writtenProperty().get() != null : there && (step != Step.SPLITS || preview.leakage().torn() == 0);
    }

    private static String detail(Step step, ExportViewModel model) {
        Preview preview = model.previewProperty().get();
        return switch (step) {
            case SELECTION -> preview == null ? "" : Text.of("export.step.selection.detail", preview.set().items().size(), preview.set().votes());
            case LABELS -> Text.of("export.rule." + RuleCard.key(model.order().get().recipe().rule()));
            case SPLITS -> Text.of(model.order().get().recipe().grouping() == Splits.Grouping.NEAR_DUPLICATES ? "export.step.splits.looks" : "export.step.splits.uploader");
            case FORMATS -> Text.of("export.step.formats.detail", model.order().get().formats().size(),
                    preview != null && model.order().get().formats().stream().anyMatch(Format::pictured) ? preview.set().withImages().size() : 0);
            case SIGN -> Text.of(model.writtenProperty().get() == null ? "export.step.sign.open" : "export.step.sign.done");
        };
    }
}
