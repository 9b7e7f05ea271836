package dev.docket.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Any settings, written and read again; {@code -Ddocket.settings.rounds=N} and {@code -Ddocket.seed=N} for other ones. */
class SettingsRoundTripTest {
    private static final int ROUNDS = Integer.getInteger("docket.settings.rounds", 300);

    private final Random random = new Random(Long.getLong("docket.seed", 20261121));

    @TempDir
    private Path folder;

    @Test
    void anySettingsAreReadBackAsTheyWere() throws IOException {
        for (int round = 0; round < ROUNDS; round++) {
            Settings any = settings();
            Path file = folder.resolve("settings.json");

            SettingsFile.write(file, any);

            assertThat(SettingsFile.read(file)).as("round %d", round).isEqualTo(any);
        }
    }

    @Test
    void whatIsSharedHoldsNothingOfTheReviewersOwnAndIsTakenOverWithoutIt() throws IOException {
        for (int round = 0; round < ROUNDS; round++) {
            Settings theirs = settings();
            Settings mine = settings();
            Path file = folder.resolve("shared.json");

            SettingsFile.share(file, theirs);

            assertThat(Files.readString(file)).doesNotContain("\"cover", "\"looks", "\"labelCover", "\"labelsNotForMe", "\"pauseMinutes", "\"break", "\"lanes", "\"greyscale", "\"lighter", "\"peekShows", "\"keepOpen");
            SettingsFile.Taken taken = SettingsFile.take(file, mine);
            assertThat(taken.settings()).as("round %d", round).isEqualTo(theirs.withOwn(mine));
            assertThat(taken.left()).isEmpty();
        }
    }

    @Test
    void whatIsTheReviewersOwnInAFileFromElsewhereIsNamedAndNotTakenOver() throws IOException {
        Settings theirs = Settings.DEFAULT.withWindow(3).withCare(Care.DEFAULT.withLimits(Limits.NONE));
        Path file = folder.resolve("theirs.json");
        Files.writeString(file, "{\"window\": 3, \"looksAtS3AnHour\": 0, \"lanesLeftOut\": [\"spam\"]}");

        SettingsFile.Taken taken = SettingsFile.take(file, Settings.DEFAULT);

        assertThat(taken.settings()).isEqualTo(theirs.withOwn(Settings.DEFAULT));
        assertThat(taken.left()).containsExactly("looksAtS3AnHour", "lanesLeftOut");
    }

    private Settings settings() {
        return new Settings(
                new Appearance(one(Settings.Theme.values()), 80 + random.nextInt(121), one(Appearance.Density.values()), one(Appearance.Motion.values()),
                        one(Appearance.Language.values())),
                new Keys(one(Keys.Hand.values()), one(Keys.Keyboard.values()), changes()),
                new Care(covering(),
                        new Limits(random.nextInt(1001), random.nextInt(1001), Duration.ofSeconds(random.nextInt(3601)), Duration.ofMinutes(random.nextInt(1441)),
                                Duration.ofMinutes(1 + random.nextInt(240))),
                        new Breaks(Duration.ofMinutes(random.nextInt(481)), random.nextInt(5001)), random.nextBoolean(), new TreeSet<>(words(100))),
                new OwnLanes(words(300), Set.copyOf(words(300))),
                Duration.ofMinutes(random.nextInt(241)), random.nextDouble(), one(Settings.Scores.values()), 1 + random.nextInt(64), Duration.ofSeconds(random.nextInt(601)),
                random.nextBoolean() ? Optional.empty() : Optional.of(folder.resolve(word() + "/p\u00e4ck \"1\".yaml")),
                random.nextBoolean() ? Optional.empty() : Optional.of(folder.resolve(word() + ".pem")));
    }

    private Covering covering() {
        TreeMap<String, Covering.OfLabel> labels = new TreeMap<>();
        words(100).forEach(label -> labels.put(label, one(Covering.OfLabel.values())));
        return new Covering(one(Covering.From.values()), one(Covering.Strength.values()), one(Covering.Peek.values()), random.nextBoolean(),
                random.nextBoolean(), random.nextBoolean(), labels, 1 + random.nextInt(100));
    }

    private TreeMap<String, List<String>> changes() {
        TreeMap<String, List<String>> changes = new TreeMap<>();
        for (int change = random.nextInt(6); change > 0; change--) {
            changes.put(one(new String[] {"undo", "label.benign", "severity.3", "peek", "heat"}), Stream.generate(() ->
                    one(new String[] {"", "Shift+", "Ctrl+Alt+"}) + one(new String[] {"Z", "Numpad 4", "\u00dc", "F7", "Plus"})).limit(1 + random.nextInt(4)).toList());
        }
        return changes;
    }

    /** Few or many, but no more than that. */
    private List<String> words(int most) {
        int many = random.nextInt(8) == 0 ? most : random.nextInt(6);
        return IntStream.range(0, many).mapToObj(n -> word() + n).toList();
    }

    private String word() {
        return one(new String[] {"spam", "synthetic/EU", "self_harm", "\u00fcber \u201ealles\u201c", "a\\b\"c", "\u65e5\u672c", "line\nbreak"});
    }

    private <T> T one(T[] of) {
        return of[random.nextInt(of.length)];
    }
}
