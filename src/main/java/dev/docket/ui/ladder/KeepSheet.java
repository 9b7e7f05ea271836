package dev.docket.ui.ladder;

import dev.docket.item.Tombstone;
import dev.docket.ui.common.Figures;
import dev.docket.ui.common.Overlays;
import dev.docket.ui.common.Paragraph;
import dev.docket.ui.common.Text;
import java.time.Clock;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** An item's legal holds, and erasing it for good: says what goes and what stays before it does. */
public final class KeepSheet extends LadderSheet {
    private static final int MOST = 60;

    private final KeepingViewModel model;
    private final Clock clock;
    private final VBox holds = new VBox();
    private final Label sets = new Paragraph("", "secondary");
    private final CheckBox sure = new CheckBox(Text.of("keep.erase.sure"));
    private final TextField reason = code("keep-reason", Text.of("keep.erase.reason"));
    private final TextField basis = code("keep-basis", Text.of("keep.erase.basis"));

    public KeepSheet(Overlays overlays, KeepingViewModel model, String shortId, Clock clock) {
        super(overlays, "mdal-gavel", Text.of("keep.title", shortId));
        this.model = model;
        this.clock = clock;
        TextField reference = code("keep-reference", Text.of("keep.hold.reference"));
        Button place = button("keep-place", Text.of("keep.hold.place"), () -> {
            model.place(reference.getText().strip());
            reference.clear();
        });
        place.disableProperty().bind(isCode(reference).not());
        HBox placing = new HBox(reference, place);
        placing.getStyleClass().add("keep-line");
        holds.getStyleClass().add("comment-list");
        sure.setId("keep-sure");
        sure.setWrapText(true);
        Label notice = new Paragraph("", "secondary", "warning-words");
        notice.textProperty().bind(model.noticeProperty());
        notice.visibleProperty().bind(model.noticeProperty().isNotEmpty());
        notice.managedProperty().bind(notice.visibleProperty());
        body(List.of(new Paragraph(Text.of("keep.hold.title"), "caption-head"), new Paragraph(Text.of("keep.hold.what"), "secondary"), holds, labelled(reference, placing),
                new Paragraph(Text.of("keep.erase.title"), "caption-head"), new Paragraph(Text.of("keep.erase.goes"), "secondary"), new Paragraph(Text.of("keep.erase.stays"), "secondary"), sets,
                new HBox(10, labelled(reason, reason), labelled(basis, basis)), sure, notice));
        Button erase = main("keep-erase", Text.of("keep.erase.do"), () -> {
            close();
            model.erase(reason.getText().strip(), basis.getText().strip());
        });
        erase.getStyleClass().add("danger");
        BooleanBinding held = Bindings.createBooleanBinding(() -> model.standingProperty().get() == null || !model.standingProperty().get().holds().isEmpty(), model.standingProperty());
        erase.disableProperty().bind(held.or(isCode(reason).not()).or(isCode(basis).not()).or(sure.selectedProperty().not()));
        foot(new Paragraph(""), button("keep-cancel", Text.of("ladder.close"), this::close), erase);
        first(reference);
        model.standingProperty().subscribe(this::draw);
    }

    private void draw(KeepingDesk.Standing standing) {
        if (standing == null) {
            return;
        }
        holds.getChildren().setAll(standing.holds().isEmpty() ? List.of(new Paragraph(Text.of("keep.hold.none"), "secondary", "muted")) : standing.holds().stream().map(this::line).toList());
        sets.setText(standing.sets() == 0 ? Text.of("keep.sets.none") : Text.of("keep.sets", standing.sets()));
    }

    private Node line(KeepingDesk.Held hold) {
        VBox text = new VBox(new Paragraph(hold.reference()), new Paragraph(Text.of("keep.hold.by", hold.by(), Figures.minute(hold.at().atZone(clock.getZone()))), "caption", "muted"));
        HBox.setHgrow(text, Priority.ALWAYS);
        Button lift = button("keep-lift", Text.of("keep.hold.lift"), () -> model.lift(hold.reference()));
        lift.getStyleClass().add("small-button");
        lift.setAccessibleText(Text.of("keep.hold.lift.accessible", hold.reference()));
        HBox line = new HBox(text, lift);
        line.getStyleClass().add("comment-line");
        return line;
    }

    private static BooleanBinding isCode(TextField field) {
        return Bindings.createBooleanBinding(() -> field.getText().strip().matches(Tombstone.CODE), field.textProperty());
    }

    private static TextField code(String id, String name) {
        TextField field = new TextField();
        field.setId(id);
        field.setAccessibleText(name);
        field.setTextFormatter(new TextFormatter<String>(change -> change.getControlNewText().length() <= MOST ? change : null));
        return field;
    }

    private static Node labelled(TextField field, Node line) {
        Label name = new Label(field.getAccessibleText());
        name.getStyleClass().addAll("caption", "muted");
        name.setLabelFor(field);
        VBox both = new VBox(name, line);
        both.getStyleClass().add("words-field");
        HBox.setHgrow(both, Priority.ALWAYS);
        return both;
    }
}
