package dev.docket.ui.review;

import dev.docket.ui.common.Figures;
import dev.docket.ui.common.SeverityGlyph;
import dev.docket.ui.common.Text;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** Verdicts on pictures that look like this one, nearest first. */
public final class PastSection extends SideSection {
    private static final int SHOWN = 6;

    public PastSection() {
        super(Text.of("review.past"));
    }

    void show(ReviewCase known, ZoneId zone) {
        if (!isNews(known.blind(), known.past(), known.stack() > 1)) {
            return;
        }
        head(List.of(), List.of(caption(Text.of("review.past.by"))));
        if (known.blind()) {
            body(List.of(caption(Text.of("review.past.hidden"))));
        } else if (known.past().isEmpty()) {
            body(List.of(caption(Text.of(known.stack() > 1 ? "review.past.undecided" : "review.past.none"))));
        } else {
            body(known.past().stream().limit(SHOWN).map(p -> row(p, zone)).toList());
        }
    }

    private static Node row(PastVerdict past, ZoneId zone) {
        Label distance = new Label(Integer.toString(past.distance()));
        distance.getStyleClass().addAll("mono", "muted", "past-distance");
        Label words = new Label(Text.of("review.past.words", past.label(), past.action()));
        words.getStyleClass().add("secondary");
        words.setWrapText(true);
        HBox row = new HBox(distance, new SeverityGlyph(past.severity()), words);
        words.setMinWidth(0);
        if (past.outcome() != PastVerdict.Outcome.STANDS) {
            Label outcome = caption(Text.of("review.past." + past.outcome().name().toLowerCase(Locale.ROOT)));
            outcome.setMinWidth(USE_PREF_SIZE);
            row.getChildren().add(outcome);
        }
        Label day = new Label(Figures.day(past.at().atZone(zone)));
        day.getStyleClass().addAll("secondary", "muted");
        day.setMinWidth(USE_PREF_SIZE);
        row.getChildren().addAll(space(), day);
        row.getStyleClass().add("past-row");
        return row;
    }
}
