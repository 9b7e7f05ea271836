package dev.docket.ui.calibration;

import dev.docket.quality.CalibrationSession;
import dev.docket.quality.CalibrationSession.Picked;
import dev.docket.ui.calibration.CalibrationBoard.View;
import dev.docket.ui.common.Flow;
import dev.docket.ui.common.Overlays;
import dev.docket.ui.common.Paragraph;
import dev.docket.ui.common.Text;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Calibration sessions: those there are, the items of one, one's own answer, and once they were shown everybody's. */
public final class CalibrationPane extends BorderPane {
    private final CalibrationViewModel model;
    private final ListView<UUID> sessions = new ListView<>();
    private final Label title = new Paragraph("", "screen-title");
    private final Label people = new Paragraph("", "secondary", "muted");
    private final Label notice = new Paragraph("", "note");
    private final Button reveal = new Button();
    private final Flow items = new Flow();
    private final HeldPicture picture;
    private final Label posted = new Paragraph("", "secondary");
    private final AnswerForm form;
    private final AnswerList answers = new AnswerList();
    private final SettleForm settle;
    private final VBox middle = new VBox();
    private final VBox side = new VBox();
    private final Label none = new Paragraph("", "muted", "calibration-none");
    private UUID drawn;

    public CalibrationPane(CalibrationViewModel model, Overlays overlays) {
        this.model = model;
        picture = new HeldPicture(model::seen);
        form = new AnswerForm(model);
        settle = new SettleForm(model);
        getStyleClass().addAll("calibration", "wide-screen");
        setLeft(rail(overlays));
        VBox.setVgrow(picture, Priority.ALWAYS);
        reveal.setId("calibration-reveal");
        reveal.setMinWidth(USE_PREF_SIZE);
        items.setId("calibration-strip");
        items.getStyleClass().add("calibration-flow");
        posted.setId("calibration-posted");
        notice.setId("calibration-notice");
        middle.getStyleClass().add("calibration-middle");
        middle.getChildren().setAll(title, people, new Flow(reveal), notice, items, picture, posted, none);
        setCenter(middle);
        side.getStyleClass().add("calibration-side");
        side.getChildren().setAll(form, answers, settle);
        ScrollPane scrolled = new ScrollPane(side);
        scrolled.setFitToWidth(true);
        scrolled.setFocusTraversable(false);
        scrolled.getStyleClass().add("calibration-scroll");
        setRight(scrolled);
        model.sessionsProperty().subscribe(_ -> draw());
        model.sessionProperty().subscribe(_ -> draw());
        model.itemProperty().subscribe(_ -> draw());
        model.shownProperty().subscribe(shown -> {
            picture.show(model.itemProperty().get(), shown);
            posted.setText(shown == null || shown.words().isEmpty() ? "" : shown.words());
        });
        model.noticeProperty().subscribe(words -> {
            notice.setText(words);
            show(notice, !words.isEmpty());
        });
    }

    private Node rail(Overlays overlays) {
        sessions.setId("calibration-sessions");
        sessions.setAccessibleText(Text.of("calibration.title"));
        sessions.setCellFactory(_ -> new SessionCell(model));
        sessions.getSelectionModel().selectedItemProperty().subscribe(chosen -> {
            if (chosen != null) {
                model.choose(chosen);
            }
        });
        VBox.setVgrow(sessions, Priority.ALWAYS);
        Button create = new Button(Text.of("calibration.new.button"));
        create.setId("calibration-new");
        create.setMaxWidth(Double.MAX_VALUE);
        create.setOnAction(_ -> model.choice(choice -> overlays.open(new OpenSessionSheet(model, choice, overlays))));
        show(create, model.leads());
        VBox rail = new VBox(new Paragraph(Text.of("calibration.rail"), "caption-head"), sessions, create, new Paragraph(Text.of("calibration.promise"), "caption", "muted"));
        rail.getStyleClass().add("calibration-rail");
        return rail;
    }

    private void draw() {
        List<UUID> ids = model.sessionsProperty().get().stream().map(view -> view.session().id()).toList();
        if (!sessions.getItems().equals(ids)) {
            sessions.getItems().setAll(ids);
        }
        sessions.refresh();
        Optional<View> view = model.view();
        view.ifPresent(known -> sessions.getSelectionModel().select(known.session().id()));
        List.of(title, people, reveal, items, picture, posted).forEach(node -> show(node, view.isPresent()));
        show(side, view.isPresent());
        none.setText(view.isPresent() ? "" : Text.of(model.leads() ? "calibration.none.lead" : "calibration.none"));
        show(none, view.isEmpty());
        view.ifPresent(this::draw);
    }

    private void draw(View view) {
        CalibrationSession session = view.session();
        boolean shown = session.revealed().isPresent();
        title.setText(session.title());
        people.setText(Text.of(shown ? "calibration.people.shown" : "calibration.people",
                session.people().stream().map(person -> Text.of("calibration.person", person.pseudonym(), person.answered(), session.items().size())).collect(Collectors.joining(", "))));
        reveal.setText(Text.of(session.isAnswered() ? "calibration.reveal" : "calibration.reveal.anyway"));
        reveal.setOnAction(_ -> model.reveal(!session.isAnswered()));
        show(reveal, model.leads() && !shown);
        drawItems(view);
        UUID item = model.itemProperty().get();
        Picked picked = session.items().stream().filter(one -> one.item().equals(item)).findFirst().orElse(session.items().getFirst());
        if (!picked.item().equals(drawn)) {
            drawn = picked.item();
            form.clear();
            settle.clear();
        }
        boolean mine = view.left().contains(picked.item());
        show(form, mine);
        show(answers, !mine);
        answers.show(view.answers().stream().filter(answer -> answer.item().equals(picked.item())).toList(), picked, model.pack(), shown);
        show(settle, shown && model.leads() && picked.outcome().isEmpty());
    }

    private void drawItems(View view) {
        ToggleGroup group = new ToggleGroup();
        items.getChildren().clear();
        for (int n = 0; n < view.session().items().size(); n++) {
            Picked one = view.session().items().get(n);
            boolean done = view.session().revealed().isEmpty() && view.answers().stream().anyMatch(answer -> answer.item().equals(one.item()));
            ToggleButton button = new ToggleButton(Text.of(one.outcome().isPresent() ? "calibration.item.settled" : done ? "calibration.item.done" : "calibration.item", n + 1));
            button.setId("calibration-item-" + (n + 1));
            button.setMinWidth(USE_PREF_SIZE);
            button.setToggleGroup(group);
            button.setSelected(one.item().equals(model.itemProperty().get()));
            button.setOnAction(_ -> {
                button.setSelected(true);
                model.turnTo(one.item());
            });
            items.getChildren().add(button);
        }
    }

    private static void show(Node node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }
}
