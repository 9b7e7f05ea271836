package dev.docket.ui.calibration;

import dev.docket.quality.CalibrationSession;
import dev.docket.report.Suspect;
import dev.docket.team.Member;
import dev.docket.ui.calibration.CalibrationBoard.Choice;
import dev.docket.ui.common.Flow;
import dev.docket.ui.common.Overlays;
import dev.docket.ui.common.Paragraph;
import dev.docket.ui.common.Text;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Asks what a session is called, which items it has and who is asked. */
final class OpenSessionSheet extends VBox {
    private final TextField title = field("calibration-title", "calibration.new.title");
    private final TextField typed = field("calibration-items", "calibration.new.items");
    private final Map<UUID, CheckBox> items = new LinkedHashMap<>();
    private final Map<Member, CheckBox> people = new LinkedHashMap<>();
    private final Label count = new Paragraph("", "secondary", "muted");
    private final Button open = new Button(Text.of("calibration.new.open"));

    OpenSessionSheet(CalibrationViewModel model, Choice choice, Overlays overlays) {
        getStyleClass().addAll("sheet", "calibration-sheet");
        setMaxHeight(USE_PREF_SIZE);
        setAccessibleText(Text.of("calibration.new"));
        Flow asked = new Flow();
        asked.getStyleClass().add("calibration-flow");
        choice.people().forEach(member -> asked.getChildren().add(box(people, member, member.pseudonym(), "ask-" + member.pseudonym())));
        VBox disputed = new VBox();
        disputed.getStyleClass().add("calibration-picks");
        choice.disputed().forEach(one -> disputed.getChildren().add(box(items, one.item(), line(one), "pick-" + one.item().toString().substring(0, 8))));
        ScrollPane picks = new ScrollPane(disputed);
        picks.setFitToWidth(true);
        picks.setFocusTraversable(false);
        picks.setPrefHeight(180);
        Node from = choice.disputed().isEmpty() ? new Paragraph(Text.of("calibration.new.none"), "secondary", "muted") : picks;
        open.setId("calibration-open");
        open.setDefaultButton(true);
        open.getStyleClass().add("accent");
        open.setMinWidth(USE_PREF_SIZE);
        open.setOnAction(_ -> {
            overlays.close();
            model.open(title.getText(), ticked(items), typed.getText(), List.copyOf(ticked(people)));
        });
        Button close = new Button(Text.of("statements.close"));
        close.setCancelButton(true);
        close.setMinWidth(USE_PREF_SIZE);
        close.setOnAction(_ -> overlays.close());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox buttons = new HBox(count, space, close, open);
        buttons.getStyleClass().add("calibration-row");
        title.textProperty().subscribe(_ -> draw());
        typed.textProperty().subscribe(_ -> draw());
        getChildren().setAll(new Paragraph(Text.of("calibration.new"), "section-head"), new Paragraph(Text.of("calibration.new.about", CalibrationSession.MOST_ITEMS), "secondary", "muted"), title,
                new Paragraph(Text.of("calibration.new.people"), "caption-head"), asked, new Paragraph(Text.of("calibration.new.disputed"), "caption-head"), from, typed, buttons);
        draw();
    }

    private <T> CheckBox box(Map<T, CheckBox> into, T of, String words, String id) {
        CheckBox box = new CheckBox(words);
        box.setId(id);
        box.setMnemonicParsing(false);
        box.selectedProperty().subscribe(_ -> draw());
        into.put(of, box);
        return box;
    }

    private void draw() {
        boolean some = !ticked(items).isEmpty() || !typed.getText().isBlank();
        open.setDisable(title.getText().isBlank() || !some || ticked(people).isEmpty());
        count.setText(Text.of("calibration.new.count", ticked(items).size(), ticked(people).size()));
    }

    private static <T> Set<T> ticked(Map<T, CheckBox> boxes) {
        Set<T> ticked = new LinkedHashSet<>();
        boxes.forEach((of, box) -> {
            if (box.isSelected()) {
                ticked.add(of);
            }
        });
        return ticked;
    }

    /** Without the label: whoever opens the session answers it too. */
    private static String line(Suspect one) {
        return Text.of("calibration.new.line", one.item().toString().substring(0, 8), one.differing(), one.votes());
    }

    private static TextField field(String id, String prompt) {
        TextField field = new TextField();
        field.setId(id);
        field.setPromptText(Text.of(prompt));
        field.setAccessibleText(Text.of(prompt));
        return field;
    }
}
