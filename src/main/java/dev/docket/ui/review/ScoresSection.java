package dev.docket.ui.review;

import dev.docket.classify.ModelScore;
import dev.docket.ui.common.Chip;
import dev.docket.ui.common.ScoreBar;
import dev.docket.ui.common.Text;
import dev.docket.verdict.Shown;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;

/** What the models say, each score beside its threshold. Scores of different models stand apart and are never mixed. */
public final class ScoresSection extends SideSection {
    private static final int SHOWN = 5;
    private static final double UNDECIDED_FROM = 0.40;
    private static final double UNDECIDED_TO = 0.60;

    public ScoresSection() {
        super(Text.of("review.scores"));
    }

    /** @param share of items shown blind, for the chip */
    void show(ReviewCase known, double share) {
        if (known.blind() && known.mode() == Shown.Mode.ON_DEMAND) {
            head(new Chip(Text.of("review.scores.asked"), Chip.Tone.NEUTRAL));
            body(List.of(hidden("review.asked")));
            return;
        }
        if (known.blind()) {
            head(new Chip(Text.of(known.task().round() > 1 ? "review.scores.second" : "review.scores.share", Math.round(share * 100)), Chip.Tone.ACCENT));
            body(List.of(hidden("review.hidden")));
            return;
        }
        Map<String, List<ModelScore>> byModel = known.scores().stream().collect(
                Collectors.groupingBy(s -> s.model() + " " + s.version(), LinkedHashMap::new, Collectors.toList()));
        if (byModel.isEmpty()) {
            head();
            body(List.of(caption(Text.of("review.scores.none"))));
            return;
        }
        String first = byModel.keySet().iterator().next();
        head(List.of(caption(byModel.size() == 1 ? first : Text.of("review.scores.models", byModel.size()))), List.of(caption(Text.of("review.scores.threshold"))));
        List<Node> lines = new ArrayList<>();
        byModel.forEach((model, scores) -> {
            if (byModel.size() > 1) {
                lines.add(caption(model));
            }
            lines.addAll(lines(scores, known.decision().reasons()));
        });
        lines.add(caption(Text.of("review.scores.nokey")));
        body(lines);
    }

    private static List<Node> lines(List<ModelScore> scores, List<String> reasons) {
        List<ModelScore> order = scores.stream().sorted(Comparator.comparing((ModelScore s) -> !s.over())
                .thenComparing(Comparator.comparingDouble(ModelScore::score).reversed())).toList();
        List<Node> lines = new ArrayList<>(order.stream().limit(SHOWN).map(score -> line(score, reasons)).toList());
        int more = order.size() - SHOWN;
        if (more > 0) {
            lines.add(caption(Text.of("review.scores.more", more, ScoreBar.decimals(order.get(SHOWN).score()))));
        }
        return lines;
    }

    private static Node line(ModelScore score, List<String> reasons) {
        Label name = new Label(words(score.label()));
        name.getStyleClass().addAll("secondary", "score-name");
        name.setTooltip(new Tooltip(name.getText()));
        ScoreBar bar = new ScoreBar(score.score(), score.threshold());
        HBox.setHgrow(bar, Priority.ALWAYS);
        Label value = new Label(ScoreBar.decimals(score.score()));
        value.getStyleClass().addAll("secondary", "score-value");
        boolean undecided = !score.over() && score.score() >= UNDECIDED_FROM && score.score() <= UNDECIDED_TO;
        Label threshold = caption(undecided ? Text.of("review.scores.undecided") : Text.of("review.scores.over", ScoreBar.decimals(score.threshold())));
        threshold.getStyleClass().add("score-threshold");
        HBox line = new HBox(name, bar, value, threshold);
        line.getStyleClass().add("score-line");
        // what the policy made of it, in its own words
        String by = ScoreBar.decimals(score.score()) + " by " + score.model() + " " + score.version();
        reasons.stream().filter(r -> r.contains(by)).findFirst().ifPresent(rule -> Tooltip.install(line, new Tooltip(rule)));
        return line;
    }

    private static Node hidden(String key) {
        Label words = new Label(Text.of(key));
        words.setWrapText(true);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox note = new HBox(new FontIcon("mdmz-visibility_off"), words);
        note.getStyleClass().add("note");
        return note;
    }

    /** A model's label as it would be said: {@code latent_decoder} is "Latent decoder". */
    static String words(String label) {
        String plain = label.replace('_', ' ').strip();
        return plain.isEmpty() ? label : Character.toUpperCase(plain.charAt(0)) + plain.substring(1);
    }
}
