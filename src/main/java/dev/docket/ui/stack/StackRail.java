package dev.docket.ui.stack;

import dev.docket.policy.PolicyPack;
import dev.docket.ui.common.Ends;
import dev.docket.ui.common.Text;
import dev.docket.verdict.Propagation;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The stacks there are, how they come about, and what was decided together before. */
public final class StackRail extends VBox {
    private static final int MOST_SPREADS = 4;

    private final ComboBox<StackOrder> order = new ComboBox<>();
    private final ListView<Stack> list = new ListView<>();
    private final VBox spreads = new VBox();
    private final VBox forms = new VBox(6, heading("stack.forms.title"), words("stack.forms", "secondary"));
    private boolean drawing;

    public StackRail() {
        getStyleClass().add("stack-rail");
        Label title = new Label(Text.of("stack.list"));
        title.getStyleClass().add("caption-head");
        order.setAccessibleText(Text.of("stack.order"));
        order.setId("stack-order");
        order.getStyleClass().add("small-box");
        Ends head = new Ends(List.of(title), List.of(order));
        head.getStyleClass().add("stack-rail-head");
        list.setAccessibleText(Text.of("stack.list"));
        list.setId("stack-list");
        list.getStyleClass().add("stack-list");
        list.setPlaceholder(words("stack.list.none", "muted"));
        VBox.setVgrow(list, Priority.ALWAYS);
        spreads.getStyleClass().add("stack-spreads");
        getChildren().setAll(head, list, forms, heading("stack.spreads"), spreads);
    }

    /** @param takeBack opens the question whether to */
    void fill(StackViewModel model, Consumer<Propagation.Spread> takeBack) {
        StackShelf shelf = model.shelf();
        order.getItems().setAll(StackOrder.values());
        order.valueProperty().bindBidirectional(shelf.orderProperty());
        list.setCellFactory(_ -> new StackCell(model.clock()));
        list.setItems(shelf.stacks());
        list.getSelectionModel().selectedItemProperty().subscribe(stack -> {
            if (stack != null && !drawing) {
                model.open(stack);
            }
        });
        model.openProperty().subscribe(open -> select(open));
        shelf.stacks().addListener((ListChangeListener<Stack>) _ -> select(model.openProperty().get()));
        shelf.spreads().addListener((ListChangeListener<Propagation.Spread>) _ -> draw(shelf, model.pack(), takeBack));
        draw(shelf, model.pack(), takeBack);
    }

    /** The list follows what is open; it does not open it again. */
    private void select(OpenStack open) {
        drawing = true;
        list.getItems().stream().filter(stack -> open != null && open.members().stream().anyMatch(member -> member.id().equals(stack.seed())))
                .findFirst().ifPresentOrElse(list.getSelectionModel()::select, list.getSelectionModel()::clearSelection);
        drawing = false;
    }

    private void draw(StackShelf shelf, PolicyPack pack, Consumer<Propagation.Spread> takeBack) {
        spreads.getChildren().setAll(shelf.spreads().stream().limit(MOST_SPREADS).map(spread -> row(spread, pack, takeBack)).toList());
        if (shelf.spreads().isEmpty()) {
            spreads.getChildren().setAll(words("stack.spreads.none", "secondary"));
        }
    }

    private static Node row(Propagation.Spread spread, PolicyPack pack, Consumer<Propagation.Spread> takeBack) {
        String label = title(spread, pack);
        Label words = new Label(Text.of("stack.spread", spread.standing(), label));
        words.getStyleClass().add("secondary");
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        words.setMinWidth(0);
        if (!spread.sound()) {
            words.setGraphic(new FontIcon("mdmz-warning"));
            words.getStyleClass().add("stack-unsound");
        }
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button back = new Button(Text.of("stack.spread.back"));
        back.setId("stack-spread-back");
        back.setMinWidth(Region.USE_PREF_SIZE);
        back.getStyleClass().add("link-button");
        back.setAccessibleText(Text.of(spread.sound() ? "stack.spread.accessible" : "stack.spread.unsound", spread.standing(), label));
        back.setOnAction(_ -> takeBack.accept(spread));
        HBox row = new HBox(words, space, back);
        row.getStyleClass().add("stack-rail-head");
        return row;
    }

    static String title(Propagation.Spread spread, PolicyPack pack) {
        return spread.seed().finding().flatMap(finding -> pack.find(finding.label())).map(PolicyPack.Label::shortTitle).orElse("");
    }

    /** Narrow windows leave out what the guide says too. */
    void fold(boolean compact) {
        forms.setVisible(!compact);
        forms.setManaged(!compact);
    }

    private static Label heading(String key) {
        Label label = new Label(Text.of(key));
        label.getStyleClass().add("caption-head");
        return label;
    }

    private static Label words(String key, String size) {
        Label label = new Label(Text.of(key));
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().addAll(size, "muted");
        return label;
    }
}
