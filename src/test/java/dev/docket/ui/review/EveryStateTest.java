package dev.docket.ui.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.SteppingClock;
import dev.docket.care.OwnCare;
import dev.docket.policy.Severity;
import dev.docket.queue.Holder;
import dev.docket.settings.Care;
import dev.docket.settings.Limits;
import dev.docket.settings.Settings;
import dev.docket.ui.KnownWords;
import dev.docket.ui.OpenWindow;
import dev.docket.ui.ScreenFaults;
import dev.docket.ui.Toolkit;
import dev.docket.ui.WalkContract;
import dev.docket.ui.common.Theme;
import dev.docket.ui.finding.FindingSheets;
import dev.docket.ui.keys.KeyCommand;
import dev.docket.ui.keys.KeyMap;
import dev.docket.ui.ladder.AppealSheet;
import dev.docket.ui.ladder.HearingSheet;
import dev.docket.ui.shell.Splash;
import dev.docket.ui.stage.Look;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.event.ActionEvent;

/** The review screen in its states, and each of its sheets. */
class EveryStateTest extends WalkContract {
    private static final String[] STYLES = {"review", "ladder", "stack", "queue", "policy", "export", "models", "welcome", "care"};
    private static final String PAINTERS = "src/test/java/dev/docket/ui/";

    private final OpenWindow window = new OpenWindow(STYLES);
    private Settings.Theme theme;
    private int percent;

    @Override
    protected KnownWords prepare(Path folder) throws Exception {
        KnownWords known = new KnownWords(new PaintedCasework().pack(), PAINTERS + "review/PaintedCasework.java", PAINTERS + "ladder/PaintedLadder.java",
                PAINTERS + "review/PaintedDispute.java", PAINTERS + "review/PaintedProvenance.java", PAINTERS + "review/EveryStateTest.java");
        known.add(List.of(PaintedDispute.earlier(new PaintedCasework().pack()), "Nov"));
        return known;
    }

    @Override
    protected void walk(Settings.Theme shown, int size) {
        theme = shown;
        percent = size;
        new State().open("open", m -> {}).look("open").sheets();
        new State().open("open", EveryStateTest::lookClosely).look("studied");
        new State().open("guarded", m -> m.cover().step()).look("a weaker cover").then(m -> m.keyhole(true)).look("keyhole");
        new State().open("strict", m -> {}).look("covered");
        new State().blind().open("open", m -> {}).look("blind");
        new State().pending();
        faults();
        situations();
        ladders();
    }

    @Override
    protected void leave() {
        window.close();
    }

    private static void lookClosely(ReviewViewModel model) {
        model.study().oneToOne();
        model.study().toggleLens();
        model.study().look(Look.LEVELS);
    }

    private void faults() {
        State damaged = new State();
        damaged.casework.damaged.add(damaged.casework.add(1, "open", false));
        damaged.open("open", m -> {}).look("damaged");
        State heic = new State();
        heic.casework.mediaType = "image/heic";
        heic.casework.undecodable.add(heic.casework.add(1, "open", false));
        heic.open("open", m -> {}).look("a format this machine cannot show");
        State slow = new State();
        slow.casework.mediaType = "image/jxl";
        slow.casework.side = 5000;
        slow.casework.slow = true;
        slow.open("open", m -> {}).look("decoding");
        State part = new State();
        part.casework.partial = true;
        part.casework.frames = 12;
        part.open("open", m -> m.study().step(1)).look("part of an animation");
        State full = new State();
        full.casework.failure = "No space left on the disk that holds the profile. Free some and try again.";
        full.open("open", m -> m.decide(m.pack().label("benign"), true)).look("not saved");
        State alone = new State();
        alone.casework.alike = 0;
        alone.open("open", m -> {}).sheet("no look-alikes", () -> AlikesSheet.open(window.overlays(), window.scene(), alone.casework,
                PaintedCasework.workers(window.now()), alone.model.currentProperty().get()));
    }

    private void situations() {
        new State().open("open", m -> m.decide(m.pack().label("benign"), true)).look("decided")
                .then(ReviewViewModel::undo).look("taken back")
                .then(m -> m.decide(m.pack().label("benign"), true)).then(ReviewViewModel::lookBack).look("looking back").then(ReviewViewModel::goOn)
                .then(ReviewViewModel::giveBack).look("paused").then(ReviewViewModel::goOn)
                .then(ReviewViewModel::takeBreak).look("break").then(ReviewViewModel::goOn)
                .then(ReviewViewModel::quarantine).look("withheld");
        State limit = new State();
        limit.casework.care = OwnCare.unkept(Care.DEFAULT.withLimits(Limits.DEFAULT.withCriticalLooks(1)), limit.clock);
        limit.open("open", m -> limit.casework.care.glanced(Severity.S4, limit.clock.instant().minusSeconds(5)))
                .then(m -> m.decide(m.pack().label("benign"), true)).look("limit");
        State lost = new State();
        lost.open("open", m -> {});
        lost.casework.lost.add(lost.model.currentProperty().get().task().taskId());
        lost.clock.pass(Duration.ofSeconds(31));
        lost.then(ReviewViewModel::tick).look("lease lost");
        State empty = new State();
        empty.casework.add(1, "open", false);
        empty.casework.add(4, "open", false);
        empty.show(m -> m.decide(m.pack().label("benign"), true)).look("lane empty");
        State done = new State();
        done.casework.add(1, "open", false);
        done.show(m -> m.decide(m.pack().label("benign"), true)).look("all done");
        State start = new State();
        start.casework.add(1, "open", false);
        start.show(m -> {}).then(m -> window.shell().showNotice(Splash.opening())).look("starting")
                .then(m -> window.shell().showNotice(Splash.failed(new IllegalStateException("The database is closed."), Path.of("profile"), () -> {}, () -> {})))
                .look("the desk does not open");
    }

    private void ladders() {
        State state = new State();
        PaintedDispute.in(state.casework);
        state.casework.ladder.others = List.of(new Holder(new UUID(0, 14), "R-14", 1, "synthetic", 8, PaintedCasework.NOW.plusSeconds(60)), new Holder(new UUID(0, 22), "R-22", 2, "spam", 1, PaintedCasework.NOW));
        state.casework.ladder.comment(null, "Is this the fair from last week?");
        state.open("open", m -> m.ladder().count()).look("adjudication")
                .sheet("grey", () -> window.scene().getRoot().lookup("#settle-grey").fireEvent(new ActionEvent()))
                .sheet(KeyCommand.COMMENTS)
                .sheet("appeal", () -> window.overlays().open(new AppealSheet(window.overlays(), state.model.ladder(), null, "7c1e-40a9", () -> {})))
                .sheet("hearing", () -> window.overlays().open(new HearingSheet(window.overlays(), state.casework.pack(), PaintedDispute.overturned(state.casework), (seed, told) -> {})));
    }

    /** A desk of its own, and the review screen over it. */
    private final class State {
        private final SteppingClock clock = new SteppingClock(PaintedCasework.NOW);
        private final PaintedCasework casework = new PaintedCasework();
        private ReviewViewModel model;
        private ReviewController controller;

        private State blind() {
            casework.add(1, "open", true);
            return this;
        }

        private State sheets() {
            for (KeyCommand command : List.of(KeyCommand.MORE_LABELS, KeyCommand.ESCALATE, KeyCommand.SKIP, KeyCommand.LOOK_ALIKES, KeyCommand.HISTORY, KeyCommand.KEYS,
                    KeyCommand.LABELS, KeyCommand.ORIGIN, KeyCommand.PLACES, KeyCommand.REASON, KeyCommand.COMMENTS, KeyCommand.EXPOSURE)) {
                sheet(command);
            }
            return this;
        }

        private State sheet(KeyCommand command) {
            return sheet(command.id(), () -> controller.commands(() -> {}).stream().filter(c -> c.keys().equals(keys().caps(command))).findFirst().orElseThrow().action().run());
        }

        private void pending() {
            open("open", PaintedDispute::putTogether).look("pending");
            for (KeyCommand command : List.of(KeyCommand.SEVERITY, KeyCommand.ACTION, KeyCommand.REASON)) {
                sheet("pending " + command.id(), () -> new FindingSheets(model.pending(), window.overlays(), model.regions()).open(command));
            }
            then(PaintedDispute::draw).look("regions");
            sheet("region", () -> new FindingSheets(model.pending(), window.overlays(), model.regions()).region(0));
            then(m -> m.commitPending(true)).look("evidence missing");
        }

        private KeyMap keys() {
            return new KeyMap(casework.pack());
        }

        private State open(String display, Consumer<ReviewViewModel> then) {
            for (int n = 0; n < 12; n++) {
                casework.add(1 + n % 5, display, false);
            }
            return show(then);
        }

        private State show(Consumer<ReviewViewModel> then) {
            OpenReview open = OpenReview.in(window, theme, WIDTH, HEIGHT, casework,
                    casework.slow ? PaintedCasework.neverDecoding(window.now()) : PaintedCasework.workers(window.now()), clock);
            window.textSize(percent);
            model = open.model();
            controller = open.controller();
            return then(then);
        }

        private State then(Consumer<ReviewViewModel> step) {
            Toolkit.tell(() -> {
                step.accept(model);
                model.tick();
            });
            Toolkit.frames(2);
            Toolkit.tell(model::painted);
            return this;
        }

        private State sheet(String name, Runnable opening) {
            Toolkit.tell(opening);
            Toolkit.frames(2);
            assertThat(window.overlays().isOpen()).as("the sheet %s", name).isTrue();
            look(name);
            Toolkit.tell(window.overlays()::close);
            return this;
        }

        private State look(String place) {
            Toolkit.frames(2);
            EveryStateTest.this.look(place, window.scene(), window.overlays().isOpen() ? window.overlays().ground() : window.scene().getRoot());
            return this;
        }
    }
}
