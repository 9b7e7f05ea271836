package dev.docket.ui.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.classify.ModelScore;
import dev.docket.queue.LeasedTask;
import dev.docket.registry.ModelCard;
import dev.docket.registry.ModelCard.Figure;
import dev.docket.settings.Settings;
import dev.docket.ui.OpenWindow;
import dev.docket.ui.Toolkit;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Scores of several models, a vendor's among them, with what nobody mapped and how a detector of fakes does elsewhere. */
class ScoresScreenTest {
    @RegisterExtension
    private final OpenWindow window = new OpenWindow("review");

    private static final ModelScore UNKNOWN = new ModelScore("hive/visual_moderation", "1", "yes_paper_hats", 0.75, 0.5);

    /** As painted, but for the scores. */
    private static final class Scored extends ForwardingCasework {
        Scored(Casework other) {
            super(other);
        }

        @Override
        public Optional<ReviewCase> open(LeasedTask task) {
            List<ModelScore> scores = List.of(new ModelScore("fake-detector", "2", "deepfake", 0.55, 0.5), new ModelScore("fake-detector", "2", "face_swap", 0.12, 0.5),
                    new ModelScore("hive/visual_moderation", "1", "very_bloody", 0.93, 0.9), UNKNOWN, new ModelScore("hive/visual_moderation", "1", "ai_generated", 0.2, 0.9));
            return super.open(task).map(known -> new ReviewCase(known.task(), known.item(), known.provenance(), known.provenanceHash(), known.decision(), known.profile(),
                    scores, known.past(), known.stack(), false, known.dossier()));
        }

        @Override
        public List<ModelScore> unread(List<ModelScore> scores) {
            return scores.stream().filter(UNKNOWN::equals).toList();
        }

        @Override
        public Optional<ModelCard> card(String model, String version) {
            return model.equals("fake-detector") ? Optional.of(new ModelCard("one score", "a network", "told", List.of(
                    new Figure(ModelCard.OUT_OF_DOMAIN, "hidden set", 0.65, 0.63, 0.67, 4000)), List.of("Weak on faces that are small"), List.of(), "MIT")) : Optional.empty();
        }
    }

    @Test
    void whatIsUnsureUnknownOrWeakElsewhereIsSaidBesideTheImage() {
        open(Settings.Theme.LIGHT);
        assertThat(said()).contains("undecided", "Right on other data: 65 % (hidden set)", "Right on other data: not measured", "1 without a rule in the policy: yes_paper_hats .75");
        window.picture("scores-vendors-light");
    }

    @Test
    void inGermanAndInTheDark() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMAN);
        try {
            open(Settings.Theme.DARK);
            assertThat(said()).contains("unklar", "Auf fremden Daten richtig: 65 % (hidden set)", "1 ohne Regel in der Richtlinie: yes_paper_hats 0,75");
            window.picture("scores-vendors-dark-de");
        } finally {
            Locale.setDefault(before);
        }
    }

    private void open(Settings.Theme theme) {
        PaintedCasework painted = new PaintedCasework();
        for (int n = 0; n < 8; n++) {
            painted.add(1, "open", false);
        }
        Toolkit.start();
        OpenReview.in(window, theme, 1280, 800, new Scored(painted), PaintedCasework.workers(window.now()), Clock.fixed(PaintedCasework.NOW, ZoneOffset.UTC));
        Toolkit.frames(3);
    }

    private String said() {
        return Toolkit.ask(() -> texts(window.scene().lookup("#scores")));
    }

    private static String texts(Node node) {
        String own = node instanceof Labeled words && words.isVisible() && words.getText() != null ? words.getText() + "\n" : "";
        return own + (node instanceof Parent parent ? parent.getChildrenUnmodifiable().stream().map(ScoresScreenTest::texts).collect(Collectors.joining()) : "");
    }
}
