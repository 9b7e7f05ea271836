package dev.docket.ui.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.SteppingClock;
import dev.docket.queue.Holder;
import dev.docket.settings.Settings;
import dev.docket.ui.KnownWords;
import dev.docket.ui.ScreenFaults;
import dev.docket.ui.ScreenFaults.Kind;
import dev.docket.ui.Toolkit;
import dev.docket.ui.common.Background;
import dev.docket.ui.common.Job;
import dev.docket.ui.common.Overlays;
import dev.docket.ui.common.TextSize;
import dev.docket.ui.common.Theme;
import dev.docket.ui.common.Views;
import dev.docket.ui.keys.KeyCommand;
import dev.docket.ui.keys.KeyMap;
import dev.docket.ui.ladder.AppealSheet;
import dev.docket.ui.ladder.HearingSheet;
import dev.docket.ui.shell.Screen;
import dev.docket.ui.shell.ShellController;
import dev.docket.ui.shell.Splash;
import dev.docket.ui.stage.Look;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The review screen in its states and each of its sheets, as {@code EveryScreenTest} looks at screens: pseudo-locale,
 * 1280x800, light with the usual text and dark with doubled text; the rest with {@code -Ddocket.access=full}.
 */
class EveryStateTest {
    private static final Locale BEFORE = Locale.getDefault();
    private static final String[] STYLES = {"review", "ladder", "stack", "queue", "policy", "export", "models", "welcome", "care"};
    private static final String PAINTERS = "src/test/java/dev/docket/ui/";

    private static ScreenFaults faults;
    private static String pass = "";
    private static Settings.Theme theme = Settings.Theme.LIGHT;
    private static int percent = 100;
    private static EnumSet<Kind> kinds = EnumSet.allOf(Kind.class);

    private final SteppingClock clock = new SteppingClock(PaintedCasework.NOW);
    private final Background now = new Background(Runnable::run, Runnable::run);
    private final Overlays overlays = new Overlays();
    private final PaintedCasework casework = new PaintedCasework();
    private ReviewViewModel model;
    private ReviewController controller;
    private ShellController shell;
    private Scene scene;
    private Stage stage;

    @BeforeAll
    static void walkThroughTheStates() {
        Locale.setDefault(Locale.of("qps"));
        Toolkit.start();
        KnownWords known = new KnownWords(new PaintedCasework().pack(), PAINTERS + "review/PaintedCasework.java", PAINTERS + "ladder/PaintedLadder.java",
                PAINTERS + "review/PaintedDispute.java", PAINTERS + "review/EveryStateTest.java");
        known.add(List.of(PaintedDispute.earlier(new PaintedCasework().pack()), "Nov"));
        faults = new ScreenFaults(known::holds);
        everyState();
        again(Settings.Theme.DARK, 200, EnumSet.of(Kind.CUT));
        if ("full".equals(System.getProperty("docket.access"))) {
            again(Settings.Theme.DARK, 200, EnumSet.of(Kind.FAINT, Kind.RINGLESS));
            again(Settings.Theme.DARK, 100, EnumSet.of(Kind.FAINT, Kind.RINGLESS));
            again(Settings.Theme.LIGHT, 80, EnumSet.of(Kind.CUT, Kind.SMALL));
        }
    }

    @AfterAll
    static void speakAgain() {
        Locale.setDefault(BEFORE);
    }

    @Test
    void everyWordComesOutOfTheBundle() {
        assertThat(faults.of(Kind.PLAIN)).isEmpty();
    }

    @Test
    void nothingIsCutInALongerLanguageNorWhenTextIsTwiceAsLarge() {
        assertThat(faults.of(Kind.CUT)).isEmpty();
    }

    @Test
    void everythingTheKeyboardReachesHasAName() {
        assertThat(faults.of(Kind.UNNAMED)).isEmpty();
    }

    @Test
    void everythingToPressIsAtLeast24PixelsHigh() {
        assertThat(faults.of(Kind.SMALL)).isEmpty();
    }

    @Test
    void everyTextAndSignStandsOutFromItsGround() {
        assertThat(faults.of(Kind.FAINT)).isEmpty();
    }

    @Test
    void whereTheKeyboardIsCanBeSeen() {
        assertThat(faults.of(Kind.RINGLESS)).isEmpty();
    }

    @Test
    void tabComesToEverythingAndStaysInASheet() {
        assertThat(faults.of(Kind.UNREACHED)).isEmpty();
    }

    private static void again(Settings.Theme next, int size, EnumSet<Kind> looked) {
        theme = next;
        percent = size;
        kinds = looked;
        pass = size + " % " + next + " ";
        faults.repainted();
        everyState();
    }

    private static void everyState() {
        new EveryStateTest().open("open", m -> {}).look("open").sheets().close();
        new EveryStateTest().open("open", EveryStateTest::lookClosely).look("studied").close();
        new EveryStateTest().open("guarded", m -> m.cover().step()).look("a weaker cover").then(m -> m.keyhole(true)).look("keyhole").close();
        new EveryStateTest().open("strict", m -> {}).look("covered").close();
        new EveryStateTest().blind().open("open", m -> {}).look("blind").close();
        new EveryStateTest().pending();
        new EveryStateTest().faults();
        new EveryStateTest().situations();
        new EveryStateTest().ladders();
    }

    private static void lookClosely(ReviewViewModel model) {
        model.study().oneToOne();
        model.study().toggleLens();
        model.study().look(Look.LEVELS);
    }

    private EveryStateTest blind() {
        casework.add(1, "open", true);
        return this;
    }

    // ---- groups of states

    private EveryStateTest sheets() {
        for (KeyCommand command : List.of(KeyCommand.MORE_LABELS, KeyCommand.ESCALATE, KeyCommand.SKIP, KeyCommand.LOOK_ALIKES, KeyCommand.KEYS,
                KeyCommand.LABELS, KeyCommand.ORIGIN, KeyCommand.PLACES, KeyCommand.REASON, KeyCommand.COMMENTS, KeyCommand.EXPOSURE)) {
            sheet(command.id(), () -> controller.commands(() -> {}).stream().filter(c -> c.keys().equals(keys().caps(command))).findFirst().orElseThrow().action().run());
        }
        return this;
    }

    private void pending() {
        open("open", PaintedDispute::putTogether).look("pending");
        for (KeyCommand command : List.of(KeyCommand.SEVERITY, KeyCommand.ACTION, KeyCommand.REASON)) {
            sheet("pending " + command.id(), () -> new dev.docket.ui.finding.FindingSheets(model.pending(), overlays, model.regions()).open(command));
        }
        then(PaintedDispute::draw).look("regions");
        sheet("region", () -> new dev.docket.ui.finding.FindingSheets(model.pending(), overlays, model.regions()).region(0));
        then(m -> m.commitPending(true)).look("evidence missing").close();
    }

    private void faults() {
        casework.damaged.add(casework.add(1, "open", false));
        open("open", m -> {}).look("damaged").close();
        EveryStateTest heic = new EveryStateTest();
        heic.casework.mediaType = "image/heic";
        heic.casework.undecodable.add(heic.casework.add(1, "open", false));
        heic.open("open", m -> {}).look("a format this machine cannot show").close();
        EveryStateTest slow = new EveryStateTest();
        slow.casework.mediaType = "image/jxl";
        slow.casework.side = 5000;
        slow.casework.slow = true;
        slow.open("open", m -> {}).look("decoding").close();
        EveryStateTest part = new EveryStateTest();
        part.casework.partial = true;
        part.casework.frames = 12;
        part.open("open", m -> m.study().step(1)).look("part of an animation").close();
        EveryStateTest full = new EveryStateTest();
        full.casework.failure = "No space left on the disk that holds the profile. Free some and try again.";
        full.open("open", m -> m.decide(m.pack().label("benign"), true)).look("not saved").close();
        EveryStateTest alone = new EveryStateTest();
        alone.casework.alike = 0;
        alone.open("open", m -> {}).sheet("no look-alikes", () -> AlikesSheet.open(alone.overlays, alone.scene, alone.casework,
                PaintedCasework.workers(alone.now), alone.model.currentProperty().get())).close();
    }

    private void situations() {
        open("open", m -> m.decide(m.pack().label("benign"), true)).look("decided");
        then(ReviewViewModel::undo).look("taken back");
        then(m -> m.decide(m.pack().label("benign"), true)).then(ReviewViewModel::lookBack).look("looking back").then(ReviewViewModel::goOn);
        then(ReviewViewModel::giveBack).look("paused").then(ReviewViewModel::goOn);
        then(ReviewViewModel::takeBreak).look("break").then(ReviewViewModel::goOn);
        then(ReviewViewModel::quarantine).look("withheld").close();
        EveryStateTest lost = new EveryStateTest();
        lost.open("open", m -> {});
        lost.casework.lost.add(lost.model.currentProperty().get().task().taskId());
        lost.clock.pass(Duration.ofSeconds(31));
        lost.then(ReviewViewModel::tick).look("lease lost").close();
        EveryStateTest empty = new EveryStateTest();
        empty.casework.add(1, "open", false);
        empty.casework.add(4, "open", false);
        empty.show(m -> m.decide(m.pack().label("benign"), true)).look("lane empty").close();
        EveryStateTest done = new EveryStateTest();
        done.casework.add(1, "open", false);
        done.show(m -> m.decide(m.pack().label("benign"), true)).look("all done").close();
        EveryStateTest start = new EveryStateTest();
        start.casework.add(1, "open", false);
        start.show(m -> {}).then(m -> start.shell.showNotice(Splash.opening())).look("starting")
                .then(m -> start.shell.showNotice(Splash.failed(new IllegalStateException("The database is closed."), Path.of("profile"), () -> {}, () -> {})))
                .look("the desk does not open").close();
    }

    private void ladders() {
        PaintedDispute.in(casework);
        casework.ladder.others = List.of(new Holder("R-14", "synthetic", 8, PaintedCasework.NOW.plusSeconds(60)), new Holder("R-22", "spam", 1, PaintedCasework.NOW));
        casework.ladder.comment(null, "Is this the fair from last week?");
        open("open", m -> m.ladder().count()).look("adjudication");
        sheet("grey", () -> scene.getRoot().lookup("#settle-grey").fireEvent(new javafx.event.ActionEvent()));
        sheet("comments", () -> controller.commands(() -> {}).stream().filter(c -> c.keys().equals(keys().caps(KeyCommand.COMMENTS))).findFirst().orElseThrow().action().run());
        sheet("appeal", () -> overlays.open(new AppealSheet(overlays, model.ladder(), null, "7c1e-40a9", () -> {})));
        sheet("hearing", () -> overlays.open(new HearingSheet(overlays, model.pack(), PaintedDispute.overturned(casework), (seed, told) -> {})));
        close();
    }

    // ---- the window

    private KeyMap keys() {
        return new KeyMap(casework.pack());
    }

    private EveryStateTest open(String display, Consumer<ReviewViewModel> then) {
        for (int n = 0; n < 12; n++) {
            casework.add(1 + n % 5, display, false);
        }
        return show(then);
    }

    private EveryStateTest show(Consumer<ReviewViewModel> then) {
        Toolkit.tell(() -> {
            ObjectProperty<KeyMap> map = new SimpleObjectProperty<>(keys());
            model = new ReviewViewModel(casework, casework.slow ? PaintedCasework.neverDecoding(now) : PaintedCasework.workers(now), clock, 8);
            shell = new ShellController(overlays, new Theme(theme), new Job(now));
            Parent root = new Views().load("shell", shell);
            scene = new Scene(root, 1280, 800);
            Theme.dress(scene, STYLES);
            TextSize.set(scene, percent, STYLES);
            controller = new ReviewController(model, overlays, clock, 0.15, map);
            shell.open(List.of(new Screen("review", "[]", new SimpleStringProperty("128"), () -> new Views().load("review", controller),
                    () -> new StatusItems(model, ZoneOffset.UTC, map, () -> {}), () -> {}, () -> {})), "L-01");
            stage = new Stage();
            stage.setScene(scene);
            stage.show();
            stage.requestFocus();
            model.tick();
        });
        Toolkit.frames(3);
        Toolkit.tell(model::painted);
        return then(then);
    }

    private EveryStateTest then(Consumer<ReviewViewModel> step) {
        Toolkit.tell(() -> {
            step.accept(model);
            model.tick();
        });
        Toolkit.frames(2);
        Toolkit.tell(model::painted);
        return this;
    }

    private EveryStateTest sheet(String name, Runnable opening) {
        Toolkit.tell(opening);
        Toolkit.frames(2);
        assertThat(overlays.isOpen()).as("the sheet %s", name).isTrue();
        look(name);
        Toolkit.tell(overlays::close);
        return this;
    }

    private EveryStateTest look(String place) {
        Toolkit.frames(2);
        Toolkit.tell(() -> {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
        });
        faults.look(pass + place, scene, overlays.isOpen() ? overlays.ground() : scene.getRoot(), kinds);
        if (Boolean.getBoolean("docket.pictures")) {
            Toolkit.picture(scene, "state-" + (pass + place).replaceAll("\\W+", "-"));
        }
        return this;
    }

    private void close() {
        Toolkit.tell(() -> {
            controller.closed();
            stage.close();
        });
    }
}
