package dev.docket.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.settings.Settings.Theme;
import dev.docket.ui.ScreenFaults.Kind;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Locale;
import javafx.scene.Parent;
import javafx.scene.Scene;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * What holds wherever a person comes to, at 1280x800 in a language two fifths longer than English: light with the usual
 * text, dark with doubled text, and with {@code -Ddocket.access=full} the other way round and with the smallest text too.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class WalkContract {
    protected static final int WIDTH = 1280;
    protected static final int HEIGHT = 800;

    private final Locale before = Locale.getDefault();
    protected ScreenFaults faults;
    private String pass = "";
    private EnumSet<Kind> kinds = EnumSet.allOf(Kind.class);

    /** @return what is known of the words there; the locale is the pseudo-locale already */
    protected abstract KnownWords prepare(Path folder) throws Exception;

    /** Comes to every place there is and looks at it. */
    protected abstract void walk(Theme theme, int percent);

    protected abstract void leave();

    @BeforeAll
    void walkEverywhere(@TempDir Path folder) throws Exception {
        Toolkit.start();
        Locale.setDefault(Locale.of("qps"));
        KnownWords known = prepare(folder);
        faults = new ScreenFaults(known::holds);
        walk(Theme.LIGHT, 100);
        again(Theme.DARK, 200, EnumSet.of(Kind.CUT));
        if ("full".equals(System.getProperty("docket.access"))) {
            again(Theme.DARK, 200, EnumSet.of(Kind.FAINT, Kind.RINGLESS));
            again(Theme.DARK, 100, EnumSet.of(Kind.FAINT, Kind.RINGLESS));
            again(Theme.LIGHT, 80, EnumSet.of(Kind.CUT, Kind.SMALL));
        }
    }

    private void again(Theme theme, int percent, EnumSet<Kind> looked) {
        pass = percent + " % " + theme + " ";
        kinds = looked;
        faults.repainted();
        walk(theme, percent);
    }

    @AfterAll
    void comeBack() {
        leave();
        Locale.setDefault(before);
    }

    /** Looks at a part of a scene. With {@code -Ddocket.pictures} it is kept as a picture too. */
    protected final void look(String place, Scene scene, Parent root) {
        Toolkit.tell(() -> {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
        });
        faults.look(pass + place, scene, root, kinds);
        if (Boolean.getBoolean("docket.pictures")) {
            Toolkit.picture(scene, "walk-" + (pass + place).replaceAll("\\W+", "-"));
        }
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
