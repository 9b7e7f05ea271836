package dev.docket.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.classify.ModelScore;
import dev.docket.policy.PolicyFile;
import dev.docket.policy.PolicyPack;
import dev.docket.policy.Severity;
import dev.docket.progress.Progress;
import dev.docket.verdict.Standing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Labels that are wrong by construction are found, and nobody is named with them. */
class LabelDoubtsTest {
    private static final PolicyPack PACK = PolicyFile.shipped();
    private static final Period DAY = new Period(LocalDate.parse("2026-11-22"), LocalDate.parse("2026-11-22"));
    private static final Instant AT = Instant.parse("2026-11-22T09:00:00Z");
    private static final UUID BEN = new UUID(7, 1);
    private static final UUID CARLA = new UUID(7, 2);
    private static final UUID DORA = new UUID(7, 3);

    private final Gathered all = new Gathered(DAY);
    private final List<UUID> wrong = new ArrayList<>();

    private static Vote vote(UUID person, String label) {
        return new Vote(UUID.randomUUID(), person, List.of(label), "allow", Severity.S1, true, AT, "pack@1", false, true, true);
    }

    private UUID item(int number, Vote... votes) {
        UUID id = new UUID(1, number);
        all.reviewed.add(new Reviewed(id, Standing.State.DECIDED, Optional.of(votes[0]), false, Optional.of(votes[0]), List.of(votes), List.of(votes)));
        return id;
    }

    /** 400 items that a model tells apart well; one in twenty was labelled the other way round. */
    private void confusedLabels() {
        SplittableRandom random = new SplittableRandom(5);
        for (int n = 0; n < 400; n++) {
            boolean spam = n % 4 == 0;
            boolean mistaken = n % 20 == 7 || n % 20 == 8;
            UUID id = item(n, vote(BEN, spam != mistaken ? "spam_scam" : "benign"));
            double score = spam ? 0.75 + 0.25 * random.nextDouble() : 0.25 * random.nextDouble();
            all.scores.put(id, List.of(new ModelScore("forensic-starter", "1.0.0", "overlay", score, 0.5)));
            if (mistaken) {
                wrong.add(id);
            }
        }
    }

    @Test
    void confidentLearningFindsLabelsThatWereMixedUp() {
        confusedLabels();

        List<Suspect> suspects = LabelDoubts.of(all, PACK, Progress.NONE);

        assertThat(suspects.stream().map(Suspect::item)).as("no right label is doubted").isSubsetOf(wrong).hasSizeGreaterThanOrEqualTo(wrong.size() * 8 / 10);
        assertThat(suspects).allSatisfy(suspect -> assertThat(suspect.likelihood().orElseThrow()).isLessThan(0.3));
        assertThat(suspects.toString()).doesNotContain(BEN.toString());
    }

    @Test
    void whereVotesDifferAndWhereTheyAreWeakIsToldApart() {
        for (int n = 0; n < 60; n++) {
            String label = n % 2 == 0 ? "spam_scam" : "benign";
            item(n, vote(BEN, label), vote(CARLA, label), vote(DORA, n % 5 == 0 ? n % 2 == 0 ? "benign" : "spam_scam" : label));
        }
        UUID alone = item(100, vote(DORA, "spam_scam"), vote(BEN, "benign"));

        List<Suspect> suspects = LabelDoubts.of(all, PACK, Progress.NONE);

        Suspect first = suspects.getFirst();
        assertThat(first.item()).isEqualTo(alone);
        assertThat(first.why()).containsExactly("votes", "posterior");
        assertThat(first.posterior().orElseThrow()).isLessThan(LabelDoubts.POSTERIOR);
        assertThat(suspects).hasSize(13).allSatisfy(suspect -> assertThat(suspect.differing()).isEqualTo(1));
    }

    @Test
    void fewItemsRaiseNoDoubtByModelsOrVotes() {
        Stream.iterate(0, n -> n + 1).limit(10).forEach(n -> all.scores.put(item(n, vote(BEN, n < 5 ? "spam_scam" : "benign")), List.of(new ModelScore("forensic-starter", "1.0.0", "overlay", n < 5 ? 0.1 : 0.9, 0.5))));

        assertThat(LabelDoubts.of(all, PACK, Progress.NONE)).isEmpty();
    }
}
