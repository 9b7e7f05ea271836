package dev.docket.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.classify.ModelScore;
import dev.docket.hash.HashKind;
import dev.docket.hash.Match;
import dev.docket.item.ItemFacts;
import dev.docket.policy.PolicyDecision.PriorityPart;
import dev.docket.provenance.ProvenanceReport;
import dev.docket.provenance.ProvenanceReport.Credentials;
import dev.docket.provenance.ProvenanceReport.Origin;
import dev.docket.provenance.ProvenanceReport.Signal;
import dev.docket.provenance.ProvenanceReport.Strength;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PolicyTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final PolicyPack PACK = PolicyFile.shipped();
    private static final Policy POLICY = new Policy(PACK);

    @Test
    void aScoreOverItsThresholdSaysWhoseItIs() {
        PolicyDecision decision = decide(List.of(vendor("spam_scam", .81)), ProvenanceReport.NONE, ItemFacts.NONE);

        assertThat(decision.suspected()).containsExactly("spam_scam");
        assertThat(decision.lane()).isEqualTo("spam");
        assertThat(decision.severity()).isEqualTo(Severity.S1);
        assertThat(decision.disposition()).isEqualTo(Disposition.REVIEW);
        assertThat(decision.reasons()).contains("Spam or scam .81 by sample-vendor 1.0, at or over its threshold .55");
    }

    @Test
    void aScoreUnderItsThresholdSuspectsNothingButStillCountsForPriority() {
        PolicyDecision under = decide(List.of(vendor("spam_scam", .54)), ProvenanceReport.NONE, ItemFacts.NONE);

        assertThat(under.suspected()).isEmpty();
        assertThat(under.lane()).isEqualTo("general");
        assertThat(under.priority()).isPositive();
        assertThat(under.reasons()).containsExactly("Nothing is suspected, but it was flagged, so a person looks");
    }

    @Test
    void aProcessingTraceWeighsLessThanAVendorsWord() {
        PolicyDecision trace = decide(List.of(new ModelScore("forensic-starter", "1.0.0", "resampling_trace", .9, .5)), ProvenanceReport.NONE, ItemFacts.NONE);
        PolicyDecision vendor = decide(List.of(vendor("undisclosed_synthetic", .9)), ProvenanceReport.NONE, ItemFacts.NONE);

        assertThat(trace.suspected()).isEqualTo(vendor.suspected()).containsExactly("undisclosed_synthetic");
        assertThat(trace.priority()).isLessThan(vendor.priority() / 2);
        assertThat(trace.reasons().getFirst()).contains("sharpening and blurring leave it too");
    }

    @Test
    void theGravestSuspicionPicksTheLaneAndTheStrictestCoverHolds() {
        PolicyDecision decision = decide(
                List.of(vendor("spam_scam", .99), vendor("graphic_violence", .6), vendor("hate_symbols", .7)), ProvenanceReport.NONE, ItemFacts.NONE);

        assertThat(decision.suspected()).containsExactly("spam_scam", "hate_symbols", "graphic_violence");
        assertThat(decision.lane()).isEqualTo("graphic");
        assertThat(decision.display()).isEqualTo("strict");
        assertThat(decision.severity()).isEqualTo(Severity.S2);
    }

    @Test
    void aCriticalSuspicionIsWithheldUntilSomeoneDecides() {
        PolicyDecision decision = decide(List.of(vendor("ncii", .6)), ProvenanceReport.NONE, ItemFacts.NONE);

        assertThat(decision.disposition()).isEqualTo(Disposition.WITHHOLD);
        assertThat(decision.deadline()).contains(NOW.plus(Duration.ofHours(48)));
        assertThat(decision.reasons()).contains(
                "Due by 23 Nov 2026 12:00 UTC, 48 h after it was flagged: Non-consensual intimate, everywhere",
                "Withheld until a person decides: Non-consensual intimate is critical (S4)");
    }

    @Test
    void aKnownChildSafetyPictureIsQuarantinedWhateverElseIsSaid() {
        PolicyDecision decision = POLICY.decide(
                List.of(vendor("ncii", .9)), ProvenanceReport.NONE, List.of(new Match("known", HashKind.PDQ, 4, "minors_safety")), ItemFacts.NONE, NOW);

        assertThat(decision.disposition()).isEqualTo(Disposition.QUARANTINE);
        assertThat(decision.display()).isEqualTo("none");
    }

    @Test
    void aDisclosedAiPictureIsLookedAtAndAWeakHintIsNot() {
        PolicyDecision stated = decide(List.of(), stating(Strength.METADATA), ItemFacts.NONE);
        PolicyDecision hinted = decide(List.of(), stating(Strength.HINT), ItemFacts.NONE);

        assertThat(stated.suspected()).containsExactly("undisclosed_synthetic");
        assertThat(stated.reasons()).contains("Metadata says AI made it (Stable Diffusion WebUI), no disclosure seen in the file");
        assertThat(hinted.suspected()).isEmpty();
    }

    @Test
    void reportsAndContradictionsAreToldAndAdded() {
        ProvenanceReport report = new ProvenanceReport(Credentials.NONE, List.of(), List.of(), List.of("a camera and a generator"), List.of(), false);

        PolicyDecision decision = decide(List.of(), report, facts("*", List.of("scam", "scam", "scam", "fake"), 0, 1, null));

        assertThat(decision.reasons()).startsWith("4 people reported it: scam (3), fake", "Sources disagree: a camera and a generator");
        assertThat(decision.parts()).containsExactly(new PriorityPart("Reports", .75), new PriorityPart("Sources disagree", 1.2));
        assertThat(decision.priority()).isEqualTo(1.95);
    }

    @Test
    void credibleReportersAreAPartOfTheSumAndThoseSeldomRightCountLess() {
        ItemFacts facts = facts("*", List.of("scam", "scam"), 0, 1, null);

        assertThat(decide(List.of(), ProvenanceReport.NONE, facts.reportedBy(Optional.of(.5))).parts()).containsExactly(new PriorityPart("Reports", .5));
        assertThat(decide(List.of(), ProvenanceReport.NONE, facts.reportedBy(Optional.of(1.0))).parts()).containsExactly(new PriorityPart("Reports", .5), new PriorityPart("Reporters' credibility", .25));
        assertThat(decide(List.of(), ProvenanceReport.NONE, facts.reportedBy(Optional.of(.25))).parts()).containsExactly(new PriorityPart("Reports", .293));
        assertThat(decide(List.of(), ProvenanceReport.NONE, facts.reportedBy(Optional.of(0.0))).parts()).isEmpty();
    }

    @Test
    void aLegalClockRunsFromTheFlagAndTheEarliestBinds() {
        Instant flagged = NOW.minus(Duration.ofHours(1));
        List<ModelScore> scores = List.of(vendor("undisclosed_synthetic", .9));

        PolicyDecision india = POLICY.decide(scores, ProvenanceReport.NONE, List.of(), facts("IN", List.of(), 0, 1, NOW.plusSeconds(36_000)), flagged, NOW);
        PolicyDecision feed = POLICY.decide(scores, ProvenanceReport.NONE, List.of(), facts("IN", List.of(), 0, 1, NOW.plusSeconds(60)), flagged, NOW);
        PolicyDecision japan = POLICY.decide(scores, ProvenanceReport.NONE, List.of(), facts("JP", List.of(), 0, 1, null), flagged, NOW);

        assertThat(india.jurisdiction()).isEqualTo("IN");
        assertThat(india.deadline()).contains(flagged.plus(Duration.ofHours(3)));
        assertThat(feed.deadline()).contains(NOW.plusSeconds(60));
        assertThat(feed.reasons()).contains("Due by 21 Nov 2026 12:01 UTC, as the feed asks");
        assertThat(japan.jurisdiction()).isEqualTo("*");
        assertThat(japan.deadline()).isEmpty();
    }

    @Test
    void deadlinesPressHarderTheNearerTheyAre() {
        double[] added = {24, 12, 6, 1, 0, -5};
        List<Double> points = new ArrayList<>();
        for (double hours : added) {
            Instant deadline = NOW.plusSeconds((long) (hours * 3600));
            points.add(decide(List.of(), ProvenanceReport.NONE, facts("*", List.of(), 0, 1, deadline)).priority());
        }

        assertThat(points).containsExactly(0.0, 1.0, 2.25, 3.674, 4.0, 4.0);
    }

    @Test
    void whatNothingCouldLookIntoIsNeverReleased() throws PolicyFormatException {
        Policy lenient = new Policy(PolicyFile.parse("p", PACK.text().replace("release: never", "release: nothing_suspected")));
        PolicyDecision unseen = lenient.decide(List.of(), ProvenanceReport.NONE, List.of(), ItemFacts.NONE, NOW).unseen("It cannot be shown here");
        PolicyDecision suspected = POLICY.decide(List.of(vendor("spam_scam", .9)), ProvenanceReport.NONE, List.of(), ItemFacts.NONE, NOW);

        assertThat(unseen.disposition()).isEqualTo(Disposition.REVIEW);
        assertThat(unseen.reasons()).containsExactly("It cannot be shown here");
        assertThat(suspected.unseen("It cannot be shown here").reasons())
                .containsAll(suspected.reasons()).endsWith("It cannot be shown here");
    }

    @Test
    void onlyAPackThatSaysSoReleasesUnseen() throws PolicyFormatException {
        Policy lenient = new Policy(PolicyFile.parse("p", PACK.text().replace("release: never", "release: nothing_suspected")));

        assertThat(POLICY.decide(List.of(), ProvenanceReport.NONE, List.of(), ItemFacts.NONE, NOW).disposition()).isEqualTo(Disposition.REVIEW);
        assertThat(lenient.decide(List.of(), ProvenanceReport.NONE, List.of(), ItemFacts.NONE, NOW).disposition()).isEqualTo(Disposition.RELEASE);
        assertThat(lenient.decide(List.of(vendor("spam_scam", .1)), ProvenanceReport.NONE, List.of(), ItemFacts.NONE, NOW).disposition()).isEqualTo(Disposition.RELEASE);
        assertThat(lenient.decide(List.of(), stating(Strength.HINT), List.of(), ItemFacts.NONE, NOW).disposition()).isEqualTo(Disposition.REVIEW);
        assertThat(lenient.decide(List.of(), ProvenanceReport.NONE, List.of(), facts("*", List.of("odd"), 0, 1, null), NOW).disposition()).isEqualTo(Disposition.REVIEW);
        assertThat(lenient.decide(List.of(), ProvenanceReport.NONE, List.of(new Match("b", HashKind.PDQ, 1, "unheard")), ItemFacts.NONE, NOW).disposition()).isEqualTo(Disposition.REVIEW);
    }

    @Test
    void aModelThePolicyHasNoRuleForIsNotPassedOverInSilence() {
        PolicyDecision decision = decide(List.of(new ModelScore("other", "2", "nsfw", .93, .5)), ProvenanceReport.NONE, ItemFacts.NONE);

        assertThat(decision.reasons()).contains("'nsfw' .93 by other 2: the policy has no rule for it");
    }

    @Test
    void hostileTextIsOnePlainLineInAReason() {
        String evil = "scam\u001b[31m\u202Egnp\u200B\n" + "x".repeat(500);

        PolicyDecision decision = decide(List.of(), ProvenanceReport.NONE, facts("*", List.of(evil), 0, 1, null));

        assertThat(decision.reasons().getFirst()).startsWith("One person reported it: scam [31mgnp x").hasSizeLessThan(120).doesNotContain("\n");
    }

    @Test
    void decisionsAreDeterministicMonotoneAndAddUp() {
        Random random = new Random(42);
        for (int i = 0; i < 2_000; i++) {
            List<ModelScore> scores = someScores(random);
            ItemFacts facts = facts(pick(random, List.of("*", "DE", "FR", "IN", "US", "JP")), List.of("r").subList(0, random.nextInt(2)),
                    random.nextLong(1_000_000), 0.1 + random.nextDouble(50), random.nextBoolean() ? null : NOW.plusSeconds(random.nextInt(200_000) - 50_000));
            PolicyDecision one = decide(scores, ProvenanceReport.NONE, facts);
            int raised = random.nextInt(scores.size());
            List<ModelScore> higher = new ArrayList<>(scores);
            ModelScore old = scores.get(raised);
            higher.set(raised, new ModelScore(old.model(), old.version(), old.label(), old.score() + random.nextDouble() * (1 - old.score()), old.threshold()));
            PolicyDecision two = decide(higher, ProvenanceReport.NONE, facts);

            assertThat(decide(scores, ProvenanceReport.NONE, facts)).isEqualTo(one);
            assertThat(two.priority()).isGreaterThanOrEqualTo(one.priority());
            assertThat(two.disposition()).isGreaterThanOrEqualTo(one.disposition());
            assertThat(two.severity()).isGreaterThanOrEqualTo(one.severity());
            assertThat(two.suspected()).containsAll(one.suspected());
            assertThat(thousandths(one.parts().stream().mapToLong(p -> thousandths(p.value())).sum() / 1000.0)).isEqualTo(thousandths(one.priority()));
            PolicyDecision anywhere = decide(scores, ProvenanceReport.NONE, facts("*", facts.reports(), facts.views().get(), facts.viewHours().get(), facts.deadline().orElse(null)));
            assertThat(one.severity()).isGreaterThanOrEqualTo(anywhere.severity());
            assertThat(one.disposition()).isGreaterThanOrEqualTo(anywhere.disposition());
            assertThat(PACK.displayProfiles().get(one.display()).strictness()).isGreaterThanOrEqualTo(PACK.displayProfiles().get(anywhere.display()).strictness());
            assertThat(one.deadline().orElse(Instant.MAX)).isBeforeOrEqualTo(anywhere.deadline().orElse(Instant.MAX));
        }
    }

    private static long thousandths(double points) {
        return Math.round(points * 1000);
    }

    private static List<ModelScore> someScores(Random random) {
        List<ModelScore> scores = new ArrayList<>();
        for (int n = 1 + random.nextInt(4); n > 0; n--) {
            scores.add(new ModelScore("m" + n, "1", pick(random, PACK.labels()).id(), random.nextDouble(), random.nextDouble()));
        }
        return scores;
    }

    private static <T> T pick(Random random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private static PolicyDecision decide(List<ModelScore> scores, ProvenanceReport provenance, ItemFacts facts) {
        return POLICY.decide(scores, provenance, List.of(), facts, NOW);
    }

    private static ModelScore vendor(String label, double score) {
        return new ModelScore("sample-vendor", "1.0", label, score, .55);
    }

    private static ProvenanceReport stating(Strength strength) {
        return new ProvenanceReport(
                Credentials.NONE, List.of(new Signal("generator", strength, Origin.AI_GENERATED, "Stable Diffusion WebUI", "parameters")),
                List.of(), List.of(), List.of(), false);
    }

    private static ItemFacts facts(String place, List<String> reports, long views, double hours, Instant deadline) {
        return new ItemFacts(
                Optional.empty(), Optional.empty(), place, Optional.empty(), Optional.empty(),
                Optional.of(views), Optional.of(hours), reports, Optional.ofNullable(deadline), false);
    }
}
