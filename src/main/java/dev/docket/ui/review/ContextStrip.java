package dev.docket.ui.review;

import dev.docket.item.ItemFacts;
import dev.docket.policy.PolicyDecision;
import dev.docket.ui.common.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** What came with the picture, why a person looks at it, and what the policy ordered. Posted text is shown as plain text only. */
public final class ContextStrip extends StackPane {
    private static final int REPORTS_SHOWN = 2;
    private static final int YEAR = 365;

    private final VBox posted = column("review.context.posted");
    private final VBox why = column("review.context.why");
    private final VBox order = column("review.context.order");

    public ContextStrip() {
        getStyleClass().add("context-strip");
        order.getStyleClass().add("last");
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
        Label text = wrapped(facts.text().map(t -> Text.of("review.context.quote", t)).orElse(Text.of("review.context.notext")));
        text.getStyleClass().add(facts.text().isPresent() ? "strong" : "muted");
        Label about = new Label(about(known));
        about.getStyleClass().addAll("caption", "muted");
        about.setTooltip(new Tooltip(about.getText()));
        fill(posted, List.of(scrolling(text), about));
        fill(why, List.of(scrolling(why(known).toArray(Node[]::new))));
        fill(order, List.of(scrolling(order(known).toArray(Node[]::new))));
    }

    private static List<Node> why(ReviewCase known) {
        List<Node> lines = new ArrayList<>();
        List<String> reports = known.item().facts().reports();
        if (known.blind()) {
            if (!reports.isEmpty()) {
                lines.add(line(Text.of("review.context.reports", reports.size(), reports.stream().distinct().limit(REPORTS_SHOWN)
                        .map(r -> Text.of("review.context.quote", r)).collect(Collectors.joining(", ")))));
            }
            lines.add(mutedLine(Text.of("review.context.withheld")));
        } else {
            known.decision().reasons().stream().limit(4).forEach(r -> lines.add(line(r)));
        }
        return lines;
    }

    private static List<Node> order(ReviewCase known) {
        PolicyDecision decision = known.decision();
        List<Node> lines = new ArrayList<>();
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

    private static VBox column(String headKey) {
        Label head = new Label(Text.of(headKey));
        head.getStyleClass().add("caption-head");
        VBox column = new VBox(head);
        column.getStyleClass().add("context-column");
        column.setMinWidth(0);
        return column;
    }

    private static void fill(VBox column, List<Node> lines) {
        column.getChildren().remove(1, column.getChildren().size());
        column.getChildren().addAll(lines);
    }

    private static ScrollPane scrolling(Node... lines) {
        ScrollPane scroll = new ScrollPane(new VBox(1, lines));
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMinHeight(0);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        return scroll;
    }

    private static Label line(String text) {
        Label line = wrapped(text);
        line.getStyleClass().add("secondary");
        return line;
    }

    private static Label mutedLine(String text) {
        Label line = line(text);
        line.getStyleClass().add("muted");
        return line;
    }

    private static Label wrapped(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        return label;
    }
}
