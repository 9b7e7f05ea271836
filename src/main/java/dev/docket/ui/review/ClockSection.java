package dev.docket.ui.review;

import dev.docket.queue.Holder;
import dev.docket.queue.Lane;
import dev.docket.ui.common.Figures;
import dev.docket.ui.common.Spans;
import dev.docket.ui.common.Text;
import dev.docket.ui.common.WordLines;
import dev.docket.ui.common.WordLines.Line;
import dev.docket.ui.keys.KeyCommand;
import dev.docket.ui.keys.KeyHint;
import dev.docket.ui.keys.KeyMap;
import dev.docket.ui.ladder.Dossier;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.kordamp.ikonli.javafx.FontIcon;

/** The case's clock and the rule that set it, its lane, and who else holds what; the way to the item's comments. */
public final class ClockSection extends SideSection {
    private static final PseudoClass URGENT = PseudoClass.getPseudoClass("urgent");
    private static final Duration SOON = Duration.ofHours(1);
    private static final int MOST_HOLDERS = 4;

    private final Label due = new Label();
    private final Button comments = new Button();
    private final WordLines about = new WordLines(2);
    private final WordLines others = new WordLines(0);
    private Optional<Dossier.Due> clock = Optional.empty();

    public ClockSection() {
        super(Text.of("ladder.clock"));
        due.getStyleClass().addAll("secondary", "due-words");
        due.setGraphic(new FontIcon("mdmz-schedule"));
        body(List.of(due, about, others));
        others(List.of());
    }

    void fill(ObservableValue<KeyMap> keys, Runnable toComments) {
        comments.setId("comments");
        comments.setText(Text.of("ladder.comments.open"));
        comments.setGraphic(KeyHint.of(keys, KeyCommand.COMMENTS));
        comments.getStyleClass().setAll("hand-button");
        comments.setMinWidth(USE_PREF_SIZE);
        comments.setOnAction(_ -> toComments.run());
        head(List.of(), List.of(comments));
    }

    void show(ReviewCase known, List<Lane> lanes, Instant now) {
        Dossier dossier = known.dossier();
        clock = dossier.due();
        comments.setText(known.blind() || dossier.comments() == 0 ? Text.of("ladder.comments.open") : Text.of("ladder.comments.count", dossier.comments()));
        List<Line> lines = new ArrayList<>();
        clock.ifPresent(c -> lines.add(muted(c.rule())));
        lines.add(muted(Text.of("ladder.look." + known.task().stage().name().toLowerCase(Locale.ROOT), known.task().round())));
        dossier.drawn().ifPresent(drawn -> lines.add(muted(Text.of("ladder.drawn", Text.of("quality.term." + drawn.rule().name().toLowerCase(Locale.ROOT)), Figures.decimal(100 * drawn.probability(), 1)))));
        lanes.stream().filter(l -> l.id() == known.task().laneId()).findFirst()
                .ifPresent(l -> lines.add(muted(Text.of("ladder.lane", l.title(), l.waiting(), l.leased()))));
        about.show(lines);
        tick(now);
    }

    /** The countdown; urgent in its last hour. */
    void tick(Instant now) {
        due.setText(clock.map(c -> words(Duration.between(now, c.at()))).orElseGet(() -> Text.of("ladder.due.none")));
        due.pseudoClassStateChanged(URGENT, clock.filter(c -> Duration.between(now, c.at()).compareTo(SOON) < 0).isPresent());
    }

    void others(List<Holder> holders) {
        List<Line> lines = new ArrayList<>();
        holders.stream().limit(MOST_HOLDERS).forEach(h -> lines.add(muted(Text.of("ladder.holds", h.pseudonym(), h.tasks(), h.lane()))));
        if (holders.size() > MOST_HOLDERS) {
            lines.add(muted(Text.of("ladder.holds.more", holders.size() - MOST_HOLDERS)));
        }
        others.show(lines.isEmpty() ? List.of(muted(Text.of("ladder.holds.none"))) : lines);
    }

    /** Under an hour by the second. */
    static String words(Duration left) {
        if (left.isNegative()) {
            return Text.of("review.overdue", Spans.words(left.negated()));
        }
        return Text.of("review.due", left.compareTo(SOON) < 0 ? Spans.clock(left) : Spans.words(left));
    }

    private static Line muted(String words) {
        return Line.of(words, "caption", "muted");
    }
}
