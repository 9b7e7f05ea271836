package dev.docket.ui.export;

import dev.docket.export.Choices;
import dev.docket.export.Selection;
import dev.docket.policy.PolicyPack;
import dev.docket.ui.common.Text;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;

/** The selection as chips, each with its way out, and the menu that adds more. */
public final class FilterBar extends HBox {
    private static final int NAMED = 2;
    private static final double QUERY_WIDTH = 150;

    private final FlowPane chips = new FlowPane();
    private final MenuButton add = new MenuButton(Text.of("export.filter.add"), new FontIcon("mdal-add"));
    private final Label query = new Label();
    private ExportViewModel model;
    private Runnable askDays = () -> {};

    public FilterBar() {
        getStyleClass().add("filter-bar");
        chips.getStyleClass().add("filter-chips");
        chips.prefWrapLengthProperty().bind(widthProperty().subtract(QUERY_WIDTH));
        HBox.setHgrow(chips, Priority.ALWAYS);
        add.setId("addFilter");
        add.getStyleClass().add("filter-add");
        query.getStyleClass().addAll("mono", "muted");
        query.setMinWidth(USE_PREF_SIZE);
        getChildren().setAll(chips, query);
    }

    /** @param days asks for the first and last day */
    void bind(ExportViewModel bound, Runnable days) {
        model = bound;
        askDays = days;
        model.order().selectionProperty().subscribe(_ -> draw());
        model.choicesProperty().subscribe(_ -> draw());
    }

    private void draw() {
        Selection selection = model.order().selectionProperty().get();
        chips.getChildren().clear();
        for (Condition condition : Condition.values()) {
            if (condition.isIn(selection)) {
                chips.getChildren().add(chip(condition, selection));
            } else if (condition == Condition.GOLD) {
                Label left = new Label(Text.of("export.filter.nogold"));
                left.getStyleClass().addAll("filter-chip", "filter-fixed");
                chips.getChildren().add(left);
            }
        }
        add.getItems().setAll(menu(selection));
        chips.getChildren().add(add);
        query.setText(Text.of("export.query", selection.queryHash().hex().substring(0, 8)));
    }

    private Node chip(Condition condition, Selection selection) {
        Label name = new Label(Text.of("export.filter." + condition.word()));
        name.getStyleClass().add("muted");
        Label value = new Label(value(condition, selection));
        value.getStyleClass().add("bold");
        Button out = new Button("", new FontIcon("mdal-close"));
        out.getStyleClass().setAll("filter-out");
        out.setId("remove-" + condition.word());
        out.setAccessibleText(Text.of("export.filter.remove", name.getText()));
        out.setOnAction(_ -> model.order().select(condition.without(model.order().selectionProperty().get())));
        HBox chip = new HBox(name, value, out);
        chip.getStyleClass().add("filter-chip");
        return chip;
    }

    private String value(Condition condition, Selection selection) {
        return switch (condition) {
            case DECIDED -> selection.from().map(from -> selection.to().map(to -> from.equals(to) ? from.toString() : Text.of("export.days.between", from, to))
                    .orElse(Text.of("export.days.from", from))).orElseGet(() -> Text.of("export.days.to", selection.to().orElseThrow()));
            case GOLD -> Text.of("export.filter.gold.in");
            default -> listed(condition, condition.values(selection));
        };
    }

    private String listed(Condition condition, Collection<String> values) {
        String first = String.join(", ", values.stream().limit(NAMED).map(v -> title(condition, v)).toList());
        return values.size() > NAMED ? Text.of("export.filter.more", first, values.size() - NAMED) : first;
    }

    private List<MenuItem> menu(Selection selection) {
        Choices choices = model.choicesProperty().get();
        MenuItem days = new MenuItem(Text.of("export.filter.days"));
        days.setId("filter-decided");
        days.setOnAction(_ -> askDays.run());
        CheckMenuItem gold = new CheckMenuItem(Text.of("export.filter.gold.include"));
        gold.setSelected(selection.gold());
        gold.setOnAction(_ -> model.order().select(model.order().selectionProperty().get().withGold(gold.isSelected())));
        return List.of(
                values(Condition.LANE, choices.lanes(), selection), values(Condition.LABEL, choices.labels(), selection),
                values(Condition.SOURCE, choices.sources(), selection), values(Condition.PACK, choices.packs(), selection), days, gold);
    }

    private Menu values(Condition condition, Collection<String> known, Selection selection) {
        Menu menu = new Menu(Text.of("export.filter." + condition.word()));
        menu.setDisable(known.isEmpty());
        for (String value : known) {
            CheckMenuItem item = new CheckMenuItem(title(condition, value));
            item.setMnemonicParsing(false);
            item.setSelected(condition.values(selection).contains(value));
            item.setOnAction(_ -> {
                Selection now = model.order().selectionProperty().get();
                TreeSet<String> next = new TreeSet<>(condition.values(now));
                if (!next.remove(value)) {
                    next.add(value);
                }
                model.order().select(condition.with(now, next));
            });
            menu.getItems().add(item);
        }
        return menu;
    }

    /** The pack's words for a lane or label; other values as they are. */
    private String title(Condition condition, String value) {
        PolicyPack pack = model.pack();
        return switch (condition) {
            case LANE -> pack.lanes().stream().filter(l -> l.id().equals(value)).map(PolicyPack.LaneRule::title).findFirst().orElse(value);
            case LABEL -> pack.labels().stream().filter(l -> l.id().equals(value)).map(PolicyPack.Label::shortTitle).findFirst().orElse(value);
            default -> value;
        };
    }
}
