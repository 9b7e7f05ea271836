package dev.docket.quality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.desk.Desk;
import dev.docket.dsa.Batch;
import dev.docket.dsa.Prepared;
import dev.docket.export.LabelledItem;
import dev.docket.export.Selection;
import dev.docket.export.Splits;
import dev.docket.item.ImageItem;
import dev.docket.item.ItemFacts;
import dev.docket.item.Items;
import dev.docket.item.Source;
import dev.docket.item.StandIns;
import dev.docket.policy.Disposition;
import dev.docket.policy.PolicyDecision;
import dev.docket.policy.Severity;
import dev.docket.progress.Progress;
import dev.docket.provenance.ProvenanceReport;
import dev.docket.queue.LeasedTask;
import dev.docket.report.Period;
import dev.docket.report.PeriodFigures;
import dev.docket.retrain.TrainingSet;
import dev.docket.settings.NoHold;
import dev.docket.storage.CanonicalJson;
import dev.docket.storage.ContentHash;
import dev.docket.verdict.Shown;
import dev.docket.verdict.Standing;
import dev.docket.verdict.Verdict;
import dev.docket.verdict.VerdictDesk;
import dev.docket.verdict.VerdictKind;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One desk, one decision that counts and one on what stands in for it: whoever reads verdicts finds the first alone. */
class GoldenCountsNowhereTest {
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    @TempDir
    private Path folder;

    @Test
    void noExportStatementTrainingRowOrFigureHasIt() throws Exception {
        try (Desk desk = Desk.open(NoHold.in(folder), CLOCK)) {
            UUID original = admit(desk, "a picture", 1);
            decide(desk, original);
            desk.golden.mark(original, "it sells something");
            admit(desk, "another picture", 2);
            assertThat(new GoldenStream(desk.database, desk.queue, desk.policy.pack(), desk.audit, CLOCK, QualityRoom.ALWAYS).round()).isEqualTo(1);
            UUID standIn = desk.database.<List<UUID>>inTransaction(tx -> StandIns.of(tx, original)).getFirst();

            Verdict answer = decide(desk, standIn);

            assertThat(desk.golden.answer(answer.id())).get().extracting(GoldenAnswer::isRight).isEqualTo(true);
            for (Selection selection : List.of(Selection.ALL, Selection.ALL.withGold(true))) {
                var set = desk.exports.preview(selection, Splits.Grouping.NEAR_DUPLICATES);
                assertThat(set.items()).extracting(LabelledItem::item).extracting(ImageItem::id).containsExactly(original);
                assertThat(set.leftOut().values().stream().mapToLong(Long::longValue).sum()).as("nor is it counted as left out").isLessThanOrEqualTo(1);
                assertThat(TrainingSet.of(set, desk.policy.pack()).examples()).allMatch(example -> example.item().id().equals(original));
            }
            assertThat(desk.exports.dealt(Splits.Grouping.NEAR_DUPLICATES)).doesNotContainKey(standIn);
            Batch statements = desk.statements.read(Optional.empty(), Progress.NONE);
            assertThat(statements.statements()).extracting(Prepared::item).containsExactly(original);
            PeriodFigures figures = desk.report.figures(new Period(LocalDate.parse("2026-11-20"), LocalDate.parse("2026-11-20")));
            assertThat(figures.decisions()).isEqualTo(1);
            assertThat(figures.admitted()).isEqualTo(2);
            assertThat(desk.database.<List<Standing>>inTransaction(desk.verdicts::standings)).extracting(Standing::item).containsExactly(original);
            assertThat(desk.database.<List<Verdict>>inTransaction(desk.verdicts::current)).extracting(Verdict::itemId).containsExactly(original);
            List<UUID> told = new ArrayList<>();
            desk.database.transact(tx -> desk.verdicts.histories(tx, Instant.EPOCH, NOW.plusSeconds(60), events -> told.add(events.getFirst().itemId())));
            assertThat(told).as("for the dashboard").containsExactly(original);
            assertThat(desk.appeals.lodge(standIn, dev.docket.verdict.Appeals.Source.DESK, "why", desk.self.id())).isEmpty();
        }
    }

    private static UUID admit(Desk desk, String picture, int n) throws Exception {
        byte[] bytes = picture.getBytes(StandardCharsets.UTF_8);
        ContentHash address = desk.blobs.put(bytes);
        Source source = new Source("feed", "post-" + (4710 + n));
        ItemFacts facts = ItemFacts.NONE.flagged(Optional.of(ItemFacts.FlaggedBy.NOTICE), Optional.of(NOW.minusSeconds(600)));
        ImageItem item = new ImageItem(Items.idOf(source), source, address, bytes.length, "image/png", 2, 2, NOW.minusSeconds(60), NOW.minusSeconds(30), facts);
        PolicyDecision decision = new PolicyDecision(desk.policy.pack().ref(), Disposition.REVIEW, "general", "*", List.of(), "open", Severity.S0,
                Optional.empty(), 1, List.of(), List.of());
        desk.database.transact(tx -> {
            desk.items.add(tx, item, CanonicalJson.write(ProvenanceReport.NONE));
            desk.policies.put(tx, item.id(), decision);
            desk.queue.enqueue(tx, item.id(), decision);
        });
        return item.id();
    }

    private static Verdict decide(Desk desk, UUID item) {
        LeasedTask task = desk.database.inTransaction(tx -> {
            List<LeasedTask> all = desk.queue.lanes(tx).stream().flatMap(l -> desk.queue.claim(tx, desk.self.id(), l.id(), 10).stream()).toList();
            LeasedTask mine = all.stream().filter(one -> one.itemId().equals(item)).findFirst().orElseThrow();
            desk.queue.release(tx, desk.self.id(), all.stream().map(LeasedTask::taskId).filter(id -> !id.equals(mine.taskId())).toList());
            return mine;
        });
        Shown shown = new Shown(ContentHash.of(new byte[0]), true, List.of(), List.of(), "0".repeat(64), "open", true, List.of(), 5);
        Verdict verdict = new Verdict(UUID.randomUUID(), task.taskId(), item, task.round(), 0, VerdictKind.DECIDED, desk.self.id(), task.epoch(),
                Optional.of(QualityRoom.finding("spam_scam")), Optional.empty(), desk.policy.pack().ref(), shown, NOW);
        assertThat(desk.verdictDesk.record(verdict)).isEqualTo(VerdictDesk.Outcome.ACCEPTED);
        return verdict;
    }
}
