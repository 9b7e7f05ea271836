package dev.docket.ui.queue;

import dev.docket.ui.common.Figures;
import dev.docket.ui.common.Flow;
import dev.docket.ui.common.Paragraph;
import dev.docket.ui.common.SeverityTag;
import dev.docket.ui.common.Spans;
import dev.docket.ui.common.Text;
import dev.docket.ui.ladder.LadderDesk;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** What is known of one item without its pixels, and everything that happened to it. */
public final class StoryPane extends VBox {

    private final Label said = new Paragraph("", "secondary");
    private boolean mayComment;
    private Consumer<ItemStory> comments;
    private Consumer<ItemStory> appeal;
    private Optional<Consumer<ItemStory>> keep = Optional.empty();
    private Consumer<ItemStory> golden;

    public StoryPane() {
        getStyleClass().add("story-pane");
    }

    /**
     * @param may whether comments can be written here; they are listed anyway
     * @param toKeep legal holds and erasing; empty for whoever may not
     * @param toGolden marks it as golden, or retires it
     */
    void fill(boolean may, Consumer<ItemStory> toComments, Consumer<ItemStory> toAppeal, Optional<Consumer<ItemStory>> toKeep, Consumer<ItemStory> toGolden) {
        mayComment = may;
        comments = toComments;
        appeal = toAppeal;
        keep = toKeep;
        golden = toGolden;
        say("");
    }

    /** A sentence on what was done. */
    void say(String sentence) {
        said.setText(sentence);
        said.setVisible(!sentence.isEmpty());
        said.setManaged(!sentence.isEmpty());
    }

    void show(Optional<ItemStory> story, Clock clock) {
        getChildren().setAll(story.isEmpty() ? List.of(new Paragraph(Text.of("queue.story.none"), "muted")) : head(story.get(), clock));
        story.ifPresent(told -> {
            told.events().forEach(event -> getChildren().add(line(event, clock)));
            if (!told.comments().isEmpty()) {
                getChildren().add(new Paragraph(Text.of("queue.story.said"), "caption-head"));
                told.comments().forEach(comment -> getChildren().add(line(comment, clock)));
            }
        });
    }

    private List<Node> head(ItemStory story, Clock clock) {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Label title = new Paragraph(Text.of("queue.story", story.item().shortId()), "screen-title");
        HBox top = new HBox(title, space, new SeverityTag(story.severity()));
        top.getStyleClass().add("story-head");
        Label facts = new Paragraph(Text.of("queue.story.facts", story.item().mediaType(), story.item().width(), story.item().height(),
                story.item().byteLength() / 1024), "secondary", "muted");
        Label hash = new Paragraph(story.item().sha256().hex(), "mono", "muted");
        hash.setAccessibleText(Text.of("queue.story.hash", hash.getText()));
        Label due = new Paragraph(story.deadline().map(at -> due(Duration.between(clock.instant(), at))).orElseGet(() -> Text.of("queue.story.nodeadline")), "secondary");
        Label heading = new Paragraph(Text.of(story.open() ? "queue.story.open" : "queue.story.closed"), "caption-head");
        return List.of(top, facts, hash, due, buttons(story), said, heading);
    }

    private Node buttons(ItemStory story) {
        Flow buttons = new Flow();
        if (mayComment) {
            buttons.getChildren().add(button("story-comments", "queue.story.comments", () -> comments.accept(story)));
        }
        if (story.appealable() != LadderDesk.Appealable.NOTHING) {
            boolean pending = story.appealable() == LadderDesk.Appealable.PENDING;
            buttons.getChildren().add(button("story-appeal", pending ? "queue.story.appeal.back" : "queue.story.appeal", () -> appeal.accept(story)));
        }
        keep.ifPresent(open -> buttons.getChildren().add(button("story-keep", "queue.story.keep", () -> open.accept(story))));
        if (story.golden() != ItemStory.Golden.NOTHING) {
            buttons.getChildren().add(button("story-golden", story.golden() == ItemStory.Golden.MARKED ? "queue.story.golden.retire" : "queue.story.golden", () -> golden.accept(story)));
        }
        buttons.getStyleClass().add("story-buttons");
        return buttons;
    }

    private static Button button(String id, String key, Runnable step) {
        Button button = new Button(Text.of(key));
        button.setId(id);
        button.getStyleClass().add("small-button");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> step.run());
        return button;
    }

    private static String due(Duration left) {
        return left.isNegative() ? Text.of("review.overdue", Spans.words(left.negated())) : Text.of("review.due", Spans.words(left));
    }

    private static Node line(ItemStory.Event event, Clock clock) {
        VBox text = new VBox(new Paragraph(event.title(), "story-title"), new Paragraph(Figures.second(event.at().atZone(clock.getZone())), "caption", "muted"));
        if (!event.detail().isEmpty()) {
            text.getChildren().add(1, new Paragraph(event.detail(), "secondary"));
        }
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox line = new HBox(new FontIcon(event.icon()), text);
        line.getStyleClass().add("story-line");
        return line;
    }
}
