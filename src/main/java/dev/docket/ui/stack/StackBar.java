package dev.docket.ui.stack;

import dev.docket.ui.common.Text;
import dev.docket.ui.common.Tip;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** What the open stack is, how its tiles are sorted, and which of them are shown. */
public final class StackBar extends HBox {
    /** Of the posted text, of which the stack's own row shows more. */
    private static final double LEAST_TITLE = 120;
    private static final double MOST_TITLE = 320;

    private final Label title = new Label();
    private final Label facts = new Label();
    private final ComboBox<TileOrder> sort = new ComboBox<>();
    private final ToggleGroup group = new ToggleGroup();
    private final Map<TileFilter, ToggleButton> filters = new EnumMap<>(TileFilter.class);

    public StackBar() {
        getStyleClass().add("stack-bar");
        title.getStyleClass().add("screen-title");
        title.setMinWidth(LEAST_TITLE);
        title.setMaxWidth(MOST_TITLE);
        facts.getStyleClass().addAll("secondary", "muted");
        facts.setMinWidth(Region.USE_PREF_SIZE);
        sort.setAccessibleText(Text.of("stack.sort"));
        sort.setId("stack-sort");
        sort.getStyleClass().add("small-box");
        sort.setMinWidth(Region.USE_PREF_SIZE);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox toggles = new HBox();
        toggles.getStyleClass().add("stack-filters");
        for (TileFilter filter : TileFilter.values()) {
            ToggleButton button = new ToggleButton();
            button.setId("filter-" + filter.name().toLowerCase(Locale.ROOT));
            button.setToggleGroup(group);
            button.setMinWidth(Region.USE_PREF_SIZE);
            filters.put(filter, button);
            toggles.getChildren().add(button);
        }
        group.selectedToggleProperty().addListener((_, was, now) -> {
            if (now == null) {
                was.setSelected(true);
            }
        });
        getChildren().setAll(title, facts, space, sort, toggles);
    }

    void fill(StackViewModel model) {
        sort.getItems().setAll(TileOrder.values());
        sort.setValue(TileOrder.DISTANCE);
        sort.valueProperty().subscribe(model::sort);
        // the arrow keys choose without an action
        filters.forEach((filter, button) -> button.selectedProperty().addListener((_, _, now) -> {
            if (now && model.filter() != filter) {
                model.filter(filter);
            }
        }));
    }

    /** Narrow windows leave out what is said elsewhere too. */
    void fold(boolean compact) {
        facts.setVisible(!compact);
        facts.setManaged(!compact);
    }

    void show(StackViewModel model, ZoneId zone) {
        OpenStack stack = model.openProperty().get();
        title.setText(stack.title());
        Tip.on(title, stack.title());
        DateTimeFormatter time = DateTimeFormatter.ofPattern(Text.of("format.minute"));
        facts.setText(Text.of("stack.facts", stack.members().size(), time.format(stack.firstFlagged().atZone(zone))));
        say(TileFilter.ALL, "stack.filter.all", stack.members().size());
        say(TileFilter.LEFT_OUT, "stack.filter.left_out", model.ticks().leftOut());
        say(TileFilter.NOT_SEEN, "stack.filter.not_seen", model.ticks().notSeen());
        say(TileFilter.ALIKE, "stack.filter.alike", stack.alikes().size());
        filters.get(model.filter()).setSelected(true);
    }

    private void say(TileFilter filter, String key, long count) {
        filters.get(filter).setText(Text.of(key, count));
    }
}
