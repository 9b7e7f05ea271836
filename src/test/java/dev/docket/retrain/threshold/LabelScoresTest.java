package dev.docket.retrain.threshold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.metrics.Proportions;
import dev.docket.metrics.ScoredSample;
import dev.docket.metrics.ThresholdChoice.Target;
import dev.docket.policy.PolicyPack.ScoreRule;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LabelScoresTest {
    private static final ScoreRule RULE = new ScoreRule("*", "spam", "spam_scam", 1, Optional.empty(), "");

    @Test
    void aHigherThresholdShortensTheQueueByWhatNothingElseFlagsAndMissesMore() {
        LabelScores scores = new LabelScores("m@1", RULE, 0.5, ScoredSample.of(new boolean[] {true, true, true, false, false}, new double[] {0.9, 0.6, 0.4, 0.6, 0.1}), IntStream.range(0, 5).toArray(),
                new double[] {0.95, 0.6, 0.6, 0.2}, new boolean[] {false, true, false, true});

        LabelScores.Effect now = scores.at(scores.now());
        LabelScores.Effect then = scores.at(0.7);

        assertThat(now).isEqualTo(new LabelScores.Effect(0.5, 3, 4, Proportions.rate(1, 3, 0.95), Proportions.rate(1, 3, 0.95)));
        assertThat(then).isEqualTo(new LabelScores.Effect(0.7, 1, 3, Proportions.rate(2, 3, 0.95), Proportions.rate(0, 1, 0.95)));
    }

    @Test
    void aScoreAtTheThresholdIsFlagged() {
        LabelScores scores = new LabelScores("m@1", RULE, 0.5, ScoredSample.of(new boolean[] {true}, new double[] {0.5}), new int[1], new double[] {0.5}, new boolean[1]);

        assertThat(scores.at(0.5).flagged()).isEqualTo(1);
        assertThat(scores.at(0.5).missed().figure().number()).hasValue(0);
    }

    @Test
    void aProposalSaysHowManyVerdictsMoreItTakes() {
        LabelScores few = random(60);
        LabelScores many = random(6000);

        LabelScores.Proposal thin = few.propose(new Target(true, 0.8)).orElseThrow();
        assertThat(thin.choice().enough()).isFalse();
        assertThat(thin.interval().interval().orElseThrow().contains(thin.choice().value())).isTrue();
        assertThat(many.propose(new Target(false, 0.5)).orElseThrow().interval().interval().orElseThrow().high()
                - many.propose(new Target(false, 0.5)).orElseThrow().interval().interval().orElseThrow().low()).isLessThan(0.2);
        assertThat(random(0).propose(new Target(true, 0.8))).isEmpty();
    }

    private static LabelScores random(int n) {
        SplittableRandom random = new SplittableRandom(n);
        boolean[] truth = new boolean[n];
        double[] score = new double[n];
        for (int i = 0; i < n; i++) {
            truth[i] = i % 4 == 0;
            score[i] = Math.clamp((truth[i] ? 0.65 : 0.35) + 0.15 * random.nextGaussian(), 0, 1);
        }
        return new LabelScores("m@1", RULE, 0.5, ScoredSample.of(truth, score), IntStream.range(0, n).toArray(), new double[0], new boolean[0]);
    }
}
