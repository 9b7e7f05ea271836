package dev.docket.classify;

import dev.docket.storage.CanonicalJson;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What makes one label's scores of a model come true as often as they say. It never falls, so that what scored higher still does.
 *
 * @param slope of the logit, over 0; 1 over the temperature. Unused by {@link Method#ISOTONIC}
 * @param intercept 0 for {@link Method#TEMPERATURE}
 * @param from scores, rising; empty unless isotonic
 * @param to what each of {@code from} comes to, never falling; straight between them
 */
public record ScoreCalibration(Method method, double slope, double intercept, List<Double> from, List<Double> to) {
    /** How near to 0 and 1 scores are taken to be: logits end there. */
    public static final double EDGE = 1e-6;
    private static final int MOST_STEPS = 5000;

    /** How it was fitted. */
    public enum Method {
        /** Slope and intercept of the logit (Platt 1999). */
        PLATT,
        /** The slope alone (Guo and others 2017), label by label. */
        TEMPERATURE,
        /** Steps that never fall (Zadrozny and Elkan 2002). */
        ISOTONIC;

        /** As files and commands have it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Method> named(String word) {
            return Arrays.stream(values()).filter(method -> method.word().equals(word)).findFirst();
        }
    }

    public ScoreCalibration {
        from = List.copyOf(from);
        to = List.copyOf(to);
        String wrong = wrong(method, slope, intercept, from, to);
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException(wrong);
        }
    }

    private static String wrong(Method method, double slope, double intercept, List<Double> from, List<Double> to) {
        if (method != Method.ISOTONIC) {
            return !(slope > 0 && slope < Double.POSITIVE_INFINITY) || !Double.isFinite(intercept) ? "its slope is no number over 0, or its intercept none" : "";
        }
        if (from.isEmpty() || from.size() != to.size() || from.size() > MOST_STEPS) {
            return "its from and to are not of one length, 1 to " + MOST_STEPS;
        }
        for (int i = 0; i < from.size(); i++) {
            if (!(from.get(i) >= 0 && from.get(i) <= 1 && to.get(i) >= 0 && to.get(i) <= 1) || i > 0 && !(from.get(i) > from.get(i - 1) && to.get(i) >= to.get(i - 1))) {
                return "its from and to do not rise within 0..1";
            }
        }
        return "";
    }

    /** By the logit. */
    public static ScoreCalibration logistic(Method method, double slope, double intercept) {
        return new ScoreCalibration(method, slope, intercept, List.of(), List.of());
    }

    public static ScoreCalibration steps(List<Double> from, List<Double> to) {
        return new ScoreCalibration(Method.ISOTONIC, 1, 0, from, to);
    }

    /** @param score 0..1 @return 0..1 */
    public double of(double score) {
        if (method != Method.ISOTONIC) {
            return 1 / (1 + StrictMath.exp(-(slope * logit(score) + intercept)));
        }
        int above = 0;
        while (above < from.size() && from.get(above) < score) {
            above++;
        }
        if (above == 0 || above == from.size()) {
            return to.get(Math.min(above, from.size() - 1));
        }
        double share = (score - from.get(above - 1)) / (from.get(above) - from.get(above - 1));
        return to.get(above - 1) + share * (to.get(above) - to.get(above - 1));
    }

    /** Log of the odds, of scores kept {@link #EDGE} from 0 and 1. */
    public static double logit(double score) {
        double inside = Math.clamp(score, EDGE, 1 - EDGE);
        return StrictMath.log(inside / (1 - inside));
    }

    Map<String, Object> json() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("method", method.word());
        if (method == Method.ISOTONIC) {
            fields.put("from", from);
            fields.put("to", to);
        } else {
            fields.put("slope", slope);
            fields.put("intercept", intercept);
        }
        return fields;
    }

    /** Field {@code calibration} of docket.json, by label; none where there is none. */
    static Map<String, ScoreCalibration> read(List<String> labels, Optional<ConfigFile> docket) throws ModelRejectedException {
        Map<String, ScoreCalibration> read = new LinkedHashMap<>();
        if (docket.isEmpty() || docket.get().field("calibration").isEmpty()) {
            return read;
        }
        for (Map.Entry<String, JsonNode> entry : docket.get().required("calibration").properties()) {
            String field = "calibration." + entry.getKey();
            if (!labels.contains(entry.getKey())) {
                throw docket.get().fault(field, "is no label of config.json");
            }
            JsonNode node = entry.getValue();
            Method method = Method.named(node.path("method").asString("")).orElseThrow(() -> docket.get().fault(field + ".method", "is not platt, temperature or isotonic"));
            try {
                read.put(entry.getKey(), new ScoreCalibration(method, node.path("slope").asDouble(1), node.path("intercept").asDouble(0), numbers(node.path("from")), numbers(node.path("to"))));
            } catch (IllegalArgumentException e) {
                throw docket.get().fault(field, "cannot be used: " + e.getMessage());
            }
        }
        return read;
    }

    private static List<Double> numbers(JsonNode node) {
        List<Double> numbers = new ArrayList<>();
        node.forEach(each -> numbers.add(each.isNumber() ? each.asDouble() : Double.NaN));
        return numbers;
    }

    /** Canonical, so that it can be hashed. */
    static byte[] bytes(Map<String, ScoreCalibration> byLabel) {
        Map<String, Object> fields = new LinkedHashMap<>();
        byLabel.forEach((label, calibration) -> fields.put(label, calibration.json()));
        return CanonicalJson.bytes(fields);
    }
}
