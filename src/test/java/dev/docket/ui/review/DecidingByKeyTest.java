package dev.docket.ui.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.policy.PolicyFile;
import dev.docket.policy.Severity;
import dev.docket.settings.Settings;
import dev.docket.ui.Keyboard;
import dev.docket.ui.Toolkit;
import dev.docket.verdict.Finding;
import dev.docket.verdict.OriginFinding;
import dev.docket.verdict.Region;
import dev.docket.verdict.Verdict;
import dev.docket.verdict.VerdictKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Verdicts put together at the keyboard alone, read back from the event log. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DecidingByKeyTest {
    @TempDir
    private static Path folder;

    /** Of all tests but the blind one; each decides its own items. */
    private OpenDesk desk;

    @BeforeAll
    void open() throws Exception {
        Path pack = Files.writeString(folder.resolve("strict.yaml"),
                PolicyFile.shipped().text().replaceFirst("(?s)(id: hate_symbols.*?evidence: \\{region: )\\w+", "$1required"));
        desk = new OpenDesk(folder, Settings.DEFAULT.withBlindShare(0).withPolicyPack(Optional.of(pack)), 14, false);
    }

    @AfterAll
    void close() {
        desk.close();
    }

    @BeforeEach
    void bringToFront() {
        desk.bringToFront();
    }

    @Test
    void aLabelThatHasToBePointedAtIsDrawnAndThenDecided() {
        desk.untilOpen();
        ReviewCase first = desk.current();

        desk.press(KeyCode.DIGIT7);
        assertThat(Toolkit.ask(() -> desk.model.pending().adviceProperty().get())).isEqualTo("Hate symbols needs a region drawn on the picture. Add it, then decide.");
        assertThat(desk.history(first.item().id())).isEmpty();
        desk.press(KeyCode.RIGHT);
        desk.press(KeyCode.RIGHT);
        desk.press(KeyCode.DOWN, KeyCode.SHIFT);
        desk.picture("finding-by-key");
        desk.press(KeyCode.ENTER);
        desk.commit(KeyCode.ENTER);

        Verdict verdict = desk.history(first.item().id()).getFirst();
        Region region = verdict.finding().orElseThrow().regions().getFirst();
        assertThat(region.label()).isEqualTo("hate_symbols");
        assertThat(region.shape()).isEqualTo(Region.Shape.BOX);
        assertThat(region.area()).isBetween(0.02, 0.2);
        assertThat(desk.lines(verdict)).containsExactly("VERDICT_DECIDED");
    }

    @Test
    void anOutlineIsSetCornerByCornerByKeyAndReadBackAsItWasSet() {
        desk.untilOpen();
        ReviewCase first = desk.current();

        desk.press(KeyCode.DIGIT7, KeyCode.CONTROL);
        desk.press(KeyCode.D, KeyCode.SHIFT);
        corner(KeyCode.LEFT, KeyCode.UP);
        corner(KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.RIGHT);
        corner(KeyCode.DOWN, KeyCode.DOWN, KeyCode.LEFT);
        desk.picture("outline-by-key");
        desk.press(KeyCode.ENTER);
        assertThat(desk.history(first.item().id())).as("Enter closes the outline first").isEmpty();
        desk.commit(KeyCode.ENTER);

        Verdict verdict = desk.history(first.item().id()).getFirst();
        assertThat(desk.lines(verdict)).containsExactly("VERDICT_DECIDED");
        assertThat(verdict.finding().orElseThrow().regions()).singleElement().satisfies(region -> {
            assertThat(region.label()).isEqualTo("hate_symbols");
            assertThat(region.shape()).isEqualTo(Region.Shape.POLYGON);
            List<Region.Corner> outline = region.outline();
            assertThat(outline).hasSize(3);
            assertThat(outline.get(0).x()).as("left of the middle").isLessThan(0.5);
            assertThat(outline.get(0).y()).as("above it").isLessThan(0.5).isEqualTo(outline.get(1).y());
            assertThat(outline.get(1).x()).as("three steps to the right").isGreaterThan(0.5).isGreaterThan(outline.get(2).x());
            assertThat(outline.get(2).y()).as("two steps down").isGreaterThan(0.5);
        });
    }

    /** Steers the cross there and sets a corner under it. */
    private void corner(KeyCode... steps) {
        List.of(steps).forEach(step -> desk.press(step));
        desk.press(KeyCode.D, KeyCode.SHIFT);
    }

    @Test
    void aReasonIsFoundByTypingAndBringsItsLabel() {
        ReviewCase first = desk.current();

        desk.press(KeyCode.C);
        desk.type("NO EVIDENCE");
        desk.press(KeyCode.TAB);
        desk.type("THIRD COPY");
        desk.press(KeyCode.ENTER);
        desk.press(KeyCode.O, KeyCode.ALT);
        desk.press(KeyCode.DIGIT1);
        desk.press(KeyCode.DIGIT4, KeyCode.ALT);
        desk.press(KeyCode.DIGIT2, KeyCode.CONTROL);
        desk.press(KeyCode.DIGIT0, KeyCode.CONTROL);
        desk.press(KeyCode.L);
        desk.commit(KeyCode.ENTER);

        Verdict verdict = desk.history(first.item().id()).getFirst();
        assertThat(desk.lines(verdict)).containsExactly("VERDICT_DECIDED");
        Finding finding = verdict.finding().orElseThrow();
        assertThat(finding.label()).isEqualTo("civic_deception");
        assertThat(finding.rationale()).contains("r_speech");
        assertThat(finding.note().orElse("")).isEqualToIgnoringCase("third copy");
        assertThat(finding.origin()).contains(OriginFinding.AI_CONFIRMED);
        assertThat(finding.severity()).isEqualTo(Severity.S3);
        assertThat(finding.additional()).containsExactly("undisclosed_synthetic", "likeness");
    }

    @Test
    void aLabelThatNeedsSomethingToGoByAsksForItWithItsKey() {
        ReviewCase first = desk.current();

        desk.press(KeyCode.DIGIT2);
        assertThat(Toolkit.ask(() -> desk.model.pending().adviceProperty().get())).isEqualTo("Undisclosed synthetic needs a finding of origin, a reason or a note. Add it, then decide.");
        assertThat(sheets()).isEqualTo(1);
        desk.picture("finding-basis");
        desk.press(KeyCode.DIGIT3);
        assertThat(sheets()).isZero();
        assertThat(desk.history(first.item().id())).isEmpty();
        desk.commit(KeyCode.ENTER);

        Finding finding = desk.history(first.item().id()).getFirst().finding().orElseThrow();
        assertThat(finding.label()).isEqualTo("undisclosed_synthetic");
        assertThat(finding.origin()).contains(OriginFinding.AI_SUSPECTED);
    }

    @Test
    void itsKeyDecidesAtOnceWhereThatWasChosenBefore() {
        ReviewCase first = desk.current();

        desk.press(KeyCode.O, KeyCode.ALT);
        desk.press(KeyCode.DIGIT4);
        desk.commit(KeyCode.DIGIT2, KeyCode.SHIFT);

        Finding finding = desk.history(first.item().id()).getFirst().finding().orElseThrow();
        assertThat(finding.origin()).contains(OriginFinding.AI_EDITED_REAL);
        assertThat(finding.sure()).isFalse();
    }

    @Test
    void aHeldKeyChoosesNothingInTheSheetThatItOpened() {
        ReviewCase first = desk.current();
        for (int repeat = 0; repeat < 10; repeat++) {
            Keyboard.press(KeyCode.DIGIT2);
        }
        Keyboard.release(KeyCode.DIGIT2);

        assertThat(sheets()).isEqualTo(1);
        assertThat(Toolkit.ask(() -> desk.model.pending().draftProperty().get().origin())).isEmpty();
        desk.press(KeyCode.ESCAPE);
        // another Esc would cover the picture, for the tests that come after
        Toolkit.tell(() -> desk.model.pending().drop());
        assertThat(desk.current()).isSameAs(first);
        assertThat(desk.history(first.item().id())).isEmpty();
    }

    @Test
    void aSheetGoesWithItsCase() throws InterruptedException {
        ReviewCase first = desk.current();
        desk.press(KeyCode.DIGIT2);

        Toolkit.tell(() -> desk.model.gone(List.of(first.task().taskId())));

        assertThat(sheets()).isZero();
        Toolkit.until("another case", () -> desk.model.canDecide() && desk.model.currentProperty().get() != first);
        assertThat(Toolkit.ask(() -> desk.model.pending().isPending())).isFalse();
        Thread.sleep(400); // until then keys are for the sheet that went, not for the case of the test that comes after
    }

    private int sheets() {
        return Toolkit.ask(() -> desk.scene().getRoot().lookupAll(".sheet").size());
    }

    @Test
    void anUnsureVerdictAsksForASecondOpinion() {
        ReviewCase first = desk.current();

        desk.commit(KeyCode.DIGIT9, KeyCode.SHIFT);

        Verdict verdict = desk.history(first.item().id()).getFirst();
        assertThat(verdict.finding().orElseThrow().sure()).isFalse();
        assertThat(desk.lines(verdict)).containsExactly("VERDICT_DECIDED");
        List<String> filed = desk.desk.database.inTransaction(tx -> tx.createQuery("select stage from review_task where item_id = :item and filed_by = :verdict")
                .bind("item", first.item().id()).bind("verdict", verdict.id()).mapTo(String.class).list());
        assertThat(filed).hasSize(1);
    }

    @Test
    void whatWasTakenBackIsMadeAnew() {
        ReviewCase first = desk.current();
        desk.commit(KeyCode.DIGIT9);

        desk.commit(KeyCode.Z);
        assertThat(desk.current().item()).isEqualTo(first.item());
        desk.commit(KeyCode.Z, KeyCode.SHIFT);

        assertThat(desk.history(first.item().id())).extracting(Verdict::kind).containsExactly(VerdictKind.DECIDED, VerdictKind.UNDONE, VerdictKind.DECIDED);
        assertThat(desk.current().item()).isNotEqualTo(first.item());
    }
}
