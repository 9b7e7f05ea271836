package dev.docket.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.settings.Appearance.Density;
import dev.docket.settings.Appearance.Language;
import dev.docket.settings.Appearance.Motion;
import dev.docket.settings.Keys.Hand;
import dev.docket.settings.Keys.Keyboard;
import dev.docket.settings.Settings.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsFileTest {
    @TempDir
    private Path folder;

    @Test
    void withoutAFileThereAreDefaults() throws IOException {
        assertThat(SettingsFile.read(folder.resolve("settings.json"))).isEqualTo(Settings.DEFAULT);
    }

    @Test
    void whatIsWrittenIsReadBack() throws IOException {
        Settings settings = new Settings(new Appearance(Theme.DARK, 140, Density.COMPACT, Motion.REDUCED, Language.GERMAN),
                new Keys(Hand.LEFT_HANDED, Keyboard.AZERTY, new TreeMap<>(Map.of("undo", List.of("Shift+U", "Backspace"), "label.benign", List.of("A")))),
                new Care(new Covering(Covering.From.POLICY, Covering.Strength.FULL, Covering.Peek.SKETCH, true, false, false,
                                new TreeMap<>(Map.of("self_harm", Covering.OfLabel.STRICT)), 30),
                        new Limits(5, 0, Duration.ofSeconds(90), Duration.ofMinutes(60), Duration.ofMinutes(7)), new Breaks(Duration.ofMinutes(25), 200),
                        false, Set.of("self_harm", "ncii")),
                new OwnLanes(List.of("spam", "synthetic/EU"), Set.of("hate")),
                Duration.ofMinutes(3), 0.25, Settings.Scores.ASKED, 16, Duration.ofSeconds(90), Optional.of(folder.resolve("pack.yaml")),
                Optional.of(folder.resolve("trust.pem")));

        SettingsFile.write(folder.resolve("settings.json"), settings);

        assertThat(SettingsFile.read(folder.resolve("settings.json"))).isEqualTo(settings);
    }

    @Test
    void fieldsLeftOutKeepTheirDefaultsAndAPackIsLookedForBesideTheFile() throws IOException {
        Path file = Files.writeString(folder.resolve("settings.json"), "{\"theme\": \"Dark\", \"policyPack\": \"packs/ours.yaml\"}");

        assertThat(SettingsFile.read(file)).isEqualTo(Settings.DEFAULT.withTheme(Theme.DARK).withPolicyPack(Optional.of(folder.resolve("packs/ours.yaml"))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{`theme`: `pink`}                | 1: theme must be",
        "{\\n\\n `blindShare`: 1.5}       | 3: blindShare must be",
        "{`blindShare`: `0.1`}            | 1: blindShare must be",
        "{`coverFrom`: `S9`}              | 1: coverFrom must be",
        "{`labelsNotForMe`: `self_harm`}  | 1: labelsNotForMe must be",
        "{`labelsNotForMe`: [3]}          | 1: labelsNotForMe must be",
        "{`labelCovers`: [`self_harm`]}   | 1: labelCovers must be",
        "{`labelCovers`: {`ncii`: `strict`,\\n`self_harm`: `soft`}} | 2: labelCovers.self_harm must be",
        "{`labelCovers`: {`ncii`: `strict`,\\n`ncii`: `strict`}} | 2: labelCovers.ncii stands there twice",
        "{`labelCoverFromPercent`: 0}     | 1: labelCoverFromPercent must be",
        "{`coverStrength`: `soft`}        | 1: coverStrength must be",
        "{`peekShows`: `full`}            | 1: peekShows must be",
        "{`greyscale`: `yes`}             | 1: greyscale must be",
        "{`breakEveryItems`: -5}          | 1: breakEveryItems must be",
        "{`lanesFirst`: `spam`}           | 1: lanesFirst must be",
        "{`lanesLeftOut`: [`spam`, 3]}    | 1: lanesLeftOut must be",
        "{`pauseMinutes`: 0}              | 1: pauseMinutes must be",
        "{`lighterInBetween`: 1}          | 1: lighterInBetween must be",
        "{`window`: 0}                    | 1: window must be",
        "{`window`: 65}                   | 1: window must be",
        "{`window`: 8.5}                  | 1: window must be",
        "{`window`: 99999999999999999999} | 1: window must be",
        "{\\n`windw`: 8}                  | 2: windw is no setting",
        "{`publishHoldSeconds`: 601}      | 1: publishHoldSeconds must be",
        "{`publishHoldSeconds`: -1}       | 1: publishHoldSeconds must be",
        "{`policyPack`: 7}                | 1: policyPack must be",
        "{`window`: 8,\\n`window`: 9}     | 2: window stands there twice",
        "{`textSizePercent`: 79}          | 1: textSizePercent must be",
        "{`textSizePercent`: 201}         | 1: textSizePercent must be",
        "{`density`: `tight`}             | 1: density must be",
        "{`motion`: true}                 | 1: motion must be",
        "{`language`: `fr`}               | 1: language must be",
        "{`keysFor`: `both`}              | 1: keysFor must be",
        "{`keyboard`: `dvorak`}           | 1: keyboard must be",
        "{`keys`: []}                     | 1: keys must be",
        "{`keys`: {\\n`undo`: `Z`}}      | 2: keys.undo must be a list",
        "{`keys`: {`undo`: []}}           | 1: keys.undo must name",
        "{`keys`: {`undo`: [1]}}          | 1: keys.undo must hold",
        "{`keys`: {`undo`: [`Meta+Z`]}}   | 1: keys.undo must name",
        "{`keys`: {`Undo it`: [`Z`]}}     | 1: keys.Undo it must name",
        "{`keys`: {`a`: [`Z`],\\n`a`: [`Y`]}} | 2: keys.a stands there twice",
        "[1]                              | 1: the file must be one JSON object",
        "{`theme`: `dark`} x              | 1: not JSON",
        "{`theme`: `dark`                 | 1: not JSON",
        "{`theme` `dark`}                 | 1: not JSON",
    })
    void faultsNameFileLineAndField(String template, String message) throws IOException {
        Path file = Files.writeString(folder.resolve("settings.json"), template.replace("\\n", "\n").replace('`', '"'));

        assertThatThrownBy(() -> SettingsFile.read(file)).isInstanceOf(IOException.class).hasMessageStartingWith(file + ":" + message);
    }

    @Test
    void anEmptyFileIsAFault() throws IOException {
        Path file = Files.createFile(folder.resolve("settings.json"));

        assertThatThrownBy(() -> SettingsFile.read(file)).isInstanceOf(IOException.class).hasMessageContaining(file.toString());
    }
}
