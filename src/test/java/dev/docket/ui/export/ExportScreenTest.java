package dev.docket.ui.export;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.export.DecisionSetVerifier;
import dev.docket.export.Format;
import dev.docket.export.SmallDesk;
import dev.docket.settings.Settings;
import dev.docket.ui.OpenWindow;
import dev.docket.ui.Toolkit;
import dev.docket.ui.common.Views;
import dev.docket.ui.export.ExportViewModel.Situation;
import dev.docket.ui.shell.Screen;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The real screen in the window's shell, by its buttons; pictures of its states in {@code target/pictures}. */
class ExportScreenTest {
    @RegisterExtension
    private final OpenWindow window = new OpenWindow("review", "export");

    private static final Locale BEFORE = Locale.getDefault();
    private static final List<String> LABELS = List.of(
            "benign", "benign", "benign", "undisclosed_synthetic", "undisclosed_synthetic", "civic_deception", "spam_scam", "privacy_doxxing", "benign", "undisclosed_synthetic");

    @TempDir
    private Path folder;
    private SmallDesk desk;
    private ExportViewModel model;

    @BeforeEach
    void open() {
        desk = new SmallDesk(folder);
        Map<UUID, String> labels = new HashMap<>();
        for (int i = 0; i < 120; i++) {
            labels.put(desk.admit("item " + i, i % 3 == 0 ? "community" : "news-desk", i % 15 == 7), i % 40 == 39 ? "ncii" : LABELS.get(i % LABELS.size()));
        }
        desk.decideAll(labels);
        for (int i = 0; i < 9; i++) {
            desk.admit("waiting " + i, "news-desk", false);
        }
        model = new ExportViewModel(desk.exports, desk.pack, window.now(), Clock.fixed(SmallDesk.NOW, ZoneOffset.UTC), folder);
    }

    @AfterEach
    void close() {
        Locale.setDefault(BEFORE);
        desk.close();
    }

    @Test
    void signingWritesASoundSetAndOffersToCheckIt() throws Exception {
        show(Settings.Theme.LIGHT, 1440, 900);
        window.picture("export-light");

        window.click("#format-csv");
        window.click("#sign");

        assertThat(model.situationProperty().get()).isEqualTo(Situation.WRITTEN);
        Path set = model.writtenProperty().get().folder();
        assertThat(set.resolve("data.csv")).doesNotExist();
        assertThat(DecisionSetVerifier.verify(set).findings()).isEmpty();
        assertThat(window.node("#sign").isVisible()).isFalse();
        window.click("#verifyButton");
        Toolkit.frames(2);
        assertThat(((Label) window.node("#findings .chip")).getText()).startsWith("Sound:");
        window.picture("export-written-light");
    }

    @Test
    void theSmallWindowInTheDarkShowsAFilterThatLeavesNothing() throws Exception {
        show(Settings.Theme.DARK, 1280, 800);
        window.picture("export-dark-small");

        Toolkit.tell(() -> model.select(model.selectionProperty().get().withLabels(List.of("hate_symbols"))));
        window.picture("export-empty-dark-small");

        assertThat(((Label) window.node("#emptyDetail")).getText()).isEqualTo("The last ones were removed by: label=hate_symbols");
        assertThat(window.node("#signPane").isVisible()).isFalse();
        Toolkit.tell(((Button) window.node("#remove-label"))::fire);
        assertThat(window.node("#signPane").isVisible()).isTrue();
    }

    @Test
    void everyFormatIsOfferedInBothLanguages() throws Exception {
        for (Locale locale : List.of(Locale.GERMAN, Locale.ENGLISH)) {
            Locale.setDefault(locale);
            show(locale == Locale.GERMAN ? Settings.Theme.DARK : Settings.Theme.LIGHT, 1280, 800);
            Toolkit.tell(() -> List.of(Format.values()).forEach(format -> model.choose(format, true)));
            assertThat(window.scene().getRoot().lookupAll("CheckBox")).extracting(Node::getId).contains(Stream.of(Format.values()).map(f -> "format-" + f.word()).toArray(String[]::new));
            Toolkit.tell(() -> window.scene().getRoot().lookupAll(".scroll-pane").forEach(pane -> ((ScrollPane) pane).setVvalue(0.6)));
            window.picture("export-formats-" + locale);
        }
        window.click("#sign");
        assertThat(DecisionSetVerifier.verify(model.writtenProperty().get().folder()).findings()).isEmpty();
    }

    @Test
    void filtersAreChipsWithTheirWayOut() throws Exception {
        show(Settings.Theme.DARK, 1440, 900);
        Toolkit.tell(() -> model.select(model.selectionProperty().get().withLabels(List.of("benign", "spam_scam", "civic_deception")).withSources(List.of("news-desk")).withGold(true)));
        Toolkit.tell(((CheckBox) window.node("#uploaders"))::fire);
        window.picture("export-filtered-dark");

        assertThat(window.scene().getRoot().lookupAll(".filter-chip")).extracting(Node::isVisible).hasSize(3);
        assertThat(model.groupingProperty().get().words()).contains("uploader");
    }

    @Test
    void theSmallWindowInTheLight() {
        show(Settings.Theme.LIGHT, 1280, 800);
        window.picture("export-light-small");
        Toolkit.tell(() -> window.overlays().open(new DaysSheet(window.overlays(), model.selectionProperty().get(), model::select)));
        window.picture("export-days-light");
        Toolkit.tell(window.overlays()::close);
    }

    private void show(Settings.Theme theme, int width, int height) {
        window.show(theme, width, height, () -> {
            ExportController controller = new ExportController(model, window.overlays());
            return List.of(Screen.of("sets", "Decision sets", () -> new Views().load("export", controller), model::refresh));
        });
    }

}
