package dev.docket.ui.review;

import dev.docket.queue.Stage;
import dev.docket.ui.common.Overlays;
import dev.docket.ui.common.Text;
import dev.docket.ui.keys.KeyCommand;
import dev.docket.ui.keys.KeyMap;
import dev.docket.ui.ladder.Aftermath;
import dev.docket.ui.ladder.CommentsSheet;
import dev.docket.ui.ladder.GreySheet;
import dev.docket.ui.ladder.HearingSheet;
import dev.docket.ui.ladder.SettlePanel;
import dev.docket.verdict.Finding;
import dev.docket.verdict.VerdictKind;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.value.ObservableValue;

/** What of the review screen is about others: findings to settle, the clock, comments, what a hearing came to. JavaFX thread. */
final class ReviewLadder {
    private static final int COUNTED_EVERY_SECONDS = 10;

    private final ReviewViewModel model;
    private final Overlays overlays;
    private final Clock clock;
    private SettlePanel settle;
    private ClockSection section;
    private int seconds;

    ReviewLadder(ReviewViewModel model, Overlays overlays, Clock clock) {
        this.model = model;
        this.overlays = overlays;
        this.clock = clock;
    }

    void bind(SettlePanel panel, ClockSection clockSection, ObservableValue<KeyMap> keys) {
        settle = panel;
        section = clockSection;
        settle.fill(keys, model::take, this::leaveGrey);
        section.fill(keys, this::comments);
        settle.setVisible(false);
        settle.setManaged(false);
        model.ladder().othersProperty().subscribe(others -> section.others(others));
        model.ladder().aftermathProperty().subscribe(heard -> heard.ifPresent(this::told));
        model.ladder().count();
    }

    void show(ReviewCase known) {
        settle.show(known.dossier(), model.pack(), known.task().stage() == Stage.ADJUDICATION);
        section.show(known, model.lanes(), clock.instant());
    }

    /** Once a second. */
    void tick() {
        section.tick(clock.instant());
        if (++seconds % COUNTED_EVERY_SECONDS == 0) {
            model.ladder().count();
        }
    }

    void run(KeyCommand command) {
        switch (command) {
            case TAKE_FIRST -> take(0);
            case TAKE_SECOND -> take(1);
            case LEAVE_GREY -> leaveGrey();
            default -> comments();
        }
    }

    private Optional<ReviewCase> known() {
        return Optional.ofNullable(model.currentProperty().get());
    }

    private void take(int column) {
        List<Finding> findings = known().map(k -> SettlePanel.settling(k.dossier()).stream().map(v -> v.finding().orElse(null)).toList()).orElse(List.of());
        if (column < findings.size() && findings.get(column) != null) {
            model.take(findings.get(column));
        }
    }

    private void leaveGrey() {
        if (model.canDecide() && known().filter(k -> k.task().stage() == Stage.ADJUDICATION).isPresent()) {
            overlays.open(new GreySheet(overlays, model::leaveGrey));
        }
    }

    private void comments() {
        known().ifPresent(k -> overlays.open(new CommentsSheet(overlays, model.ladder(), k.item().id(), k.item().shortId(), k.blind(), clock)));
    }

    private void told(Aftermath came) {
        VerdictKind kind = came.own().kind();
        if (kind == VerdictKind.UPHELD || kind == VerdictKind.OVERTURNED) {
            overlays.open(new HearingSheet(overlays, model.pack(), came, model::reverse));
        } else {
            model.ladder().say(Text.of("ladder.came." + kind.name().toLowerCase(Locale.ROOT)));
        }
    }
}
