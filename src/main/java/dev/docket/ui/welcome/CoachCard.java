package dev.docket.ui.welcome;

import dev.docket.policy.PolicyPack.Label;
import dev.docket.ui.common.Chip;
import dev.docket.ui.common.Flow;
import dev.docket.ui.common.Keycap;
import dev.docket.ui.common.Paragraph;
import dev.docket.ui.common.Text;
import dev.docket.ui.keys.KeyMap;
import dev.docket.ui.keys.KeyMap.Binding;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The card beside the picture that says what to press next. Nothing on it moves. */
final class CoachCard extends VBox {
    private static final PseudoClass NOW = PseudoClass.getPseudoClass("now");
    private static final PseudoClass PAST = PseudoClass.getPseudoClass("past");

    private final Course course;
    private final ObservableValue<KeyMap> keys;
    private final javafx.scene.control.Label count = new Paragraph("", "caption", "muted");
    private final HBox dots = new HBox();
    private final javafx.scene.control.Label answer = new Paragraph("", "secondary");
    private final HBox answerBox = new HBox();
    private final javafx.scene.control.Label title = new Paragraph("", "screen-title");
    private final javafx.scene.control.Label body = new Paragraph("");
    private final HBox press = new HBox();
    private final Button on = new Button();
    private final Button back = new Button(Text.of("practice.back"));
    private final Button skip = new Button(Text.of("practice.skip"));
    private final Button leave = new Button(Text.of("practice.leave"));

    /**
     * @param move takes a step of the course: 1 on, -1 back
     * @param end leaves the practice
     */
    CoachCard(Course course, ObservableValue<KeyMap> keys, java.util.function.IntConsumer move, Runnable end) {
        this.course = course;
        this.keys = keys;
        getStyleClass().add("coach");
        setFocusTraversable(true);
        for (int step = 0; step < course.size(); step++) {
            Region dot = new Region();
            dot.getStyleClass().add("coach-dot");
            dots.getChildren().add(dot);
        }
        dots.getStyleClass().add("coach-dots");
        press.getStyleClass().add("coach-press");
        on.setId("practiceOn");
        on.getStyleClass().addAll("accent", "commit");
        on.setMaxWidth(Double.MAX_VALUE);
        on.setGraphic(Keycap.small(Text.of("key.cap.enter")));
        on.setOnAction(e -> {
            if (course.isLast()) {
                end.run();
            } else {
                move.accept(1);
            }
        });
        back.setId("practiceBack");
        back.setOnAction(e -> move.accept(-1));
        skip.setId("practiceSkip");
        skip.setOnAction(e -> move.accept(1));
        leave.setId("practiceLeave");
        leave.getStyleClass().add("link-button");
        leave.setOnAction(e -> end.run());
        getChildren().setAll(head(), dots, answerBox, scrolled(), on, steps(), leave);
        course.standingProperty().subscribe(s -> draw());
        keys.subscribe(k -> draw());
    }

    /** Enter, wherever the keyboard is: presses the button it is on, else goes on where there is only something to read. False when it is not for this card. */
    boolean enter() {
        Button pressed = List.of(back, skip, leave).stream().filter(Node::isFocused).findFirst().orElse(on);
        boolean mine = pressed.isVisible() && !pressed.isDisabled();
        if (mine) {
            pressed.fire();
        }
        return mine;
    }

    private Flow steps() {
        Flow steps = new Flow(back, skip);
        steps.setHgap(8);
        steps.setVgap(8);
        back.setMinWidth(USE_PREF_SIZE);
        skip.setMinWidth(USE_PREF_SIZE);
        on.setWrapText(true);
        on.setMinHeight(USE_PREF_SIZE);
        return steps;
    }

    private HBox head() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(new Chip(Text.of("practice.title"), Chip.Tone.ACCENT, "mdmz-school"), space, count);
        head.getStyleClass().add("coach-head");
        return head;
    }

    private Node scrolled() {
        javafx.scene.control.Label nothing = new Paragraph("", "caption", "muted");
        nothing.setText(Text.of("practice.nothing"));
        VBox text = new VBox(title, body, press, nothing);
        text.getStyleClass().add("coach-text");
        ScrollPane pane = new ScrollPane(text);
        pane.getStyleClass().add("coach-scroll");
        pane.setFitToWidth(true);
        pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        pane.setFocusTraversable(false);
        VBox.setVgrow(pane, Priority.ALWAYS);
        return pane;
    }

    private void draw() {
        Lesson lesson = course.lesson();
        boolean reading = lesson.deed().isEmpty();
        count.setText(Text.of("practice.count", course.index() + 1, course.size()));
        for (int step = 0; step < course.size(); step++) {
            dots.getChildren().get(step).pseudoClassStateChanged(NOW, step == course.index());
            dots.getChildren().get(step).pseudoClassStateChanged(PAST, step < course.index());
        }
        title.setText(Text.of("practice." + lesson.id() + ".title"));
        body.setText(Text.of("practice." + lesson.id() + ".words"));
        drawPress(lesson, reading);
        drawAnswer(course.standingProperty().get());
        on.setText(Text.of(course.isLast() ? "practice.end" : "practice.start"));
        present(on, reading);
        present(skip, !reading);
        present(leave, !course.isLast());
        back.setDisable(course.isFirst());
        setAccessibleText(Text.of("practice.accessible", course.index() + 1, course.size(), title.getText(), body.getText(), doing(lesson)));
    }

    private void drawPress(Lesson lesson, boolean reading) {
        List<Node> parts = new ArrayList<>();
        lesson.caps(keys.getValue()).forEach(cap -> parts.add(new Keycap(cap)));
        javafx.scene.control.Label label = new Paragraph("", "strong", "bold");
        label.setText(doing(lesson));
        HBox.setHgrow(label, Priority.ALWAYS);
        parts.add(label);
        press.getChildren().setAll(parts);
        present(press, !reading);
    }

    private String doing(Lesson lesson) {
        String label = lesson.binding(keys.getValue()).flatMap(Binding::label).map(Label::shortTitle).orElse("");
        return lesson.deed().isEmpty() ? "" : Text.of("practice." + lesson.id() + ".do", label);
    }

    private void drawAnswer(Course.Standing standing) {
        boolean done = standing.done() != null;
        answer.setText(done ? Text.of("practice." + standing.done().id() + ".done") : Text.of("practice.slipped"));
        answerBox.getChildren().setAll(new FontIcon(done ? "mdal-check" : "mdal-info"), answer);
        answerBox.getStyleClass().setAll("note", done ? "success" : "warning");
        present(answerBox, done || standing.slipped());
    }

    private static void present(Node node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }
}
