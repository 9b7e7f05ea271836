package dev.docket.policy;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A reason to choose, with what is filled in.
 *
 * @param id by which verdicts refer to it
 * @param text {@code Shows {symbol} without context.}; each name in braces is one of the parameters
 * @param parameters by name, in the pack's order; all of them are needed
 */
public record Rationale(String id, String text, Map<String, Parameter> parameters) {
    static final Pattern PLACE = Pattern.compile("\\{([a-z][a-z0-9_]{0,39})}");

    /** What a parameter holds. */
    public enum Type { TEXT, NUMBER, CHOICE, DATE }

    public Rationale {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /** Names in braces, in their order. */
    List<String> places() {
        return PLACE.matcher(text).results().map(place -> place.group(1)).distinct().toList();
    }

    /** The sentence with its parameters filled in; what is not given stays in braces. */
    public String filled(Map<String, String> values) {
        return PLACE.matcher(text).replaceAll((MatchResult place) ->
                Matcher.quoteReplacement(values.getOrDefault(place.group(1), place.group())));
    }

    /** What is wrong with these values, as a sentence; empty when nothing is. */
    public Optional<String> fault(Map<String, String> values) {
        Optional<String> unknown = values.keySet().stream().filter(name -> !parameters.containsKey(name)).findFirst();
        if (unknown.isPresent()) {
            return unknown.map(name -> "The reason has no place for '" + name + "'");
        }
        return parameters.values().stream()
                .flatMap(p -> (values.containsKey(p.name()) ? p.fault(values.get(p.name())) : Optional.of("Fill in '" + p.name() + "'")).stream())
                .findFirst();
    }

    /**
     * One place to fill in.
     *
     * @param min least number; 1 for a text, which may not be empty
     * @param max greatest number, or most characters of a text
     * @param choices the words to choose from; empty for any other type
     */
    public record Parameter(String name, Type type, double min, double max, List<String> choices) {
        /** Most characters of a text parameter. */
        public static final int TEXT_CHARS = 200;

        public Parameter {
            choices = List.copyOf(choices);
        }

        /** What is wrong with this value, as a sentence; empty when nothing is. */
        Optional<String> fault(String value) {
            boolean fits = switch (type) {
                case TEXT -> !value.isBlank() && value.length() <= max;
                case NUMBER -> number(value).filter(n -> n >= min && n <= max).isPresent();
                case CHOICE -> choices.contains(value);
                case DATE -> isDate(value);
            };
            return fits ? Optional.empty() : Optional.of("'" + name + "' " + wanted());
        }

        private String wanted() {
            return switch (type) {
                case TEXT -> "has to have 1 to " + (int) max + " characters";
                case NUMBER -> "has to be a number from " + plain(min) + " to " + plain(max);
                case CHOICE -> "has to be one of " + String.join(", ", choices);
                case DATE -> "has to be a date such as 2026-12-01";
            };
        }

        private static Optional<Double> number(String value) {
            try {
                return value.length() > 30 ? Optional.empty() : Optional.of(new BigDecimal(value.strip()).doubleValue());
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        }

        private static boolean isDate(String value) {
            try {
                return value.length() == 10 && LocalDate.parse(value).getYear() > 0;
            } catch (DateTimeException e) {
                return false;
            }
        }

        private static String plain(double number) {
            return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
        }
    }
}
