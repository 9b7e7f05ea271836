package dev.docket.ui.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.audit.AuditVerifier;
import dev.docket.desk.Colleagues;
import dev.docket.desk.Desk;
import dev.docket.intake.IntakeSources;
import dev.docket.item.ImageItem;
import dev.docket.item.Items;
import dev.docket.item.Source;
import dev.docket.progress.Progress;
import dev.docket.queue.Lane;
import dev.docket.settings.Settings;
import dev.docket.settings.SettingsFile;
import dev.docket.team.Role;
import dev.docket.ui.Keyboard;
import dev.docket.ui.Screens;
import dev.docket.ui.Toolkit;
import dev.docket.ui.Unnamed;
import dev.docket.ui.common.Background;
import dev.docket.ui.common.Job;
import dev.docket.ui.common.Overlays;
import dev.docket.ui.common.Theme;
import dev.docket.ui.common.Views;
import dev.docket.ui.keys.KeyMap;
import dev.docket.ui.shell.ShellController;
import dev.docket.verdict.Appeals;
import dev.docket.verdict.Finding;
import dev.docket.verdict.Propagation;
import dev.docket.verdict.Shown;
import dev.docket.verdict.Standing;
import dev.docket.verdict.Verdict;
import dev.docket.verdict.VerdictAudit;
import dev.docket.verdict.VerdictKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** Several people on one desk: second opinions, adjudications and appeals through the real window, the event log read afterwards. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LadderScreenTest {
    private static final int ITEMS = 11;

    @TempDir
    private static Path folder;

    private final Background records = Background.ofWindow("records", 1);
    private final Background work = Background.ofWindow("work", 2);
    private final Deque<UUID> left = new ArrayDeque<>();
    private final Overlays overlays = new Overlays();
    private Desk desk;
    private Colleagues others;
    private UUID ben;
    private UUID carla;
    private ReviewViewModel model;
    private Screens screens;
    private Stage stage;

    private final FxRobot robot = new FxRobot();
    private UUID item;

    @BeforeAll
    void openTheDesk() throws Exception {
        Toolkit.start();
        Path profile = Files.createDirectories(folder.resolve("profile"));
        SettingsFile.write(profile.resolve("settings.json"), Settings.DEFAULT.withBlindShare(0));
        desk = Desk.open(profile, Clock.systemUTC());
        others = new Colleagues(desk);
        ben = others.person("R-02", Role.REVIEWER);
        carla = others.person("R-03", Role.REVIEWER);
        Path pictures = PaintedPictures.streets(folder.resolve("pictures"), ITEMS, 160, 120);
        desk.intake.admitAll(IntakeSources.open(pictures, IntakeSources.Format.AUTO, "street", desk.clock), Progress.NONE);
        left.addAll(desk.database.<List<UUID>>inTransaction(desk.items::ids));
        openTheWindow();
    }

    private void openTheWindow() {
        Toolkit.tell(() -> {
            Job job = new Job(work);
            ShellController shell = new ShellController(overlays, new Theme(Settings.Theme.DARK), job);
            Parent root = new Views().load("shell", shell);
            screens = Screens.of(desk, records, work, overlays, job, new SimpleObjectProperty<>(new KeyMap(desk.policy.pack())));
            model = screens.review().model();
            Scene scene = new Scene(root, 1280, 800);
            Theme.dress(scene, "review", "ladder");
            stage = new Stage();
            stage.setScene(scene);
            stage.show();
            shell.open(screens.all(), desk.self.pseudonym());
        });
    }

    @AfterAll
    void closeTheDesk() {
        Toolkit.tell(() -> {
            screens.review().close();
            stage.close();
        });
        records.close();
        work.close();
        desk.close();
    }

    @BeforeEach
    void pauseAndTakeAnItem() {
        Toolkit.tell(() -> {
            overlays.close();
            stage.requestFocus();
            model.giveBack();
        });
        Toolkit.until(() -> model.situationProperty().get() == Situation.PAUSED && model.held() == 0);
        Toolkit.until(() -> desk.database.<List<Lane>>inTransaction(desk.queue::lanes).stream().mapToLong(Lane::leased).sum() == 0);
        item = left.removeFirst();
    }

    @Test
    void theSecondFindingIsTakenByKey() {
        dispute();
        show("adjudication");
        assertThat(Toolkit.ask(() -> model.currentProperty().get().dossier().before())).hasSize(2);
        Toolkit.picture(stage.getScene(), "adjudication-desk");

        Keyboard.type(KeyCode.F3);

        Verdict settled = after(3);
        assertThat(settled).extracting(Verdict::kind, Verdict::reviewer).containsExactly(VerdictKind.ADJUDICATED, desk.self.id());
        assertThat(settled.finding().orElseThrow()).extracting(Finding::label, Finding::sure).containsExactly("benign", true);
        assertThat(standing()).extracting(Standing::state, Standing::deciding).containsExactly(Standing.State.DECIDED, Optional.of(settled));
        assertThatTheLogIsSound();
    }

    @Test
    void theFirstFindingIsTakenByMouse() {
        dispute();
        show("adjudication");

        robot.clickOn("#settle-take-1");

        assertThat(after(3).finding().orElseThrow().label()).isEqualTo("spam_scam");
        assertThat(kinds()).containsExactly(VerdictKind.DECIDED, VerdictKind.DISAGREED, VerdictKind.ADJUDICATED);
        assertThatTheLogIsSound();
    }

    @Test
    void itIsDecidedOtherwiseByTheUsualDigit() {
        dispute();
        show("adjudication");

        Keyboard.type(KeyCode.DIGIT3);

        assertThat(after(3)).extracting(Verdict::kind, v -> v.finding().orElseThrow().label()).containsExactly(VerdictKind.ADJUDICATED, "civic_deception");
        assertThatTheLogIsSound();
    }

    @Test
    void itIsLeftGreyWithWordsByKey() {
        dispute();
        show("adjudication");

        Keyboard.type(KeyCode.F4);
        robot.write("Satire?");
        chord(KeyCode.CONTROL, KeyCode.ENTER);

        Verdict grey = after(3);
        assertThat(grey).extracting(Verdict::kind, Verdict::finding, Verdict::words)
                .containsExactly(VerdictKind.ADJUDICATED, Optional.empty(), Optional.of("Satire?"));
        assertThat(standing().state()).isEqualTo(Standing.State.GREY);
        assertThatTheLogIsSound();
    }

    @Test
    void itIsLeftGreyWithUsualWordsByMouse() {
        dispute();
        show("adjudication");

        robot.clickOn("#settle-grey");
        robot.clickOn("#grey-usual-2");
        robot.clickOn("#grey-leave");

        assertThat(after(3).words()).contains("The policy does not say");
        assertThat(standing().state()).isEqualTo(Standing.State.GREY);
        assertThatTheLogIsSound();
    }

    @Test
    void aSecondOpinionSeesNothingOfTheFirstAndIsToldAfterwards() {
        others.decide(ben, item, "spam_scam", false);
        show("second-opinion");
        ReviewCase known = Toolkit.ask(() -> model.currentProperty().get());
        assertThat(known.blind()).isTrue();
        assertThat(known.dossier().before()).isEmpty();

        Keyboard.type(KeyCode.DIGIT1);

        Verdict second = after(2);
        assertThat(second).extracting(Verdict::kind, v -> v.shown().scoresVisible(), v -> v.shown().pastVerdicts())
                .containsExactly(VerdictKind.DISAGREED, false, List.of());
        Toolkit.until(() -> model.noticeProperty().get().contains("a third person settles it"));
        assertThatTheLogIsSound();
    }

    @Test
    void nobodyAdjudicatesTheirOwn() {
        others.decide(desk.self.id(), item, "spam_scam", false);
        others.decide(ben, item, "benign", true);

        select("adjudication");
        Toolkit.until(() -> model.situationProperty().get() == Situation.LANE_EMPTY);

        Toolkit.until(() -> model.lanes().stream().anyMatch(l -> l.key().equals("adjudication") && l.waiting() == 0 && l.barred() > 0));
        assertThat(others.claim(desk.self.id(), item)).isEmpty();
        assertThat(others.claim(ben, item)).isEmpty();
        assertThat(others.claim(carla, item)).isPresent();
        desk.database.transact(tx -> desk.queue.releaseAll(tx, carla));
    }

    @Test
    void anAppealIsHeardBlindAndUpheld() {
        others.decide(ben, item, "spam_scam", true);
        desk.appeals.lodge(item, Appeals.Source.UPLOADER, "It is my own shop", carla);
        show("appeals");
        assertThat(Toolkit.ask(() -> model.currentProperty().get().blind())).isTrue();

        Keyboard.type(KeyCode.DIGIT9);

        Toolkit.until(() -> robot.lookup("Appeal heard: upheld").tryQuery().isPresent());
        Toolkit.frames(2);
        Toolkit.picture(stage.getScene(), "appeal-upheld-dark");
        assertThat(robot.lookup("The uploader: \u201cIt is my own shop\u201d").tryQuery()).isPresent();
        assertThat(Toolkit.ask(() -> Unnamed.focusableIn(stage.getScene().getRoot()))).isEmpty();
        assertThat(kinds()).containsExactly(VerdictKind.DECIDED, VerdictKind.APPEALED, VerdictKind.UPHELD);
        assertThat(others.history(item).getLast().about()).contains(others.history(item).getFirst().id());
        assertThatTheLogIsSound();
    }

    @Test
    void anOverturnedSeedOffersToGiveItsLookAlikesBack() {
        UUID twin = twin();
        Verdict seed = others.decide(ben, item, "spam_scam", true);
        desk.propagation.confirm(new Propagation.Chosen(seed.id(), ben, List.of(new Propagation.Tile(twin, Shown.nothing(seed.shown().image())))));
        assertThat(others.history(twin)).extracting(Verdict::kind).containsExactly(VerdictKind.PROPAGATED);
        desk.appeals.lodge(item, Appeals.Source.UPLOADER, "", carla);
        show("appeals");

        Keyboard.type(KeyCode.DIGIT1);
        Toolkit.until(() -> robot.lookup("Appeal heard: overturned").tryQuery().isPresent());
        Toolkit.frames(2);
        Toolkit.picture(stage.getScene(), "appeal-overturned-dark");
        chord(KeyCode.CONTROL, KeyCode.ENTER);

        Toolkit.until(() -> robot.lookup("1 look-alike is back in its lane.").tryQuery().isPresent());
        assertThat(kinds()).containsExactly(VerdictKind.DECIDED, VerdictKind.APPEALED, VerdictKind.OVERTURNED);
        assertThat(others.history(twin)).extracting(Verdict::kind).containsExactly(VerdictKind.PROPAGATED, VerdictKind.REVERSED);
        assertThatTheLogIsSound();
    }

    @Test
    void aCommentIsWrittenByKeyAndDeletedByMouse() {
        others.escalate(ben, item, "lead");
        desk.database.inTransaction(tx -> desk.comments.add(tx, item, ben, "Whose logo is that?"));
        show("escalated");

        chord(KeyCode.SHIFT, KeyCode.C);
        Toolkit.until(() -> robot.lookup("Whose logo is that?").tryQuery().isPresent());
        robot.write("Ask anna@example.org");
        Toolkit.frames(2);
        Toolkit.picture(stage.getScene(), "comments-dark");
        assertThat(robot.lookup("This looks like an e-mail address. Leave it out unless it is needed.").tryQuery()).isPresent();
        chord(KeyCode.CONTROL, KeyCode.ENTER);
        Toolkit.until(() -> robot.lookup("Ask anna@example.org").tryQuery().isPresent());
        assertThat(desk.database.inTransaction(tx -> desk.comments.of(tx, item)).size()).isEqualTo(2);

        robot.clickOn("#comment-delete");
        Toolkit.until(() -> desk.database.inTransaction(tx -> desk.comments.of(tx, item)).size() == 1);
        assertThat(kinds()).as("no line of the record").containsExactly(VerdictKind.ESCALATED);
    }

    private void dispute() {
        others.decide(ben, item, "spam_scam", false);
        assertThat(others.decide(carla, item, "benign", true).kind()).isEqualTo(VerdictKind.DISAGREED);
    }

    /** Another item of the same picture. */
    private UUID twin() {
        return desk.database.inTransaction(tx -> {
            ImageItem first = desk.items.find(tx, item).orElseThrow();
            Source source = new Source("elsewhere", "post-2");
            UUID twin = Items.idOf(source);
            desk.items.add(tx, new ImageItem(twin, source, first.sha256(), first.byteLength(), first.mediaType(), first.width(), first.height(),
                    first.flaggedAt(), first.receivedAt(), first.facts()), "{}");
            desk.queue.enqueue(tx, twin, desk.policies.of(tx, item).orElseThrow());
            return twin;
        });
    }

    private void show(String lane) {
        select(lane);
        Toolkit.until(() -> model.canDecide() && model.currentProperty().get().item().id().equals(item));
    }

    private void select(String lane) {
        int id = desk.database.<List<Lane>>inTransaction(desk.queue::lanes).stream().filter(l -> l.key().equals(lane)).findFirst().orElseThrow().id();
        Toolkit.tell(() -> {
            model.tick();
            model.selectLane(id);
        });
    }

    private Verdict after(int events) {
        Toolkit.until(() -> others.history(item).size() == events);
        return others.history(item).getLast();
    }

    private List<VerdictKind> kinds() {
        return others.history(item).stream().map(Verdict::kind).toList();
    }

    private Standing standing() {
        return desk.database.inTransaction(tx -> desk.verdicts.standing(tx, item));
    }

    private void assertThatTheLogIsSound() {
        assertThat(new AuditVerifier(new VerdictAudit()).verify(desk.database).firstBad()).isEmpty();
    }

    private void chord(KeyCode held, KeyCode key) {
        robot.press(held).press(key).release(key).release(held);
    }
}
