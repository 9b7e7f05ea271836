package dev.docket.ui.stage;

import dev.docket.forensics.Levels;
import dev.docket.ui.common.Figures;
import dev.docket.ui.common.Flow;
import dev.docket.ui.common.Text;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;

/** Black point, white point and gamma by hand; shown while the picture's levels are stretched. JavaFX thread. */
public final class LevelsPane extends Flow {
    private static final double EASY_GAMMA = 3;

    private final Slider black = slider("stage.levels.black", 0, 254, 0);
    private final Slider white = slider("stage.levels.white", 1, 255, 255);
    private final Slider gamma = slider("stage.levels.gamma", 1 / EASY_GAMMA, EASY_GAMMA, 1);
    private StageViewModel model;
    private boolean telling;

    public LevelsPane() {
        getStyleClass().add("stage-levels");
        Button auto = new Button(Text.of("stage.levels.auto"));
        auto.setId("levels-auto");
        auto.setOnAction(e -> model.levels(Optional.empty()));
        getChildren().setAll(named("stage.levels.black", black), named("stage.levels.white", white), named("stage.levels.gamma", gamma), auto);
        black.valueProperty().subscribe(v -> moved());
        white.valueProperty().subscribe(v -> moved());
        gamma.valueProperty().subscribe(v -> moved());
    }

    /** Follows the view-model; sliders set its levels. */
    public void bind(StageViewModel of) {
        model = of;
        setVisible(false);
        of.changesProperty().subscribe(c -> changed());
    }

    private void changed() {
        boolean there = model.isOpen() && model.lookProperty().get() == Look.LEVELS;
        setVisible(there);
        Levels levels = model.levels();
        if (there && model.busy().with() == Busy.With.NOTHING && !black.isValueChanging() && !white.isValueChanging() && !gamma.isValueChanging()) {
            telling = true;
            black.setValue(levels.black());
            white.setValue(levels.white());
            gamma.setValue(levels.gamma());
            telling = false;
        }
    }

    private void moved() {
        if (!telling && model != null) {
            int from = Math.min(254, (int) Math.round(black.getValue()));
            int to = Math.max(from + 1, (int) Math.round(white.getValue()));
            model.levels(Optional.of(new Levels(from, to, gamma.getValue())));
        }
    }

    private static Slider slider(String name, double least, double most, double value) {
        Slider slider = new Slider(least, most, value);
        slider.setId(name.replace('.', '-'));
        slider.setBlockIncrement((most - least) / 32);
        slider.setPrefWidth(96);
        slider.valueProperty().subscribe(v -> slider.setAccessibleText(Text.of("stage.levels.accessible", Text.of(name), Figures.decimal(v.doubleValue(), most > 10 ? 0 : 2))));
        return slider;
    }

    private static HBox named(String key, Slider slider) {
        Label label = new Label(Text.of(key));
        label.setMinWidth(USE_PREF_SIZE);
        return new HBox(label, slider);
    }
}
