package dev.docket.ui.queue;

import dev.docket.policy.Severity;
import dev.docket.queue.Lane;
import dev.docket.ui.common.SeverityGlyph;
import dev.docket.ui.common.Spans;
import dev.docket.ui.common.Text;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** A lane with how many wait, how many are held and how old the oldest is; or, empty, all lanes together. */
final class LaneCell extends ListCell<Optional<Lane>> {
    private final Supplier<QueueBoard.Standing> all;

    LaneCell(Supplier<QueueBoard.Standing> all) {
        this.all = all;
        getStyleClass().add("queue-lane");
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(Optional<Lane> lane, boolean empty) {
        super.updateItem(lane, empty);
        setGraphic(empty ? null : line(lane));
        setAccessibleText(empty ? "" : Text.of("queue.lane.accessible", title(lane), waiting(lane), held(lane), oldest(lane)));
    }

    private HBox line(Optional<Lane> lane) {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        String place = lane.map(Lane::place).orElse("");
        Label title = new Label(lane.map(Lane::name).orElseGet(() -> title(lane)));
        title.setMinWidth(24);
        Label where = new Label(place);
        where.getStyleClass().add("lane-place");
        where.setMinWidth(USE_PREF_SIZE);
        where.setManaged(!place.isEmpty());
        HBox line = new HBox(lane.<javafx.scene.Node>map(l -> new SeverityGlyph(Severity.valueOf(l.severity()))).orElseGet(() -> new FontIcon("mdal-all_inbox")),
                title, where, space, figure(Text.of("review.count", waiting(lane)), "queue-waiting"),
                figure(held(lane) == 0 ? "" : Text.of("review.count", held(lane)), "queue-held"), figure(oldest(lane), "queue-oldest"));
        line.getStyleClass().add("queue-lane-cells");
        return line;
    }

    private String title(Optional<Lane> lane) {
        return lane.map(Lane::title).orElseGet(() -> Text.of("queue.lanes.all"));
    }

    private long waiting(Optional<Lane> lane) {
        return lane.map(Lane::waiting).orElseGet(() -> all.get().waiting());
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
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }
}
