package dev.docket.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Five reviewers of known skill, each with a vote on every sample. */
final class SimulatedReviewers {

    /** @param accuracy share of right answers; a spammer answers without looking when it does not happen to be right */
    record Reviewer(String id, double accuracy, boolean spammer) {}

    static final List<Reviewer> ALL = List.of(
            new Reviewer("sim-1", .95, false), new Reviewer("sim-2", .90, false), new Reviewer("sim-3", .85, false),
            new Reviewer("sim-4", .80, false), new Reviewer("sim-5", .50, true));
    private static final List<String> LABELS =
            List.of("benign", "undisclosed_synthetic", "spam_scam", "hate_symbols", "graphic_violence", "likeness", "civic_deception");

    private SimulatedReviewers() {}

    static List<Map<String, Object>> votes(Sample sample) {
        List<Map<String, Object>> votes = new ArrayList<>();
        for (Reviewer reviewer : ALL) {
            SplittableRandom random = new SplittableRandom(SamplePlan.SEED * 7 + sample.number() * 31L + reviewer.id().charAt(4));
            double accuracy = reviewer.spammer() ? reviewer.accuracy() : reviewer.accuracy() + (sample.ambiguous() ? -.14 : .025);
            boolean right = random.nextDouble() < accuracy;
            Map<String, Object> vote = new LinkedHashMap<>();
            vote.put("reviewer", reviewer.id());
            vote.put("item", sample.id());
            vote.put("label", right ? sample.kind().label : wrong(sample, reviewer, random));
            vote.put("unsure", !reviewer.spammer() && random.nextDouble() < (sample.ambiguous() ? .4 : right ? .04 : .2));
            vote.put("ms", milliseconds(sample, reviewer, random));
            votes.add(vote);
        }
        return votes;
    }

    private static String wrong(Sample sample, Reviewer reviewer, SplittableRandom random) {
        List<String> choices = new ArrayList<>(reviewer.spammer() ? LABELS : sample.kind().mistakenFor);
        choices.removeIf(sample.kind().label::equals);
        return choices.get(random.nextInt(choices.size()));
    }

    private static long milliseconds(Sample sample, Reviewer reviewer, SplittableRandom random) {
        double usual = reviewer.spammer() ? 6.6 : sample.ambiguous() ? 8.7 : 8.0;
        return Math.round(StrictMath.exp(usual + .35 * Passes.bell(random)));
    }
}
