package dev.docket.ui.models;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.registry.Stage;
import dev.docket.retrain.RetrainingRun;
import dev.docket.retrain.watch.ModelAlerts;
import dev.docket.retrain.watch.Watched;
import dev.docket.settings.Settings;
import dev.docket.ui.OpenWindow;
import dev.docket.ui.Toolkit;
import dev.docket.ui.common.Views;
import dev.docket.ui.shell.Screen;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import dev.docket.policy.PackApprovals;
import dev.docket.retrain.TrainingSource;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Button;
import javafx.scene.control.Slider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The real screen in the window's shell, by its buttons; pictures of its states in {@code target/pictures}. */
class ModelsScreenTest {
    @RegisterExtension
    private final OpenWindow window = new OpenWindow("review", "export", "models");

    private final PaintedBench bench = new PaintedBench();
    private final ModelsViewModel model = new ModelsViewModel(bench, window.now());
    private final PaintedStudies painted = new PaintedStudies();
    private final StudiesViewModel studies = new StudiesViewModel(painted, model.work());

    @Test
    void trainingThenPromotingAgainstTheGateAsksForAReason() {
        show(Settings.Theme.DARK, 1440, 900);
        window.picture("models-starter-dark");

        trainPlainly();
        window.picture("models-dark");
        window.click("#promote");
        assertThat(button("#promoteAnyway").isDisabled()).isTrue();
        window.click("#reason").write("the feed is worse");
        window.picture("models-reason-dark");
        window.click("#promoteAnyway");
        Toolkit.frames(3);

        assertThat(bench.told).containsExactly("promote desk-head@1.0.0 despite: the feed is worse", "rescore");
        assertThat(model.selectedProperty().get().version().stage()).isEqualTo(Stage.ACTIVE);
        assertThat(button("#promote").isDisabled()).isTrue();
    }

    private void trainPlainly() {
        window.click("#train");
        window.click("#goTrain");
    }

    @ParameterizedTest
    @EnumSource(value = Settings.Theme.class, names = {"LIGHT", "DARK"})
    void whatARunWouldLearnFromIsToldBeforeItBegins(Settings.Theme theme) {
        show(theme, 1280, 800);
        window.click("#train");
        picture("models-check", theme);
        assertThat(words()).contains("Leakage: no held-out item looks like one that is trained on.", "Leakage: 6 held-out items are of 3 uploaders who are trained on, too.", "Too few: not learned", "Learned, not calibrated");

        window.click("#train-together");
        assertThat(words()).noneMatch(words -> words.startsWith("Leakage: 6"));
        ComboBox<TrainingSource> sets = window.node("#train-set");
        Toolkit.tell(() -> sets.setValue(sets.getItems().getLast()));
        Toolkit.frames(2);
        picture("models-check-like", theme);
        assertThat(words()).anyMatch(words -> words.startsWith("Since it was written 4 items came, 2 changed and 1 went."));
        window.click("#goTrain");
        assertThat(bench.told).containsExactly("train like eu-flags@6");
    }

    @Test
    void aRunThatCouldLearnNothingCannotBeBegun() {
        bench.tooFew = true;
        show(Settings.Theme.LIGHT, 1280, 800);
        window.click("#train");

        assertThat(button("#goTrain").isDisabled()).isTrue();
        assertThat(words()).contains("Too few: not learned");
    }

    @Test
    void theSmallWindowInTheLight() {
        bench.gatePasses = true;
        bench.pending = 12;
        show(Settings.Theme.LIGHT, 1280, 800);
        trainPlainly();
        window.picture("models-light-small");

        window.click("#promote");

        assertThat(window.overlays().isOpen()).isFalse();
        assertThat(bench.told).containsExactly("promote desk-head@1.0.0", "rescore");
    }

    @Test
    void theLargeWindowInTheLight() {
        show(Settings.Theme.LIGHT, 1440, 900);
        Toolkit.tell(() -> model.train(RetrainingRun.Choices.PLAIN));
        window.picture("models-light");
    }

    @Test
    void theSmallWindowInTheDark() {
        show(Settings.Theme.DARK, 1280, 800);
        Toolkit.tell(() -> model.train(RetrainingRun.Choices.PLAIN));
        window.picture("models-dark-small");
    }

    @Test
    void aDeskWithoutModelsAndOneThatCannotBeReadSaySo() {
        bench.entries.clear();
        show(Settings.Theme.LIGHT, 1280, 800);
        window.picture("models-empty-light");
        assertThat(words()).contains("No model yet", "Train one from your verdicts, or add a model folder.");

        bench.silent = "The database is closed.";
        Toolkit.tell(model::refresh);
        window.picture("models-failed-light");
        assertThat(words()).contains("The database is closed.");
    }

    @ParameterizedTest
    @EnumSource(value = Settings.Theme.class, names = {"LIGHT", "DARK"})
    void trainingSaysWhatPrivacyAndBalancePromiseBeforeAndAfter(Settings.Theme theme) {
        show(theme, 1280, 800);
        window.click("#train");
        window.click("#train-private");
        picture("models-train-sheet", theme);
        window.click("#goTrain");
        assertThat(bench.told).containsExactly("train with epsilon 3.0");
        assertThat(words()).anyMatch(words -> words.contains("epsilon 3.000 at delta")).anyMatch(words -> words.startsWith("Not covered by that promise"))
                .anyMatch(words -> words.startsWith("Membership attack"));
        scrolledDown("#training");
        picture("models-promises", theme);

        window.click("#train");
        window.click("#train-balanced");
        window.click("#goTrain");
        assertThat(bench.told).last().isEqualTo("train balanced over SOURCE");
        assertThat(words()).contains("Largest difference of a label between groups of source");
    }

    @ParameterizedTest
    @EnumSource(value = Settings.Theme.class, names = {"LIGHT", "DARK"})
    void flipsInTheShadowAreListed(Settings.Theme theme) {
        show(theme, 1280, 800);
        trainPlainly();
        window.click("#section-SHADOW");
        window.click("#runShadow");

        picture("models-shadow", theme);
        assertThat(painted.told).containsExactly("shadow desk-head@1.0.0");
        assertThat(words()).contains("3 items scored by both, 2 flips: 1 towards the verdict, 1 away from it, 0 not decided yet", "against the verdict", "now flagged");
    }

    @ParameterizedTest
    @EnumSource(value = Settings.Theme.class, names = {"LIGHT", "DARK"})
    void aThresholdIsTriedAndAPackWrittenWithIt(Settings.Theme theme) {
        show(theme, 1280, 800);
        window.click("#section-THRESHOLDS");
        window.click("#readThresholds");
        Slider slider = window.node("#threshold");
        Toolkit.tell(() -> slider.setValue(0.7));

        assertThat(studies.trialProperty().get().orElseThrow().threshold()).isEqualTo(0.7);
        picture("models-thresholds", theme);
        window.click("#findThreshold");
        assertThat(words()).anyMatch(words -> words.startsWith("From ") && words.contains("Not enough verdicts: about "));
        window.click("#saveThreshold");
        assertThat(painted.told).last().asString().startsWith("publish vendor@1.0 spam_scam ");
        assertThat(words()).anyMatch(words -> words.contains("is written to pack.yaml. Nothing is in force yet"));
    }

    @ParameterizedTest
    @EnumSource(value = Settings.Theme.class, names = {"LIGHT", "DARK"})
    void whereThereIsASecondLeadAThresholdTakesTwoSignatures(Settings.Theme theme) {
        painted.second = true;
        painted.asked.add(PaintedStudies.request(4, "L-01", new PackApprovals.Change("vendor", "spam_scam", .5, .62), Optional.empty()));
        show(theme, 1280, 800);
        window.click("#section-THRESHOLDS");
        assertThat(words()).contains("default-synthetic-media@1.4.0: spam_scam of vendor from .500 to .620", "L-01 asks, nobody has signed yet");
        window.click("#readThresholds");
        window.click("#try-1-4-0");
        assertThat(studies.trialProperty().get().orElseThrow().threshold()).isEqualTo(.62);
        picture("models-signatures", theme);
        assertThat(button("#saveThreshold").isVisible()).isFalse();
        window.click("#sign-1-4-0");
        assertThat(words()).contains("L-01 asked, L-02 signed");
        window.click("#write-1-4-0");
        Slider slider = window.node("#threshold");
        Toolkit.tell(() -> slider.setValue(0.7));
        window.click("#askThreshold");

        assertThat(painted.told).containsExactly("sign 1.4.0", "write 1.4.0 to pack.yaml", "ask vendor@1.0 0.7");
        assertThat(words()).contains("L-02 asks, nobody has signed yet");
        assertThat(window.scene().lookup("#sign-1-1-0")).as("nobody signs for themselves").isNull();
    }

    @ParameterizedTest
    @EnumSource(value = Settings.Theme.class, names = {"LIGHT", "DARK"})
    void scoresThatDoNotComeTrueAreCalibratedAndKeptAsAVersion(Settings.Theme theme) {
        show(theme, 1280, 800);
        window.click("#section-CALIBRATION");
        assertThat(button("#keepCalibration").isDisabled()).isTrue();
        window.click("#fitCalibration");

        picture("models-calibration", theme);
        assertThat(words()).anyMatch(words -> words.startsWith("Not calibrated: ")).contains("As it is", "Calibrated");
        ComboBox<dev.docket.classify.ScoreCalibration.Method> by = window.node("#method-spam_scam");
        Toolkit.tell(() -> by.setValue(dev.docket.classify.ScoreCalibration.Method.ISOTONIC));
        Toolkit.frames(2);
        assertThat(words()).anyMatch(words -> words.startsWith("Under 1,000 items isotonic"));
        // steps may be worse on the other half, which is told and can be overridden
        javafx.scene.control.CheckBox with = window.node("#calibrate-spam_scam");
        Toolkit.tell(() -> with.setSelected(true));
        window.click("#keepCalibration");
        assertThat(painted.told).containsExactly("keep forensic-starter@1.0.0 [spam_scam by isotonic]");
        assertThat(words()).anyMatch(words -> words.contains("is a candidate now"));
    }

    @ParameterizedTest
    @EnumSource(value = Settings.Theme.class, names = {"LIGHT", "DARK"})
    void fairnessShowsCountsIntervalsAndSmallGroupsAsCountsAlone(Settings.Theme theme) {
        show(theme, 1280, 800);
        window.click("#section-FAIRNESS");
        assertThat(words()).contains("Choose what to group by.");
        window.click("#by-source");

        picture("models-fairness", theme);
        assertThat(words()).contains("Verdicts", "desk-head@1.0.0", "differs", "too few", "n/a");
    }

    @ParameterizedTest
    @EnumSource(value = Settings.Theme.class, names = {"LIGHT", "DARK"})
    void watchingShowsEveryVersionWithTablesBesideItsCharts(Settings.Theme theme) {
        show(theme, 1280, 800);
        window.click("#section-WATCHING");
        window.click("#watch");

        picture("models-watching", theme);
        assertThat(words()).contains("Its scores do not come true: the calibration error lies above .05.", "Week by week", "Recall, from the random slice",
                "Recall, from the random slice: not known, as no item that came in has been drawn at random yet.");
    }

    @Test
    void theSectionsInGerman() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMAN);
        try {
            show(Settings.Theme.LIGHT, 1280, 800);
            window.click("#train");
            window.picture("models-check-german");
            Toolkit.tell(window.overlays()::close);
            window.click("#section-CALIBRATION").clickOn("#fitCalibration");
            window.picture("models-calibration-german");
            painted.second = true;
            painted.asked.add(PaintedStudies.request(4, "L-01", new PackApprovals.Change("vendor", "spam_scam", .5, .62), Optional.empty()));
            window.click("#section-THRESHOLDS").clickOn("#readThresholds");
            window.picture("models-thresholds-german");
            window.click("#section-FAIRNESS").clickOn("#by-source");
            window.picture("models-fairness-german");
            window.click("#section-WATCHING").clickOn("#watch");
            window.picture("models-watching-german");
            assertThat(words()).contains("Verworfene Markierungen", "Woche für Woche");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void anAlertStandsThereUntilItWasSeen() {
        bench.alerts.add(new ModelAlerts.Open(new java.util.UUID(1, 1), "desk-head@1.0.0", Watched.Cause.DRIFT, "moved", PaintedBench.NOW));
        show(Settings.Theme.LIGHT, 1280, 800);
        window.picture("models-alert-light");
        assertThat(words()).anyMatch(words -> words.startsWith("desk-head@1.0.0: What it is shown has moved, two windows running"));

        window.click("#seen-DRIFT");

        assertThat(bench.told).containsExactly("seen DRIFT");
        assertThat(words()).noneMatch(words -> words.startsWith("desk-head@1.0.0: What it is shown"));
    }

    @Test
    void whatNobodyDecidedOrScoredSaysSoAndWhatFailsSaysWhy() {
        painted.nothing = true;
        show(Settings.Theme.LIGHT, 1280, 800);
        window.click("#section-FAIRNESS");
        window.click("#by-language");
        assertThat(words()).contains("Nothing was decided yet, so that there is nothing to compare.");
        window.click("#section-WATCHING");
        window.click("#watch");
        assertThat(words()).contains("No model is in use, and none has scored what was decided.");
        window.click("#section-THRESHOLDS");
        window.click("#readThresholds");
        assertThat(words()).contains("No model has scored anything yet that the policy reads.");
        window.picture("models-thresholds-empty-light");

        painted.silent = "The database is closed.";
        window.click("#readThresholds");
        assertThat(words()).contains("The database is closed.");
    }

    private void picture(String name, Settings.Theme theme) {
        window.picture(name + "-" + theme.name().toLowerCase(java.util.Locale.ROOT));
    }

    private void scrolledDown(String id) {
        javafx.scene.control.ScrollPane pane = window.node(id);
        Toolkit.tell(() -> pane.setVvalue(1));
    }

    private java.util.List<String> words() {
        return Toolkit.ask(() -> window.scene().getRoot().lookupAll(".label").stream().filter(javafx.scene.Node::isVisible)
                .map(n -> ((javafx.scene.control.Label) n).getText()).toList());
    }

    private Button button(String id) {
        return (Button) window.node(id);
    }

    private void show(Settings.Theme theme, int width, int height) {
        window.show(theme, width, height, () -> {
            ModelsController controller = new ModelsController(model, studies, window.overlays(), () -> Optional.of(Path.of("pack.yaml")));
            return List.of(Screen.of("models", "Models", () -> new Views().load("models", controller), model::refresh));
        });
    }
}
