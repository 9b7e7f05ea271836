package dev.docket.ui.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.SteppingClock;
import dev.docket.queue.Lane;
import dev.docket.queue.LeasedTask;
import dev.docket.settings.Settings;
import dev.docket.storage.StorageException;
import dev.docket.team.Role;
import dev.docket.ui.Keyboard;
import dev.docket.ui.OpenWindow;
import dev.docket.ui.Toolkit;
import dev.docket.ui.common.Background;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the review screen says when there is no ordinary picture on it: the words, and a picture for people to look at. */
class ReviewStatesTest {
    @RegisterExtension
    private final OpenWindow window = new OpenWindow("review");

    private final PaintedCasework painted = new PaintedCasework();
    private final SteppingClock clock = new SteppingClock(PaintedCasework.NOW);
    private final Background now = window.now();
    private final Set<UUID> gone = new HashSet<>();
    private Workers workers = PaintedCasework.workers(now);
    private String silent = "";
    private List<Lane> lanes;
    private ReviewViewModel model;
    private ReviewController controller;

    @AfterEach
    void stopTheClockwork() {
        Toolkit.tell(controller::closed);
    }

    @Test
    void anEmptyLaneNamesTheNextAndEnterGoesThere() {
        painted.add(1, "open", false);
        painted.add(4, "open", false);
        open(Settings.Theme.DARK, 1280, 800);
        decide();

        assertThat(words()).contains("No items in this lane", "Next: Spam, scams, 1 waiting", "Go to Spam, scams");
        Keyboard.type(KeyCode.ENTER);
        assertThat(model.currentProperty().get().task().laneId()).isEqualTo(4);
    }

    @Test
    void whenAllLanesAreDoneItSaysSo() {
        painted.add(1, "open", false);
        open(Settings.Theme.LIGHT, 1440, 900);
        decide();
        window.picture("state-done-light");

        assertThat(words()).contains("All lanes are done", "New items appear here by themselves");
    }

    @Test
    void somebodyWithoutALaneIsToldWhoCanGiveThemOne() {
        lanes = List.of(lane(1, 0, 7, true), lane(2, 0, 5, true));
        open(Settings.Theme.DARK, 1440, 900);
        window.picture("state-no-lane-dark");

        assertThat(words()).contains("No lane is open to you", "12 items wait in lanes for other roles. Ask a lead for a role.");
    }

    @Test
    void whatOnlyOthersMayDecideIsNotCalledDone() {
        lanes = List.of(lane(1, 0, 1, false), lane(2, 0, 0, false));
        open(Settings.Theme.LIGHT, 1280, 800);
        window.picture("state-others-light");

        assertThat(words()).contains("Nothing left for you",
                "1 item waits for somebody else: you have judged them already, or they need another role.");
    }

    @Test
    void aLostLeaseLeavesTheItemUnderABar() {
        fill("open");
        open(Settings.Theme.LIGHT, 1280, 800);
        ReviewCase before = model.currentProperty().get();
        painted.lost.add(before.task().taskId());
        beat();
        window.picture("state-lease-lost-light");

        assertThat(words()).contains("Lease passed to someone else. Your verdict will be kept as a second opinion.");
        assertThat(model.currentProperty().get()).isEqualTo(before);
        assertThat(model.canDecide()).isTrue();
    }

    @Test
    void anItemTakenOutWhileOnScreenIsBlankedAndEnterGoesOn() {
        fill("open");
        open(Settings.Theme.DARK, 1280, 800);
        UUID first = model.currentProperty().get().task().taskId();
        painted.lost.add(first);
        gone.add(first);
        beat();
        window.picture("state-withdrawn-dark");

        assertThat(words()).contains("Withdrawn", "This item was taken out while you looked at it. Nobody needs your verdict any more.", "Next item");
        assertThat(model.currentProperty().get()).isNull();
        assertThat(model.canDecide()).isFalse();
        Keyboard.type(KeyCode.ENTER);
        assertThat(model.currentProperty().get().task().taskId()).isNotEqualTo(first);
    }

    @Test
    void aDeskThatDoesNotAnswerIsSaidAndForgottenWhenItDoes() {
        fill("open");
        open(Settings.Theme.DARK, 1440, 900);
        silent = "The disk that holds the profile is gone.";
        Toolkit.tell(model::tick);
        window.picture("state-silent-dark");
        assertThat(words()).contains("The desk does not answer: The disk that holds the profile is gone. It is asked again every second.");

        silent = "";
        Toolkit.tell(model::tick);
        Toolkit.tell(model::tick);
        assertThat(words()).noneMatch(w -> w.startsWith("The desk does not answer"));
    }

    @Test
    void aCaseThatCouldNotBeReadIsReadOnceTheDeskAnswers() {
        fill("open");
        silent = "The disk that holds the profile is gone.";
        open(Settings.Theme.LIGHT, 1280, 800);
        silent = "";
        Toolkit.tell(model::tick);
        paint();

        assertThat(model.canDecide()).isTrue();
    }

    @Test
    void aDamagedFileSaysWhyAndTakesNoVerdict() {
        painted.damaged.add(painted.add(1, "open", false));
        fill("open");
        open(Settings.Theme.LIGHT, 1280, 800);

        assertThat(words()).contains("Damaged PNG, refused by the decoder", "Skip or escalate it; a verdict needs a picture");
        assertThat(model.canDecide()).isFalse();
        assertThat(model.canHandOver()).isTrue();
    }

    @Test
    void aPartOfAPictureIsMarked() {
        painted.partial = true;
        fill("open");
        open(Settings.Theme.DARK, 1280, 800);

        assertThat(words()).contains("Partial: the file ends early, the rest is missing");
    }

    @Test
    void aCoverSaysWhatItCoversAndWhichKeyLooks() {
        fill("guarded");
        open(Settings.Theme.LIGHT, 1440, 900);

        assertThat(words()).contains("Covered", "hold to look", "keep open", "Covers again on release, and when the window loses focus");
        assertThat(window.node(".picture-stage").getAccessibleText()).startsWith("Image covered. Source public post, provenance ");
    }

    @Test
    void aQuarantinedItemLeavesAnEmptyPanelForASecond() {
        fill("open");
        open(Settings.Theme.LIGHT, 1440, 900);
        ReviewCase first = model.currentProperty().get();
        Keyboard.type(KeyCode.Q);
        window.picture("state-withheld-light");
        assertThat(words()).contains("Withheld. Nothing of it is shown again.");
        assertThat(words()).noneMatch(w -> w.contains(first.item().shortId()));

        clock.pass(Duration.ofSeconds(1));
        Toolkit.tell(model::tick);
        assertThat(model.currentProperty().get()).isNotNull().isNotEqualTo(first);
    }

    @Test
    void aPictureThatIsLateIsSaidQuietlyAndTheFactsAreThereAtOnce() {
        Background never = new Background(work -> {}, Runnable::run);
        workers = new Workers(now, now, never, 1, never, now);
        fill("guarded");
        open(Settings.Theme.DARK, 1280, 800);

        assertThat(words()).contains("Here because", "Source");
        Toolkit.until("The picture is being decoded", () -> words().contains("The picture is being decoded"));
        window.picture("state-loading-dark");
        assertThat(model.canDecide()).isFalse();
    }

    @Test
    void aLaneThatOpensSlowlyIsSaidQuietly() {
        Background never = new Background(work -> {}, Runnable::run);
        workers = new Workers(never, now, now, 1, now, now);
        open(Settings.Theme.LIGHT, 1280, 800);

        Toolkit.until("Opening the lane", () -> words().contains("Opening the lane"));
        window.picture("state-opening-light");
    }

    private Lane lane(int id, long waiting, long barred, boolean closed) {
        return new Lane(id, "lane-" + id, id == 1 ? "Child safety" : "Legal", "S3", waiting, 0, Optional.empty(), Optional.empty(), barred, 0,
                Optional.of(Role.LEAD), closed);
    }

    private void fill(String display) {
        for (int n = 0; n < 12; n++) {
            painted.add(1, display, false);
        }
    }

    private Casework casework() {
        return new ForwardingCasework(painted) {
            @Override
            public List<Lane> lanes() {
                if (!silent.isEmpty()) {
                    throw new StorageException(silent);
                }
                return lanes == null ? super.lanes() : lanes;
            }

            @Override
            public Optional<ReviewCase> open(LeasedTask task) {
                if (!silent.isEmpty()) {
                    throw new StorageException(silent);
                }
                return gone.contains(task.taskId()) ? Optional.empty() : super.open(task);
            }
        };
    }

    private void open(Settings.Theme theme, int width, int height) {
        OpenReview open = OpenReview.in(window, theme, width, height, casework(), workers, clock);
        model = open.model();
        controller = open.controller();
    }

    private void paint() {
        Toolkit.frames(3);
        Toolkit.tell(model::painted);
    }

    private void decide() {
        Toolkit.tell(() -> model.decide(model.pack().label("benign"), true));
        Toolkit.frames(2);
    }

    /** A third of the lease is over. */
    private void beat() {
        clock.pass(Duration.ofSeconds(31));
        Toolkit.tell(model::tick);
        Toolkit.frames(2);
    }

    /** Everything that can be read in the window. */
    private List<String> words() {
        return Toolkit.ask(() -> read(window.scene().getRoot()).toList());
    }

    private static Stream<String> read(Node node) {
        if (!node.isVisible()) {
            return Stream.empty();
        }
        Stream<String> own = node instanceof Labeled l && l.getText() != null ? Stream.of(l.getText()) : Stream.empty();
        return node instanceof Parent p ? Stream.concat(own, p.getChildrenUnmodifiable().stream().flatMap(ReviewStatesTest::read)) : own;
    }
}
