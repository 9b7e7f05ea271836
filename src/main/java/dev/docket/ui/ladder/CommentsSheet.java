package dev.docket.ui.ladder;

import dev.docket.ui.common.Figures;
import dev.docket.ui.common.Overlays;
import dev.docket.ui.common.Paragraph;
import dev.docket.ui.common.Text;
import dev.docket.verdict.Comments;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What people say to each other about an item, apart from the record. In a blind look others' words stay hidden. */
public final class CommentsSheet extends LadderSheet {
    private static final double LIST_HEIGHT = 260;

    private final LadderViewModel model;
    private final UUID item;
    private final boolean blind;
    private final Clock clock;
    private final VBox list = new VBox();
    private final WordsField field = new WordsField(Text.of("ladder.comments.write"), Comments.CHARS);

    /** @param blind whether others' comments could give away what they found */
    public CommentsSheet(Overlays overlays, LadderViewModel model, UUID item, String shortId, boolean blind, Clock clock) {
        super(overlays, "mdal-comment", Text.of("ladder.comments", shortId));
        this.model = model;
        this.item = item;
        this.blind = blind;
        this.clock = clock;
        list.getStyleClass().add("comment-list");
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMaxHeight(LIST_HEIGHT);
        scroll.setFocusTraversable(false);
        Button add = main("comment-add", Text.of("ladder.comments.add"), this::add);
        add.disableProperty().bind(field.area().textProperty().map(String::isBlank));
        body(List.of(scroll, field));
        foot(new Paragraph(Text.of("ladder.comments.apart"), "caption", "muted"), button("comment-close", Text.of("ladder.close"), this::close), add);
        first(field.area());
        model.comments(item, this::draw);
    }

    private void add() {
        String said = field.words();
        field.area().clear();
        model.comment(item, said, () -> model.comments(item, this::draw));
    }

    private void draw(List<LadderDesk.Said> said) {
        List<LadderDesk.Said> shown = said.stream().filter(s -> !blind || s.own()).toList();
        List<Node> lines = new ArrayList<>(shown.stream().map(this::line).toList());
        if (blind) {
            lines.add(new Paragraph(Text.of("ladder.comments.hidden"), "secondary", "muted"));
        } else if (lines.isEmpty()) {
            lines.add(new Paragraph(Text.of("ladder.comments.none"), "secondary", "muted"));
        }
        list.getChildren().setAll(lines);
    }

    private Node line(LadderDesk.Said said) {
        VBox text = new VBox(new Paragraph(said.words()), new Paragraph(Text.of("ladder.comments.by", said.author(), Figures.minute(said.at().atZone(clock.getZone()))), "caption", "muted"));
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox line = new HBox(text);
        line.getStyleClass().add("comment-line");
        if (said.own()) {
            Button delete = button("comment-delete", Text.of("ladder.comments.delete"),
                    () -> model.uncomment(said.id(), () -> model.comments(item, this::draw)));
            delete.getStyleClass().add("small-button");
            delete.setAccessibleText(Text.of("ladder.comments.delete.accessible", said.words()));
            line.getChildren().add(delete);
        }
        return line;
    }
}
