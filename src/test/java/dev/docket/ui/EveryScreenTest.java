package dev.docket.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every screen and sheet at 1280x800, in a language two fifths longer than English, with usual and with doubled text. */
class EveryScreenTest {
    private static final Locale BEFORE = Locale.getDefault();
    private static final Set<String> PLAIN = new TreeSet<>();
    private static final Set<String> CUT = new TreeSet<>();
    private static final Set<String> CUT_AT_200 = new TreeSet<>();
    private static final Set<String> UNNAMED = new TreeSet<>();
    private static final Set<String> SMALL = new TreeSet<>();

    @TempDir
    private static Path folder;
    private static ScreenWalk walk;

    @BeforeAll
    static void walkThroughTheWindow() throws Exception {
        Locale.setDefault(Locale.of("qps"));
        walk = new ScreenWalk(folder);
        KnownWords known = new KnownWords(walk.desk());
        walk.everywhere("pseudo", (place, root) -> {
            known.add(walk.storedSentences());
            note(PLAIN, place, PlainText.in(root, known::holds));
            note(CUT, place, CutText.in(root));
            note(UNNAMED, place, Unnamed.focusableIn(root));
            note(SMALL, place, Targets.tooSmallIn(root));
        });
        walk.textSize(200);
        walk.everywhere("pseudo-200", (place, root) -> note(CUT_AT_200, place, CutText.in(root)));
    }

    @AfterAll
    static void closeTheWindow() {
        walk.close();
        Locale.setDefault(BEFORE);
    }

    @Test
    void everyWordComesOutOfTheBundle() {
        assertThat(PLAIN).isEmpty();
    }

    @Test
    void nothingIsCutInALongerLanguage() {
        assertThat(CUT).isEmpty();
    }

    @Test
    void nothingIsCutWhenTextIsTwiceAsLarge() {
        assertThat(CUT_AT_200).isEmpty();
    }

    @Test
    void everythingTheKeyboardReachesHasAName() {
        assertThat(UNNAMED).isEmpty();
    }

    @Test
    void everythingToPressIsAtLeast24PixelsHigh() {
        assertThat(SMALL).isEmpty();
    }

    private static void note(Set<String> all, String place, List<String> found) {
        found.forEach(each -> all.add(place + ": " + each));
    }
}
