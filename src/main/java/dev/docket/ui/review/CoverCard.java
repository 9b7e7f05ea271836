package dev.docket.ui.review;

import dev.docket.policy.PolicyPack;
import dev.docket.policy.PolicyPack.Label;
import dev.docket.policy.Severity;
import dev.docket.ui.common.Keycap;
import dev.docket.ui.common.Text;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The facts before the pixels: why the item is here, where it came from, what is known of it, and the key that looks. */
public final class CoverCard extends VBox {
    private final javafx.scene.control.Label title = new javafx.scene.control.Label();
    private final javafx.scene.control.Label detail = new javafx.scene.control.Label();
    private final FontIcon sign = new FontIcon();
    private final ProgressBar progress = new ProgressBar();
    private final VBox facts = new VBox();
    private final HBox keys = new HBox();

    public CoverCard() {
        getStyleClass().add("cover-card");
        title.getStyleClass().add("card-title");
        detail.getStyleClass().addAll("secondary", "muted");
        detail.setWrapText(true);
        progress.setMaxWidth(Double.MAX_VALUE);
        progress.setAccessibleText(Text.of("review.decoding.progress"));
        VBox words = new VBox(title, detail, progress);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox head = new HBox(sign, words);
        head.getStyleClass().add("card-head");
        facts.getStyleClass().add("card-facts");
        keys.getStyleClass().add("card-keys");
        Keycap space = new Keycap("Space");
        space.getStyleClass().add("wide");
        javafx.scene.control.Label hold = new javafx.scene.control.Label(Text.of("review.card.hold"));
        hold.getStyleClass().addAll("strong", "bold");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        javafx.scene.control.Label keep = new javafx.scene.control.Label(Text.of("review.card.keep"));
        keep.getStyleClass().addAll("secondary", "muted");
        keys.getChildren().setAll(space, hold, gap, Keycap.small("Shift"), Keycap.small("Space"), keep);
        getChildren().setAll(head, facts, keys);
    }

    /** Over a cover. */
    void show(ReviewCase known, PolicyPack pack, Cover cover) {
        head("mdmz-visibility_off", Text.of("review.card.title"), detail(cover));
        present(keys, cover.profile().render());
        facts(known, pack);
        setAccessibleText(Text.of("review.card.accessible", known.item().source().name(), ProvenanceWords.inOneLine(known.provenance())));
    }

    /** In place of a picture that this machine cannot show. */
    void showUnseen(ReviewCase known, PolicyPack pack, String reason) {
        head("mdal-broken_image", Text.of("review.unseen"), reason);
        present(keys, false);
        facts(known, pack);
        setAccessibleText(Text.of("review.panel.accessible", Text.of("review.unseen"), reason));
    }

    /** While a slow format is decoded. */
    void showDecoding(ReviewCase known, PolicyPack pack, String what) {
        head("mdal-hourglass_empty", what, Text.of("review.decoding.detail"));
        present(progress, true);
        present(keys, false);
        facts(known, pack);
        setAccessibleText(what);
    }

    /** @param share 0..1, a guess */
    void progress(double share) {
        progress.setProgress(share);
    }

    private void head(String icon, String name, String words) {
        sign.setIconLiteral(icon);
        title.setText(name);
        detail.setText(words);
        present(progress, false);
    }

    private void facts(ReviewCase known, PolicyPack pack) {
        facts.getChildren().setAll(
                fact("review.card.because", because(known)),
                fact("review.card.source", known.item().source().name()),
                fact("review.card.provenance", ProvenanceWords.inOneLine(known.provenance())),
                fact("review.card.seen", seen(known)),
                fact("review.card.range", range(known, pack)),
                fact("review.card.guess", guess(known, pack)));
    }

    private static void present(Node part, boolean there) {
        part.setVisible(there);
        part.setManaged(there);
    }

    private static String detail(Cover cover) {
        String profile = cover.profile().id();
        if (!cover.profile().render()) {
            return Text.of("review.card.never", profile);
        }
        if (!cover.profile().covered()) {
            return Text.of("review.card.yours", cover.blurProperty().get());
        }
        return Text.of(cover.greyProperty().get() ? "review.card.grey" : "review.card.blur", profile, cover.blurProperty().get());
    }

    private static String because(ReviewCase known) {
        if (known.blind()) {
            int reports = known.item().facts().reports().size();
            return reports == 0 ? Text.of("review.card.lane") : Text.of("review.card.reports", reports, known.item().facts().reports().getFirst());
        }
        return known.decision().reasons().stream().findFirst().orElse(Text.of("review.card.lane"));
    }

    private static String seen(ReviewCase known) {
        if (known.blind()) {
            return Text.of("review.card.hidden");
        }
        return known.stack() > 1 ? Text.of("review.card.stack", known.stack(), known.past().size()) : Text.of("review.card.single");
    }

    private static String range(ReviewCase known, PolicyPack pack) {
        List<Severity> range = pack.lanes().stream().filter(l -> l.id().equals(known.decision().lane())).findFirst()
                .map(l -> l.labels().stream().flatMap(id -> severities(pack, id)).sorted().toList()).orElse(List.of());
        return range.isEmpty() ? Text.of("review.card.range.any")
                : Text.of("review.card.range.of", range.getFirst().name(), range.getLast().name());
    }

    private static Stream<Severity> severities(PolicyPack pack, String label) {
        return pack.labels().stream().filter(l -> l.id().equals(label)).flatMap(l -> l.severityRange().stream());
    }

    private static String guess(ReviewCase known, PolicyPack pack) {
        if (known.blind()) {
            return Text.of("review.card.hidden");
        }
        Optional<Label> first = known.decision().suspected().stream().findFirst().map(pack::label);
        return first.map(Label::shortTitle).orElse(Text.of("review.card.guess.none"));
    }

    private static HBox fact(String nameKey, String value) {
        javafx.scene.control.Label name = new javafx.scene.control.Label(Text.of(nameKey));
        name.getStyleClass().addAll("muted", "card-name");
        javafx.scene.control.Label words = new javafx.scene.control.Label(value);
        words.getStyleClass().add("strong");
        words.setWrapText(true);
        HBox line = new HBox(name, words);
        line.getStyleClass().add("card-line");
        return line;
    }
}
