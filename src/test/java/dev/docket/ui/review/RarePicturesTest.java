package dev.docket.ui.review;

import dev.docket.queue.Holder;
import dev.docket.settings.Settings;
import dev.docket.ui.OpenWindow;
import dev.docket.ui.finding.FindingSheets;
import dev.docket.ui.keys.KeyCommand;
import dev.docket.ui.keys.KeySheet;
import dev.docket.ui.stage.Look;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The same in rarer states, with {@code -Ddocket.pictures=true}: every one costs a window. */
@EnabledIfSystemProperty(named = "docket.pictures", matches = "true")
class RarePicturesTest {
    @RegisterExtension
    private final OpenWindow window = new OpenWindow("review", "ladder");

    private final PaintedReview review = new PaintedReview(window);

    @Test
    void openInTheLightAtTheSmallestWindow() {
        review.fill("open", false);
        review.shoot("review-light-small", Settings.Theme.LIGHT, 1280, 720, m -> {});
    }

    @Test
    void coveredInTheDark() {
        review.fill("strict", false);
        review.shoot("review-covered-dark", Settings.Theme.DARK, 1280, 800, m -> {});
    }

    @Test
    void coveredByOutlines() {
        review.fill("strict", false);
        review.shoot("cover-outlines-light", Settings.Theme.LIGHT, 1280, 800, m -> {
            for (int press = 0; press < 3; press++) {
                m.cover().step();
            }
        });
    }

    @Test
    void throughAKeyhole() {
        review.fill("guarded", false);
        review.shoot("cover-keyhole-dark", Settings.Theme.DARK, 1440, 900, m -> m.keyhole(true));
    }

    @Test
    void anEmptyLaneOffersTheNext() {
        review.casework.add(1, "open", false);
        review.casework.add(4, "open", false);
        review.shoot("review-empty", Settings.Theme.DARK, 1280, 800, m -> m.decide(m.pack().label("benign"), true));
    }

    @Test
    void theKeysOnTheScreen() {
        review.fill("open", false);
        review.shoot("review-keys", Settings.Theme.DARK, 1440, 900, m -> window.overlays().open(new KeySheet(review.keys(), window.overlays())));
    }

    @Test
    void aVerdictThatCouldNotBeSaved() {
        review.fill("open", false);
        review.shoot("review-notsaved", Settings.Theme.LIGHT, 1280, 800, m -> {
            review.casework.failure = "No space left on the disk that holds the profile. Free some and try again.";
            m.decide(m.pack().label("benign"), true);
        });
    }

    @Test
    void zoomedToRealPixels() {
        review.fill("open", false);
        review.shoot("stage-zoomed-dark", Settings.Theme.DARK, 1280, 800, m -> {
            m.study().oneToOne();
            m.study().zoom(5, 40, 20);
        });
    }

    @Test
    void throughTheLens() {
        review.fill("open", false);
        review.shoot("stage-lens-light", Settings.Theme.LIGHT, 1440, 900, m -> {
            m.study().turn(1);
            m.study().toggleLens();
            m.study().strongerLens();
        });
    }

    @Test
    void errorLevels() {
        review.fill("open", false);
        review.shoot("stage-error-dark", Settings.Theme.DARK, 1440, 900, m -> m.study().look(Look.ERROR_LEVELS));
    }

    @Test
    void noiseInTheLight() {
        review.fill("open", false);
        review.shoot("stage-noise-light", Settings.Theme.LIGHT, 1280, 800, m -> m.study().look(Look.NOISE));
    }

    @Test
    void whatAScoreHangsOn() {
        review.fill("open", false);
        review.shoot("stage-heat-dark", Settings.Theme.DARK, 1280, 720, m -> m.study().look(Look.HEAT));
        review.shoot("stage-heat-light", Settings.Theme.LIGHT, 1440, 900, m -> m.study().look(Look.HEAT));
    }

    @Test
    void stretchedLevelsInTheLight() {
        review.fill("open", false);
        review.shoot("stage-levels-light", Settings.Theme.LIGHT, 1440, 900, m -> m.study().look(Look.LEVELS));
    }

    @Test
    void aPartOfAnAnimation() {
        review.casework.partial = true;
        review.casework.frames = 12;
        review.fill("open", false);
        review.shoot("stage-animated-dark", Settings.Theme.DARK, 1440, 900, m -> m.study().step(1));
    }

    @Test
    void aPartUnderItsCover() {
        review.casework.partial = true;
        review.casework.frames = 12;
        review.fill("guarded", false);
        review.shoot("stage-partial-covered-light", Settings.Theme.LIGHT, 1280, 800, m -> {});
    }

    @Test
    void aFormatThisMachineCannotShow() {
        review.casework.mediaType = "image/heic";
        review.casework.undecodable.add(review.casework.add(1, "open", false));
        review.fill("open", false);
        review.shoot("stage-unseen-light", Settings.Theme.LIGHT, 1280, 800, m -> {});
    }

    @Test
    void lookAlikesInTheSmallestWindow() {
        review.fill("open", false);
        review.shoot("alikes-dark-small", Settings.Theme.DARK, 1280, 720, m -> AlikesSheet.open(window.overlays(), window.scene(), review.casework, PaintedCasework.workers(window.now()), m.currentProperty().get()));
    }

    @Test
    void noLookAlikes() {
        review.casework.alike = 0;
        review.fill("open", false);
        review.shoot("alikes-none", Settings.Theme.DARK, 1280, 800, m -> AlikesSheet.open(window.overlays(), window.scene(), review.casework, PaintedCasework.workers(window.now()), m.currentProperty().get()));
    }

    @Test
    void aFormatThatTakesSeconds() {
        review.casework.mediaType = "image/jxl";
        review.casework.side = 5000;
        review.casework.slow = true;
        review.fill("open", false);
        review.shoot("stage-decoding-dark", Settings.Theme.DARK, 1280, 800, m -> {});
    }

    @Test
    void aVerdictPutTogetherInTheSmallestWindow() {
        review.fill("open", false);
        review.shoot("finding-light-small", Settings.Theme.LIGHT, 1280, 720, PaintedReview::putTogether);
    }

    @Test
    void aReasonIsFoundAsOneTypes() {
        review.fill("open", false);
        review.shoot("finding-reason-light", Settings.Theme.LIGHT, 1280, 800, m -> new FindingSheets(m.pending(), window.overlays(), m.regions()).open(KeyCommand.REASON));
        review.shoot("finding-origin-dark", Settings.Theme.DARK, 1280, 800, m -> new FindingSheets(m.pending(), window.overlays(), m.regions()).open(KeyCommand.ORIGIN));
        review.shoot("finding-places-dark", Settings.Theme.DARK, 1280, 800, m -> new FindingSheets(m.pending(), window.overlays(), m.regions()).open(KeyCommand.PLACES));
    }

    @Test
    void regionsOnATurnedPicture() {
        review.fill("open", false);
        review.shoot("finding-regions-light", Settings.Theme.LIGHT, 1280, 800, m -> {
            m.study().turn(1);
            PaintedReview.draw(m);
        });
    }

    @Test
    void leftGreyWithAReason() {
        review.dispute();
        review.shoot("adjudication-grey-dark", Settings.Theme.DARK, 1280, 800, m -> window.scene().getRoot().lookup("#settle-grey").fireEvent(new javafx.event.ActionEvent()));
    }

    @Test
    void whatStandsAtTheEndOfTheSide() {
        review.dispute();
        review.casework.ladder.others = List.of(new Holder(new UUID(0, 14), "R-14", 1, "synthetic", 8, PaintedCasework.NOW.plusSeconds(60)), new Holder(new UUID(0, 22), "R-22", 2, "spam", 1, PaintedCasework.NOW));
        review.shoot("review-side-light", Settings.Theme.LIGHT, 1280, 800, m -> {
            m.ladder().count();
            ((javafx.scene.control.ScrollPane) window.scene().getRoot().lookup(".side-scroll")).setVvalue(1);
        });
    }
}
