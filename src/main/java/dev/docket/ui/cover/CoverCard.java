package dev.docket.ui.cover;

import dev.docket.ui.common.Ends;
import dev.docket.ui.common.Keycap;
import dev.docket.ui.common.Text;
import dev.docket.ui.keys.KeyCommand;
import dev.docket.ui.keys.KeyHint;
import dev.docket.ui.keys.KeyMap;
import dev.docket.ui.stage.Veil;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The facts before the pixels: why the item is here, where it came from, what is known of it, and the key that looks. */
public final class CoverCard extends VBox {
    private static final List<String> FACTS = List.of("review.card.because", "review.card.source", "review.card.provenance",
            "review.card.seen", "review.card.range", "review.card.guess");

    private final Label title = new Label();
    private final Label detail = new Label();
    private final FontIcon sign = new FontIcon();
    private final ProgressBar progress = new ProgressBar();
    private final HBox head = new HBox();
    private final VBox facts = new VBox();
    private final List<Label> values = Stream.generate(Label::new).limit(FACTS.size()).toList();
    private final Label hold = new Label(Text.of("review.card.hold"));
    private final Label keep = new Label(Text.of("review.card.keep"));
    private final Ends keys = new Ends();

    public CoverCard() {
        getStyleClass().add("cover-card");
        title.getStyleClass().add("card-title");
        detail.getStyleClass().addAll("secondary", "muted");
        detail.setWrapText(true);
        progress.setMaxWidth(Double.MAX_VALUE);
        progress.setAccessibleText(Text.of("review.decoding.progress"));
        VBox words = new VBox(title, detail, progress);
        HBox.setHgrow(words, Priority.ALWAYS);
        head.getChildren().setAll(sign, words);
        head.getStyleClass().add("card-head");
        title.setWrapText(true);
        facts.getStyleClass().add("card-facts");
        for (int at = 0; at < FACTS.size(); at++) {
            facts.getChildren().add(fact(FACTS.get(at), values.get(at)));
        }
        ScrollPane scrolled = new ScrollPane(facts);
        scrolled.setFitToWidth(true);
        scrolled.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scrolled.setFocusTraversable(false);
        scrolled.setMinHeight(0);
        VBox.setVgrow(scrolled, Priority.ALWAYS);
        keys.getStyleClass().add("card-keys");
        hold.getStyleClass().addAll("strong", "bold");
        keep.getStyleClass().addAll("secondary", "muted");
        keys.fill(List.of(hold), List.of(keep));
        head.setMinHeight(USE_PREF_SIZE);
        getChildren().setAll(head, scrolled, keys);
    }

    /** All of it; a pane that scrolls would ask for less. */
    @Override
    protected double computePrefHeight(double width) {
        return head.prefHeight(width) + facts.prefHeight(width) + keys.prefHeight(width) + snappedTopInset() + snappedBottomInset();
    }

    /** Draws the keys that look; to be called once. */
    public void draw(ObservableValue<KeyMap> map) {
        keys.fill(List.of(KeyHint.of(map, now -> now.caps(KeyCommand.PEEK), CoverCard::wide), hold), List.of(KeyHint.of(map, KeyCommand.LATCH), keep));
    }

    private static Keycap wide(String key) {
        Keycap cap = new Keycap(key);
        cap.setAccessibleText(Text.of("review.card.hold"));
        cap.getStyleClass().add("wide");
        return cap;
    }

    /** Over a cover. */
    public void show(CardFacts known, Cover cover) {
        head("mdmz-visibility_off", Text.of("review.card.title"), detail(cover));
        present(keys, cover.profile().render());
        // the key that keeps open, and what it does
        keys.getChildren().stream().skip(keys.getChildren().size() - 2L).forEach(part -> present(part, cover.isLatchable()));
        facts(known);
        setAccessibleText(Text.of("review.card.accessible", known.source(), known.provenance()));
    }

    /** In place of a picture that this machine cannot show. */
    public void showUnseen(CardFacts known, String reason) {
        head("mdal-broken_image", Text.of("review.unseen"), reason);
        present(keys, false);
        facts(known);
        setAccessibleText(Text.of("review.panel.accessible", Text.of("review.unseen"), reason));
    }

    /** While a slow format is decoded. */
    public void showDecoding(CardFacts known, String what) {
        head("mdal-hourglass_empty", what, Text.of("review.decoding.detail"));
        present(progress, true);
        present(keys, false);
        facts(known);
        setAccessibleText(what);
    }

    /** Lets go of every word about a picture. */
    public void clear() {
        head("mdmz-visibility_off", "", "");
        facts(new CardFacts("", "", "", "", "", ""));
        setAccessibleText("");
    }

    /** Says which key looks; the mouse may be held on it instead. */
    public Node keys() {
        return keys;
    }

    /** @param share 0..1, a guess */
    public void progress(double share) {
        progress.setProgress(share);
    }

    private void head(String icon, String name, String words) {
        sign.setIconLiteral(icon);
        title.setText(name);
        detail.setText(words);
        present(progress, false);
    }

    private void facts(CardFacts known) {
        List<String> words = List.of(known.because(), known.source(), known.provenance(), known.seen(), known.range(), known.guess());
        for (int at = 0; at < values.size(); at++) {
            values.get(at).setText(words.get(at));
        }
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
            return Text.of("review.card.yours", veil(cover));
        }
        return Text.of("review.card.veil", profile, veil(cover));
    }

    private static String veil(Cover cover) {
        Veil veil = cover.veilProperty().get();
        String words = Text.of("cover.veil." + veil.name().toLowerCase(Locale.ROOT));
        return cover.greyProperty().get() && veil != Veil.SKETCH ? Text.of("cover.veil.grey", words) : words;
    }

    private static HBox fact(String nameKey, Label words) {
        Label name = new Label(Text.of(nameKey));
        name.getStyleClass().addAll("muted", "card-name");
        name.setWrapText(true);
        name.setMinHeight(USE_PREF_SIZE);
        words.getStyleClass().add("strong");
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        HBox line = new HBox(name, words);
        line.getStyleClass().add("card-line");
        return line;
    }
}
