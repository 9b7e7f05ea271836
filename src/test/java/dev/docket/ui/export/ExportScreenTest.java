package dev.docket.ui.export;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.dsa.StatementCheck;
import dev.docket.export.Approvals;
import dev.docket.export.BlurDesk;
import dev.docket.export.CopyDesk;
import dev.docket.export.DecisionSetVerifier;
import dev.docket.export.ExportDesk;
import dev.docket.export.Format;
import dev.docket.export.Images;
import dev.docket.export.Order;
import dev.docket.export.Recipe;
import dev.docket.export.Resolution;
import dev.docket.export.Schedules;
import dev.docket.export.Selection;
import dev.docket.export.SmallDesk;
import dev.docket.export.Splits;
import dev.docket.settings.Settings;
import dev.docket.ui.OpenWindow;
import dev.docket.ui.Toolkit;
import dev.docket.ui.common.Views;
import dev.docket.ui.export.ExportViewModel.Situation;
import dev.docket.ui.shell.Screen;
import java.nio.file.Files;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
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
    private StatementsViewModel statements;
    private ReportSheet report;
    private final SetWriting.Hiding hiding = (set, manifest, target, progress) -> new BlurDesk.Written(target, set.withImages().size(), 3, new TreeMap<>());
    private SchedulesViewModel schedules;
    private CopiesViewModel.Copying copying = (set, manifest, recipient, target, progress) -> new CopyDesk.Written(target, 0, new TreeMap<>());

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
        model = new ExportViewModel(desk.exports, hiding, desk.pack, window.now(), Clock.fixed(SmallDesk.NOW, ZoneOffset.UTC), folder);
        schedules = new SchedulesViewModel(new Schedules(folder.resolve("schedules.json"), desk.exports, Clock.fixed(SmallDesk.NOW, ZoneOffset.UTC)), window.now());
        statements = new StatementsViewModel(desk.statements, window.now(), Clock.fixed(SmallDesk.NOW, ZoneOffset.UTC), folder);
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
    void aWrittenSetOffersMarkedCopiesForSomebody() {
        List<String> asked = new ArrayList<>();
        copying = (set, manifest, recipient, target, progress) -> {
            asked.add(set.withImages().size() + " " + manifest.equals(model.writtenProperty().get().manifestHash()) + " " + recipient + " " + target.getFileName());
            if (recipient.equals("Nobody")) {
                throw new IOException("The disk is full");
            }
            return new CopyDesk.Written(target, 3, new TreeMap<>(Map.of("a", "is smaller than 256 x 256")));
        };
        show(Settings.Theme.DARK, 1280, 800);
        assertThat(window.node("#copies-recipient").getParent().getParent().isVisible()).isFalse();
        window.click("#sign");
        Path set = model.writtenProperty().get().folder();

        Toolkit.tell(((Button) window.node("#copies-write"))::fire);
        assertThat(told()).isEqualTo("Name who gets them: 1 to 120 characters.");
        assertThat(asked).isEmpty();

        write(" Press office ");
        assertThat(told()).isEqualTo("3 marked copies for Press office in " + set.resolveSibling(set.getFileName() + "-copies") + ". 1 pictures have none: copies.csv there says why.");
        window.picture("export-copies-dark");
        write("Nobody");
        assertThat(told()).isEqualTo("The disk is full");
        assertThat(asked).hasSize(2).allMatch(one -> one.contains(" true "));
    }

    private void write(String recipient) {
        Toolkit.tell(() -> {
            ((TextField) window.node("#copies-recipient")).setText(recipient);
            ((Button) window.node("#copies-write")).fire();
        });
    }

    private String told() {
        return Toolkit.ask(() -> ((Label) window.node("#copies-words")).getText());
    }

    @Test
    void theSmallWindowInTheDarkShowsAFilterThatLeavesNothing() throws Exception {
        show(Settings.Theme.DARK, 1280, 800);
        window.picture("export-dark-small");

        Toolkit.tell(() -> model.order().select(model.order().selectionProperty().get().withLabels(List.of("hate_symbols"))));
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
            Toolkit.tell(() -> List.of(Format.values()).forEach(format -> model.order().choose(format, true)));
            assertThat(window.scene().getRoot().lookupAll("CheckBox")).extracting(Node::getId).contains(Stream.of(Format.values()).map(f -> "format-" + f.word()).toArray(String[]::new));
            Toolkit.tell(() -> window.scene().getRoot().lookupAll(".scroll-pane").forEach(pane -> ((ScrollPane) pane).setVvalue(0.6)));
            window.picture("export-formats-" + locale);
        }
        window.click("#sign");
        assertThat(DecisionSetVerifier.verify(model.writtenProperty().get().folder()).findings()).isEmpty();
    }

    @Test
    void rulesVersionsAndSignaturesStandOnTheScreenInBothLanguages() throws Exception {
        ExportDesk other = desk.exports(desk.secondLead());
        for (Locale locale : List.of(Locale.GERMAN, Locale.ENGLISH)) {
            Locale.setDefault(locale);
            show(locale == Locale.GERMAN ? Settings.Theme.DARK : Settings.Theme.LIGHT, 1280, 800);
            Toolkit.tell(() -> {
                model.order().call("eu-flags");
                model.order().resolve(Resolution.DAWID_SKENE);
                model.order().cap(OptionalInt.of(50));
            });
            if (locale == Locale.GERMAN) {
                window.click("#sign");
                assertThat(model.writtenProperty().get().manifest().version()).isEqualTo("eu-flags@1");
                Toolkit.tell(model::startOver);
                desk.decide(desk.admit("one more", "news-desk", false), "spam_scam");
                Toolkit.tell(model::refresh);
                other.approvals().ask(Order.of(new Recipe(Selection.parse("label=spam_scam"), Splits.Grouping.NEAR_DUPLICATES), Format.USUAL, Images.COPY));
            } else {
                Toolkit.tell(() -> model.signatures().waitForSecond(true));
                window.click("#sign");
                assertThat(model.noticeProperty().get()).startsWith("Asked for.");
                Approvals.Request mine = model.signatures().requestsProperty().get().stream().filter(r -> r.askedBy().equals(desk.self.pseudonym())).findFirst().orElseThrow();
                other.approvals().answer(mine.id(), true);
            }
            Toolkit.tell(model::refresh);
            Toolkit.tell(() -> window.scene().getRoot().lookupAll(".scroll-pane").forEach(pane -> ((ScrollPane) pane).setVvalue(1)));
            window.picture("export-versions-" + locale);
        }
        Approvals.Request signed = model.signatures().requestsProperty().get().stream().filter(r -> r.answer().isPresent()).findFirst().orElseThrow();
        Toolkit.tell(() -> model.take(signed));
        window.click("#sign");
        assertThat(model.writtenProperty().get().manifest().approvals()).extracting(a -> a.by()).containsExactly(desk.self.pseudonym(), "L-02");
        assertThat(model.writtenProperty().get().manifest().version()).isEqualTo("eu-flags@2");
        assertThat(model.writtenProperty().get().manifest().parent().added()).isEqualTo(1);
    }

    @Test
    void deltasTermsAndWhatIsWrittenByItselfStandOnTheScreenInBothLanguages() throws Exception {
        dev.docket.verdict.Verdict early = desk.decide(desk.admit("taken back", "news-desk", false), "spam_scam");
        show(Settings.Theme.LIGHT, 1280, 800);
        Toolkit.tell(() -> model.order().call("eu-flags"));
        window.click("#sign");
        Toolkit.tell(model::startOver);
        desk.verdictDesk.undo(early);
        desk.decide(desk.admit("one more", "news-desk", false), "spam_scam");
        for (Locale locale : List.of(Locale.GERMAN, Locale.ENGLISH)) {
            Locale.setDefault(locale);
            show(locale == Locale.GERMAN ? Settings.Theme.DARK : Settings.Theme.LIGHT, 1280, 800);
            Toolkit.tell(model::refresh);
            type("#export-where", "label=no_such");
            assertThat(((Label) window.node("#export-where-said")).getText()).contains("label: there is no 'no_such'; there are adult_sexual");
            window.picture("export-where-" + locale);
            type("#export-where", "decided>=2026-11-01");
            assertThat(model.order().get().recipe().selection().where()).isEqualTo("decided>=2026-11-01");
            type("#export-audience", locale.getLanguage() + "-lab");
            Toolkit.tell(() -> {
                ((TextField) window.node("#export-licence")).setText("CC-BY-NC-4.0");
                ((TextField) window.node("#export-basis")).setText("contract 2026-14, annex 2");
            });
            fire("#export-hand");
            assertThat(model.order().get().terms().basis()).contains("contract 2026-14, annex 2");
            Toolkit.tell(() -> model.order().call("lab-" + locale.getLanguage()));
            Toolkit.tell(() -> schedules.add(model.order().get(), folder.resolve("sets")));
            Toolkit.tell(() -> window.scene().getRoot().lookupAll(".scroll-pane").forEach(pane -> ((ScrollPane) pane).setVvalue(0.75)));
            window.picture("export-terms-" + locale);
            Toolkit.tell(() -> model.follow(model.versionsProperty().get().getFirst()));
            assertThat(model.previewProperty().get().set().items()).hasSize(1);
            Toolkit.tell(() -> window.scene().getRoot().lookupAll(".scroll-pane").forEach(pane -> ((ScrollPane) pane).setVvalue(0.55)));
            window.picture("export-delta-" + locale);
            fire("#tombstones-show");
            assertThat(((javafx.scene.control.TableView<?>) window.node("#tombstones")).getItems()).hasSize(1);
            window.picture("export-tombstones-" + locale);
            Toolkit.tell(window.overlays()::close);
            Toolkit.tell(model::followNone);
        }
        assertThat(schedules.allProperty().get()).hasSize(2);
        fire("#stop-lab-de");
        assertThat(schedules.allProperty().get()).hasSize(1);
        fire("#export-hide");
        window.click("#sign");
        assertThat(((Label) window.node("#hidden")).getText()).contains("-blurred, 3 of them as a whole");
        window.picture("export-hidden-light");
    }

    /** By its action: it may stand below what is in view. */
    private void fire(String button) {
        Toolkit.tell(((javafx.scene.control.ButtonBase) window.node(button))::fire);
    }

    private void type(String field, String words) {
        Toolkit.tell(() -> {
            TextField typed = (TextField) window.node(field);
            typed.setText(words);
            typed.fireEvent(new javafx.event.ActionEvent());
        });
    }

    @Test
    void filtersAreChipsWithTheirWayOut() throws Exception {
        show(Settings.Theme.DARK, 1440, 900);
        Toolkit.tell(() -> model.order().select(model.order().selectionProperty().get().withLabels(List.of("benign", "spam_scam", "civic_deception")).withSources(List.of("news-desk")).withGold(true)));
        Toolkit.tell(((CheckBox) window.node("#uploaders"))::fire);
        window.picture("export-filtered-dark");

        assertThat(window.scene().getRoot().lookupAll(".filter-chip")).extracting(Node::isVisible).hasSize(3);
        assertThat(model.order().property().get().recipe().grouping().words()).contains("uploader");
    }

    @Test
    void theSmallWindowInTheLight() {
        show(Settings.Theme.LIGHT, 1280, 800);
        window.picture("export-light-small");
        Toolkit.tell(() -> window.overlays().open(new DaysSheet(window.overlays(), model.order().selectionProperty().get(), model.order()::select)));
        window.picture("export-days-light");
        Toolkit.tell(window.overlays()::close);
    }

    @Test
    void statementsOfReasonsAreReadWrittenOnceAndSayWhatIsNext() throws Exception {
        show(Settings.Theme.LIGHT, 1280, 800);
        window.click("#openStatements");
        window.picture("statements-light");

        assertThat(statements.situationProperty().get()).isEqualTo(StatementsViewModel.Situation.READY);
        assertThat(statements.batchProperty().get().statements()).hasSizeGreaterThan(30);
        window.click("#statements-write");

        assertThat(statements.situationProperty().get()).as(statements.noticeProperty().get()).isEqualTo(StatementsViewModel.Situation.WRITTEN);
        assertThat(StatementCheck.file(statements.targetProperty().get().resolve("statements-0001.json")).sound()).isTrue();
        window.picture("statements-written-light");
        window.click("#statements-again");
        assertThat(statements.situationProperty().get()).isEqualTo(StatementsViewModel.Situation.NOTHING);
        assertThat(window.node("#statements-write").isVisible()).isFalse();
        Toolkit.tell(window.overlays()::close);
    }

    @Test
    void aPeriodsReportIsWrittenAndOneThatIsThereIsLeft() {
        Path page = folder.resolve("november.html");
        show(Settings.Theme.LIGHT, 1280, 800);
        window.click("#openReport");
        Toolkit.tell(() -> report.write(page));
        assertThat(report.said()).contains("Written to " + page + ": 112 decisions");
        window.picture("report-light");
        Toolkit.tell(() -> report.write(page));
        assertThat(report.said()).contains("exists already");
        Toolkit.tell(() -> {
            report.first().setValue(LocalDate.parse("2026-12-01"));
            report.write(folder.resolve("none.html"));
        });
        assertThat(report.said()).contains("before the first");
        window.picture("report-failed-light");
        Toolkit.tell(window.overlays()::close);
    }

    @Test
    void statementsOfReasonsInGerman() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMAN);
        try {
            show(Settings.Theme.DARK, 1280, 800);
            window.click("#openStatements");
            window.picture("statements-german-dark");
            Toolkit.tell(window.overlays()::close);
            window.click("#openReport");
            window.picture("report-german-dark");
            Toolkit.tell(window.overlays()::close);
            window.click("#openStatements");
            assertThat(((Button) window.node("#statements-write")).getText()).isEqualTo("Dateien schreiben");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsSaidInTheSheet() throws Exception {
        show(Settings.Theme.DARK, 1280, 800);
        window.click("#openStatements");
        window.picture("statements-dark");
        Files.createDirectories(statements.targetProperty().get());
        Files.writeString(statements.targetProperty().get().resolve("mine"), "mine");

        window.click("#statements-write");

        assertThat(statements.situationProperty().get()).isEqualTo(StatementsViewModel.Situation.FAILED);
        assertThat(statements.noticeProperty().get()).contains("is not empty");
        window.picture("statements-failed-dark");
        window.click("#statements-again");
        assertThat(statements.situationProperty().get()).isEqualTo(StatementsViewModel.Situation.READY);
        Toolkit.tell(window.overlays()::close);
    }

    private void show(Settings.Theme theme, int width, int height) {
        window.show(theme, width, height, () -> {
            ExportController controller = new ExportController(model, statements, new CopiesViewModel(copying, window.now()), schedules, over -> report = new ReportSheet(desk.report, window.now(), over, LocalDate.parse("2026-12-02")), window.overlays());
            return List.of(Screen.of("sets", "Decision sets", () -> new Views().load("export", controller), model::refresh));
        });
    }

}
