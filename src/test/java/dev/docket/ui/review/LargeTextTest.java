package dev.docket.ui.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.settings.Settings.Theme;
import dev.docket.ui.OpenWindow;
import dev.docket.ui.Toolkit;
import java.time.Clock;
import java.time.ZoneOffset;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** With doubled text one column beside the picture scrolls: what has to be done stands in view. */
class LargeTextTest {
    @RegisterExtension
    private final OpenWindow window = new OpenWindow("review", "ladder", "stack", "care");

    private final PaintedCasework casework = new PaintedCasework();

    @Test
    void aVerdictThatWaitsForMoreComesIntoView() {
        OpenReview review = open();
        Node pending = window.node("#verdicts .pending-pane");
        assertThat(isInView(pending)).isFalse();
        Toolkit.tell(() -> PaintedDispute.putTogether(review.model()));
        Toolkit.frames(4);
        assertThat(isInView(pending)).isTrue();
    }

    @Test
    void twoFindingsToSettleStandFirst() {
        PaintedDispute.in(casework);
        open();
        assertThat(isInView(window.node("#settle-grey"))).isTrue();
    }

    private OpenReview open() {
        casework.add(1, "open", false);
        OpenReview review = OpenReview.in(window, Theme.LIGHT, 1280, 800, casework, PaintedCasework.workers(window.now()), Clock.fixed(PaintedCasework.NOW, ZoneOffset.UTC));
        window.textSize(200);
        return review;
    }

    private boolean isInView(Node part) {
        return Toolkit.ask(() -> {
            Bounds room = inScene(window.node(".side-scroll .viewport"));
            Bounds own = inScene(part);
            return part.isVisible() && own.getHeight() > 0 && own.getMinY() >= room.getMinY() - 1 && own.getMinY() + Math.min(own.getHeight(), room.getHeight()) <= room.getMaxY() + 1;
        });
    }

    private static Bounds inScene(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }
}
