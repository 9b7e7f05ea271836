package dev.docket.ui.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.policy.PackRef;
import dev.docket.policy.Severity;
import dev.docket.queue.Holder;
import dev.docket.settings.Settings;
import dev.docket.storage.ContentHash;
import dev.docket.ui.StyleLog;
import dev.docket.ui.Toolkit;
import dev.docket.ui.Unnamed;
import dev.docket.ui.common.Background;
import dev.docket.ui.common.Job;
import dev.docket.ui.common.Overlays;
import dev.docket.ui.common.Theme;
import dev.docket.ui.common.Views;
import dev.docket.ui.finding.FindingSheets;
import dev.docket.ui.finding.Mark;
import dev.docket.ui.keys.KeyCommand;
import dev.docket.ui.keys.KeyMap;
import dev.docket.ui.keys.KeySheet;
import dev.docket.ui.ladder.Dossier;
import dev.docket.ui.shell.Screen;
import dev.docket.ui.shell.ShellController;
import dev.docket.ui.stage.Look;
import dev.docket.verdict.Finding;
import dev.docket.verdict.OriginFinding;
import dev.docket.verdict.Region.Corner;
import dev.docket.verdict.Shown;
import dev.docket.verdict.Verdict;
import dev.docket.verdict.VerdictKind;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Pictures of the review screen in its states, for people to look at; what a program can say about them is asserted. */
class ReviewPicturesTest {
    /** Seen is only the one on screen. */
    private static final int AHEAD = 1;

    private final Clock clock = Clock.fixed(PaintedCasework.NOW, ZoneOffset.UTC);
    private final PaintedCasework casework = new PaintedCasework();
    private final Background now = new Background(Runnable::run, Runnable::run);
    private final Overlays overlays = new Overlays();
    private ReviewViewModel model;
    private Scene scene;
    private Stage stage;

    @BeforeAll
    static void startToolkit() {
        Toolkit.start();
    }

    @Test
    void openInTheDark() {
        fill("open", false);
        shoot("review-dark", Settings.Theme.DARK, 1440, 900, m -> m.decide(m.pack().label("undisclosed_synthetic"), true));
    }

    @Test
    void openInTheLightAtTheSmallestWindow() {
        fill("open", false);
        shoot("review-light-small", Settings.Theme.LIGHT, 1280, 720, m -> {});
    }

    @Test
    void coveredAndBlindInTheLight() {
        fill("guarded", true);
        shoot("review-covered-light", Settings.Theme.LIGHT, 1440, 900, m -> {});
    }

    @Test
    void coveredInTheDark() {
        fill("strict", false);
        shoot("review-covered-dark", Settings.Theme.DARK, 1280, 800, m -> {});
    }

    @Test
    void coveredByOutlines() {
        fill("strict", false);
        shoot("cover-outlines-light", Settings.Theme.LIGHT, 1280, 800, m -> {
            for (int press = 0; press < 3; press++) {
                m.cover().step();
            }
        });
    }

    @Test
    void throughAKeyhole() {
        fill("guarded", false);
        shoot("cover-keyhole-dark", Settings.Theme.DARK, 1440, 900, m -> m.keyhole(true));
    }

    @Test
    void anEmptyLaneOffersTheNext() {
        casework.add(1, "open", false);
        casework.add(4, "open", false);
        shoot("review-empty", Settings.Theme.DARK, 1280, 800, m -> m.decide(m.pack().label("benign"), true));
    }

    @Test
    void aDamagedFileSaysSo() {
        casework.damaged.add(casework.add(1, "open", false));
        fill("open", false);
        shoot("review-damaged", Settings.Theme.LIGHT, 1280, 800, m -> {});
    }

    @Test
    void theKeysOnTheScreen() {
        fill("open", false);
        shoot("review-keys", Settings.Theme.DARK, 1440, 900, m -> overlays.open(new KeySheet(keys(), overlays)));
    }

    @Test
    void moreLabels() {
        fill("open", false);
        shoot("review-notsaved", Settings.Theme.LIGHT, 1280, 800, m -> {
            casework.failure = "No space left on the disk that holds the profile. Free some and try again.";
            m.decide(m.pack().label("benign"), true);
        });
    }

    @Test
    void zoomedToRealPixels() {
        fill("open", false);
        shoot("stage-zoomed-dark", Settings.Theme.DARK, 1280, 800, m -> {
            m.study().oneToOne();
            m.study().zoom(5, 40, 20);
        });
    }

    @Test
    void throughTheLens() {
        fill("open", false);
        shoot("stage-lens-light", Settings.Theme.LIGHT, 1440, 900, m -> {
            m.study().turn(1);
            m.study().toggleLens();
            m.study().strongerLens();
        });
    }

    @Test
    void errorLevels() {
        fill("open", false);
        shoot("stage-error-dark", Settings.Theme.DARK, 1440, 900, m -> m.study().look(Look.ERROR_LEVELS));
    }

    @Test
    void noiseInTheLight() {
        fill("open", false);
        shoot("stage-noise-light", Settings.Theme.LIGHT, 1280, 800, m -> m.study().look(Look.NOISE));
    }

    @Test
    void whatAScoreHangsOn() {
        fill("open", false);
        shoot("stage-heat-dark", Settings.Theme.DARK, 1280, 720, m -> m.study().look(Look.HEAT));
        shoot("stage-heat-light", Settings.Theme.LIGHT, 1440, 900, m -> m.study().look(Look.HEAT));
    }

    @Test
    void stretchedLevels() {
        fill("open", false);
        shoot("stage-levels-dark", Settings.Theme.DARK, 1280, 720, m -> m.study().look(Look.LEVELS));
        shoot("stage-levels-light", Settings.Theme.LIGHT, 1440, 900, m -> m.study().look(Look.LEVELS));
    }

    @Test
    void aPartOfAnAnimation() {
        casework.partial = true;
        casework.frames = 12;
        fill("open", false);
        shoot("stage-animated-dark", Settings.Theme.DARK, 1440, 900, m -> m.study().step(1));
    }

    @Test
    void aPartUnderItsCover() {
        casework.partial = true;
        casework.frames = 12;
        fill("guarded", false);
        shoot("stage-partial-covered-light", Settings.Theme.LIGHT, 1280, 800, m -> {});
    }

    @Test
    void aFormatThisMachineCannotShow() {
        casework.mediaType = "image/heic";
        casework.undecodable.add(casework.add(1, "open", false));
        fill("open", false);
        shoot("stage-unseen-light", Settings.Theme.LIGHT, 1280, 800, m -> {});
    }

    @Test
    void lookAlikesInAGrid() {
        fill("open", false);
        shoot("alikes-light", Settings.Theme.LIGHT, 1440, 900, m -> AlikesSheet.open(overlays, scene, casework, PaintedCasework.workers(now), m.currentProperty().get()));
        shoot("alikes-dark-small", Settings.Theme.DARK, 1280, 720, m -> AlikesSheet.open(overlays, scene, casework, PaintedCasework.workers(now), m.currentProperty().get()));
    }

    @Test
    void noLookAlikes() {
        casework.alike = 0;
        fill("open", false);
        shoot("alikes-none", Settings.Theme.DARK, 1280, 800, m -> AlikesSheet.open(overlays, scene, casework, PaintedCasework.workers(now), m.currentProperty().get()));
    }

    @Test
    void aFormatThatTakesSeconds() {
        casework.mediaType = "image/jxl";
        casework.side = 5000;
        casework.slow = true;
        fill("open", false);
        shoot("stage-decoding-dark", Settings.Theme.DARK, 1280, 800, m -> {});
    }

    @Test
    void aVerdictPutTogether() {
        fill("open", false);
        shoot("finding-dark", Settings.Theme.DARK, 1440, 900, ReviewPicturesTest::putTogether);
        shoot("finding-light-small", Settings.Theme.LIGHT, 1280, 720, ReviewPicturesTest::putTogether);
    }

    private static void putTogether(ReviewViewModel model) {
        model.pending().toggle(model.pack().label("civic_deception"));
        model.pending().toggle(model.pack().label("undisclosed_synthetic"));
        model.pending().severity(Severity.S3);
        model.pending().change(draft -> draft.withOrigin(Optional.of(OriginFinding.AI_CONFIRMED)).withPlaces(List.of("DE", "AT"))
                .withReason(Optional.of("r_speech"), Map.of(), Optional.of("Third copy today")));
    }

    @Test
    void aReasonIsFoundAsOneTypes() {
        fill("open", false);
        shoot("finding-reason-light", Settings.Theme.LIGHT, 1280, 800, m -> new FindingSheets(m.pending(), overlays, m.regions()).open(KeyCommand.REASON));
        shoot("finding-origin-dark", Settings.Theme.DARK, 1280, 800, m -> new FindingSheets(m.pending(), overlays, m.regions()).open(KeyCommand.ORIGIN));
        shoot("finding-places-dark", Settings.Theme.DARK, 1280, 800, m -> new FindingSheets(m.pending(), overlays, m.regions()).open(KeyCommand.PLACES));
    }

    @Test
    void regionsOnATurnedPicture() {
        fill("open", false);
        shoot("finding-regions-dark", Settings.Theme.DARK, 1440, 900, ReviewPicturesTest::draw);
        shoot("finding-regions-light", Settings.Theme.LIGHT, 1280, 800, m -> {
            m.study().turn(1);
            draw(m);
        });
    }

    private static void draw(ReviewViewModel model) {
        model.pending().toggle(model.pack().label("hate_symbols"));
        model.pending().toggle(model.pack().label("privacy_doxxing"));
        model.pending().change(draft -> draft.withMarks(List.of(Mark.box(0.1, 0.1, 0.3, 0.5).of("privacy_doxxing"),
                Mark.polygon(List.of(new Corner(0.6, 0.2), new Corner(0.85, 0.3), new Corner(0.8, 0.6), new Corner(0.55, 0.5))))));
        model.regions().toggle();
        model.regions().selectNext(-1);
    }

    @Test
    void twoFindingsToSettleInTheLight() {
        dispute();
        shoot("adjudication-light", Settings.Theme.LIGHT, 1440, 900, m -> {});
    }

    @Test
    void leftGreyWithAReason() {
        dispute();
        shoot("adjudication-grey-dark", Settings.Theme.DARK, 1280, 800, m -> scene.getRoot().lookup("#settle-grey").fireEvent(new javafx.event.ActionEvent()));
    }

    @Test
    void whatStandsAtTheEndOfTheSide() {
        dispute();
        casework.ladder.others = List.of(new Holder("R-14", "synthetic", 8, PaintedCasework.NOW.plusSeconds(60)), new Holder("R-22", "spam", 1, PaintedCasework.NOW));
        shoot("review-side-light", Settings.Theme.LIGHT, 1280, 800, m -> {
            m.ladder().count();
            ((javafx.scene.control.ScrollPane) scene.getRoot().lookup(".side-scroll")).setVvalue(1);
        });
    }

    private void dispute() {
        String text = casework.pack().text();
        PackRef earlier = new PackRef(casework.pack().ref().id(), "0.9.0", ContentHash.of(new byte[] {9}));
        Finding first = Finding.of("civic_deception", Severity.S2, "label_ai").withSure(false).withRationale("r_event", Map.of())
                .withNote(Optional.of("The crowd looks pasted in")).withOrigin(OriginFinding.AI_SUSPECTED)
                .withRegions(List.of(dev.docket.verdict.Region.box("civic_deception", 0.1, 0.5, 0.4, 0.9)));
        Finding second = Finding.of("benign", Severity.S0, "allow").withRationale("r_ok_context", Map.of()).withOrigin(OriginFinding.AI_SUSPECTED);
        casework.stage = dev.docket.queue.Stage.ADJUDICATION;
        casework.dossier = new Dossier(List.of(found(first, false), found(second, true)),
                Optional.of(new Dossier.Due(PaintedCasework.NOW.plusSeconds(2300), "Adjudications are due within 24 h")),
                Optional.of(new Dossier.Came(earlier, text.replace("crisis event that did not happen", "crisis event that did not take place"))), 2);
        fill("open", false);
    }

    private Verdict found(Finding finding, boolean blind) {
        Shown shown = new Shown(ContentHash.of(new byte[] {1}), !blind, List.of(), List.of(), "0".repeat(64), "open", true, List.of(), 4000);
        return new Verdict(UUID.randomUUID(), new UUID(1, 0), new UUID(2, 0), 1, 0, VerdictKind.DECIDED, new UUID(3, 3), 1,
                Optional.of(finding), Optional.empty(), casework.pack().ref(), shown, PaintedCasework.NOW);
    }

    private ObservableValue<KeyMap> keys() {
        return new SimpleObjectProperty<>(new KeyMap(casework.pack()));
    }

    private void fill(String display, boolean blind) {
        for (int n = 0; n < 24; n++) {
            casework.add(1, display, blind);
        }
        for (int lane = 2; lane < 6; lane++) {
            for (int n = 0; n < lane * 7; n++) {
                casework.add(lane, display, blind);
            }
        }
    }

    private void shoot(String name, Settings.Theme theme, int width, int height, Consumer<ReviewViewModel> then) {
        try (StyleLog log = StyleLog.listen()) {
            Toolkit.tell(() -> {
                model = new ReviewViewModel(casework, casework.slow ? PaintedCasework.neverDecoding(now) : PaintedCasework.workers(now), clock, AHEAD);
                ShellController shell = new ShellController(overlays, new Theme(theme), new Job(now));
                Parent root = new Views().load("shell", shell);
                scene = new Scene(root, width, height);
                Theme.dress(scene, "review", "ladder");
                ReviewController controller = new ReviewController(model, overlays, clock, 0.15, keys());
                shell.open(List.of(new Screen("review", "Review", new SimpleStringProperty("128"), () -> new Views().load("review", controller),
                        () -> new StatusItems(model, ZoneOffset.UTC, keys(), () -> {}), () -> {}, () -> {})), "L-01");
                stage = new Stage();
                stage.setScene(scene);
                stage.show();
                model.tick();
            });
            Toolkit.frames(3);
            Toolkit.tell(() -> {
                model.painted();
                then.accept(model);
                model.tick();
            });
            Toolkit.frames(3);
            Toolkit.picture(scene, name);

            assertThat(log.problems()).isEmpty();
            assertThat(Toolkit.ask(() -> Unnamed.focusableIn(scene.getRoot()))).isEmpty();
            Toolkit.tell(stage::close);
        }
    }
}
