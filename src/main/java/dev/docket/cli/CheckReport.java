package dev.docket.cli;

import dev.docket.retrain.TrainingCheck;
import dev.docket.retrain.TrainingCheck.LabelCount;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What a training run would learn from, for people and as JSON. */
final class CheckReport {
    private static final String ROW = "%-26s %9s %9s %9s  %s%n";

    private CheckReport() {}

    static void print(TrainingCheck check, PrintWriter out) {
        out.println("Decision set: " + check.source().like().map(version -> "made like " + version + ", ").orElse("") + check.source().command());
        check.changed().ifPresent(since -> out.println(since.none() ? "Nothing changed since it was written."
                : "Since it was written " + since.added() + " items came, " + since.changed() + " changed and " + since.gone() + " went: the run learns from what counts now."));
        out.println(check.training() + " items to train on, " + check.heldOut() + " held out"
                + (check.forbidden() == 0 ? "" : ", " + check.forbidden() + " left out as no model may learn from their label"));
        TrainingCheck.Leakage leakage = check.leakage();
        out.println(leakage.alike() == 0 ? "Leakage: no held-out item looks like one to train on"
                : "Leakage: " + leakage.alike() + " held-out items look like one to train on; figures on them would flatter");
        if (leakage.ofUploader() > 0) {
            out.println("Leakage: " + leakage.ofUploader() + " held-out items are of " + leakage.uploaders() + " uploaders who are trained on, too; --keep-uploaders-together deals them to one side");
        }
        List<LabelCount> seen = check.labels().stream().filter(label -> label.with() + label.held() > 0).toList();
        out.printf(Locale.ROOT, ROW, "examples", "with", "without", "held out", "");
        seen.forEach(label -> out.printf(Locale.ROOT, ROW, label.label(), label.with(), label.without(), label.held(), remark(label)));
        if (seen.size() < check.labels().size()) {
            out.println((check.labels().size() - seen.size()) + " labels occur nowhere");
        }
        out.println();
    }

    private static String remark(LabelCount label) {
        return !label.enough() ? "too few to learn" : label.held() == 0 ? "none to measure it on" : label.calibrated() ? "" : "too few to calibrate";
    }

    static Map<String, Object> json(TrainingCheck check) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("like", check.source().like().map(Object::toString).orElse(null));
        fields.put("where", check.source().recipe().selection().where());
        fields.put("grouped_by", check.source().recipe().grouping().words());
        fields.put("training", check.training());
        fields.put("held_out", check.heldOut());
        fields.put("forbidden", check.forbidden());
        fields.put("leakage", Map.of("alike", check.leakage().alike(), "of_uploader", check.leakage().ofUploader(), "uploaders", check.leakage().uploaders()));
        fields.put("changed_since", check.changed().map(since -> Map.of("added", since.added(), "changed", since.changed(), "gone", since.gone())).orElse(null));
        fields.put("labels", check.labels().stream().collect(Collectors.toMap(LabelCount::label, label -> Map.of("with", label.with(), "without", label.without(),
                "held_out", label.held(), "learned", label.enough(), "calibrated", label.calibrated()), (a, _) -> a, LinkedHashMap::new)));
        return fields;
    }
}
