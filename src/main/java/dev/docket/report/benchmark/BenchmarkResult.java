package dev.docket.report.benchmark;

import dev.docket.metrics.Bootstrap;
import dev.docket.metrics.Calibration;
import dev.docket.metrics.Estimate;
import dev.docket.metrics.Figure;
import dev.docket.metrics.Ranking;
import dev.docket.metrics.ScoredSample;
import dev.docket.metrics.ThresholdChoice;
import dev.docket.report.benchmark.BenchmarkScores.Scored;
import dev.docket.storage.ContentHash;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * How a model did on a benchmark. Intervals come from drawing whole families, an original with all fakes made of it.
 *
 * @param model {@code id@version}
 * @param modelHash SHA-256 of its file
 * @param label of the model that was taken for fake
 * @param clip how far scores were kept from 0 and 1 in the log loss
 * @param all over every film
 * @param groups by what the benchmark says of them; those of fewer than {@link #SMALLEST} films have counts only
 */
public record BenchmarkResult(String model, ContentHash modelHash, String label, ContentHash data, double clip, double threshold, Part all, Map<String, Part> groups, List<String> without, List<String> unread) {
    public static final int SMALLEST = 30;
    /** As the challenge's leader board kept scores from 0 and 1. */
    public static final double USUAL_CLIP = 0.01;
    static final List<Double> RECALLS = List.of(0.1, 0.5, 0.9);
    static final int BINS = 10;

    /**
     * Figures over some films.
     *
     * @param figures by name
     * @param precision highest with this recall, Wilson interval
     */
    public record Part(int films, int fakes, int families, Map<String, Estimate> figures, Map<Double, Estimate> precision) {}

    /** @param scores of one film at least */
    public static BenchmarkResult of(String model, ContentHash modelHash, String label, BenchmarkFolder folder, BenchmarkScores scores, double clip, Bootstrap bootstrap) {
        double threshold = scores.films().getFirst().threshold();
        Map<String, List<Scored>> byGroup = new TreeMap<>();
        scores.films().forEach(film -> film.film().group().ifPresent(group -> byGroup.computeIfAbsent(group, _ -> new ArrayList<>()).add(film)));
        Map<String, Part> groups = new LinkedHashMap<>();
        byGroup.forEach((group, films) -> groups.put(group, films.size() >= SMALLEST ? part(films, threshold, clip, bootstrap)
                : new Part(films.size(), fakes(films), families(films).length, Map.of(), Map.of())));
        return new BenchmarkResult(model, modelHash, label, scores.data(), clip, threshold, part(scores.films(), threshold, clip, bootstrap), groups, folder.without(), scores.unread());
    }

    private static Part part(List<Scored> films, double threshold, double clip, Bootstrap bootstrap) {
        boolean[] truth = new boolean[films.size()];
        double[] score = new double[films.size()];
        Map<String, Integer> numbers = new HashMap<>();
        int[] family = new int[films.size()];
        for (int i = 0; i < truth.length; i++) {
            truth[i] = films.get(i).film().fake();
            score[i] = films.get(i).score();
            family[i] = numbers.computeIfAbsent(films.get(i).film().family(), _ -> numbers.size());
        }
        ScoredSample sample = ScoredSample.of(truth, score);
        Bootstrap within = bootstrap.within(40L * films.size());
        Map<String, Estimate> figures = new LinkedHashMap<>();
        Map<String, Function<ScoredSample, Figure>> statistics = new LinkedHashMap<>();
        statistics.put("log_loss", of -> Calibration.logLoss(of, clip));
        statistics.put("log_loss_unclipped", of -> Calibration.logLoss(of, Calibration.CLIP));
        statistics.put("auc", Ranking::rocAuc);
        statistics.put("equal_error_rate", Ranking::equalErrorRate);
        statistics.put("average_precision", Ranking::averagePrecision);
        statistics.put("accuracy", of -> accuracy(of, threshold));
        statistics.put("ece", of -> Calibration.ece(of, BINS));
        statistics.put("brier", Calibration::brier);
        statistics.forEach((name, statistic) -> figures.put(name, within.ofGroups(films.size(), i -> family[i], places -> statistic.apply(sample.at(places)))));
        Map<Double, Estimate> precision = new LinkedHashMap<>();
        RECALLS.forEach(recall -> precision.put(recall, precision(sample, recall, bootstrap.level())));
        return new Part(films.size(), sample.positives(), numbers.size(), figures, precision);
    }

    private static Figure accuracy(ScoredSample sample, double threshold) {
        int right = 0;
        for (int i = 0; i < sample.size(); i++) {
            right += sample.score()[i] >= threshold == sample.truth()[i] ? 1 : 0;
        }
        return Figure.of((double) right / sample.size());
    }

    private static Estimate precision(ScoredSample sample, double recall, double level) {
        Optional<ThresholdChoice> choice = ThresholdChoice.of(sample, new ThresholdChoice.Target(true, recall), level);
        return choice.map(c -> new Estimate(Figure.of(c.precision()), Optional.of(c.precisionInterval()), sample.size()))
                .orElseGet(() -> Estimate.undefined("no film is fake", sample.size()));
    }

    private static int fakes(List<Scored> films) {
        return (int) films.stream().filter(film -> film.film().fake()).count();
    }

    private static String[] families(List<Scored> films) {
        return films.stream().map(film -> film.film().family()).distinct().toArray(String[]::new);
    }

    /** For JSON, with the fields of {@code docs/fairness-and-privacy.md}. */
    public Map<String, Object> json() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("format", "docket.benchmark/1");
        fields.put("model", model);
        fields.put("model_sha256", modelHash.hex());
        fields.put("label", label);
        fields.put("data_sha256", data.hex());
        fields.put("clip", clip);
        fields.put("clip_unclipped", Calibration.CLIP);
        fields.put("threshold", threshold);
        fields.put("bins", BINS);
        fields.putAll(json(all));
        Map<String, Object> byGroup = new LinkedHashMap<>();
        groups.forEach((group, part) -> byGroup.put(group, json(part)));
        fields.put("groups", byGroup);
        fields.put("without_pictures", without);
        fields.put("unread", unread);
        return fields;
    }

    private static Map<String, Object> json(Part part) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("films", part.films());
        fields.put("fakes", part.fakes());
        fields.put("families", part.families());
        if (part.figures().isEmpty()) {
            fields.put("figures", Figure.undefined("only " + part.films() + " films; fewer than " + SMALLEST + " say nothing"));
            return fields;
        }
        part.figures().forEach((name, estimate) -> {
            fields.put(name, estimate.figure());
            fields.put(name + "_interval", estimate.intervalJson());
        });
        Map<String, Object> precision = new LinkedHashMap<>();
        part.precision().forEach((recall, estimate) -> precision.put(Double.toString(recall), estimate.json()));
        fields.put("precision_at_recall", precision);
        return fields;
    }
}
