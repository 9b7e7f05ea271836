package dev.docket.ui.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.export.BlurDesk;
import dev.docket.export.DecisionSetVerifier;
import dev.docket.export.Format;
import dev.docket.export.Selection;
import dev.docket.export.SmallDesk;
import dev.docket.export.Splits;
import dev.docket.ui.common.Background;
import dev.docket.ui.export.ExportViewModel.Situation;
import java.nio.file.Files;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.List;
import java.util.TreeMap;
import java.util.Queue;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportViewModelTest {
    @TempDir
    private Path folder;
    private SmallDesk desk;
    private ExportViewModel model;
    private SetWriting.Hiding hiding = (set, manifest, target, progress) -> new BlurDesk.Written(target, set.withImages().size(), 1, new TreeMap<>());

    @BeforeEach
    void open() {
        desk = new SmallDesk(folder);
        desk.decide(desk.admit("a", "news-desk", false), "benign");
        desk.decide(desk.admit("b", "other-feed", false), "spam_scam");
        desk.admit("c", "other-feed", false);
        model = model(new Background(Runnable::run, Runnable::run));
        model.refresh();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void thePreviewCountsLabelsWithATotal() {
        List<Preview.Line> lines = model.previewProperty().get().lines(desk.pack, "Total");

        assertThat(lines).extracting(Preview.Line::title).containsExactly(desk.pack.label("benign").shortTitle(), desk.pack.label("spam_scam").shortTitle(), "Total");
        assertThat(lines).extracting(Preview.Line::items).containsExactly(1L, 1L, 2L);
        assertThat(model.situationProperty().get()).isEqualTo(Situation.READY);
    }

    @Test
    void aFilterNarrowsThePreviewAndComesOffAgain() throws Exception {
        model.order().select(Selection.parse("source=news-desk"));
        assertThat(model.previewProperty().get().set().items()).hasSize(1);

        model.order().select(Condition.SOURCE.without(model.order().selectionProperty().get()));
        assertThat(model.previewProperty().get().set().items()).hasSize(2);
    }

    @Test
    void anEmptySetNamesTheFilterThatEmptiedIt() throws Exception {
        model.order().select(Selection.parse("source=news-desk label=spam_scam"));

        assertThat(model.situationProperty().get()).isEqualTo(Situation.EMPTY);
        assertThat(model.previewProperty().get().set().emptiedBy()).contains("label=spam_scam");
        model.write();
        assertThat(model.situationProperty().get()).isEqualTo(Situation.EMPTY);
    }

    @Test
    void theLastFormatCannotBeTakenAway() {
        model.order().choose(Format.CSV, false);
        model.order().choose(Format.IMAGEFOLDER, false);
        model.order().choose(Format.JSONL, false);

        assertThat(model.order().property().get().formats()).isEqualTo(Set.of(Format.JSONL));
        assertThat(model.previewProperty().get().manifest().counts().images()).isZero();
    }

    @Test
    void theSetIsWrittenCheckedAndTheNextOneGetsAFolderOfItsOwn() throws IOException {
        Path first = model.targetProperty().get();
        model.write();

        assertThat(model.situationProperty().get()).isEqualTo(Situation.WRITTEN);
        assertThat(model.writtenProperty().get().manifestHash()).isEqualTo(DecisionSetVerifier.verify(first).manifestHash().orElseThrow());
        model.verify();
        assertThat(model.checkedProperty().get().findings()).isEmpty();

        model.startOver();
        assertThat(model.situationProperty().get()).isEqualTo(Situation.READY);
        assertThat(model.targetProperty().get()).isEqualTo(first.resolveSibling(first.getFileName() + "-2"));
    }

    @Test
    void whatWasChangedAfterwardsIsToldByTheCheck() throws IOException {
        model.write();
        Files.writeString(model.targetProperty().get().resolve("data.csv"), "other");
        model.verify();

        assertThat(model.checkedProperty().get().findings()).isNotEmpty();
    }

    @Test
    void aDecisionMadeSinceThePreviewIsShownBeforeAnythingIsSigned() {
        desk.decide(desk.admit("d", "news-desk", false), "benign");

        model.write();

        assertThat(model.targetProperty().get()).doesNotExist();
        assertThat(model.noticeProperty().get()).contains("since the preview");
        assertThat(model.previewProperty().get().set().items()).hasSize(3);
        model.write();
        assertThat(model.situationProperty().get()).isEqualTo(Situation.WRITTEN);
    }

    @Test
    void aFolderThatFilledUpMeanwhileIsToldAndLeftAlone() throws IOException {
        Files.createDirectories(model.targetProperty().get());
        Files.writeString(model.targetProperty().get().resolve("mine"), "mine");

        model.write();

        assertThat(model.situationProperty().get()).isEqualTo(Situation.READY);
        assertThat(model.noticeProperty().get()).contains("is not empty");
    }

    @Test
    void anOlderAnswerNeverReplacesAYoungerOne() throws Exception {
        Queue<Runnable> waiting = new ArrayDeque<>();
        ExportViewModel slow = model(new Background(waiting::add, Runnable::run));
        slow.refresh();
        slow.order().select(Selection.parse("source=news-desk"));
        Runnable older = waiting.remove();
        waiting.remove().run();
        older.run();

        assertThat(slow.previewProperty().get().set().items()).hasSize(1);
    }

    @Test
    void aStoppedExportLeavesNothingAndSaysSo() {
        Queue<Runnable> waiting = new ArrayDeque<>();
        ExportViewModel slow = model(new Background(waiting::add, Runnable::run));
        slow.refresh();
        waiting.remove().run();
        slow.write();
        assertThat(slow.situationProperty().get()).isEqualTo(Situation.WRITING);
        slow.cancel();
        waiting.remove().run();
        waiting.remove().run();

        assertThat(slow.noticeProperty().get()).isEqualTo("Stopped. Nothing was left behind.");
        assertThat(slow.situationProperty().get()).isEqualTo(Situation.READY);
        assertThat(slow.targetProperty().get()).doesNotExist();
    }

    @Test
    void theCommandWritesTheSameSet() throws Exception {
        model.order().select(Selection.parse("source=news-desk label=benign"));
        model.order().choose(Format.CSV, false);
        model.order().group(Splits.Grouping.NEAR_DUPLICATES_AND_UPLOADER);

        assertThat(model.command()).endsWith("decision-set-2026-11-20 --format jsonl,imagefolder --where 'label=benign source=news-desk' --keep-uploaders-together");
        assertThat(model.verifyCommand()).startsWith("docket export verify ").endsWith(" --key " + model.keyId());
    }

    private ExportViewModel model(Background background) {
        return new ExportViewModel(desk.exports, hiding, desk.pack, background, Clock.fixed(SmallDesk.NOW, ZoneOffset.UTC), folder);
    }

    @Test
    void whatIsTypedIsSelectedAndWhatCannotBeHandedOnIsSaid() {
        model.order().hand("lab", "CC-BY-4.0", "contract 7");
        assertThat(model.previewProperty().get().manifest().audience()).isEqualTo("lab");
        assertThat(model.previewProperty().get().manifest().basis()).isEqualTo("contract 7");

        model.order().hand("The Lab", "", "");

        assertThat(model.noticeProperty().get()).startsWith("Not taken over. --audience: 'The Lab' is no name for an audience");
        assertThat(model.order().get().recipe().audience()).contains("lab");
        assertThat(model.command()).contains("--audience lab --licence CC-BY-4.0 --basis 'contract 7'");
    }

    @Test
    void aDeltaIsOfferedOnceThereIsAVersionAndSaysWhereNothingChanged() {
        model.order().call("flags");
        model.write();
        model.startOver();
        assertThat(model.versionsProperty().get()).hasSize(1);

        model.follow(model.versionsProperty().get().getFirst());

        assertThat(model.situationProperty().get()).as(model.noticeProperty().get()).isEqualTo(Situation.EMPTY);
        desk.decide(desk.admit("d", "news-desk", false), "benign");
        model.refresh();
        assertThat(model.situationProperty().get()).isEqualTo(Situation.READY);
        assertThat(model.previewProperty().get().set().items()).hasSize(1);
        assertThat(model.command()).contains("--since flags@1").doesNotContain("--name");
        model.write();
        assertThat(model.writtenProperty().get().manifest().delta()).isTrue();
        assertThat(model.writtenProperty().get().manifest().counts().rows()).isEqualTo(1);
        model.startOver();
        model.followNone();
        assertThat(model.previewProperty().get().set().items()).hasSize(3);
    }

    @Test
    void picturesWithPlacesHiddenAreWrittenBesideTheSetAndAFaultOfThemLeavesTheSet() {
        model.hidingProperty().set(true);
        model.write();
        Path set = model.writtenProperty().get().folder();
        assertThat(model.hidden()).isEqualTo("2 pictures with places hidden in " + set.resolveSibling(set.getFileName() + "-blurred") + ", 1 of them as a whole; none is left out.");
        hiding = (_, _, _, _) -> {
            throw new IOException("The disk is full");
        };
        model = model(new Background(Runnable::run, Runnable::run));
        model.refresh();
        model.hidingProperty().set(true);

        model.write();

        assertThat(model.situationProperty().get()).isEqualTo(Situation.WRITTEN);
        assertThat(model.hidden()).isEqualTo("The set is written, the pictures with places hidden are not: The disk is full");
    }
}
