package dev.docket.ui.review;

import dev.docket.classify.ModelScore;
import dev.docket.registry.ModelCard;
import dev.docket.ui.common.Chip;
import dev.docket.ui.common.ScoreBar;
import dev.docket.ui.common.Text;
import dev.docket.ui.common.Tip;
import dev.docket.verdict.Shown;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;

/** What the models say, each score beside its threshold. Scores of different models stand apart and are never mixed. */
public final class ScoresSection extends SideSection {
    private static final int MOST = 5;
    private static final int FEWEST = 3;
    private static final int MOST_UNREAD = 3;
    private static final int MOST_LIMITS = 6;
    private static final int MOST_TOLD = 40;

    private final List<ScoreLine> scoreLines = new ArrayList<>();
    private final Label model = caption("");
    private final Label threshold = caption(Text.of("review.scores.threshold"));
    private final Label noKey = caption(Text.of("review.scores.nokey"));

    public ScoresSection() {
        super(Text.of("review.scores"));
    }

    /**
     * @param share of items shown blind, for the chip
     * @param unread of the case's scores, those that the policy has no rule for
     * @param cards of the models that gave them
     */
    void show(ReviewCase known, double share, List<ModelScore> unread, Function<ModelScore, Optional<ModelCard>> cards) {
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
        model.setText(byModel.size() == 1 ? first : Text.of("review.scores.models", byModel.size()));
        Tip.on(model, byModel.size() == 1 ? weaknesses(cards.apply(known.scores().getFirst())) : "");
        head(List.of(model), List.of(threshold));
        List<Node> lines = new ArrayList<>();
        Iterator<ScoreLine> free = List.copyOf(scoreLines).iterator();
        byModel.forEach((name, scores) -> {
            Optional<ModelCard> card = cards.apply(scores.getFirst());
            if (byModel.size() > 1) {
                Label whose = caption(name);
                // a vendor's name of its model and version is long
                Tip.on(whose, (name + "\n" + weaknesses(card)).strip());
                lines.add(whose);
            }
            lines.addAll(lines(scores, known.decision().reasons(), free));
            if (scores.stream().anyMatch(ModelScore::tellsFakes)) {
                lines.add(outOfDomain(card));
            }
        });
        if (!unread.isEmpty()) {
            lines.add(unread(unread));
        }
        lines.add(noKey);
        body(lines);
    }

    /** What the card says the model is weak at, a line each. */
    private static String weaknesses(Optional<ModelCard> card) {
        return card.map(known -> String.join("\n", known.limits().subList(0, Math.min(MOST_LIMITS, known.limits().size())))).orElse("");
    }

    /** A detector of fakes is worth what it is worth on fakes it was not made with. */
    private static Node outOfDomain(Optional<ModelCard> card) {
        Optional<ModelCard.Figure> figure = card.flatMap(ModelCard::outOfDomain);
        Label words = caption(figure.map(told -> Text.of("review.scores.domain", Math.round(100 * told.value()), told.on())).orElseGet(() -> Text.of("review.scores.domain.none")));
        words.setWrapText(true);
        Tip.on(words, Text.of("review.scores.domain.why"));
        return words;
    }

    /** The likeliest by name, all of them to whoever rests on it. */
    private static Node unread(List<ModelScore> scores) {
        List<String> named = scores.stream().sorted(Comparator.comparingDouble(ModelScore::score).reversed())
                .map(score -> score.label() + " " + ScoreBar.decimals(score.score())).toList();
        Label words = caption(Text.of("review.scores.unread", named.size(), String.join(", ", named.subList(0, Math.min(MOST_UNREAD, named.size())))
                + (named.size() > MOST_UNREAD ? " …" : "")));
        words.getStyleClass().add("scores-unread");
        words.setWrapText(true);
        Tip.on(words, String.join("\n", named.subList(0, Math.min(MOST_TOLD, named.size()))));
        return words;
    }

    private List<Node> lines(List<ModelScore> scores, List<String> reasons, Iterator<ScoreLine> free) {
        List<ModelScore> order = scores.stream().sorted(Comparator.comparing((ModelScore s) -> !s.over())
                .thenComparing(Comparator.comparingDouble(ModelScore::score).reversed())).toList();
        List<Node> lines = new ArrayList<>();
        // what is over its threshold and the next one: further down the panel of provenance would begin below the window
        int shown = Math.clamp(order.stream().filter(ModelScore::over).count() + 1, FEWEST, MOST);
        order.stream().limit(shown).forEach(score -> {
            ScoreLine line = free.hasNext() ? free.next() : made();
            line.show(score, reasons);
            lines.add(line);
        });
        int more = order.size() - shown;
        if (more > 0) {
            lines.add(caption(Text.of("review.scores.more", more, ScoreBar.decimals(order.get(shown).score()))));
        }
        return lines;
    }

    private ScoreLine made() {
        ScoreLine line = new ScoreLine();
        scoreLines.add(line);
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
