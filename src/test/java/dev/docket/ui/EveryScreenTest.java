package dev.docket.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.settings.Settings.Theme;
import dev.docket.ui.ScreenFaults.Kind;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every screen and sheet of the real window at 1280x800, in a language two fifths longer than English: light with the usual
 * text, dark with doubled text, and with {@code -Ddocket.access=full} the other way round and with the smallest text too.
 */
class EveryScreenTest {
    private static final Locale BEFORE = Locale.getDefault();

    @TempDir
    private static Path folder;
    private static ScreenWalk walk;
    private static ScreenFaults faults;

    @BeforeAll
    static void walkThroughTheWindow() throws Exception {
        Locale.setDefault(Locale.of("qps"));
        walk = new ScreenWalk(folder);
        KnownWords known = new KnownWords(walk.desk());
        faults = new ScreenFaults(known::holds);
        walk.theme(Theme.LIGHT);
        walk.everywhere("pseudo", (place, scene, root) -> {
            Toolkit.tell(() -> known.add(walk.storedSentences()));
            faults.look(place, scene, root, EnumSet.allOf(Kind.class));
        });
        again(Theme.DARK, 200, EnumSet.of(Kind.CUT));
        if ("full".equals(System.getProperty("docket.access"))) {
            again(Theme.DARK, 200, EnumSet.of(Kind.FAINT, Kind.RINGLESS));
            again(Theme.DARK, 100, EnumSet.of(Kind.FAINT, Kind.RINGLESS));
            again(Theme.LIGHT, 80, EnumSet.of(Kind.CUT, Kind.SMALL));
        }
    }

    private static void again(Theme theme, int percent, EnumSet<Kind> kinds) {
        walk.theme(theme);
        walk.textSize(percent);
        faults.repainted();
        walk.everywhere("pseudo-" + percent + "-" + theme, (place, scene, root) -> faults.look(percent + " % " + theme + " " + place, scene, root, kinds));
    }

    @AfterAll
    static void closeTheWindow() {
        walk.close();
        Locale.setDefault(BEFORE);
    }

    @Test
    void everyWordComesOutOfTheBundle() {
        assertThat(faults.of(Kind.PLAIN)).isEmpty();
    }

    @Test
    void nothingIsCutInALongerLanguageNorWhenTextIsTwiceAsLarge() {
        assertThat(faults.of(Kind.CUT)).isEmpty();
    }

    @Test
    void everythingTheKeyboardReachesHasAName() {
        assertThat(faults.of(Kind.UNNAMED)).isEmpty();
    }

    @Test
    void everythingToPressIsAtLeast24PixelsHigh() {
        assertThat(faults.of(Kind.SMALL)).isEmpty();
    }

    @Test
    void everyTextAndSignStandsOutFromItsGround() {
        assertThat(faults.of(Kind.FAINT)).isEmpty();
    }

    @Test
    void whereTheKeyboardIsCanBeSeen() {
        assertThat(faults.of(Kind.RINGLESS)).isEmpty();
    }

    @Test
    void tabComesToEverythingAndStaysInASheet() {
        assertThat(faults.of(Kind.UNREACHED)).isEmpty();
    }
}
