package dev.docket.cli;

import dev.docket.desk.Desk;
import dev.docket.registry.ModelCard;
import dev.docket.registry.ModelVersion;
import dev.docket.registry.Stage;
import dev.docket.storage.ContentHash;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A model version, for people and as JSON.
 *
 * @param failure why it cannot be used although it is active
 */
record ModelReport(ModelVersion version, Optional<String> failure) {
    private static final int LABELS_IN_A_LINE = 6;

    /**
     * The version a person means.
     *
     * @param name {@code id@version}, or an id: its active version, else its newest
     * @throws UsageException when there is none
     */
    static ModelVersion find(Desk desk, String name) {
        List<ModelVersion> all = desk.database.inTransaction(desk.registry::all);
        return all.stream().filter(version -> version.name().equals(name)).findFirst()
                .or(() -> all.stream().filter(version -> version.id().equals(name) && version.stage() == Stage.ACTIVE).findFirst())
                .or(() -> all.stream().filter(version -> version.id().equals(name)).findFirst())
                .orElseThrow(() -> new UsageException("There is no model " + name + "; known are "
                        + all.stream().map(ModelVersion::name).collect(Collectors.joining(", "))));
    }

    static String words(Stage stage) {
        return stage.name().toLowerCase(Locale.ROOT);
    }

    /** {@code forensic-starter@1.0.0  active  3 labels: overlay, ...}. */
    String line() {
        List<String> labels = List.copyOf(version.thresholds().keySet());
        String some = String.join(", ", labels.subList(0, Math.min(LABELS_IN_A_LINE, labels.size())));
        return version.name() + "  " + words(version.stage()) + "  " + labels.size() + (labels.size() == 1 ? " label: " : " labels: ") + some
                + (labels.size() > LABELS_IN_A_LINE ? ", ..." : "") + failure.map(reason -> "  CANNOT BE USED: " + reason).orElse("");
    }

    void print(PrintWriter out) {
        ModelCard card = version.card();
        out.println(line());
        out.println("sha256      " + version.sha256());
        version.parent().ifPresent(parent -> out.println("parent      " + parent));
        version.dataset().ifPresent(dataset -> out.println("trained on  manifest " + dataset));
        out.println("added       " + version.addedAt());
        out.println("gives       " + card.gives());
        out.println("made of     " + card.madeOf());
        out.println("data        " + card.data());
        out.println("licence     " + card.licence());
        out.println("thresholds  " + version.thresholds().entrySet().stream().map(entry -> entry.getKey() + " " + entry.getValue()).collect(Collectors.joining(", ")));
        card.figures().forEach(figure -> out.println("figure      " + text(figure)));
        card.limits().forEach(limit -> out.println("limit       " + limit));
        card.notFor().forEach(use -> out.println("not for     " + use));
    }

    private static String text(ModelCard.Figure figure) {
        String interval = Double.isNaN(figure.low()) ? "" : String.format(Locale.ROOT, " [%.3f, %.3f]", figure.low(), figure.high());
        return String.format(Locale.ROOT, "%.3f%s  %s, %s, n = %d", figure.value(), interval, figure.name(), figure.on(), figure.n());
    }

    Map<String, Object> json() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("model", version.id());
        fields.put("version", version.version());
        fields.put("stage", words(version.stage()));
        fields.put("sha256", version.sha256().hex());
        fields.put("labels", version.thresholds().entrySet().stream().map(entry -> Map.of("label", entry.getKey(), "threshold", entry.getValue())).toList());
        fields.put("parent", version.parent().orElse(null));
        fields.put("dataset", version.dataset().map(ContentHash::hex).orElse(null));
        fields.put("added_at", version.addedAt().toString());
        fields.put("failure", failure.orElse(null));
        fields.put("card", card());
        return fields;
    }

    private Map<String, Object> card() {
        ModelCard card = version.card();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("gives", card.gives());
        fields.put("made_of", card.madeOf());
        fields.put("data", card.data());
        fields.put("figures", card.figures().stream().map(ModelReport::json).toList());
        fields.put("limits", card.limits());
        fields.put("not_for", card.notFor());
        fields.put("licence", card.licence());
        return fields;
    }

    private static Map<String, Object> json(ModelCard.Figure figure) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", figure.name());
        fields.put("on", figure.on());
        fields.put("value", figure.value());
        fields.put("low", Double.isNaN(figure.low()) ? null : figure.low());
        fields.put("high", Double.isNaN(figure.high()) ? null : figure.high());
        fields.put("n", figure.n());
        return fields;
    }
}
