package dev.docket.ui.quality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.report.Sheet;
import dev.docket.settings.Settings;
import dev.docket.ui.OpenWindow;
import dev.docket.ui.Toolkit;
import dev.docket.ui.common.Background;
import dev.docket.ui.common.Views;
import dev.docket.ui.quality.QualityViewModel.Phase;
import dev.docket.ui.shell.Screen;
import dev.docket.verdict.Rereview;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The real screen in the window's shell, by its buttons; pictures of its states in {@code target/pictures}. */
class QualityScreenTest {
    @RegisterExtension
    private final OpenWindow window = new OpenWindow("review", "export", "models", "quality");
    @TempDir
    private Path folder;

    private final Locale before = Locale.getDefault();
    private final PaintedBoard board = new PaintedBoard();
    private QualityViewModel model = new QualityViewModel(board, window.now());
    private QualityController controller;

    @AfterEach
    void inTheLanguageBefore() {
        Locale.setDefault(before);
    }

    @Test
    void figuresAreThereInLightAndDarkAndInGerman() {
        show(Settings.Theme.LIGHT);
        window.picture("quality-light");
        assertThat(words()).contains("Waiting now", "632", "4.8 %", "Agreement by label", "under 20");
    }

    @Test
    void theLowerCards() {
        show(Settings.Theme.DARK);
        window.picture("quality-dark");
        scroll(0.5);
        window.picture("quality-dark-middle");
        scroll(1);
        window.picture("quality-dark-below");
        assertThat(words()).contains("Throughput of the queue", "Checks that no chance explains");
    }

    @Test
    void inGerman() {
        Locale.setDefault(Locale.GERMAN);
        model = new QualityViewModel(board, window.now());
        show(Settings.Theme.LIGHT);
        window.picture("quality-german");
        assertThat(words()).contains("Wartet jetzt", "4,8 %", "unter 20");
        Toolkit.tell(() -> window.<javafx.scene.control.ToggleButton>node("#showAudit").fire());
        window.picture("quality-german-audit");
    }

    @Test
    void everyChartHasATableBehindItThatNobodyCanSort() {
        show(Settings.Theme.LIGHT);
        for (Sheet.Kind kind : Sheet.Kind.values()) {
            Toolkit.tell(() -> window.<javafx.scene.control.ToggleButton>node("#table-" + kind.name().toLowerCase(Locale.ROOT)).fire());
        }
        window.picture("quality-tables");
        Set<Node> tables = Toolkit.ask(() -> window.scene().getRoot().lookupAll(".sheet-table"));
        assertThat(tables).hasSize(Sheet.Kind.values().length)
                .allSatisfy(table -> assertThat(((TableView<?>) table).getColumns()).noneMatch(column -> column.isSortable()));
    }

    @Test
    void nobodyIsNamedButWhoStandsOutAndNobodyHasARank() {
        show(Settings.Theme.LIGHT);

        List<String> names = words().stream().filter(word -> word.matches("[RL]-\\d+")).toList();

        assertThat(names).containsExactlyInAnyOrder("R-14", "R-08"); // the window's own person, and the one
        Set<Node> named = Toolkit.ask(() -> window.scene().getRoot().lookupAll("#card-apart .label"));
        assertThat(named.stream().map(node -> ((Label) node).getText())).contains("R-08");
        assertThat(words()).noneMatch(word -> word.matches("(?i).*(best|worst|slowest|fastest|per hour|leader).*"));
    }

    @Test
    void otherDaysAreComputedAnew() {
        show(Settings.Theme.LIGHT);

        window.click("#days-90");
        Toolkit.frames(3);

        assertThat(board.asked.getLast()).isEqualTo(90);
        window.tabTo("#days-90");
        window.robot().type(KeyCode.LEFT, KeyCode.SPACE);
        Toolkit.frames(3);
        assertThat(board.asked.getLast()).isEqualTo(28);
    }

    @Test
    void oneLaneOrOnePlaceIsComputedByItself() {
        show(Settings.Theme.LIGHT);
        javafx.scene.control.ComboBox<java.util.Optional<String>> lane = window.node("#scope-lane");
        javafx.scene.control.ComboBox<java.util.Optional<String>> place = window.node("#scope-place");
        assertThat(lane.getItems()).extracting(lane.getConverter()::toString).containsExactly("All lanes", "General", "Grave things");
        assertThat(place.getItems()).extracting(place.getConverter()::toString).containsExactly("All places", "Everywhere else", "DE");

        Toolkit.tell(() -> lane.setValue(java.util.Optional.of("general")));
        Toolkit.tell(() -> place.setValue(java.util.Optional.of("DE")));
        Toolkit.frames(3);

        assertThat(board.scopes.getLast()).isEqualTo(new dev.docket.queue.Scope(java.util.Optional.of("general"), java.util.Optional.of("DE")));
        assertThat(place.getValue()).contains("DE");
        window.picture("quality-scope-light");
    }

    @Test
    void aDeskWithoutVerdictsAndOneThatCannotBeReadSaySo() {
        board.empty = true;
        show(Settings.Theme.LIGHT);
        window.picture("quality-empty");
        assertThat(words()).anyMatch(word -> word.startsWith("Nothing waits and nothing was decided"));

        board.silent = "The database is closed.";
        Toolkit.tell(model::refresh);
        window.picture("quality-failed");
        assertThat(words()).contains("The figures could not be computed: The database is closed.");
        board.silent = "";
        board.empty = false;
        window.click("#again");
        Toolkit.frames(3);
        assertThat(model.stateProperty().get().phase()).isEqualTo(Phase.THERE);
    }

    @Test
    void whatTakesLongCanBeStopped() {
        List<Runnable> later = new ArrayList<>();
        model = new QualityViewModel(new PaintedBoard() {
            @Override
            public dev.docket.report.QualityFigures figures(int days, dev.docket.queue.Scope scope, dev.docket.progress.Progress progress) {
                progress.stopIfCancelled();
                return super.figures(days, scope, progress);
            }
        }, new Background(later::add, Runnable::run));
        show(Settings.Theme.DARK);
        window.picture("quality-computing");
        assertThat(window.node("#jobBox").isVisible()).isTrue();

        window.click("#stop");
        Toolkit.tell(() -> List.copyOf(later).forEach(Runnable::run));

        assertThat(model.stateProperty().get().phase()).isEqualTo(Phase.STOPPED);
    }

    @Test
    void aDoubtedLabelIsSentBackAndLeavesTheList() {
        show(Settings.Theme.LIGHT);
        window.click("#showAudit");
        window.picture("quality-audit-light");

        window.click("#send-back");
        Toolkit.frames(3);

        assertThat(board.sent).hasSize(1);
        assertThat(board.sent.getFirst().label()).isEqualTo("Benign or within policy");
        assertThat(model.readingProperty().get().suspects()).hasSize(2);
        assertThat(words()).anyMatch(word -> word.startsWith("It waits for a second opinion"));
        board.outcome = Rereview.Outcome.NOBODY_LEFT;
        window.tabTo("#suspect-table");
        window.robot().type(KeyCode.ENTER);
        Toolkit.frames(3);
        assertThat(board.sent).hasSize(2);
        assertThat(model.readingProperty().get().suspects()).hasSize(2);
        assertThat(words()).anyMatch(word -> word.startsWith("Everybody here who decides"));
    }

    @Test
    void whatWasSentIsTakenBackWhileNobodyHasIt() {
        show(Settings.Theme.LIGHT);
        window.click("#showAudit");
        assertThat(window.node("#take-back").isVisible()).as("nothing was sent").isFalse();
        window.click("#send-back");
        window.click("#send-back");
        Toolkit.frames(3);
        assertThat(model.readingProperty().get().suspects()).hasSize(1);
        window.picture("quality-audit-sent-light");

        window.click("#take-back");
        Toolkit.frames(3);

        assertThat(board.takenBack).singleElement().extracting(one -> one.label()).isEqualTo("Hate symbols");
        assertThat(model.readingProperty().get().suspects()).extracting(one -> one.label()).containsExactly("Hate symbols", "Spam or scam");
        assertThat(words()).anyMatch(word -> word.endsWith("its label stands as it did."));
        board.back = Rereview.Back.IN_HAND;
        window.click("#take-back");
        Toolkit.frames(3);
        assertThat(words()).anyMatch(word -> word.startsWith("Somebody has "));
        assertThat(model.readingProperty().get().suspects()).hasSize(2);
        assertThat(window.node("#take-back").isVisible()).isFalse();
    }

    @Test
    void tablesAndPicturesBecomeFilesAndNothingIsWrittenOver() throws Exception {
        show(Settings.Theme.LIGHT);
        List<Sheet> sheets = model.readingProperty().get().figures().sheets();

        Toolkit.tell(() -> controller.write(folder, to -> () -> {
            QualityFiles.tables(sheets, to);
            return sheets.size();
        }));
        assertThat(model.noticeProperty().get().words()).startsWith(sheets.size() + " files were written to ");
        Map<Sheet.Kind, WritableImage> shots = Toolkit.ask(() -> QualityFiles.shots(window.<Cards>node(".quality-cards").cards()));
        QualityFiles.pictures(shots, folder);

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(2 * sheets.size());
        }
        assertThat(Files.readAllLines(folder.resolve("quality-agreement.csv"))).element(0).isEqualTo("label,items,percent,percent_low,percent_high,percent_n,percent_note,fleiss_kappa,fleiss_kappa_low,"
                + "fleiss_kappa_high,fleiss_kappa_n,fleiss_kappa_note,gwet_ac1,gwet_ac1_low,gwet_ac1_high,gwet_ac1_n,gwet_ac1_note,krippendorff_alpha,krippendorff_alpha_low,krippendorff_alpha_high,krippendorff_alpha_n,krippendorff_alpha_note");
        assertThat(Files.readString(folder.resolve("quality-agreement.csv"))).contains("Spam or scam,12,,,,12,under 20,");
        BufferedImage picture = ImageIO.read(folder.resolve("quality-agreement.png").toFile());
        assertThat(picture.getWidth()).isGreaterThan(800);
        Toolkit.tell(() -> controller.write(folder, to -> () -> {
            QualityFiles.tables(sheets, to);
            return sheets.size();
        }));
        assertThat(model.noticeProperty().get().words()).contains("is there already");
    }

    private void scroll(double to) {
        Toolkit.tell(() -> ((javafx.scene.control.ScrollPane) window.scene().getRoot().lookup("#figuresPane")).setVvalue(to));
        Toolkit.frames(3);
    }

    private List<String> words() {
        return Toolkit.ask(() -> window.scene().getRoot().lookupAll(".label").stream().filter(Node::isVisible).map(node -> ((Label) node).getText()).toList());
    }

    private void show(Settings.Theme theme) {
        window.show(theme, 1280, 800, () -> {
            controller = new QualityController(model, javafx.scene.layout.Pane::new);
            return List.of(Screen.of("quality", "Quality", () -> new Views().load("quality", controller), model::refresh));
        });
    }
}
