package dev.docket.report;

import dev.docket.classify.ModelScore;
import dev.docket.metrics.Rating;
import dev.docket.metrics.aggregate.Aggregation;
import dev.docket.metrics.aggregate.Method;
import dev.docket.metrics.aggregate.Votes;
import dev.docket.metrics.issues.Filter;
import dev.docket.metrics.issues.LabelIssues;
import dev.docket.metrics.issues.Predictions;
import dev.docket.policy.PolicyPack;
import dev.docket.progress.Progress;
import dev.docket.retrain.PolicyScores;
import dev.docket.verdict.Standing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Which findings that count may be wrong: by confident learning over each model's scores of each label, found or not; where people differ; and
 * where their votes put together (one-coin Dawid and Skene) leave the finding under {@link #POSTERIOR}. Pure.
 */
final class LabelDoubts {
    /** As docs/metrics.md has it: what is less sure than this is looked at again. */
    static final double POSTERIOR = 0.8;
    /** Items that a label was found on, and was not, under which a model's scores say nothing of labels. */
    private static final int LEAST_OF_CLASS = 5;
    private static final int ITERATIONS = 100;

    private record Place(String model, String label) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            int models = model.compareTo(other.model);
            return models != 0 ? models : label.compareTo(other.label);
        }
    }

    private record Scored(int item, double score, boolean found) {}

    private final PolicyPack pack;
    private final List<Reviewed> items;
    private final Map<UUID, List<ModelScore>> scores;
    private final Map<Integer, Double> likelihoods = new HashMap<>();
    private final Map<Integer, String> hints = new HashMap<>();

    private LabelDoubts(Gathered all, PolicyPack pack) {
        this.pack = pack;
        this.items = all.settled().stream().filter(item -> item.state() == Standing.State.DECIDED).toList();
        this.scores = all.scores;
    }

    /** Those with most to say against them first, then the least likely. */
    static List<Suspect> of(Gathered all, PolicyPack pack, Progress progress) {
        LabelDoubts doubts = new LabelDoubts(all, pack);
        doubts.askModels(progress);
        Map<Integer, Double> posteriors = doubts.posteriors(progress);
        List<Suspect> suspects = new ArrayList<>();
        for (int i = 0; i < doubts.items.size(); i++) {
            Suspect suspect = doubts.suspect(i, posteriors);
            if (!suspect.why().isEmpty()) {
                suspects.add(suspect);
            }
        }
        suspects.sort(Comparator.comparingInt((Suspect each) -> -each.why().size()).thenComparingDouble(Suspect::least).thenComparing(each -> each.item().toString()));
        return suspects;
    }

    private Suspect suspect(int i, Map<Integer, Double> posteriors) {
        Reviewed item = items.get(i);
        Vote counts = item.deciding().orElseThrow();
        int differing = (int) item.votes().stream().filter(vote -> !vote.label().equals(counts.label())).count();
        OptionalDouble posterior = posteriors.containsKey(i) ? OptionalDouble.of(posteriors.get(i)) : OptionalDouble.empty();
        List<String> why = new ArrayList<>();
        if (likelihoods.containsKey(i)) {
            why.add(Suspect.MODEL);
        }
        if (differing > 0) {
            why.add(Suspect.VOTES);
        }
        if (posterior.isPresent() && posterior.getAsDouble() < POSTERIOR) {
            why.add(Suspect.POSTERIOR);
        }
        return new Suspect(item.item(), counts.verdict(), ErrorSheet.title(pack, counts.label()), hints.getOrDefault(i, ""), why,
                likelihoods.containsKey(i) ? OptionalDouble.of(likelihoods.get(i)) : OptionalDouble.empty(), item.votes().size(), differing, posterior, counts.at());
    }

    private void askModels(Progress progress) {
        Map<Place, List<Scored>> places = new TreeMap<>();
        for (int i = 0; i < items.size(); i++) {
            int at = i;
            Vote vote = items.get(i).deciding().orElseThrow();
            scores.getOrDefault(items.get(i).item(), List.of()).forEach(score -> PolicyScores.rule(pack, score).ifPresent(rule ->
                    places.computeIfAbsent(new Place(score.model() + "@" + score.version(), rule.label()), _ -> new ArrayList<>())
                            .add(new Scored(at, score.score(), vote.labels().contains(rule.label())))));
        }
        places.forEach((place, scored) -> {
            progress.stopIfCancelled();
            long found = scored.stream().filter(Scored::found).count();
            if (scored.size() >= Sheet.LEAST && Math.min(found, scored.size() - found) >= LEAST_OF_CLASS) {
                ask(place.label(), scored);
            }
        });
    }

    private void ask(String label, List<Scored> scored) {
        Predictions predictions = new Predictions(scored.stream().map(each -> Integer.toString(each.item())).toList(), List.of("other", label),
                scored.stream().mapToInt(each -> each.found() ? 1 : 0).toArray(), scored.stream().map(each -> new double[] {1 - each.score(), each.score()}).toArray(double[][]::new));
        for (int place : LabelIssues.of(predictions, Filter.PRUNE_BY_NOISE_RATE).places()) {
            Scored suspected = scored.get(place);
            double likelihood = suspected.found() ? suspected.score() : 1 - suspected.score();
            if (likelihood < likelihoods.getOrDefault(suspected.item(), 2.0)) {
                likelihoods.put(suspected.item(), likelihood);
                hints.put(suspected.item(), suspected.found() ? "" : ErrorSheet.title(pack, label));
            }
        }
    }

    /** Of each item's finding; none where too few items have several votes to tell people's skill. */
    private Map<Integer, Double> posteriors(Progress progress) {
        Map<Integer, Double> posteriors = new HashMap<>();
        if (items.stream().filter(item -> people(item) > 1).count() < Sheet.LEAST) {
            return posteriors;
        }
        List<Rating> ratings = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            Map<UUID, String> last = new TreeMap<>();
            items.get(i).votes().forEach(vote -> last.put(vote.person(), vote.label()));
            String item = Integer.toString(i);
            last.forEach((person, label) -> ratings.add(new Rating(item, person.toString(), label)));
        }
        Votes votes = Votes.of(ratings);
        if (votes.labels().size() < 2) {
            return posteriors;
        }
        Aggregation together = Method.ONE_COIN.of(votes, ITERATIONS, progress);
        for (int v = 0; v < votes.items().size(); v++) {
            int i = Integer.parseInt(votes.items().get(v));
            int label = votes.labels().indexOf(items.get(i).deciding().orElseThrow().label());
            if (label >= 0) {
                posteriors.put(i, together.posterior()[v][label]);
            }
        }
        return posteriors;
    }

    private static long people(Reviewed item) {
        return item.votes().stream().map(Vote::person).distinct().count();
    }
}
