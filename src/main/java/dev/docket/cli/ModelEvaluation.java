package dev.docket.cli;

import dev.docket.classify.Classifier;
import dev.docket.classify.ModelScore;
import dev.docket.classify.ScoringException;
import dev.docket.decode.ImageDecoder;
import dev.docket.decode.UndecodableImageException;
import dev.docket.metrics.Bootstrap;
import dev.docket.metrics.Estimate;
import dev.docket.metrics.Ranking;
import dev.docket.metrics.ScoredSample;
import dev.docket.progress.Progress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A model measured on pictures whose labels are known.
 *
 * @param pictures how many were scored
 * @param rows one for each label of the model, in its order
 * @param unreadable pictures left out, each with the reason
 */
record ModelEvaluation(int pictures, List<Row> rows, List<String> unreadable) {

    /**
     * One label of the model.
     *
     * @param truth what it is called in the truth
     * @param auc area under the ROC curve, with a bootstrap interval over pictures
     * @param averagePrecision with a bootstrap interval over pictures
     */
    record Row(String label, String truth, int positives, Estimate auc, Estimate averagePrecision) {

        String text() {
            String called = label.equals(truth) ? label : label + " as " + truth;
            return called + ": " + positives + " have it; " + auc.figure().whyUndefined().map(reason -> "nothing to measure, because " + reason)
                    .orElseGet(() -> "AUC " + auc.text() + ", average precision " + averagePrecision.text());
        }
    }

    private record Scored(Set<String> labels, List<ModelScore> scores) {}

    /** @param names what labels of the model are called in the truth, where that differs */
    static ModelEvaluation of(Classifier model, ImageDecoder decoder, List<JudgedPicture> pictures, Map<String, String> names, Progress progress) {
        List<Scored> scored = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        for (JudgedPicture picture : pictures) {
            progress.at(scored.size() + unreadable.size(), pictures.size(), picture.name());
            try {
                scored.add(new Scored(picture.labels(), model.score(decoder.decode(picture.bytes().read()))));
            } catch (IOException | UndecodableImageException | ScoringException e) {
                unreadable.add(picture.name() + ": " + e.getMessage());
            }
        }
        List<Row> rows = new ArrayList<>();
        if (!scored.isEmpty()) {
            for (int l = 0; l < scored.getFirst().scores().size(); l++) {
                String label = scored.getFirst().scores().get(l).label();
                rows.add(row(scored, l, label, names.getOrDefault(label, label)));
            }
        }
        return new ModelEvaluation(scored.size(), rows, unreadable);
    }

    private static Row row(List<Scored> scored, int column, String label, String truth) {
        boolean[] has = new boolean[scored.size()];
        double[] score = new double[scored.size()];
        for (int i = 0; i < has.length; i++) {
            has[i] = scored.get(i).labels().contains(truth);
            score[i] = scored.get(i).scores().get(column).score();
        }
        ScoredSample sample = ScoredSample.of(has, score);
        return new Row(label, truth, sample.positives(), Bootstrap.DEFAULT.of(sample, Ranking::rocAuc), Bootstrap.DEFAULT.of(sample, Ranking::averagePrecision));
    }

    Map<String, Object> json() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("pictures", pictures);
        fields.put("labels", rows.stream().map(row -> {
            Map<String, Object> label = new LinkedHashMap<>();
            label.put("label", row.label());
            label.put("truth", row.truth());
            label.put("positives", row.positives());
            label.put("auc", row.auc().json());
            label.put("average_precision", row.averagePrecision().json());
            return label;
        }).toList());
        fields.put("unreadable", unreadable);
        return fields;
    }
}
