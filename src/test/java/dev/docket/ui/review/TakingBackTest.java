package dev.docket.ui.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.audit.AuditVerifier;
import dev.docket.desk.Colleagues;
import dev.docket.intake.IntakeSources;
import dev.docket.item.ImageItem;
import dev.docket.progress.Progress;
import dev.docket.queue.Lane;
import dev.docket.settings.Settings;
import dev.docket.team.Role;
import dev.docket.ui.Toolkit;
import dev.docket.verdict.Appeals;
import dev.docket.verdict.Finding;
import dev.docket.verdict.Verdict;
import dev.docket.verdict.VerdictAudit;
import dev.docket.verdict.VerdictKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was decided is looked at again, taken back and given back at the keyboard, and the event log read afterwards. */
class TakingBackTest {
    @TempDir
    private Path folder;

    private OpenDesk desk;
    private Colleagues others;

    @BeforeEach
    void open() throws Exception {
        desk = new OpenDesk(folder, Settings.DEFAULT.withBlindShare(0).withPublishHold(Duration.ZERO), 3, false);
        others = new Colleagues(desk.desk);
    }

    @AfterEach
    void close() {
        assertThat(new AuditVerifier(new VerdictAudit()).verify(desk.desk.database).firstBad()).isEmpty();
        desk.close();
    }

    @Test
    void regionsAreSeenWhenLookingBackAndThereAgainWhenTheVerdictIsTakenBack() {
        UUID item = desk.current().item().id();
        desk.press(KeyCode.D);
        desk.press(KeyCode.RIGHT);
        desk.press(KeyCode.ENTER);
        desk.press(KeyCode.DIGIT4, KeyCode.ALT);
        desk.commit(KeyCode.DIGIT6);
        Finding made = desk.history(item).getFirst().finding().orElseThrow();
        assertThat(shapes()).isZero();

        desk.press(KeyCode.A);
        Toolkit.until(() -> desk.model.situationProperty().get() == Situation.LOOKING_BACK && desk.model.pictureProperty().get() != null);
        Toolkit.frames(2);
        desk.press(KeyCode.SPACE, KeyCode.SHIFT);
        Toolkit.until(() -> desk.scene().getRoot().lookupAll(".mark-line").size() == 1);
        desk.picture("looking-back-regions");
        assertThat(words(".region-layer .mark-chip")).containsExactly("Graphic violence");
        desk.press(KeyCode.ENTER);
        Toolkit.until(() -> desk.model.canDecide() && !shows(item));
        assertThat(shapes()).isZero();

        desk.press(KeyCode.Z);
        Toolkit.until(() -> desk.model.canDecide() && shows(item));
        assertThat(Toolkit.ask(() -> desk.model.pending().adviceProperty().get())).startsWith("As you had put it together");
        desk.picture("taken-back-with-regions");
        desk.commit(KeyCode.DIGIT7);

        List<Verdict> history = desk.history(item);
        assertThat(history).extracting(Verdict::kind).containsExactly(VerdictKind.DECIDED, VerdictKind.UNDONE, VerdictKind.DECIDED);
        Finding anew = history.getLast().finding().orElseThrow();
        assertThat(anew.label()).isEqualTo("hate_symbols");
        assertThat(anew.additional()).as("the label that was taken back is gone").isEmpty();
        assertThat(anew.regions().getFirst().outline()).isEqualTo(made.regions().getFirst().outline());
        assertThat(desk.lines(history.getLast())).containsExactly("VERDICT_DECIDED");
    }

    @Test
    void aSeedThatIsTakenBackOffersItsLookAlikesAndGivingThemBackCanBeTakenBackToo() throws Exception {
        ImageItem first = desk.current().item();
        desk.commit(KeyCode.DIGIT9);
        rest();
        UUID copy = copyOf(first);
        assertThat(desk.desk.propagation.spread()).hasSize(1);
        assertThat(kinds(copy)).containsExactly("VERDICT_PROPAGATED");

        desk.press(KeyCode.Z);
        Toolkit.until(() -> desk.model.canDecide() && desk.model.carriedProperty().get().isPresent());
        desk.picture("seed-taken-back");
        assertThat(words(".case-bar")).contains("Taken back. 1 item that was decided with it still stands.");
        assertThat(kinds(copy)).as("only offered").hasSize(1);

        desk.press(KeyCode.Z, KeyCode.ALT);
        Toolkit.until(() -> kinds(copy).size() == 2 && desk.model.carriedProperty().get().isEmpty());
        assertThat(kinds(copy)).containsExactly("VERDICT_PROPAGATED", "VERDICT_REVERSED");
        assertThat(Toolkit.ask(() -> desk.model.noticeProperty().get())).isEqualTo("1 item is back in its lane");

        desk.press(KeyCode.Z);
        Toolkit.until(() -> kinds(copy).size() == 3);
        assertThat(kinds(copy)).containsExactly("VERDICT_PROPAGATED", "VERDICT_REVERSED", "VERDICT_PROPAGATED");
        assertThat(kinds(first.id())).as("the seed stays taken back").containsExactly("VERDICT_DECIDED", "VERDICT_UNDONE");
    }

    @Test
    void lookAlikesAreGivenBackByMouse() throws Exception {
        ImageItem first = desk.current().item();
        desk.commit(KeyCode.DIGIT9);
        rest();
        UUID copy = copyOf(first);
        desk.desk.propagation.spread();
        desk.press(KeyCode.Z);
        Toolkit.until(() -> desk.model.carriedProperty().get().isPresent());

        Toolkit.tell(() -> ((javafx.scene.control.Button) desk.scene().getRoot().lookup("#reverse")).fire());
        Toolkit.until(() -> kinds(copy).size() == 2);
        assertThat(kinds(copy)).containsExactly("VERDICT_PROPAGATED", "VERDICT_REVERSED");
    }

    @Test
    void nobodyIsServedAnAppealAgainstTheirOwnDecision() {
        UUID item = desk.current().item().id();
        desk.commit(KeyCode.DIGIT9);
        UUID ben = others.person("R-02", Role.REVIEWER);
        desk.desk.appeals.lodge(item, Appeals.Source.UPLOADER, "It is my own shop", ben);

        open("appeals");
        Toolkit.until(() -> desk.model.situationProperty().get() == Situation.LANE_EMPTY);

        Toolkit.until(() -> lane("appeals").filter(lane -> lane.waiting() == 0 && lane.barred() == 1).isPresent());
        assertThat(others.claim(desk.desk.self.id(), item)).isEmpty();
        assertThat(others.claim(ben, item)).isPresent();
        assertThat(kinds(item)).containsExactly("VERDICT_DECIDED", "VERDICT_APPEALED");
    }

    @Test
    void everyFurtherLookShowsItsClock() {
        UUID ben = others.person("R-02", Role.REVIEWER);
        UUID carla = others.person("R-03", Role.REVIEWER);
        rest();
        List<UUID> items = desk.desk.database.inTransaction(desk.desk.items::ids);
        others.decide(ben, items.get(0), "spam_scam", false);
        assertThat(clock("second-opinion")).contains("Second opinions are due within 24 h");
        rest();
        others.escalate(ben, items.get(1), "lead");
        assertThat(clock("escalated")).contains("Clock of the lane");
        rest();
        others.decide(ben, items.get(2), "spam_scam", false);
        others.decide(carla, items.get(2), "benign", true);
        assertThat(clock("adjudication")).containsIgnoringCase("adjudication");
        rest();
        UUID dora = others.person("L-04", Role.LEAD);
        others.decide(dora, items.get(2), "spam_scam", true);
        desk.desk.appeals.lodge(items.get(2), Appeals.Source.UPLOADER, "", ben);
        assertThat(clock("appeals")).containsIgnoringCase("appeal");
    }

    /** Everything in hand goes back, so that others can have it. */
    private void rest() {
        desk.press(KeyCode.P);
        Toolkit.until(() -> desk.model.situationProperty().get() == Situation.PAUSED);
    }

    /** What the side says of the clock of the lane's first case, which the bar over the picture counts down, too. */
    private String clock(String lane) {
        open(lane);
        Toolkit.until(() -> desk.model.canDecide());
        assertThat(desk.current().dossier().due()).isPresent();
        Toolkit.frames(3);
        assertThat(String.join(" ", words(".facts-bar"))).containsIgnoringCase("due ");
        return String.join(" ", words("ClockSection"));
    }

    private void open(String lane) {
        Toolkit.tell(() -> {
            desk.model.tick();
            desk.model.selectLane(lane(lane).orElseThrow().id());
        });
    }

    private Optional<Lane> lane(String key) {
        return desk.desk.database.<List<Lane>>inTransaction(tx -> desk.desk.queue.lanes(tx, desk.desk.self.id())).stream().filter(l -> l.key().equals(key)).findFirst();
    }

    private UUID copyOf(ImageItem item) throws Exception {
        Path more = Files.createDirectories(folder.resolve("more"));
        Files.write(more.resolve("copy.png"), desk.desk.blobs.get(item.sha256()).orElseThrow());
        desk.desk.intake.admitAll(IntakeSources.open(more, IntakeSources.Format.AUTO, "elsewhere", desk.desk.clock), Progress.NONE);
        return desk.desk.database.<List<UUID>>inTransaction(desk.desk.items::ids).stream().filter(id -> !id.equals(item.id()))
                .filter(id -> desk.desk.database.inTransaction(tx -> desk.desk.items.find(tx, id)).orElseThrow().sha256().equals(item.sha256())).findFirst().orElseThrow();
    }

    /** Kinds of the audit log's lines about an item, in their order. */
    private List<String> kinds(UUID item) {
        return desk.history(item).stream().flatMap(verdict -> desk.lines(verdict).stream()).toList();
    }

    private boolean shows(UUID item) {
        return desk.model.currentProperty().get().item().id().equals(item);
    }

    private int shapes() {
        return Toolkit.ask(() -> desk.scene().getRoot().lookupAll(".mark-line").size());
    }

    private List<String> words(String selector) {
        return Toolkit.ask(() -> desk.scene().getRoot().lookupAll(selector).stream()
                .flatMap(node -> Stream.concat(Stream.of(node), node.lookupAll(".label").stream()))
                .filter(Label.class::isInstance).map(node -> ((Labeled) node).getText()).distinct().toList());
    }
}
