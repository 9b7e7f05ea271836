package dev.docket.ui.calibration;

import dev.docket.quality.CalibrationSession.Outcome;
import dev.docket.policy.PolicyPack;
import dev.docket.team.Member;
import dev.docket.ui.calibration.CalibrationBoard.Choice;
import dev.docket.ui.calibration.CalibrationBoard.Shown;
import dev.docket.ui.calibration.CalibrationBoard.View;
import dev.docket.ui.common.Background;
import dev.docket.ui.common.Text;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** The calibration sessions of whoever sits here: which one is open, which item of it, and every step on it. JavaFX thread. */
public final class CalibrationViewModel {
    private final CalibrationBoard board;
    private final Background background;
    private final ReadOnlyObjectWrapper<List<View>> sessions = new ReadOnlyObjectWrapper<>(this, "sessions", List.of());
    private final ObjectProperty<UUID> session = new SimpleObjectProperty<>(this, "session");
    private final ObjectProperty<UUID> item = new SimpleObjectProperty<>(this, "item");
    private final ReadOnlyObjectWrapper<Shown> shown = new ReadOnlyObjectWrapper<>(this, "shown");
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper(this, "notice", "");
    private int asked;

    public CalibrationViewModel(CalibrationBoard board, Background background) {
        this.board = board;
        this.background = background;
        session.subscribe((_, _) -> item.set(view().flatMap(view -> view.left().stream().findFirst().or(() -> view.session().items().stream().findFirst().map(one -> one.item()))).orElse(null)));
        item.subscribe((_, now) -> look(now));
    }

    /** As when the screen comes to the front. */
    public void refresh() {
        step(() -> { }, "");
    }

    void choose(UUID wanted) {
        session.set(wanted);
    }

    void turnTo(UUID wanted) {
        item.set(wanted);
    }

    void answer(String label, boolean sure, String why) {
        UUID in = session.get();
        UUID about = item.get();
        step(() -> board.answer(in, about, label, sure, why), Text.of("calibration.answered"), () ->
                view().flatMap(view -> view.left().stream().findFirst()).ifPresent(item::set));
    }

    /** Pixels of the item were open. */
    void seen(UUID about, Duration open) {
        background.run(() -> {
            board.seen(about, open);
            return true;
        }, _ -> { }, this::fail);
    }

    void reveal(boolean anyway) {
        UUID in = session.get();
        step(() -> board.reveal(in, anyway), Text.of("calibration.revealed"));
    }

    void settle(Outcome outcome, String words) {
        UUID in = session.get();
        UUID about = item.get();
        step(() -> board.settle(in, about, outcome, words), Text.of("calibration.settled"));
    }

    void open(String title, Set<UUID> picked, String typed, List<Member> people) {
        step(() -> board.open(title, picked, typed, people), Text.of("calibration.opened"), () -> sessions.get().stream().findFirst().ifPresent(view -> session.set(view.session().id())));
    }

    /** What a session can be made of. */
    void choice(Consumer<Choice> then) {
        background.run(board::choice, then, this::fail);
    }

    private void step(Runnable step, String said) {
        step(step, said, () -> { });
    }

    private void step(Runnable step, String said, Runnable then) {
        background.run(() -> {
            step.run();
            return board.sessions();
        }, now -> {
            sessions.set(now);
            notice.set(said);
            if (view().isEmpty()) {
                session.set(now.isEmpty() ? null : now.getFirst().session().id());
            }
            then.run();
        }, this::fail);
    }

    private void fail(Exception reason) {
        notice.set(Text.of("calibration.not", reason.getMessage() == null ? reason.toString() : reason.getMessage()));
    }

    private void look(UUID wanted) {
        int turn = ++asked;
        shown.set(null);
        if (wanted != null) {
            background.run(() -> board.look(wanted), found -> {
                if (turn == asked) {
                    shown.set(found);
                }
            }, this::fail);
        }
    }

    /** The session that is open; empty while there is none. */
    Optional<View> view() {
        return sessions.get().stream().filter(view -> view.session().id().equals(session.get())).findFirst();
    }

    PolicyPack pack() {
        return board.pack();
    }

    boolean leads() {
        return board.leads();
    }

    ReadOnlyObjectProperty<List<View>> sessionsProperty() {
        return sessions.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<UUID> sessionProperty() {
        return session;
    }

    ReadOnlyObjectProperty<UUID> itemProperty() {
        return item;
    }

    /** The item that is looked at; null until it was read. */
    ReadOnlyObjectProperty<Shown> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** What became of the last step; empty text for nothing. */
    public ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }
}
