package dev.docket.quality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.policy.DoubleReview;
import dev.docket.policy.PolicyFile;
import dev.docket.policy.PolicyFormatException;
import dev.docket.policy.PolicyPack;
import dev.docket.verdict.PublishHold;
import dev.docket.verdict.Verdict;
import dev.docket.verdict.VerdictKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Which decisions are looked at again by rule, and what is on record of it, on every database. */
abstract class DoubleReviewContract extends QualityCase {
    private static final String ALL = "{random: 1}";
    private static final String NONE = "{random: 0, new_reviewers: {share: 0}, severity: {share: 0}, model: {share: 0}}";

    @Test
    void aDecisionThatIsDrawnIsLookedAtBlindBySomebodyElseAndItsProbabilityIsOnRecord() throws Exception {
        DoubleReviews draws = begun("{random: 0.4, new_reviewers: {first: 200, share: 0.25}, severity: {from: S0, share: 1}}");
        UUID item = room.file("drawn");
        Verdict first = room.anna.decide(item, "spam_scam");
        assertThat(draws.round()).as("held").isZero();
        room.pass(Duration.ofMinutes(2));

        assertThat(draws.round()).isEqualTo(1);
        assertThat(draws.round()).as("once").isZero();

        assertThat(room.anna.claim(item)).as("not their own").isEmpty();
        assertThat(samples()).singleElement().satisfies(sample -> {
            assertThat(sample.verdict()).isEqualTo(first.id());
            assertThat(sample.rule()).isEqualTo(SampleRule.SEVERITY);
            assertThat(sample.probability()).isEqualTo(1);
            assertThat(sample.second()).isEmpty();
            assertThat(sample.differs()).isEmpty();
        });
        Verdict second = room.ben.decide(item, "benign");
        assertThat(second.kind()).isEqualTo(VerdictKind.DISAGREED);
        Verdict settled = room.carla.decide(item, "spam_scam");
        assertThat(settled.kind()).isEqualTo(VerdictKind.ADJUDICATED);
        assertThat(room.lead.database.<Optional<Sample>>inTransaction(tx -> new Samples().of(tx, item))).get().satisfies(sample -> {
            assertThat(sample.first()).isEqualTo("spam_scam");
            assertThat(sample.second()).contains("benign");
            assertThat(sample.secondBy()).contains(room.ben.id());
            assertThat(sample.adjudicated()).contains("spam_scam");
            assertThat(sample.differs()).contains(true);
        });
    }

    @Test
    void ofSeveralRulesTheProbabilityIsThatOfAny() throws Exception {
        DoubleReviews draws = begun("{random: 0.5, new_reviewers: {first: 10, share: 0.9}, severity: {share: 0}, model: {share: 0}}");
        for (int n = 0; n < 12; n++) {
            room.anna.decide(room.file("many " + n), "benign");
            room.pass(Duration.ofSeconds(1));
        }
        room.pass(Duration.ofMinutes(2));

        draws.round();

        assertThat(samples()).isNotEmpty().allSatisfy(sample -> {
            boolean beginner = room.owner.<Instant>inTransaction(tx -> tx.createQuery("select client_at from verdict_event where verdict_id = :id").bind("id", sample.verdict())
                    .mapTo(Instant.class).one()).isBefore(QualityRoom.START.plusSeconds(10));
            assertThat(sample.probability()).isCloseTo(beginner ? 1 - 0.5 * 0.1 : 0.5, Offset.offset(1e-12));
        });
    }

    @Test
    void aModelThatWasSureOfSomethingElseDraws() throws Exception {
        DoubleReviews draws = begun("{random: 0, new_reviewers: {share: 0}, severity: {share: 0}, model: {score: 0.2, share: 1}}");
        room.anna.decide(room.file("against the model"), "benign");
        room.pass(Duration.ofMinutes(2));

        assertThat(draws.round()).isEqualTo(QualityRoom.PACK.scoreRules().stream().anyMatch(rule -> rule.modelLabel().equals("overlay")
                && (rule.model().equals("*") || rule.model().equals("starter")) && !rule.label().equals("benign")) ? 1 : 0);
        assertThat(samples()).allSatisfy(sample -> assertThat(sample.rule()).isEqualTo(SampleRule.MODEL));
    }

    @Test
    void whatIsOffDrawsNothing() throws Exception {
        DoubleReviews draws = begun(NONE);
        room.anna.decide(room.file("left alone"), "spam_scam");
        room.pass(Duration.ofMinutes(2));

        assertThat(draws.round()).isZero();
    }

    @Test
    void checksAndWhatIsLookedAtAgainAnywayAreNotDrawn() throws Exception {
        DoubleReviews draws = begun(ALL);
        UUID standIn = room.dealt("check", "spam_scam");
        room.ben.decide(standIn, "spam_scam");
        UUID unsure = room.file("unsure");
        room.carla.decide(unsure, QualityRoom.finding("spam_scam").withSure(false));
        room.pass(Duration.ofMinutes(2));

        draws.round();

        assertThat(samples()).extracting(Sample::item).isNotEmpty().doesNotContain(standIn, unsure);
    }

    @Test
    void whatWasWrittenAwayFromTheNetworkIsDrawnWhenItArrives() throws Exception {
        DoubleReviews draws = begun(ALL);
        UUID late = room.file("late");
        UUID early = room.file("early");
        Verdict made = room.anna.verdict(room.anna.claim(late).orElseThrow(), QualityRoom.finding("benign"));
        room.pass(Duration.ofMinutes(1));
        room.anna.decide(early, "benign");
        room.pass(Duration.ofMinutes(2));
        assertThat(draws.round()).isEqualTo(1);
        room.anna.desk.record(made);

        room.pass(Duration.ofHours(2));
        draws.round();

        assertThat(samples()).extracting(Sample::item).contains(late, early);
    }

    /** A draw of no decision: from here on what is decided may be drawn. */
    private DoubleReviews begun(String rules) throws PolicyFormatException {
        PolicyPack pack = PolicyFile.parse("test", QualityRoom.PACK.text() + "\ndouble_review: " + rules + "\n");
        DoubleReviews draws = new DoubleReviews(room.feed.database, room.feed.queue, pack, new PublishHold(Duration.ofSeconds(60), room.clock()), room.feed.audit);
        assertThat(draws.round()).isZero();
        return draws;
    }

    private List<Sample> samples() {
        return room.lead.database.inTransaction(tx -> new Samples().since(tx, Instant.EPOCH));
    }

    @Test
    void whatAPackLeavesOutIsAsUsual() {
        assertThat(QualityRoom.PACK.doubleReview()).isEqualTo(DoubleReview.DEFAULT);
    }
}
