package dev.docket.ui.review;

import dev.docket.settings.Settings;
import dev.docket.ui.OpenWindow;
import dev.docket.ui.stage.Look;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The review screen in its usual states, for people to look at; what a program can say about them is asserted. */
class ReviewPicturesTest {
    @RegisterExtension
    private final OpenWindow window = new OpenWindow("review", "ladder");

    private final PaintedReview review = new PaintedReview(window);

    @Test
    void openInTheDark() {
        review.fill("open", false);
        review.shoot("review-dark", Settings.Theme.DARK, 1440, 900, m -> m.decide(m.pack().label("civic_deception"), true));
    }

    @Test
    void coveredAndBlindInTheLight() {
        review.fill("guarded", true);
        review.shoot("review-covered-light", Settings.Theme.LIGHT, 1440, 900, m -> {});
    }

    @Test
    void aDamagedFileSaysSo() {
        review.casework.damaged.add(review.casework.add(1, "open", false));
        review.fill("open", false);
        review.shoot("review-damaged", Settings.Theme.LIGHT, 1280, 800, m -> {});
    }

    @Test
    void stretchedLevels() {
        review.fill("open", false);
        review.shoot("stage-levels-dark", Settings.Theme.DARK, 1280, 720, m -> m.study().look(Look.LEVELS));
    }

    @Test
    void lookAlikesInAGrid() {
        review.fill("open", false);
        review.shoot("alikes-light", Settings.Theme.LIGHT, 1440, 900, m -> AlikesSheet.open(window.overlays(), window.scene(), review.casework, PaintedCasework.workers(window.now()), m.currentProperty().get()));
    }

    @Test
    void aVerdictPutTogether() {
        review.fill("open", false);
        review.shoot("finding-dark", Settings.Theme.DARK, 1440, 900, PaintedReview::putTogether);
    }

    @Test
    void regionsOnThePicture() {
        review.fill("open", false);
        review.shoot("finding-regions-dark", Settings.Theme.DARK, 1440, 900, PaintedReview::draw);
    }

    @Test
    void twoFindingsToSettleInTheLight() {
        review.dispute();
        review.shoot("adjudication-light", Settings.Theme.LIGHT, 1440, 900, m -> {});
    }
}
