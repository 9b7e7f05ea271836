package dev.docket.ui.models;

import dev.docket.classify.ScoreCalibration;
import dev.docket.metrics.Calibration;
import dev.docket.metrics.Estimate;
import dev.docket.metrics.Figure;
import dev.docket.metrics.Proportions;
import dev.docket.metrics.ScoredSample;
import dev.docket.metrics.fairness.FairnessReport;
import dev.docket.policy.PackApprovals;
import dev.docket.policy.PackRef;
import dev.docket.policy.PackThreshold;
import dev.docket.policy.PolicyFile;
import dev.docket.policy.PolicyPack;
import dev.docket.progress.Progress;
import dev.docket.registry.ModelVersion;
import dev.docket.retrain.calibration.CalibrationStudy;
import dev.docket.retrain.GroupBy;
import dev.docket.retrain.ShadowRun;
import dev.docket.retrain.ShadowRun.Judged;
import dev.docket.retrain.fairness.DeskFairness;
import dev.docket.retrain.fairness.Study;
import dev.docket.retrain.threshold.LabelScores;
import dev.docket.retrain.watch.DriftWindow;
import dev.docket.retrain.watch.Watched;
import dev.docket.storage.ContentHash;
import dev.docket.storage.StorageException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;

/** Studies made up for the tests: a vendor's and a head's scores, a planted bias against one feed, a week in which scores stop coming true. */
final class PaintedStudies implements StudyBench {
    final List<String> told = new ArrayList<>();
    final List<PackApprovals.Request> asked = new ArrayList<>();
    boolean second;
    boolean nothing;
    String silent = "";

    @Override
    public ShadowRun.Outcome shadow(ModelVersion version, Progress progress) {
        told.add("shadow " + version.name());
        return new ShadowRun.Outcome(version.name(), Optional.of("desk-head@0.9.0"), 3, 0, List.of(
                new ShadowRun.Flip(new UUID(1, 1), "3f9a", "undisclosed_synthetic", .31, .78, true, Judged.TOWARDS),
                new ShadowRun.Flip(new UUID(1, 2), "c2d7", "spam_scam", .61, .22, false, Judged.AWAY)));
    }

    @Override
    public Thresholds thresholds(Progress progress) {
        if (!silent.isEmpty()) {
            throw new StorageException(silent);
        }
        PolicyPack pack = PolicyFile.shipped();
        return new Thresholds(nothing ? List.of() : List.of(scores("vendor@1.0", pack, 3), scores("desk-head@1.0.0", pack, 4)), false);
    }

    private static LabelScores scores(String model, PolicyPack pack, int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = 246;
        boolean[] truth = new boolean[n];
        double[] score = new double[n];
        for (int i = 0; i < n; i++) {
            truth[i] = i % 6 == 0;
            score[i] = Math.clamp((truth[i] ? .66 : .34) + .17 * random.nextGaussian(), 0, 1);
        }
        double[] waiting = random.doubles(400).map(u -> u * u).toArray();
        PolicyPack.ScoreRule rule = pack.scoreRules().stream().filter(r -> r.model().equals("*") && r.modelLabel().equals("spam_scam")).findFirst().orElseThrow();
        return new LabelScores(model, rule, .5, ScoredSample.of(truth, score), IntStream.range(0, n).toArray(), waiting, new boolean[400]);
    }

    @Override
    public List<CalibrationStudy> calibrate(ModelVersion version, ScoreCalibration.Method method, Progress progress) {
        LabelScores few = scores(version.name(), PolicyFile.shipped(), 9);
        return nothing ? List.of() : List.of(CalibrationStudy.of(overconfident(version.name()), method),
                CalibrationStudy.of(new LabelScores(few.model(), rule("undisclosed_synthetic"), .5, few.decided(), few.group(), new double[0], new boolean[0]), method));
    }

    @Override
    public ModelVersion keep(ModelVersion version, List<CalibrationStudy> studies) {
        told.add("keep " + version.name() + " " + studies.stream().map(study -> study.label().rule().modelLabel() + " by " + study.method().word()).toList());
        return version;
    }

    /** Scores that come true half as far from even odds as they say. */
    private static LabelScores overconfident(String model) {
        SplittableRandom random = new SplittableRandom(12);
        int n = 900;
        boolean[] truth = new boolean[n];
        double[] score = new double[n];
        for (int i = 0; i < n; i++) {
            double z = 2.2 * random.nextGaussian() - 1;
            score[i] = 1 / (1 + Math.exp(-z));
            truth[i] = random.nextDouble() < 1 / (1 + Math.exp(-(0.5 * z - .4)));
        }
        return new LabelScores(model, rule("spam_scam"), .5, ScoredSample.of(truth, score), IntStream.range(0, n).toArray(), new double[0], new boolean[0]);
    }

    private static PolicyPack.ScoreRule rule(String label) {
        return PolicyFile.shipped().scoreRules().stream().filter(r -> r.model().equals("*") && r.modelLabel().equals(label)).findFirst().orElseThrow();
    }

    @Override
    public List<Study> fairness(GroupBy by, Progress progress) {
        return nothing ? List.of() : List.of(study(DeskFairness.VERDICTS, by, true, 0), study("desk-head@1.0.0", by, false, .2));
    }

    private static Study study(String subject, GroupBy by, boolean parityOnly, double bias) {
        SplittableRandom random = new SplittableRandom(5);
        List<FairnessReport.Decided> decided = new ArrayList<>();
        for (int i = 0; i < 900; i++) {
            String group = i % 50 == 0 ? "user-report" : i % 3 == 0 ? "news-desk" : i % 3 == 1 ? "partner-feed" : "upload-scan";
            boolean harm = random.nextDouble() < .2;
            boolean flagged = random.nextDouble() < (harm ? .85 : .1 + (group.equals("upload-scan") ? bias : 0));
            decided.add(new FairnessReport.Decided(group, harm ? "restricted" : "left up", (parityOnly ? harm : flagged) ? "restricted" : "left up"));
        }
        Map<String, Study.Moderation> beside = parityOnly ? Map.of("news-desk", new Study.Moderation(294, Proportions.rate(4, 61, .95), PaintedBench.estimate(2.4, 2.4, 2.4))) : Map.of();
        return new Study(subject, "the verdict that counts", by, parityOnly, 900, FairnessReport.of(decided, "left up", Optional.of("news-desk"), DeskFairness.SMALLEST, .95), beside);
    }

    @Override
    public List<Watched> watch(Progress progress) {
        return nothing ? List.of() : List.of(watched("desk-head@1.0.0", .2), watched("desk-head@0.9.0", 0));
    }

    private static Watched watched(String model, double off) {
        SplittableRandom random = new SplittableRandom(6);
        boolean[] truth = new boolean[800];
        double[] score = new double[800];
        double[][] first = new double[300][2];
        double[][] last = new double[300][2];
        for (int i = 0; i < 800; i++) {
            score[i] = random.nextDouble();
            truth[i] = random.nextDouble() < Math.max(0, score[i] - off);
        }
        for (int i = 0; i < 300; i++) {
            first[i] = new double[] {random.nextDouble(), random.nextDouble()};
            last[i] = new double[] {random.nextDouble(), Math.min(1, random.nextDouble() + off)};
        }
        ScoredSample sample = ScoredSample.of(truth, score);
        DriftWindow window = DriftWindow.of(List.of("spam_scam", "undisclosed_synthetic"), first, last, 399);
        double ece = Calibration.ece(sample, 10).number().orElseThrow();
        return new Watched(model, 800, new Watched.Reliability(PaintedBench.estimate(ece, ece - .01, ece + .02), PaintedBench.estimate(.19, .17, .21), Calibration.bins(sample, 10)),
                Proportions.rate(41, 230, .95), off > 0 ? Estimate.undefined("no item that came in has been drawn at random yet", 0) : Proportions.rate(31, 38, .95), new Watched.Moved(Optional.of(window), Optional.of(window)), List.of(
                        new Watched.Week(LocalDate.parse("2026-11-02"), 410, Proportions.rate(12, 110, .95), Figure.of(.03)),
                        new Watched.Week(LocalDate.parse("2026-11-09"), 340, Proportions.rate(21, 98, .95), Figure.of(.07)),
                        new Watched.Week(LocalDate.parse("2026-11-16"), 50, Proportions.rate(8, 22, .95), Figure.undefined("under 100 items the calibration error is large by chance alone"))));
    }

    @Override
    public Signatures signatures() {
        return new Signatures(asked, second, "L-02");
    }

    @Override
    public void ask(LabelScores label, double threshold) {
        told.add("ask " + label.model() + " " + threshold);
        asked.addFirst(request(1, "L-02", new PackApprovals.Change(label.id(), label.rule().modelLabel(), label.now(), threshold), Optional.empty()));
    }

    @Override
    public void answer(PackApprovals.Request request, boolean approved) {
        told.add((approved ? "sign " : "refuse ") + request.pack().version());
        asked.replaceAll(each -> each.id().equals(request.id()) ? request((int) each.id().getLeastSignificantBits(), each.askedBy(), each.change(), Optional.of(new PackApprovals.Answer(approved, "L-02", PaintedBench.NOW))) : each);
    }

    @Override
    public void write(PackApprovals.Request request, Path file) {
        told.add("write " + request.pack().version() + " to " + file);
    }

    static PackApprovals.Request request(int n, String by, PackApprovals.Change change, Optional<PackApprovals.Answer> answer) {
        return new PackApprovals.Request(new UUID(7, n), new PackRef("default-synthetic-media", "1." + n + ".0", ContentHash.of(new byte[] {(byte) n})), ContentHash.of(new byte[0]), change, by, PaintedBench.NOW, answer);
    }

    @Override
    public PolicyPack publish(LabelScores label, double threshold, Path file) {
        told.add("publish " + label.model() + " " + label.rule().modelLabel() + " " + threshold);
        return PackThreshold.set(PolicyFile.shipped(), label.id(), label.rule().modelLabel(), threshold);
    }
}
