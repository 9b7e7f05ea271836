package dev.docket.metrics;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;

/** A computed figure, or the reason why there is none. Never NaN and never infinite. */
public sealed interface Figure {

    /** A figure that could be computed. */
    record Value(double value) implements Figure {
        public Value {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("A figure is finite, not " + value);
            }
        }
    }

    /** @param reason why it cannot be computed, a clause that follows "undefined, because" */
    record Undefined(String reason) implements Figure {}

    static Figure of(double value) {
        return new Value(value);
    }

    static Figure undefined(String reason) {
        return new Undefined(reason);
    }

    default OptionalDouble number() {
        return this instanceof Value(double value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    default Optional<String> whyUndefined() {
        return this instanceof Undefined(String reason) ? Optional.of(reason) : Optional.empty();
    }

    default Figure map(DoubleUnaryOperator change) {
        return this instanceof Value(double value) ? of(change.applyAsDouble(value)) : this;
    }

    /** This figure less the other; undefined when either is. */
    default Figure minus(Figure other) {
        return other instanceof Value(double subtrahend) ? map(value -> value - subtrahend) : this instanceof Undefined ? this : other;
    }

    /** Reads what {@link #json} wrote. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Figure read(Object json) {
        return switch (json) {
            case Number number -> of(number.doubleValue());
            case Map<?, ?> map when map.get("undefined") instanceof String reason -> undefined(reason);
            default -> throw new IllegalArgumentException("A figure is a number or says why it is undefined, not " + json);
        };
    }

    /** For JSON: a number, or {@code {"undefined": reason}}. */
    @JsonValue
    default Object json() {
        return switch (this) {
            case Value(double value) -> value;
            case Undefined(String reason) -> Map.of("undefined", reason);
        };
    }

    /** Three decimals, or {@code n/a}. */
    default String text() {
        return number().isPresent() ? String.format(Locale.ROOT, "%.3f", number().getAsDouble()) : "n/a";
    }
}
