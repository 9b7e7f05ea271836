package dev.docket.ui.review;

import dev.docket.item.ItemFacts;
import dev.docket.policy.PolicyDecision;
import dev.docket.ui.common.Text;
import dev.docket.ui.common.Tip;
import dev.docket.ui.common.WordLines;
import dev.docket.ui.common.WordLines.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** What came with the picture, why a person looks at it, and what the policy ordered. Posted text is shown as plain text only. */
public final class ContextStrip extends StackPane {
    private static final int REPORTS_SHOWN = 2;
    private static final int EARLIER_SHOWN = 6;
    private static final int YEAR = 365;

    private final Column posted = new Column("review.context.posted");
    private final Column why = new Column("review.context.why");
    private final Column order = new Column("review.context.order");
    private final Label about = new Label();

    public ContextStrip() {
        getStyleClass().add("context-strip");
        order.getStyleClass().add("last");
        about.getStyleClass().addAll("caption", "muted");
        posted.getChildren().add(about);
        stand(false);
        posted.setPrefWidth(370);
        why.setPrefWidth(300);
        order.setPrefWidth(250);
        List.of(posted, why, order).forEach(c -> HBox.setHgrow(c, Priority.ALWAYS));
    }

    /** Beside each other, or below. */
    void stand(boolean upright) {
        getChildren().setAll(upright ? new VBox(posted, why, order) : new HBox(posted, why, order));
    }

    void show(ReviewCase known) {
        ItemFacts facts = known.item().facts();
        posted.show(List.of(Line.of(facts.text().map(t -> Text.of("review.context.quote", t)).orElse(Text.of("review.context.notext")),
                facts.text().isPresent() ? "strong" : "muted")));
        about.setText(about(known));
        Tip.on(about, about.getText());
        why.show(why(known));
        order.show(order(known));
    }

    /** Lets go of every word that came with a picture. */
    void clear() {
        List.of(posted, why, order).forEach(column -> column.show(List.of()));
        about.setText("");
        Tip.on(about, "");
    }

    private static List<Line> why(ReviewCase known) {
        List<Line> lines = new ArrayList<>();
        List<String> reports = known.item().facts().reports();
        if (known.blind()) {
            if (!reports.isEmpty()) {
                lines.add(line(Text.of("review.context.reports", reports.size(), reports.stream().distinct().limit(REPORTS_SHOWN)
                        .map(r -> Text.of("review.context.quote", r)).collect(Collectors.joining(", ")))));
            }
            lines.add(mutedLine(Text.of("review.context.withheld")));
        } else {
            known.decision().reasons().stream().limit(4).forEach(r -> lines.add(line(r)));
            known.item().facts().earlierLabels().stream().limit(EARLIER_SHOWN)
                    .forEach(earlier -> lines.add(mutedLine(Text.of("review.context.earlier", earlier.label(), earlier.by()))));
        }
        return lines;
    }

    private static List<Line> order(ReviewCase known) {
        PolicyDecision decision = known.decision();
        List<Line> lines = new ArrayList<>();
        lines.add(line(Text.of("review.context.disposition", decision.disposition().name().toLowerCase(Locale.ROOT), decision.lane())));
        lines.add(line(decision.jurisdiction().equals("*")
                ? Text.of("review.context.pack", decision.pack().version())
                : Text.of("review.context.overlay", decision.jurisdiction(), decision.pack().version())));
        lines.add(mutedLine(Text.of("ladder.look." + known.task().stage().name().toLowerCase(Locale.ROOT), known.task().round())));
        return lines;
    }

    private static String about(ReviewCase known) {
        ItemFacts facts = known.item().facts();
        List<String> parts = new ArrayList<>();
        parts.add(known.item().source().name());
        facts.accountAgeDays().ifPresent(d -> parts.add(account(d)));
        facts.locale().ifPresent(parts::add);
        facts.views().ifPresent(v -> parts.add(facts.viewHours()
                .map(h -> Text.of("review.context.views.in", v, h)).orElse(Text.of("review.context.views", v))));
        return String.join(" · ", parts);
    }

    private static String account(int days) {
        return days < 2 * YEAR ? Text.of("review.context.account", days) : Text.of("review.context.account.years", days / YEAR);
    }

    private static Line line(String text) {
        return Line.of(text, "secondary");
    }

    private static Line mutedLine(String text) {
        return Line.of(text, "secondary", "muted");
    }

    /** A head, and lines of words that scroll. */
    private static final class Column extends VBox {
        private final WordLines lines = new WordLines(1);
        private final ScrollPane scroll = new ScrollPane(lines);

        Column(String headKey) {
            Label head = new Label(Text.of(headKey));
            head.getStyleClass().add("caption-head");
            Tip.on(head, head.getText());
            getStyleClass().add("context-column");
            setMinWidth(0);
            scroll.setFitToWidth(true);
            scroll.setFocusTraversable(false);
            scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
            scroll.setMinHeight(0);
            setVgrow(scroll, Priority.ALWAYS);
            getChildren().setAll(head, scroll);
        }

        void show(List<Line> words) {
            lines.show(words);
            scroll.setVvalue(0);
        }
    }
}
