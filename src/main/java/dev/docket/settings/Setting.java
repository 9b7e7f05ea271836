package dev.docket.settings;

import dev.docket.settings.Appearance.Density;
import dev.docket.settings.Appearance.Language;
import dev.docket.settings.Appearance.Motion;
import dev.docket.settings.Keys.Hand;
import dev.docket.settings.Keys.Keyboard;
import dev.docket.settings.Settings.Scores;
import dev.docket.settings.Settings.Theme;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** One field of the settings file: what its value has to be, how it is written, how it is read. */
enum Setting {
    THEME("theme", "must be " + Field.listed(Theme.values()), s -> Field.word(s.theme()),
            (s, f) -> s.withTheme(f.choice(Theme.values()))),
    TEXT_SIZE("textSizePercent", "must be a whole number from 80 to 200", s -> s.appearance().textSize(),
            (s, f) -> s.withAppearance(s.appearance().withTextSize(f.whole()))),
    DENSITY("density", "must be " + Field.listed(Density.values()), s -> Field.word(s.appearance().density()),
            (s, f) -> s.withAppearance(s.appearance().withDensity(f.choice(Density.values())))),
    MOTION("motion", "must be " + Field.listed(Motion.values()), s -> Field.word(s.appearance().motion()),
            (s, f) -> s.withAppearance(s.appearance().withMotion(f.choice(Motion.values())))),
    LANGUAGE("language", "must be " + Field.listed(Language.values()), s -> Field.word(s.appearance().language()),
            (s, f) -> s.withAppearance(s.appearance().withLanguage(f.choice(Language.values())))),
    HAND("keysFor", "must be " + Field.listed(Hand.values()), s -> Field.word(s.keys().hand()),
            (s, f) -> s.withKeys(s.keys().withHand(f.choice(Hand.values())))),
    KEYBOARD("keyboard", "must be " + Field.listed(Keyboard.values()), s -> Field.word(s.keys().keyboard()),
            (s, f) -> s.withKeys(s.keys().withKeyboard(f.choice(Keyboard.values())))),
    KEYS("keys", "must be an object of commands with a list of 1 to 4 keys each, such as {\"undo\": [\"Z\", \"Shift+U\"]}",
            s -> s.keys().changes().isEmpty() ? null : s.keys().changes(),
            (s, f) -> s.withKeys(s.keys().withChanges(new KeyChanges(f.json()).read()))),

    LOCK_AFTER("lockAfterMinutes", "must be a whole number from 0 to 240", s -> s.lockAfter().toMinutes(),
            (s, f) -> s.withLockAfter(Duration.ofMinutes(f.whole()))),
    COVER_FROM("coverFrom", "must be " + Field.listed(Covering.From.values()), s -> Field.word(s.care().covering().from()),
            (s, f) -> covering(s, c -> c.withFrom(f.choice(Covering.From.values())))),
    COVER_STRENGTH("coverStrength", "must be " + Field.listed(Covering.Strength.values()), s -> Field.word(s.care().covering().strength()),
            (s, f) -> covering(s, c -> c.withStrength(f.choice(Covering.Strength.values())))),
    PEEK("peekShows", "must be " + Field.listed(Covering.Peek.values()), s -> Field.word(s.care().covering().peek()),
            (s, f) -> covering(s, c -> c.withPeek(f.choice(Covering.Peek.values())))),
    GREY("greyscale", "must be true or false", s -> s.care().covering().grey(), (s, f) -> covering(s, c -> c.withGrey(f.flag()))),
    LATCH("keepOpenAllowed", "must be true or false", s -> s.care().covering().latch(), (s, f) -> covering(s, c -> c.withLatch(f.flag()))),
    COVER_ON_LEAVING("coverWhenMouseLeaves", "must be true or false", s -> s.care().covering().onLeaving(),
            (s, f) -> covering(s, c -> c.withOnLeaving(f.flag()))),
    LABEL_COVERS("labelCovers", "must be an object of labels with " + Field.listed(Covering.OfLabel.values()) + " each, such as {\"self_harm\": \"strict\"}",
            s -> s.care().covering().labels().isEmpty() ? null : Field.words(s.care().covering().labels()),
            (s, f) -> covering(s, c -> c.withLabels(f.choices(Covering.OfLabel.values())))),
    LABEL_COVER_SCORE("labelCoverFromPercent", "must be a whole number from 1 to 100", s -> s.care().covering().fromScore(),
            (s, f) -> covering(s, c -> c.withFromScore(f.whole()))),
    SEVERE_LOOKS("looksAtS3AnHour", "must be a whole number from 0 to 1000", s -> s.care().limits().severeLooks(),
            (s, f) -> limits(s, l -> l.withSevereLooks(f.whole()))),
    CRITICAL_LOOKS("looksAtS4AnHour", "must be a whole number from 0 to 1000", s -> s.care().limits().criticalLooks(),
            (s, f) -> limits(s, l -> l.withCriticalLooks(f.whole()))),
    OPEN_AN_HOUR("uncoveredSecondsAnHour", "must be a whole number from 0 to 3600", s -> s.care().limits().openAnHour().toSeconds(),
            (s, f) -> limits(s, l -> l.withOpenAnHour(Duration.ofSeconds(f.whole())))),
    SENSITIVE_A_DAY("sensitiveMinutesADay", "must be a whole number from 0 to 1440", s -> s.care().limits().sensitiveADay().toMinutes(),
            (s, f) -> limits(s, l -> l.withSensitiveADay(Duration.ofMinutes(f.whole())))),
    PAUSE("pauseMinutes", "must be a whole number from 1 to 240", s -> s.care().limits().pause().toMinutes(),
            (s, f) -> limits(s, l -> l.withPause(Duration.ofMinutes(f.whole())))),
    BREAK("breakEveryMinutes", "must be a whole number from 0 to 480", s -> s.care().breaks().every().toMinutes(),
            (s, f) -> breaks(s, b -> b.withEvery(Duration.ofMinutes(f.whole())))),
    BREAK_ITEMS("breakEveryItems", "must be a whole number from 0 to 5000", s -> s.care().breaks().items(),
            (s, f) -> breaks(s, b -> b.withItems(f.whole()))),
    LIGHTER("lighterInBetween", "must be true or false", s -> s.care().lighterBetween(), (s, f) -> s.withCare(s.care().withLighterBetween(f.flag()))),
    NOT_MINE("labelsNotForMe", "must be a list of at most 100 labels, such as [\"self_harm\"]", s -> s.care().notMine(),
            (s, f) -> s.withCare(s.care().withNotMine(new TreeSet<>(f.words(Covering.MOST_LABELS))))),
    LANE_ORDER("lanesFirst", "must be a list of lanes, such as [\"spam\", \"synthetic/EU\"]", s -> Field.unlessEmpty(s.lanes().order()),
            (s, f) -> s.withLanes(s.lanes().withOrder(f.words(OwnLanes.MOST)))),
    LANES_LEFT_OUT("lanesLeftOut", "must be a list of lanes, such as [\"spam\", \"synthetic/EU\"]", s -> Field.unlessEmpty(s.lanes().leftOut()),
            (s, f) -> s.withLanes(s.lanes().withLeftOut(new TreeSet<>(f.words(OwnLanes.MOST))))),

    BLIND_SHARE("blindShare", "must be a number from 0 to 1", Settings::blindShare, (s, f) -> s.withBlindShare(f.number())),
    SCORES("scores", "must be " + Field.listed(Scores.values()), s -> Field.word(s.scores()), (s, f) -> s.withScores(f.choice(Scores.values()))),
    WINDOW("window", "must be a whole number from 1 to 64", Settings::window, (s, f) -> s.withWindow(f.whole())),
    PUBLISH_HOLD("publishHoldSeconds", "must be a whole number from 0 to 600", s -> s.publishHold().toSeconds(),
            (s, f) -> s.withPublishHold(Duration.ofSeconds(f.whole()))),
    POLICY_PACK("policyPack", "must be the path of a pack file, or null for the one that ships", s -> s.policyPack().map(Path::toString).orElse(null),
            (s, f) -> s.withPolicyPack(f.path())),
    TRUST_LIST("trustList", "must be the path of a PEM file of certificates, or null for none", s -> s.trustList().map(Path::toString).orElse(null),
            (s, f) -> s.withTrustList(f.path()));

    /** What is the reviewer's alone, and leaves their profile with no exported file. */
    private static final Set<Setting> OWN = EnumSet.range(LOCK_AFTER, LANES_LEFT_OUT);
    private static final Set<Setting> APPEARANCE = EnumSet.range(THEME, LANGUAGE);

    /** Reads the value into the settings. */
    @FunctionalInterface
    private interface Reading {
        Settings with(Settings settings, Field value);
    }

    private final String field;
    private final String form;
    private final Function<Settings, Object> written;
    private final Reading reading;

    Setting(String field, String form, Function<Settings, Object> written, Reading reading) {
        this.field = field;
        this.form = form;
        this.written = written;
        this.reading = reading;
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

    boolean isOwn() {
        return OWN.contains(this);
    }

    boolean isAppearance() {
        return APPEARANCE.contains(this);
    }

    /** For the file; null leaves the field out. */
    Object written(Settings settings) {
        return written.apply(settings);
    }

    /**
     * @throws FaultInField when a part of the value is not as it must be
     * @throws IllegalArgumentException when the value is not of this field's form
     */
    Settings with(Settings settings, Field value) {
        return reading.with(settings, value);
    }

    private static Settings covering(Settings s, UnaryOperator<Covering> change) {
        return s.withCare(s.care().withCovering(change.apply(s.care().covering())));
    }

    private static Settings limits(Settings s, UnaryOperator<Limits> change) {
        return s.withCare(s.care().withLimits(change.apply(s.care().limits())));
    }

    private static Settings breaks(Settings s, UnaryOperator<Breaks> change) {
        return s.withCare(s.care().withBreaks(change.apply(s.care().breaks())));
    }
}
