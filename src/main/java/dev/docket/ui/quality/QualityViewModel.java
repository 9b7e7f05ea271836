package dev.docket.ui.quality;

import dev.docket.progress.StoppedException;
import dev.docket.queue.Lane;
import dev.docket.queue.Scope;
import dev.docket.report.QualityFigures;
import dev.docket.report.Suspect;
import dev.docket.ui.common.Background;
import dev.docket.ui.common.Job;
import dev.docket.ui.common.Text;
import dev.docket.verdict.Rereview;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;

/** What the quality screen shows: the figures of some days, and the labels of those days that may be wrong. JavaFX thread. */
public final class QualityViewModel {
    /** Days to choose from. */
    public static final List<Integer> DAYS = List.of(7, 28, 90, 365);

    /** How far the figures are. @param words what is said of it; empty while they are there */
    public record State(Phase phase, String words) {}

    public enum Phase { COMPUTING, THERE, EMPTY, FAILED, STOPPED }

    /** Figures with the labels in doubt, the lanes there are, and when they were computed. */
    public record Reading(QualityFigures figures, List<Suspect> suspects, List<Lane> lanes, Instant at) {
        public Reading {
            lanes = List.copyOf(lanes);
            suspects = List.copyOf(suspects);
        }

        private Reading with(List<Suspect> others) {
            return new Reading(figures, others, lanes, at);
        }
    }

    /** Something the screen has to say. @param warning whether it did not go as wished */
    public record Notice(String words, boolean warning) {
        static final Notice NONE = new Notice("", false);
    }

    private final QualityBoard board;
    private final Background background;
    private final Job job;
    private final IntegerProperty days = new SimpleIntegerProperty(this, "days", 28);
    private final ObjectProperty<Scope> scope = new SimpleObjectProperty<>(this, "scope", Scope.ALL);
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(this, "state", new State(Phase.COMPUTING, ""));
    private final ReadOnlyObjectWrapper<Reading> reading = new ReadOnlyObjectWrapper<>(this, "reading");
    private final ReadOnlyObjectWrapper<Notice> notice = new ReadOnlyObjectWrapper<>(this, "notice", Notice.NONE);
    private final ReadOnlyObjectWrapper<List<Suspect>> sent = new ReadOnlyObjectWrapper<>(this, "sent", List.of());
    private int asked;

    public QualityViewModel(QualityBoard board, Background background) {
        this.board = board;
        this.background = background;
        this.job = new Job(background);
        days.subscribe((was, now) -> refresh());
        scope.subscribe((was, now) -> refresh());
    }

    /** Computes everything anew; what is under way for other days is stopped. */
    public void refresh() {
        job.cancel();
        int turn = ++asked;
        int wanted = days.get();
        Scope of = scope.get();
        notice.set(Notice.NONE);
        job.begin(Text.of("quality.computing"));
        state.set(new State(Phase.COMPUTING, ""));
        background.run(() -> new Reading(board.figures(wanted, of, job), board.suspects(wanted, of, job), board.lanes(), board.now()), found -> {
            if (turn == asked) {
                job.end();
                reading.set(found);
                state.set(found.figures().isEmpty() ? new State(Phase.EMPTY, Text.of("quality.empty")) : new State(Phase.THERE, ""));
            }
        }, reason -> {
            if (turn == asked) {
                job.end();
                state.set(reason instanceof StoppedException ? new State(Phase.STOPPED, Text.of("quality.stopped"))
                        : new State(Phase.FAILED, Text.of("quality.failed", reason.getMessage() == null ? reason.toString() : reason.getMessage())));
            }
        });
    }

    public void cancel() {
        job.cancel();
    }

    /** Asks for a blind second look at the item. */
    public void sendBack(Suspect suspect) {
        background.run(() -> board.sendBack(suspect), (Rereview.Outcome outcome) -> {
            say(Text.of("quality.sent." + outcome.name().toLowerCase(Locale.ROOT)), outcome != Rereview.Outcome.FILED);
            Reading now = reading.get();
            if (outcome != Rereview.Outcome.NOBODY_LEFT && now != null) {
                reading.set(now.with(now.suspects().stream().filter(each -> !each.equals(suspect)).toList()));
            }
            if (outcome == Rereview.Outcome.FILED) {
                sent.set(Stream.concat(sent.get().stream(), Stream.of(suspect)).toList());
            }
        }, reason -> say(Text.of("quality.sent.failed", String.valueOf(reason.getMessage())), true));
    }

    /** Takes back the latest of what was sent from here, while nobody has it in hand. Each is tried once: what is taken is over. */
    public void takeBack() {
        if (sent.get().isEmpty()) {
            return;
        }
        Suspect last = sent.get().getLast();
        sent.set(sent.get().subList(0, sent.get().size() - 1));
        background.run(() -> board.takeBack(last), (Rereview.Back outcome) -> {
            Reading now = reading.get();
            if (outcome == Rereview.Back.TAKEN_BACK && now != null && now.suspects().stream().noneMatch(each -> each.verdict().equals(last.verdict()))) {
                reading.set(now.with(Stream.concat(Stream.of(last), now.suspects().stream()).toList()));
            }
            say(Text.of("quality.back." + outcome.name().toLowerCase(Locale.ROOT), last.shortId()), outcome != Rereview.Back.TAKEN_BACK);
        }, reason -> {
            sent.set(Stream.concat(sent.get().stream(), Stream.of(last)).toList());
            say(Text.of("quality.back.failed", String.valueOf(reason.getMessage())), true);
        });
    }

    void say(String words, boolean warning) {
        notice.set(new Notice(words, warning));
    }

    Background background() {
        return background;
    }

    public IntegerProperty daysProperty() {
        return days;
    }

    /** Of which items. */
    public ObjectProperty<Scope> scopeProperty() {
        return scope;
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Null before the first figures are there. */
    public ReadOnlyObjectProperty<Reading> readingProperty() {
        return reading.getReadOnlyProperty();
    }

    /** What was sent from here and can be taken back perhaps, the latest last. */
    public ReadOnlyObjectProperty<List<Suspect>> sentProperty() {
        return sent.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Notice> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    public Job job() {
        return job;
    }
}
