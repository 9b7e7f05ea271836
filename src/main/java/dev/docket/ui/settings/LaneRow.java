package dev.docket.ui.settings;

import dev.docket.policy.Severity;
import dev.docket.queue.Lane;
import dev.docket.ui.common.SeverityGlyph;
import dev.docket.ui.common.Text;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;

/** One lane: whether work is drawn from it, and its place among the others, which Alt with an arrow changes too. */
final class LaneRow extends HBox implements Found {
    private final Lane lane;
    private final Label waiting = new Label();

    /** Draws from it, or does not. */
    @FunctionalInterface
    interface Draws {
        void set(Lane lane, boolean on);
    }

    /** Moves it. */
    @FunctionalInterface
    interface Moves {
        void by(Lane lane, int places);
    }

    /**
     * One that is open.
     *
     * @param at its place among {@code of}
     * @param last whether it is the only one that is drawn from, which stays so
     */
    LaneRow(Lane lane, int at, int of, boolean drawn, boolean last, Draws draws, Moves moves) {
        this.lane = lane;
        CheckBox box = new CheckBox(lane.title());
        box.setId(id("lane-draw-"));
        box.setSelected(drawn);
        box.setDisable(last);
        box.setWrapText(true);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setAccessibleText(Text.of("settings.lanes.draw", lane.title()));
        box.getStyleClass().add("lane-draw");
        HBox.setHgrow(box, Priority.ALWAYS);
        box.setOnAction(_ -> draws.set(lane, box.isSelected()));
        style();
        getChildren().setAll(new SeverityGlyph(Severity.valueOf(lane.severity())), box, waiting,
                button("lane-up-", "mdal-keyboard_arrow_up", "settings.lanes.up", at == 0, () -> moves.by(lane, -1)),
                button("lane-down-", "mdal-keyboard_arrow_down", "settings.lanes.down", at == of - 1, () -> moves.by(lane, 1)));
        addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.isAltDown() && (e.getCode() == KeyCode.UP || e.getCode() == KeyCode.DOWN)) {
                e.consume();
                moves.by(lane, e.getCode() == KeyCode.UP ? -1 : 1);
            }
        });
    }

    /** One that is not open to this person. */
    LaneRow(Lane lane) {
        this.lane = lane;
        Label name = new Label(lane.title());
        name.getStyleClass().add("muted");
        name.setWrapText(true);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        Label role = new Label(lane.role().map(r -> Text.of("settings.lanes.closed.for", Text.of("queue.role." + r.name().toLowerCase(Locale.ROOT)))).orElse(""));
        role.getStyleClass().addAll("secondary", "muted");
        role.setMinWidth(USE_PREF_SIZE);
        style();
        getChildren().setAll(new SeverityGlyph(Severity.valueOf(lane.severity())), name, role);
    }

    private void style() {
        getStyleClass().add("lane-setting");
        waiting.getStyleClass().addAll("secondary", "muted");
        waiting.setMinWidth(USE_PREF_SIZE);
        count(lane);
    }

    void count(Lane now) {
        waiting.setText(Text.of("settings.lanes.waiting", now.waiting()));
    }

    Lane lane() {
        return lane;
    }

    private String id(String what) {
        return what + lane.id();
    }

    private Button button(String id, String icon, String key, boolean off, Runnable action) {
        Button button = new Button(null, new FontIcon(icon));
        button.setId(id(id));
        button.getStyleClass().setAll("icon-button");
        button.setAccessibleText(Text.of(key, lane.title()));
        button.setTooltip(new Tooltip(Text.of(key, lane.title())));
        button.setDisable(off);
        button.setOnAction(_ -> action.run());
        return button;
    }

    @Override
    public String words() {
        return lane.title() + " " + lane.key() + " " + Text.of("settings.page.lanes");
    }
}
