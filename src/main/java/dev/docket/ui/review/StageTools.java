package dev.docket.ui.review;

import dev.docket.ui.common.Flow;
import dev.docket.ui.common.Text;
import dev.docket.ui.keys.KeyCommand;
import dev.docket.ui.keys.KeyHint;
import dev.docket.ui.keys.KeyMap;
import dev.docket.ui.stage.Look;
import dev.docket.ui.stage.StageViewModel;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** The strip of tools over an open picture, each with its key; words beside the signs where there is room. */
public final class StageTools extends Flow {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    /** Logical pixels from which the words stand beside the signs. */
    private static final double ROOMY = 1060;

    private record Tool(KeyCommand command, String icon) {}

    private static final List<List<Tool>> GROUPS = List.of(
            List.of(new Tool(KeyCommand.COVER_STEP, "mdal-blur_on"), new Tool(KeyCommand.GREY, "mdal-filter_b_and_w")),
            List.of(new Tool(KeyCommand.FIT, "mdal-aspect_ratio"), new Tool(KeyCommand.ONE_TO_ONE, "mdal-crop_free"),
                    new Tool(KeyCommand.ZOOM_OUT, "mdmz-zoom_out"), new Tool(KeyCommand.ZOOM_IN, "mdmz-zoom_in"),
                    new Tool(KeyCommand.TURN, "mdmz-rotate_right"),
                    new Tool(KeyCommand.TURN_BACK, "mdmz-rotate_left"), new Tool(KeyCommand.LENS, "mdmz-search"), new Tool(KeyCommand.LENS_POWER, "mdmz-zoom_in")),
            List.of(new Tool(KeyCommand.LEVELS, "mdmz-tune"), new Tool(KeyCommand.ERROR_LEVELS, "mdal-compare"), new Tool(KeyCommand.NOISE, "mdal-grain"),
                    new Tool(KeyCommand.HEAT, "mdal-local_fire_department")),
            List.of(new Tool(KeyCommand.FRAME_BACK, "mdmz-skip_previous"), new Tool(KeyCommand.PLAY, "mdmz-play_arrow"), new Tool(KeyCommand.FRAME_ON, "mdmz-skip_next")),
            List.of(new Tool(KeyCommand.STACK, "mdal-layers"), new Tool(KeyCommand.COVER_NOW, "mdmz-visibility_off")));

    private final Map<KeyCommand, Button> buttons = new EnumMap<>(KeyCommand.class);

    public StageTools() {
        getStyleClass().add("stage-tools");
        setAlignment(Pos.CENTER);
        setVisible(false);
    }

    /** To be called once. */
    void fill(ObservableValue<KeyMap> keys, Consumer<KeyCommand> onAction) {
        for (List<Tool> group : GROUPS) {
            if (!getChildren().isEmpty()) {
                Region rule = new Region();
                rule.getStyleClass().add("tools-rule");
                getChildren().add(rule);
            }
            for (Tool tool : group) {
                Button button = button(tool, keys, onAction);
                buttons.put(tool.command(), button);
                getChildren().add(button);
            }
        }
    }

    /** Marks what is on, and leaves out what the picture has no use for. */
    void show(StageViewModel study, boolean grey) {
        select(KeyCommand.GREY, grey);
        select(KeyCommand.LENS, study.lensProperty().get().on());
        select(KeyCommand.LEVELS, study.lookProperty().get() == Look.LEVELS);
        select(KeyCommand.ERROR_LEVELS, study.lookProperty().get() == Look.ERROR_LEVELS);
        select(KeyCommand.NOISE, study.lookProperty().get() == Look.NOISE);
        select(KeyCommand.HEAT, study.lookProperty().get() == Look.HEAT);
        present(buttons.get(KeyCommand.HEAT), study.explained().isPresent());
        present(buttons.get(KeyCommand.TURN_BACK), study.framingProperty().get().turns() != 0);
        present(buttons.get(KeyCommand.LENS_POWER), study.lensProperty().get().on());
        boolean moves = study.frames() > 1;
        Button play = buttons.get(KeyCommand.PLAY);
        ((FontIcon) ((HBox) play.getGraphic()).getChildren().getFirst()).setIconLiteral(study.isPlaying() ? "mdmz-pause" : "mdmz-play_arrow");
        List.of(KeyCommand.FRAME_BACK, KeyCommand.PLAY, KeyCommand.FRAME_ON).forEach(command -> present(buttons.get(command), moves));
        present(getChildren().get(getChildren().indexOf(buttons.get(KeyCommand.FRAME_BACK)) - 1), moves);
    }

    /** @param width logical pixels there are */
    void fold(double width) {
        boolean roomy = width >= ROOMY;
        if (roomy != getStyleClass().contains("roomy")) {
            getStyleClass().remove("roomy");
            if (roomy) {
                getStyleClass().add("roomy");
            }
        }
    }

    private void select(KeyCommand command, boolean on) {
        buttons.get(command).pseudoClassStateChanged(SELECTED, on);
    }

    private static Button button(Tool tool, ObservableValue<KeyMap> keys, Consumer<KeyCommand> onAction) {
        String name = tool.command().id();
        Button button = new Button(Text.of("review.tool." + name), graphic(tool.icon(), KeyHint.of(keys, tool.command())));
        button.setId("tool-" + name);
        button.getStyleClass().setAll("stage-tool");
        button.setFocusTraversable(false);
        button.setMinWidth(USE_PREF_SIZE);
        button.setTooltip(new Tooltip(tool.command().words()));
        keys.subscribe(map -> button.setAccessibleText(Text.of("review.tool.accessible", tool.command().words(), String.join(" ", map.caps(tool.command())))));
        button.setOnAction(e -> onAction.accept(tool.command()));
        return button;
    }

    private static HBox graphic(String icon, Node cap) {
        HBox graphic = new HBox(4, new FontIcon(icon), cap);
        graphic.setAlignment(Pos.CENTER);
        return graphic;
    }

    private static void present(Node node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }
}
