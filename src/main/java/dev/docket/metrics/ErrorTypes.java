package dev.docket.metrics;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The four errors of review, as the Trust and Safety Professional Association names them: a violation found where there is none (false
 * positive), none found where there is one (false negative), another one found (wrong selection), and the right one with an action
 * that does not follow from it (technical error). Rates are 0..1 with Wilson intervals, undefined where nothing could go wrong so.
 */
public final class ErrorTypes {
    private ErrorTypes() {}

    /** One of the four. */
    public enum Type {
        FALSE_POSITIVE, FALSE_NEGATIVE, WRONG_SELECTION, TECHNICAL_ERROR
    }

    /**
     * A verdict on an item whose truth is known.
     *
     * @param truth the label it has; empty where nothing is wrong with it
     * @param found the label it was given; empty for none
     * @param actionFollows whether the action taken is the one that the label found asks for
     */
    public record Judged(Optional<String> truth, Optional<String> found, boolean actionFollows) {

        /** Empty where the verdict is right. */
        public Optional<Type> error() {
            if (truth.isEmpty() && found.isPresent()) {
                return Optional.of(Type.FALSE_POSITIVE);
            }
            if (truth.isPresent() && found.isEmpty()) {
                return Optional.of(Type.FALSE_NEGATIVE);
            }
            return !truth.equals(found) ? Optional.of(Type.WRONG_SELECTION) : actionFollows ? Optional.empty() : Optional.of(Type.TECHNICAL_ERROR);
        }

        private boolean could(Type type) {
            return switch (type) {
                case FALSE_POSITIVE -> truth.isEmpty();
                case FALSE_NEGATIVE, WRONG_SELECTION -> truth.isPresent();
                case TECHNICAL_ERROR -> true;
            };
        }
    }

    /** Of all verdicts: false positives of what is harmless, false negatives and wrong selections of what is not, technical errors of all. */
    public static Map<Type, Estimate> of(List<Judged> verdicts, double level) {
        Map<Type, Estimate> rates = new EnumMap<>(Type.class);
        for (Type type : Type.values()) {
            long wrong = verdicts.stream().filter(judged -> judged.error().filter(type::equals).isPresent()).count();
            rates.put(type, Proportions.rate(wrong, verdicts.stream().filter(judged -> judged.could(type)).count(), level));
        }
        return rates;
    }

    /** The same for each label, by name: over the items that have it and, for its false positives, over what is harmless. */
    public static Map<String, Map<Type, Estimate>> byLabel(List<Judged> verdicts, double level) {
        Map<String, Map<Type, Estimate>> labels = new TreeMap<>();
        verdicts.forEach(judged -> {
            judged.truth().ifPresent(label -> labels.put(label, Map.of()));
            judged.found().ifPresent(label -> labels.put(label, Map.of()));
        });
        labels.replaceAll((label, none) -> {
            Map<Type, Estimate> rates = of(verdicts.stream().filter(judged -> judged.truth().filter(label::equals).isPresent()).toList(), level);
            List<Judged> harmless = verdicts.stream().filter(judged -> judged.truth().isEmpty()).toList();
            rates.put(Type.FALSE_POSITIVE, Proportions.rate(harmless.stream().filter(judged -> judged.found().filter(label::equals).isPresent()).count(), harmless.size(), level));
            return rates;
        });
        return labels;
    }
}
