package dev.docket.registry;

import java.util.List;
import java.util.Optional;

/**
 * A model card (Mitchell et al. 2019): what a model is, measured how, and what it must not be used for.
 *
 * @param gives what its scores mean, in a sentence
 * @param madeOf backbone and head
 * @param data what it was trained on
 * @param figures measured figures, each with what it was measured on
 * @param limits known weaknesses, sentences
 * @param notFor uses it is not fit for, sentences
 * @param licence SPDX id or words
 */
public record ModelCard(
        String gives, String madeOf, String data, List<Figure> figures, List<String> limits, List<String> notFor, String licence) {

    /** One measured figure: {@code name} of {@code on} is {@code value}. Interval ends are NaN when none was computed. */
    public record Figure(String name, String on, double value, double low, double high, int n) {}

    /** Name of the figure that says how often a detector of fakes is right on fakes of other kinds than it was made with; 0..1. */
    public static final String OUT_OF_DOMAIN = "out_of_domain_accuracy";

    /** How the model does away from its own data, as far as its card tells. */
    public Optional<Figure> outOfDomain() {
        return figures.stream().filter(figure -> figure.name().equals(OUT_OF_DOMAIN) && figure.value() >= 0 && figure.value() <= 1).findFirst();
    }

    public ModelCard {
        figures = List.copyOf(figures);
        limits = List.copyOf(limits);
        notFor = List.copyOf(notFor);
    }
}
