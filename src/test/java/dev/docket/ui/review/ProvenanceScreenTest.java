package dev.docket.ui.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.provenance.ProvenanceReport;
import dev.docket.settings.Settings;
import dev.docket.ui.CutText;
import dev.docket.ui.Keyboard;
import dev.docket.ui.OpenWindow;
import dev.docket.ui.Toolkit;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.scene.control.TreeView;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Provenance in four depths, by the keyboard; in light and dark. */
class ProvenanceScreenTest {
    @RegisterExtension
    private final OpenWindow window = new OpenWindow("review", "ladder");

    private final PaintedCasework casework = new PaintedCasework();
    private ReviewViewModel model;

    @Test
    void theSignStandsOnTheTilesAndThePanelKeepsThreeThingsApart() {
        open(Settings.Theme.LIGHT, 1280, 800, false);

        assertThat(seen(".strip-origin")).contains("Disagree");
        assertThat(seen(".side-section")).contains("Altered or invalid", "Claims to be from Example Camera Co, not verified", "AI-generated: stated by a disclosure label (unsigned)",
                "An ingredient was already invalid when it was added.",
                "Sources disagree: a camera according to Content Credentials, not verified (Example Camera Co), AI according to IPTC field.");
        window.picture("provenance-panel-light");
    }

    @Test
    void vListsEverythingWithHowItCanBeFaked() {
        open(Settings.Theme.DARK, 1440, 900, false);

        Keyboard.type(KeyCode.V);

        assertThat(seen(".side-section")).contains("Anyone can write or delete this field with a metadata editor.", "ComfyUI");
        window.picture("provenance-full-dark");
    }

    @Test
    void shiftVOpensTheHistoryAndTheArrowsWalkIt() {
        open(Settings.Theme.DARK, 1440, 900, false);

        Keyboard.type(KeyCode.SHIFT, KeyCode.V);
        assertThat(seen(".history-rows")).contains("c2pa-rs 0.1", "none set: no signer can be recognised");
        window.picture("provenance-history-dark");

        Keyboard.type(KeyCode.DOWN);
        assertThat(seen(".history-rows")).contains("Everything below is claimed by the file and not verified.", "Signer (Example Camera Co), not verified", "Cropped");
        window.picture("provenance-manifest-dark");

        Keyboard.type(KeyCode.DOWN);
        assertThat(seen(".history-rows")).contains("An ingredient was already invalid when it was added.", "hold Space to look", "claimSignature.mismatch");
        window.picture("provenance-ingredient-dark");
        assertThat(Toolkit.ask(() -> ((TreeView<?>) window.scene().lookup("#history-tree")).getExpandedItemCount())).isEqualTo(9);

        Keyboard.type(KeyCode.ESCAPE);
        assertThat(window.overlays().isOpen()).isFalse();
    }

    @Test
    void theSmallPictureOfAnIngredientIsCoveredUntilSpaceIsHeldAndGoesWithItsLine() {
        open(Settings.Theme.LIGHT, 1280, 800, false);
        Keyboard.type(KeyCode.SHIFT, KeyCode.V);
        Keyboard.type(KeyCode.DOWN);
        Keyboard.type(KeyCode.DOWN);
        Toolkit.frames(3);
        Image covered = shown();

        Keyboard.press(KeyCode.SPACE);
        Toolkit.frames(3);
        Image open = shown();
        window.picture("provenance-ingredient-open-light");
        Keyboard.release(KeyCode.SPACE);
        Toolkit.frames(3);

        assertThat(isGrey(covered)).isTrue();
        assertThat(isGrey(open)).isFalse();
        assertThat(isGrey(shown())).isTrue();

        Keyboard.press(KeyCode.SPACE);
        Toolkit.frames(3);
        assertThat(isGrey(shown())).isFalse();
        Toolkit.tell(() -> window.scene().lookup("#history-copy").requestFocus());
        Toolkit.frames(3);
        assertThat(isGrey(shown())).as("the key would be let go unseen").isTrue();
        Keyboard.release(KeyCode.SPACE);

        Toolkit.tell(() -> window.scene().lookup(".ingredient-tile .picture-grid").requestFocus());
        Keyboard.press(KeyCode.SPACE);
        Toolkit.frames(3);
        assertThat(isGrey(shown())).isFalse();
        Keyboard.release(KeyCode.SPACE);
        Toolkit.tell(() -> window.scene().lookup("#history-tree").requestFocus());
        Keyboard.type(KeyCode.UP);
        assertThat(Toolkit.ask(() -> window.scene().lookup(".ingredient-tile"))).isNull();
    }

    private Image shown() {
        return Toolkit.ask(() -> window.scene().getRoot().lookupAll(".ingredient-tile .image-view").stream()
                .map(view -> ((ImageView) view).getImage()).filter(Objects::nonNull).findFirst().orElseThrow());
    }

    private static boolean isGrey(Image image) {
        return Toolkit.ask(() -> {
            for (int y = 0; y < image.getHeight(); y++) {
                for (int x = 0; x < image.getWidth(); x++) {
                    int argb = image.getPixelReader().getArgb(x, y);
                    if ((argb >> 16 & 255) != (argb & 255)) {
                        return false;
                    }
                }
            }
            return true;
        });
    }

    @Test
    void theReportsOnRecordStandBeforeTheRawOneTheLastFirst() {
        open(Settings.Theme.LIGHT, 1280, 800, false);

        Keyboard.type(KeyCode.SHIFT, KeyCode.V);
        Keyboard.type(KeyCode.END);
        Keyboard.type(KeyCode.UP);

        assertThat(seen(".history-rows")).contains("20 Nov 2026, 14:17:00", "On the screen now", "5".repeat(64), "19 Nov 2026, 13:32:00", "none set: no signer can be recognised", "metadata@1, open@1-0123456789ab");
        window.picture("provenance-record-light");
    }

    @Test
    void theRawReportIsAtTheEndAndIsCopiedWhole() {
        open(Settings.Theme.LIGHT, 1280, 800, false);

        Keyboard.type(KeyCode.SHIFT, KeyCode.V);
        Keyboard.type(KeyCode.END);
        String raw = Toolkit.ask(() -> ((TextArea) window.scene().lookup("#history-raw")).getText());
        assertThat(raw).contains("assertion.dataHash.mismatch", "CN=Signer, O=Example Camera Co", "\"validation_state\" : \"invalid\"");
        window.picture("provenance-raw-light");

        Toolkit.tell(((Button) window.scene().lookup("#history-copy"))::fire);
        assertThat(Toolkit.ask(() -> Clipboard.getSystemClipboard().getString())).isEqualTo(raw);
    }

    @Test
    void aBlindLookShowsNoneOfTheFour() {
        open(Settings.Theme.LIGHT, 1280, 800, true);

        Keyboard.type(KeyCode.V);
        Keyboard.type(KeyCode.SHIFT, KeyCode.V);

        assertThat(window.overlays().isOpen()).isFalse();
        assertThat(seen(".strip-origin")).isEmpty();
        assertThat(seen(".provenance-row")).isEmpty();
        assertThat(seen(".cover-card")).noneMatch(words -> words.contains("Disagree") || words.contains("AI stated"));
    }

    @Test
    void nothingOfItChoosesAVerdict() {
        open(Settings.Theme.LIGHT, 1280, 800, false);
        assertThat(model.currentProperty().get().provenance().contradictions()).isNotEmpty();

        Keyboard.type(KeyCode.ENTER);

        assertThat(model.pending().isPending()).isFalse();
        assertThat(model.pending().draftProperty().get().labels()).isEmpty();
        assertThat(casework.recorded).isEmpty();
    }

    @Test
    void aLabelThatAsksForOriginShowsWhatTheFileStatesOfItAndLeavesItToTheReviewer() {
        open(Settings.Theme.LIGHT, 1440, 900, false);

        Toolkit.tell(() -> model.pending().toggle(model.pack().label("undisclosed_synthetic")));
        Toolkit.frames(2);

        assertThat(seen("#pending-origin")).contains("as the file states");
        assertThat(seen(".pending-stated")).containsExactly("The file: AI-generated: stated by a disclosure label (unsigned)");
        assertThat(model.pending().draftProperty().get().origin()).isEmpty();
        Keyboard.type(KeyCode.ALT, KeyCode.O);
        assertThat(seen(".sheet-title")).contains("Where the picture comes from. The file: AI-generated: stated by a disclosure label (unsigned)");
        window.picture("provenance-evidence-light");
    }

    @Test
    void nothingOfItIsCutInGermanAtTheSmallestUsualSize() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMAN);
        try {
            open(Settings.Theme.DARK, 1280, 800, false);
            assertThat(cut(".side-section")).isEmpty();
            window.picture("provenance-panel-german-dark");

            Keyboard.type(KeyCode.SHIFT, KeyCode.V);
            assertThat(cut(".history-sheet")).isEmpty();
            window.picture("provenance-history-german-dark");
            Keyboard.type(KeyCode.END);
            assertThat(cut(".history-sheet")).isEmpty();
            window.picture("provenance-raw-german-dark");
            Keyboard.type(KeyCode.UP);
            assertThat(cut(".history-sheet")).isEmpty();
            window.picture("provenance-record-german-dark");
            Keyboard.type(KeyCode.ESCAPE);

            Toolkit.tell(() -> model.pending().toggle(model.pack().label("undisclosed_synthetic")));
            Toolkit.frames(2);
            assertThat(cut(".pending-pane")).isEmpty();
            window.picture("provenance-evidence-german-dark");
        } finally {
            Locale.setDefault(before);
        }
    }

    /** {@code -Ddocket.pictures=true}: all of it to look at. */
    @Test
    @EnabledIfSystemProperty(named = "docket.pictures", matches = "true")
    void everyDepthInBothLanguagesThemesAndSizes() {
        Locale before = Locale.getDefault();
        try {
            for (Locale language : List.of(Locale.ENGLISH, Locale.GERMAN)) {
                Locale.setDefault(language);
                for (Settings.Theme theme : List.of(Settings.Theme.LIGHT, Settings.Theme.DARK)) {
                    for (int width : List.of(1280, 1440)) {
                        depths(theme, width, "depth-%s-" + String.join("-", language.getLanguage(), theme.name().toLowerCase(Locale.ROOT), Integer.toString(width)));
                    }
                }
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    private void depths(Settings.Theme theme, int width, String name) {
        open(theme, width, width == 1280 ? 800 : 900, false);
        look(name.formatted("panel"), ".side-section");
        Keyboard.type(KeyCode.V);
        look(name.formatted("full"), ".side-section");
        Keyboard.type(KeyCode.SHIFT, KeyCode.V);
        look(name.formatted("history"), ".history-sheet");
        Keyboard.type(KeyCode.DOWN);
        look(name.formatted("manifest"), ".history-sheet");
        Keyboard.type(KeyCode.DOWN);
        look(name.formatted("ingredient"), ".history-sheet");
        Keyboard.type(KeyCode.END);
        look(name.formatted("raw"), ".history-sheet");
        Keyboard.type(KeyCode.UP);
        look(name.formatted("record"), ".history-sheet");
        Keyboard.type(KeyCode.ESCAPE);
        Toolkit.tell(() -> model.pending().toggle(model.pack().label("undisclosed_synthetic")));
        Toolkit.frames(2);
        look(name.formatted("evidence"), ".pending-pane");
    }

    private void look(String picture, String part) {
        window.picture(picture);
        assertThat(cut(part)).as(picture).isEmpty();
    }

    private List<String> cut(String style) {
        return Toolkit.ask(() -> window.scene().getRoot().lookupAll(style).stream().flatMap(node -> CutText.in(node).stream()).distinct().toList());
    }

    private void open(Settings.Theme theme, int width, int height, boolean blind) {
        for (int n = 0; n < 8; n++) {
            casework.add(1, "open", blind);
        }
        Toolkit.start();
        model = OpenReview.in(window, theme, width, height, casework, PaintedCasework.workers(window.now()), Clock.fixed(PaintedCasework.NOW, ZoneOffset.UTC)).model();
        while (!blind && model.currentProperty().get().provenance().equals(ProvenanceReport.NONE)) {
            Toolkit.tell(() -> {
                model.skip("need_context");
                model.painted();
            });
        }
        Toolkit.frames(3);
    }

    /** The words in every node with this style, as far as they are shown. */
    private List<String> seen(String style) {
        return Toolkit.ask(() -> window.scene().getRoot().lookupAll(style).stream().flatMap(ProvenanceScreenTest::words).distinct().toList());
    }

    private static Stream<String> words(Node node) {
        if (!node.isVisible()) {
            return Stream.empty();
        }
        Stream<String> own = node instanceof Labeled labeled && labeled.getText() != null ? Stream.of(labeled.getText()) : Stream.empty();
        return node instanceof Parent parent ? Stream.concat(own, parent.getChildrenUnmodifiable().stream().flatMap(ProvenanceScreenTest::words)) : own;
    }
}
