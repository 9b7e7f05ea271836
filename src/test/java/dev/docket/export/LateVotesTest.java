package dev.docket.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.verdict.Verdict;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Verdicts that came after their lease had passed to somebody else. */
class LateVotesTest {
    @TempDir
    private Path folder;
    private SmallDesk desk;

    @BeforeEach
    void open() {
        desk = new SmallDesk(folder);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void oneThatAgreesIsAVoteLikeAnother() throws Exception {
        Verdict recorded = desk.decide(desk.admit("a", "news-desk", false), "benign");
        desk.late(recorded, desk.other, "benign");

        LabelledItem item = set(Resolution.MAJORITY).items().getFirst();

        assertThat(item.votes()).hasSize(2);
        assertThat(item.deciding().id()).as("what is on record decides").isEqualTo(recorded.id());
        assertThat(desk.row(item).votes()).extracting(ExportRow.Vote::stage).containsExactly("first", "late");
        assertThat(desk.row(item).finalState()).isEqualTo("decided");
    }

    @Test
    void oneThatDiffersTiesAndTwoOutweigh() throws Exception {
        Verdict recorded = desk.decide(desk.admit("a", "news-desk", false), "benign");
        desk.late(recorded, desk.other, "spam_scam");

        assertThat(set(Resolution.MAJORITY).leftOut()).isEqualTo(Map.of(LeftOut.DISAGREEMENT, 1L));
        assertThat(set(Resolution.SINGLE).items()).singleElement().extracting(LabelledItem::label).isEqualTo("benign");
        LabelledItem soft = set(Resolution.SOFT).items().getFirst();
        assertThat(soft.label()).as("of equals the one on record").isEqualTo("benign");
        assertThat(soft.shares()).isEqualTo(Map.of("benign", 0.5, "spam_scam", 0.5));

        Verdict second = desk.late(recorded, desk.third, "spam_scam");

        LabelledItem outweighed = set(Resolution.MAJORITY).items().getFirst();
        assertThat(outweighed.label()).isEqualTo("spam_scam");
        assertThat(outweighed.late()).hasSize(2).contains(second.id(), outweighed.deciding().id());
        assertThat(outweighed.agreement()).isEqualTo(2 / 3.0);
        assertThat(set(Resolution.SINGLE).items().getFirst().label()).isEqualTo("benign");
        assertThat(set(Resolution.DAWID_SKENE).items().getFirst().shares().keySet()).contains("benign", "spam_scam");
        assertThat(set(Resolution.ADJUDICATED).isEmpty()).isTrue();
    }

    @Test
    void whoHasAVoteAlreadyHasNoOtherAndATakenBackDecisionLeavesNothing() throws Exception {
        UUID item = desk.admit("a", "news-desk", false);
        Verdict recorded = desk.decide(item, "benign");
        desk.late(recorded, desk.self, "spam_scam");
        assertThat(set(Resolution.MAJORITY).items().getFirst().votes()).hasSize(1);

        desk.late(recorded, desk.other, "spam_scam");
        desk.verdictDesk.undo(recorded);

        assertThat(set(Resolution.SOFT).leftOut()).isEqualTo(Map.of(LeftOut.UNDECIDED, 1L));
    }

    @Test
    void itsLabelBindsWhatLeaves() throws Exception {
        Verdict recorded = desk.decide(desk.admit("a", "news-desk", false), "benign");
        desk.late(recorded, desk.other, SmallDesk.KEPT_HERE);

        assertThat(set(Resolution.SINGLE).leftOut()).isEqualTo(Map.of(LeftOut.KEPT_HERE, 1L));
    }

    private DecisionSet set(Resolution rule) throws SelectionException {
        return desk.exports.preview(new Recipe(Selection.ALL, Splits.Grouping.NEAR_DUPLICATES, rule, OptionalInt.empty(), Optional.empty()));
    }
}
