package dev.docket.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * The value of one field of the settings file, where the parser stands. Each reading throws IllegalArgumentException when the
 * value is not of its form, a {@link FaultInField} where only a part of it is not.
 *
 * @param file the settings file
 */
record Field(JsonParser json, Path file) {

    boolean flag() {
        return switch (json.currentToken()) {
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> throw new IllegalArgumentException();
        };
    }

    /** -1 where it is no whole number from 0 up. */
    int whole() {
        double value = json.currentToken() == JsonToken.VALUE_NUMBER_INT ? json.getDoubleValue() : -1;
        return value >= 0 && value <= Integer.MAX_VALUE ? (int) value : -1;
    }

    /** NaN where it is no number. */
    double number() {
        return json.currentToken().isNumeric() ? json.getDoubleValue() : Double.NaN;
    }

    <E extends Enum<E>> E choice(E[] values) {
        return one(values).orElseThrow(IllegalArgumentException::new);
    }

    private <E extends Enum<E>> Optional<E> one(E[] values) {
        String given = json.currentToken() == JsonToken.VALUE_STRING ? json.getString() : "";
        return Arrays.stream(values).filter(value -> value.name().equalsIgnoreCase(given)).findFirst();
    }

    /** In the order they stand in. */
    List<String> words(int most) {
        List<String> words = new ArrayList<>();
        require(JsonToken.START_ARRAY);
        while (json.nextToken() == JsonToken.VALUE_STRING && words.size() < most) {
            words.add(json.getString());
        }
        require(JsonToken.END_ARRAY);
        return words;
    }

    <E extends Enum<E>> SortedMap<String, E> choices(E[] values) {
        SortedMap<String, E> all = new TreeMap<>();
        require(JsonToken.START_OBJECT);
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            json.nextToken();
            if (all.put(name, one(values).orElseThrow(() -> new FaultInField(name, "must be " + listed(values)))) != null) {
                throw new FaultInField(name, "stands there twice; keep one");
            }
        }
        return all;
    }

    /** A path beside the settings file; null is none. @throws java.nio.file.InvalidPathException when it is none on this machine */
    Optional<Path> path() {
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return Optional.empty();
        }
        require(JsonToken.VALUE_STRING);
        if (json.getString().isBlank()) {
            throw new IllegalArgumentException();
        }
        return Optional.of(file.toAbsolutePath().resolveSibling(json.getString()).normalize());
    }

    private void require(JsonToken token) {
        if (json.currentToken() != token) {
            throw new IllegalArgumentException();
        }
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    static <E extends Enum<E>> SortedMap<String, String> words(SortedMap<String, E> all) {
        SortedMap<String, String> words = new TreeMap<>();
        all.forEach((name, value) -> words.put(name, word(value)));
        return words;
    }

    /** {@code "light" or "dark"}. */
    static String listed(Enum<?>[] values) {
        return Arrays.stream(values).map(value -> "\"" + word(value) + "\"").collect(Collectors.joining(" or "));
    }

    /** Null for none, which leaves the field out. */
    static <C extends Collection<?>> C unlessEmpty(C all) {
        return all.isEmpty() ? null : all;
    }
}
