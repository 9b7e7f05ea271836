package dev.docket.retrain;

import dev.docket.metrics.Bootstrap;
import dev.docket.metrics.Estimate;
import dev.docket.metrics.Ranking;
import dev.docket.metrics.ScoredSample;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * How well somebody who has an item, its verdict and the head can tell whether the head learned from it, by its loss: what was
 * learned from fits better (Yeom et al. 2018, arXiv 1709.01604; as TensorFlow Privacy's threshold attack).
 *
 * @param auc probability that an item learned from fits better than one that was not; 0.5 is a guess
 * @param advantage largest difference of the shares found among both, over all thresholds: 0 is none
 * @param members items learned from, of which at most {@link #MOST} are tried
 * @param others held-out items
 */
public record MembershipAttack(Estimate auc, Estimate advantage, int members, int others) {
    /** Items a side at most; of more, so many are drawn. */
    static final int MOST = 4_000;

    /** @param held rows whose truth is NaN for a label do not count there */
    static MembershipAttack on(LogisticHead head, LabelledFeatures learned, HeldOut held, Bootstrap bootstrap) {
        int[] members = drawn(learned.size());
        int[] others = drawn(held.size());
        double[] fit = new double[members.length + others.length];
        boolean[] truth = new boolean[fit.length];
        for (int i = 0; i < fit.length; i++) {
            truth[i] = i < members.length;
            int row = truth[i] ? members[i] : others[i - members.length];
            fit[i] = truth[i] ? -loss(head, learned.features().get(row), learned.labels(), learned.target()[row])
                    : -loss(head, held.features().get(row), held.labels(), held.truth()[row]);
        }
        ScoredSample sample = ScoredSample.of(truth, fit);
        Bootstrap within = bootstrap.within(40L * fit.length);
        return new MembershipAttack(within.of(sample, Ranking::rocAuc), within.of(sample, Ranking::youden), members.length, others.length);
    }

    /** Summed over the labels that were judged and the head has. */
    private static double loss(LogisticHead head, float[] features, java.util.List<String> labels, double[] target) {
        double[] logits = head.logits(features);
        double loss = 0;
        for (int l = 0; l < logits.length; l++) {
            double t = target[labels.indexOf(head.labels().get(l))];
            if (!Double.isNaN(t)) {
                loss += Math.max(logits[l], 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(logits[l]))) - t * logits[l];
            }
        }
        return loss;
    }

    private static int[] drawn(int size) {
        int[] all = IntStream.range(0, size).toArray();
        SplittableRandom random = new SplittableRandom(size);
        for (int i = 0; i < Math.min(MOST, size); i++) {
            int j = random.nextInt(i, size);
            int swap = all[i];
            all[i] = all[j];
            all[j] = swap;
        }
        return IntStream.of(all).limit(MOST).toArray();
    }

    /** What it found, in a sentence that does not promise what an attack cannot show. */
    public String sentence() {
        return String.format(Locale.ROOT, "Membership attack by loss on %d items learned from and %d held out: AUC %s (0.5 is a guess), advantage %s. One attack that fails proves nothing",
                members, others, auc.text(), advantage.text());
    }
}
