package dev.docket.ui.models;

import dev.docket.ui.common.Flow;
import dev.docket.ui.common.Text;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** What there is to look at of models, one at a time; each is made when it is first looked at. */
public final class SectionBar extends Flow {

    /** In the order of the work: train, try beside, make scores come true, set, check, keep. */
    enum Section { TRAINING, SHADOW, CALIBRATION, THRESHOLDS, FAIRNESS, WATCHING }

    private final Map<Section, Node> made = new EnumMap<>(Section.class);

    public SectionBar() {
        getStyleClass().add("section-bar");
    }

    /**
     * @param training what stands in the middle at first
     * @param side goes away where a section has nothing to do with one version
     * @param others how the others are made
     */
    void show(StackPane middle, Node training, Node side, Map<Section, Supplier<Region>> others) {
        made.put(Section.TRAINING, training);
        ToggleGroup group = new ToggleGroup();
        for (Section section : Section.values()) {
            ToggleButton button = new ToggleButton(Text.of("models.section." + section));
            button.setId("section-" + section);
            button.setToggleGroup(group);
            button.setSelected(section == Section.TRAINING);
            button.setOnAction(_ -> {
                button.setSelected(true);
                Node node = made.computeIfAbsent(section, _ -> scrolled(others.get(section).get()));
                middle.getChildren().setAll(node);
                boolean ofVersion = section == Section.TRAINING || section == Section.SHADOW || section == Section.CALIBRATION;
                side.setVisible(ofVersion);
                side.setManaged(ofVersion);
            });
            getChildren().add(button);
        }
    }

    private static ScrollPane scrolled(Region content) {
        VBox cards = new VBox(content);
        cards.getStyleClass().add("models-cards");
        ScrollPane scroll = new ScrollPane(cards);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        return scroll;
    }
}
