package dev.docket.settings;

import dev.docket.settings.Appearance.Density;
import dev.docket.settings.Appearance.Language;
import dev.docket.settings.Appearance.Motion;
import dev.docket.settings.Care.CoverFrom;
import dev.docket.settings.Keys.Hand;
import dev.docket.settings.Keys.Keyboard;
import dev.docket.settings.Settings.Scores;
import dev.docket.settings.Settings.Theme;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** One field of the settings file: how it is read, written and told wrong. */
enum Setting {
    THEME("theme", "must be " + choices(Theme.values()), s -> word(s.theme())) {
        @Override
        Settings with(Settings s, JsonParser json, Path file) {
            return s.withTheme(choice(json, Theme.values()));
        }
    },
    TEXT_SIZE("textSizePercent", "must be a whole number from 80 to 200", s -> s.appearance().textSize()) {
        @Override
        Settings with(Settings s, JsonParser json, Path file) {
            return s.withAppearance(s.appearance().withTextSize((int) whole(json)));
        }
    },
    DENSITY("density", "must be " + choices(Density.values()), s -> word(s.appearance().density())) {
        @Override
        Settings with(Settings s, JsonParser json, Path file) {
            return s.withAppearance(s.appearance().withDensity(choice(json, Density.values())));
        }
    },
    MOTION("motion", "must be " + choices(Motion.values()), s -> word(s.appearance().motion())) {
        @Override
        Settings with(Settings s, JsonParser json, Path file) {
            return s.withAppearance(s.appearance().withMotion(choice(json, Motion.values())));
        }
    },
    LANGUAGE("language", "must be " + choices(Language.values()), s -> word(s.appearance().language())) {
        @Override
        Settings with(Settings s, JsonParser json, Path file) {
            return s.withAppearance(s.appearance().withLanguage(choice(json, Language.values())));
        }
    },
    HAND("keysFor", "must be " + choices(Hand.values()), s -> word(s.keys().hand())) {
        @Override
        Settings with(Settings s, JsonParser json, Path file) {
            return s.withKeys(s.keys().withHand(choice(json, Hand.values())));
        }
    },
    KEYBOARD("keyboard", "must be " + choices(Keyboard.values()), s -> word(s.keys().keyboard())) {
        @Override
        Settings with(Settings s, JsonParser json, Path file) {
            return s.withKeys(s.keys().withKeyboard(choice(json, Keyboard.values())));
        }
    },
    KEYS("keys", "must be an object of commands with a list of 1 to 4 keys each, such as {\"undo\": [\"Z\", \"Shift+U\"]}",
            s -> s.keys().changes().isEmpty() ? null : s.keys().changes()) {
        @Override
        Settings with(Settings s, JsonParser json, Path file) {
            return s.withKeys(s.keys().withChanges(new KeyChanges(json).read()));
        }
    },
    COVER_FROM("coverFrom", "must be " + choices(CoverFrom.values()), s -> word(s.care().coverFrom())) {
        @Override
        Settings with(Settings s, JsonParser json, Path file) {
            return s.withCare(s.care().withCoverFrom(choice(json, CoverFrom.values())));
        }
    },
    COVER_ON_LEAVING("coverWhenMouseLeaves", "must be true or false", s -> s.care().coverOnLeaving()) {
        @Override
        Settings with(Settings s, JsonParser json, Path file) {
            return s.withCare(s.care().withCoverOnLeaving(flag(json)));
        }
    },
    SEVERE_LOOKS("looksAtS3AnHour", "must be a whole number from 0 to 1000", s -> s.care().severeLooks()) {
        @Override
        Settings with(Settings s, JsonParser json, Path file) {
            return s.withCare(s.care().withSevereLooks((int) whole(json)));
        }
    },
    CRITICAL_LOOKS("looksAtS4AnHour", "must be a whole number from 0 to 1000", s -> s.care().criticalLooks()) {
        @Override
        Settings with(Settings s, JsonParser json, Path file) {
            return s.withCare(s.care().withCriticalLooks((int) whole(json)));
        }
    },
    OPEN_AN_HOUR("uncoveredSecondsAnHour", "must be a whole number from 0 to 3600", s -> s.care().openAnHour().toSeconds()) {
        @Override
        Settings with(Settings s, JsonParser json, Path file) {
            return s.withCare(s.care().withOpenAnHour(Duration.ofSeconds(whole(json))));
        }
    },
    SENSITIVE_A_DAY("sensitiveMinutesADay", "must be a whole number from 0 to 1440", s -> s.care().sensitiveADay().toMinutes()) {
        @Override
        Settings with(Settings s, JsonParser json, Path file) {
            return s.withCare(s.care().withSensitiveADay(Duration.ofMinutes(whole(json))));
        }
    },
    PAUSE("pauseMinutes", "must be a whole number from 1 to 240", s -> s.care().pause().toMinutes()) {
        @Override
        Settings with(Settings s, JsonParser json, Path file) {
            return s.withCare(s.care().withPause(Duration.ofMinutes(whole(json))));
        }
    },
    BREAK("breakEveryMinutes", "must be a whole number from 0 to 480", s -> s.care().breakEvery().toMinutes()) {
        @Override
        Settings with(Settings s, JsonParser json, Path file) {
            return s.withCare(s.care().withBreakEvery(Duration.ofMinutes(whole(json))));
        }
    },
    LIGHTER("lighterInBetween", "must be true or false", s -> s.care().lighterBetween()) {
        @Override
        Settings with(Settings s, JsonParser json, Path file) {
            return s.withCare(s.care().withLighterBetween(flag(json)));
        }
    },
    NOT_MINE("labelsNotForMe", "must be a list of labels, such as [\"self_harm\"]", s -> s.care().notMine()) {
        @Override
        Settings with(Settings s, JsonParser json, Path file) {
            return s.withCare(s.care().withNotMine(words(json)));
        }
    },
    BLIND_SHARE("blindShare", "must be a number from 0 to 1", Settings::blindShare) {
        @Override
        Settings with(Settings s, JsonParser json, Path file) {
            return s.withBlindShare(json.currentToken().isNumeric() ? json.getDoubleValue() : Double.NaN);
        }
    },
    SCORES("scores", "must be " + choices(Scores.values()), s -> word(s.scores())) {
        @Override
        Settings with(Settings s, JsonParser json, Path file) {
            return s.withScores(choice(json, Scores.values()));
        }
    },
    WINDOW("window", "must be a whole number from 1 to 64", Settings::window) {
        @Override
        Settings with(Settings s, JsonParser json, Path file) {
            return s.withWindow((int) whole(json));
        }
    },
    PUBLISH_HOLD("publishHoldSeconds", "must be a whole number from 0 to 600", s -> s.publishHold().toSeconds()) {
        @Override
        Settings with(Settings s, JsonParser json, Path file) {
            return s.withPublishHold(Duration.ofSeconds(whole(json)));
        }
    },
    POLICY_PACK("policyPack", "must be the path of a pack file, or null for the one that ships", s -> s.policyPack().map(Path::toString).orElse(null)) {
        @Override
        Settings with(Settings s, JsonParser json, Path file) {
            if (json.currentToken() == JsonToken.VALUE_NULL) {
                return s.withPolicyPack(Optional.empty());
            }
            if (json.currentToken() != JsonToken.VALUE_STRING || json.getString().isBlank()) {
                throw new IllegalArgumentException();
            }
            return s.withPolicyPack(Optional.of(file.toAbsolutePath().resolveSibling(json.getString()).normalize()));
        }
    };

    private static final int MOST_WORDS = 100;

    private final String field;
    private final String form;
    private final Function<Settings, Object> written;

    Setting(String field, String form, Function<Settings, Object> written) {
        this.field = field;
        this.form = form;
        this.written = written;
    }

    static Optional<Setting> named(String field) {
        return Stream.of(values()).filter(s -> s.field.equals(field)).findFirst();
    }

    /** All fields, for a sentence. */
    static String fields() {
        List<String> all = Stream.of(values()).map(s -> s.field).toList();
        return String.join(", ", all.subList(0, all.size() - 1)) + " and " + all.getLast();
    }

    String field() {
        return field;
    }

    /** What a value has to be: {@code must be a number from 0 to 1}. */
    String form() {
        return form;
    }

    /** For the file; null leaves the field out. */
    Object written(Settings settings) {
        return written.apply(settings);
    }

    /**
     * @throws FaultInField when a part of the value is not as it must be
     * @throws IllegalArgumentException when the value is not of this field's form
     */
    abstract Settings with(Settings settings, JsonParser json, Path file) throws InvalidPathException;

    private static boolean flag(JsonParser json) {
        return switch (json.currentToken()) {
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> throw new IllegalArgumentException();
        };
    }

    private static Set<String> words(JsonParser json) {
        Set<String> words = new TreeSet<>();
        if (json.currentToken() != JsonToken.START_ARRAY) {
            throw new IllegalArgumentException();
        }
        while (json.nextToken() == JsonToken.VALUE_STRING && words.size() < MOST_WORDS) {
            words.add(json.getString());
        }
        if (json.currentToken() != JsonToken.END_ARRAY) {
            throw new IllegalArgumentException();
        }
        return words;
    }

    private static long whole(JsonParser json) {
        double value = json.currentToken() == JsonToken.VALUE_NUMBER_INT ? json.getDoubleValue() : -1;
        return value >= 0 && value <= Integer.MAX_VALUE ? (long) value : -1;
    }

    private static <E extends Enum<E>> E choice(JsonParser json, E[] values) {
        String given = json.currentToken() == JsonToken.VALUE_STRING ? json.getString() : "";
        return Arrays.stream(values).filter(value -> value.name().equalsIgnoreCase(given)).findFirst().orElseThrow(IllegalArgumentException::new);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static String choices(Enum<?>[] values) {
        return Arrays.stream(values).map(value -> "\"" + word(value) + "\"").collect(Collectors.joining(" or "));
    }
}
