package dev.docket.ui.review;

import dev.docket.classify.ModelScore;
import dev.docket.ui.common.ScoreBar;
import dev.docket.ui.common.Text;
import dev.docket.ui.common.Tip;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** One score: its label, a bar with the threshold, the value, the threshold. Takes other scores, as a new line would have to be styled anew. */
final class ScoreLine extends HBox {

    private final Label name = new Label();
    private final ScoreBar bar = new ScoreBar(0, 1);
    private final Label value = new Label();
    private final Label threshold = SideSection.caption("");
    private final Tooltip rule = new Tooltip();
    private boolean ruled;

    ScoreLine() {
        getStyleClass().add("score-line");
        name.getStyleClass().addAll("secondary", "score-name");
        HBox.setHgrow(bar, Priority.ALWAYS);
        value.getStyleClass().addAll("secondary", "score-value");
        threshold.getStyleClass().add("score-threshold");
        getChildren().setAll(name, bar, value, threshold);
    }

    /** @param reasons the policy's, of which the one that this score brought about is told */
    void show(ModelScore score, List<String> reasons) {
        name.setText(ScoresSection.words(score.label()));
        Tip.on(name, name.getText());
        bar.show(score.score(), score.threshold());
        value.setText(ScoreBar.decimals(score.score()));
        boolean undecided = score.undecided();
        String over = Text.of("review.scores.over", ScoreBar.decimals(score.threshold()));
        threshold.setText(undecided ? Text.of("review.scores.undecided") : over);
        Tip.on(threshold, undecided ? Text.of("review.scores.undecided") + " (" + over + ")" : over);
        // what the policy made of it, in its own words: the sentence that names this figure and this model
        rule(reasons.stream().filter(r -> r.contains(ScoreBar.decimals(score.score())) && r.contains(score.model() + " " + score.version())).findFirst().orElse(""));
    }

    private void rule(String words) {
        rule.setText(words);
        if (ruled == words.isEmpty()) {
            ruled = !words.isEmpty();
            if (ruled) {
                Tooltip.install(this, rule);
            } else {
                Tooltip.uninstall(this, rule);
            }
        }
    }
}
