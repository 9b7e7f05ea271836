package dev.docket.ui.models;

import dev.docket.retrain.GroupBy;
import dev.docket.retrain.PrivacyBudget;
import dev.docket.retrain.RetrainingRun.Choices;
import dev.docket.retrain.TrainingCheck;
import dev.docket.ui.common.Figures;
import dev.docket.ui.common.Flow;
import dev.docket.ui.common.Overlays;
import dev.docket.ui.common.Text;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What to learn from, with what is wrong with it, and how to train: plainly, balanced over a group, or privately; each with what it does and what it does not promise. */
final class TrainSheet extends VBox {
    private static final List<Double> EPSILONS = List.of(1.0, 2.0, 3.0, 5.0, 8.0);

    private final ToggleGroup ways = new ToggleGroup();
    private final RadioButton plain = way("plain");
    private final RadioButton balanced = way("balanced");
    private final RadioButton noised = way("private");
    private final WordedBox<GroupBy> over = new WordedBox<>("train-over", Text.of("models.train.over"), List.of(GroupBy.values()), by -> Text.of("models.fair.by." + by));
    private final WordedBox<Double> epsilon = new WordedBox<>("train-epsilon", Text.of("models.train.epsilon"), EPSILONS, value -> Figures.decimal(value, 0));

    private final CheckPane check;

    TrainSheet(Overlays overlays, ModelsViewModel model) {
        check = new CheckPane(model.check(), model.bench().pack());
        getStyleClass().addAll("sheet", "reason-sheet", "train-sheet");
        setFocusTraversable(true);
        setAccessibleText(Text.of("models.train.title"));
        over.setValue(GroupBy.SOURCE);
        over.disableProperty().bind(balanced.selectedProperty().not());
        epsilon.setValue(3.0);
        epsilon.disableProperty().bind(noised.selectedProperty().not());
        plain.setSelected(true);
        Button go = new Button(Text.of("models.train.go"));
        go.setId("goTrain");
        go.getStyleClass().add("success");
        go.setDefaultButton(true);
        go.setOnAction(_ -> {
            overlays.close();
            model.train(choices());
        });
        go.disableProperty().bind(model.check().checkProperty().map(found -> found.filter(TrainingCheck::enough).isEmpty()));
        Button leave = new Button(Text.of("models.train.leave"));
        leave.setCancelButton(true);
        leave.setOnAction(_ -> overlays.close());
        HBox buttons = new HBox(8, leave, go);
        buttons.getStyleClass().add("reason-buttons");
        Label title = StudyCard.words(Text.of("models.train.title"), "screen-title");
        VBox content = new VBox(12, check, plain, told(Text.of("models.train.plain.says")),
                line(balanced, over), told(Text.of("models.train.balanced.says")),
                line(noised, new Label(Text.of("models.train.epsilon")), epsilon), told(Text.of("models.train.private.says", PrivacyBudget.FEWEST, PrivacyBudget.FEW)), told(Text.of("models.train.private.not")));
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        getChildren().setAll(title, scroll, buttons);
        addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                e.consume();
                overlays.close();
            }
        });
    }

    private Choices choices() {
        return new Choices(check.source(), noised.isSelected() ? Optional.of(PrivacyBudget.of(epsilon.getValue())) : Optional.empty(), balanced.isSelected() ? Optional.of(over.getValue()) : Optional.empty());
    }

    private RadioButton way(String name) {
        RadioButton way = new RadioButton(Text.of("models.train." + name));
        way.setId("train-" + name);
        way.setToggleGroup(ways);
        return way;
    }

    private static Flow line(Node... nodes) {
        Flow line = new Flow(nodes);
        line.setHgap(8);
        return line;
    }

    private static Label told(String words) {
        Label label = StudyCard.words(words);
        label.getStyleClass().add("train-says");
        return label;
    }
}
