package dev.docket.ui.export;

import dev.docket.export.Order;
import dev.docket.ui.common.Ends;
import dev.docket.ui.common.Text;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** For whom a set is, whose names it then has, and under what it is handed on. */
public final class TermsCard extends VBox {
    private static final int COLUMNS = 14;

    private final ExportCard card = new ExportCard();
    private final TextField audience = field("audience");
    private final TextField licence = field("licence");
    private final TextField basis = field("basis");
    private final Button apply = new Button(Text.of("export.version.set"));
    private final Label about = ExportCard.caption(Text.of("export.terms.detail"));

    public TermsCard() {
        about.setWrapText(true);
        about.setMinHeight(USE_PREF_SIZE);
        apply.setId("export-hand");
        apply.setMinWidth(USE_PREF_SIZE);
        setVgrow(card, Priority.ALWAYS);
        getChildren().setAll(card);
    }

    /** Before it is shown. */
    void bind(ExportViewModel model) {
        Runnable hand = () -> model.order().hand(audience.getText(), licence.getText(), basis.getText());
        List.of(audience, licence, basis).forEach(field -> field.setOnAction(_ -> hand.run()));
        apply.setOnAction(_ -> hand.run());
        model.order().property().subscribe(this::take);
        card.show(Text.of("export.terms"), null, List.of(line("audience", audience), line("licence", licence), line("basis", basis), new Ends(List.of(), List.of(apply)), about));
    }

    private void take(Order order) {
        audience.setText(order.recipe().audience().orElse(""));
        licence.setText(order.terms().licence().orElse(""));
        basis.setText(order.terms().basis().orElse(""));
    }

    void fix(boolean fixed) {
        List.of(audience, licence, basis, apply).forEach(control -> control.setDisable(fixed));
    }

    private static TextField field(String id) {
        TextField field = new TextField();
        field.setId("export-" + id);
        field.setPrefColumnCount(COLUMNS);
        field.setPromptText(Text.of("export.terms." + id + ".prompt"));
        field.setAccessibleText(Text.of("export.terms." + id));
        return field;
    }

    private static Node line(String id, TextField field) {
        Ends line = new Ends(List.of(new Label(Text.of("export.terms." + id))), List.of(field));
        line.getStyleClass().add("export-line");
        return line;
    }
}
