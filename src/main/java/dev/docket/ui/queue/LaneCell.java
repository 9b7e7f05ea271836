package dev.docket.ui.queue;

import dev.docket.policy.Severity;
import dev.docket.queue.Lane;
import dev.docket.ui.common.SeverityGlyph;
import dev.docket.ui.common.Spans;
import dev.docket.ui.common.Text;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** A lane with how many wait, how many are held and how old the oldest is; or, empty, all lanes together. */
final class LaneCell extends ListCell<Optional<Lane>> {
    private static final Duration SOON = Duration.ofHours(1);
    /** What the columns of figures are wide enough for. */
    private static final int COLUMN_CHARS = 3;

    private final Supplier<QueueBoard.Standing> all;
    private final Clock clock;

    LaneCell(Supplier<QueueBoard.Standing> all, Clock clock) {
        this.all = all;
        this.clock = clock;
        getStyleClass().add("queue-lane");
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(Optional<Lane> lane, boolean empty) {
        super.updateItem(lane, empty);
        setTooltip(empty ? null : new Tooltip(title(lane)));
        setGraphic(empty ? null : line(lane));
        setAccessibleText(empty ? "" : Text.of("queue.lane.accessible", title(lane), waiting(lane), held(lane), oldest(lane))
                + remark(lane, clock.instant()).map(words -> ". " + words).orElse(""));
    }

    private HBox line(Optional<Lane> lane) {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        String place = lane.map(Lane::place).orElse("");
        Label title = new Label(lane.map(Lane::name).orElseGet(() -> title(lane)));
        title.setMinWidth(24);
        lane.filter(Lane::closed).ifPresent(_ -> title.getStyleClass().add("muted"));
        Label where = new Label(place);
        where.getStyleClass().add("lane-place");
        where.setMinWidth(USE_PREF_SIZE);
        where.setManaged(!place.isEmpty());
        Label held = figure(held(lane) == 0 ? "" : Text.of("review.lane.count", held(lane)), "queue-held");
        held.setManaged(held(lane) > 0);
        HBox line = new HBox(lane.<javafx.scene.Node>map(l -> new SeverityGlyph(Severity.valueOf(l.severity()))).orElseGet(() -> new FontIcon("mdal-all_inbox")),
                title, where, space, held, figure(Text.of("review.lane.count", waiting(lane)), "queue-waiting"), figure(oldest(lane), "queue-oldest"));
        line.getStyleClass().add("queue-lane-cells");
        remark(lane, clock.instant()).ifPresent(words -> {
            FontIcon sign = new FontIcon(lane.filter(l -> l.stranded() > 0).isPresent() ? "mdmz-warning" : lane.filter(Lane::closed).isPresent() ? "mdal-lock" : "mdmz-schedule");
            line.getChildren().add(2, sign);
            setTooltip(new Tooltip(title(lane) + "\n" + words));
        });
        return line;
    }

    /** What is to be said of the lane: who works in it, what nobody may take, what is due first. */
    static Optional<String> remark(Optional<Lane> lane, Instant now) {
        List<String> said = new ArrayList<>();
        lane.ifPresent(l -> {
            if (l.closed()) {
                said.add(Text.of("queue.lane.closed", l.role().map(r -> Text.of("queue.role." + r.name().toLowerCase(Locale.ROOT))).orElse("?")));
            } else if (l.barred() > 0) {
                said.add(Text.of("queue.lane.barred", l.barred()));
            }
            if (l.stranded() > 0) {
                said.add(Text.of("queue.lane.stranded", l.stranded()));
            }
            l.due().map(at -> Duration.between(now, at)).filter(left -> left.compareTo(SOON) < 0)
                    .ifPresent(left -> said.add(left.isNegative() ? Text.of("queue.lane.overdue") : Text.of("queue.lane.due", Spans.words(left))));
        });
        return said.isEmpty() ? Optional.empty() : Optional.of(String.join(". ", said));
    }

    private String title(Optional<Lane> lane) {
        return lane.map(Lane::title).orElseGet(() -> Text.of("queue.lanes.all"));
    }

    private long waiting(Optional<Lane> lane) {
        return lane.map(l -> l.waiting() + l.barred()).orElseGet(() -> all.get().waiting());
    }

    private long held(Optional<Lane> lane) {
        return lane.map(Lane::leased).orElseGet(() -> all.get().leased());
    }

    private static String oldest(Optional<Lane> lane) {
        return lane.flatMap(Lane::oldest).map(Spans::brief).orElse("");
    }

    private static Label figure(String words, String style) {
        Label label = new Label(words);
        label.getStyleClass().addAll("secondary", style);
        if (words.length() > COLUMN_CHARS) {
            label.getStyleClass().add("long-figure");
        }
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }
}
