package dev.docket.ui.review;

import dev.docket.decode.DecodedImage;
import dev.docket.policy.Severity;
import dev.docket.ui.common.Chip;
import dev.docket.ui.common.SeverityGlyph;
import dev.docket.ui.common.Spans;
import dev.docket.ui.common.Text;
import dev.docket.ui.common.Tip;
import dev.docket.ui.provenance.ProvenanceSign;
import dev.docket.ui.stage.PixelImages;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** A place in the strip, through which the cases move: a cover or words, the severity, the time left. */
final class StripTile extends VBox {
    /** Logical pixels. */
    static final double HEIGHT = 98;

    private static final PseudoClass NEXT = PseudoClass.getPseudoClass("next");
    private static final double FOOT = 20;
    private static final double FACE_WIDTH = 104;

    private final ImageView cover = new ImageView();
    private final Pane frame = new Pane(cover);
    private final Label words = new Label();
    private final FontIcon sign = new FontIcon("mdal-hourglass_empty");
    private final HBox foot = new HBox();
    private final Chip origin = new Chip();
    private final Label grade = new Label();
    private final Label left = new Label();
    private Severity severity;
    private DecodedImage covering;

    /** @param first whether the case in it is the next one */
    StripTile(boolean first) {
        StackPane face = new StackPane(frame, words, origin);
        StackPane.setAlignment(origin, Pos.TOP_LEFT);
        origin.getStyleClass().addAll("tile-origin", "strip-origin");
        origin.setMinWidth(0); // a narrow tile cuts it; its tip and its name do not
        face.getStyleClass().add("tile-face");
        setVgrow(face, Priority.ALWAYS);
        cover.setManaged(false);
        cover.setOpacity(0.85);
        cover.fitWidthProperty().bind(frame.widthProperty());
        cover.fitHeightProperty().bind(frame.heightProperty());
        words.getStyleClass().add("tile-words");
        words.setGraphic(sign);
        foot.getStyleClass().add("tile-foot");
        grade.setMinWidth(USE_PREF_SIZE);
        getStyleClass().add("tile");
        getChildren().setAll(face, foot);
        pseudoClassStateChanged(NEXT, first);
        clear();
    }

    /** @param lane the lane's severity, which stands in for that of a case in the blind share */
    void show(Held held, Severity lane, boolean brief, Instant now) {
        if (held.known().isEmpty()) {
            clear();
            return;
        }
        ReviewCase known = held.known().get();
        Severity shown = known.blind() ? lane : known.decision().severity();
        grade(shown);
        ProvenanceSign.on(origin, known.blind() ? Optional.empty() : ProvenanceSign.of(known.provenance()));
        left.setText(known.decision().deadline().map(d -> due(Duration.between(now, d), brief)).orElse(""));
        if (known.profile().textOnlyThumbnail() || !known.profile().render() || shown.compareTo(Severity.S3) >= 0) {
            words("mdmz-visibility_off", Text.of("review.tile.strict"));
            return;
        }
        switch (held.picture().orElse(null)) {
            case Picture.Decoded pixels -> crop(pixels.covers().thumbnail());
            case Picture.Refused _ -> words("mdal-broken_image", Text.of("review.tile.refused"));
            case Picture.Withheld _ -> words("mdmz-visibility_off", Text.of("review.tile.strict"));
            case null -> words("mdal-hourglass_empty", held.isSlow() ? Text.of("review.tile.decoding") : "");
        }
    }

    /** Nothing is known of a case yet, or there is none: no pixels are kept. */
    void clear() {
        words("mdal-hourglass_empty", "");
        ProvenanceSign.on(origin, Optional.empty());
        foot.getChildren().clear();
        severity = null;
    }

    private void grade(Severity now) {
        if (now != severity) {
            severity = now;
            grade.setText(now.name());
            Region space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            foot.getChildren().setAll(List.of(new SeverityGlyph(now), grade, space, left));
        }
    }

    private void crop(DecodedImage thumbnail) {
        if (thumbnail != covering) {
            covering = thumbnail;
            double aspect = FACE_WIDTH / (HEIGHT - FOOT);
            double w = Math.min(thumbnail.width(), thumbnail.height() * aspect);
            double h = Math.min(thumbnail.height(), thumbnail.width() / aspect);
            cover.setImage(PixelImages.of(thumbnail));
            cover.setViewport(new Rectangle2D((thumbnail.width() - w) / 2, (thumbnail.height() - h) / 2, w, h));
        }
        frame.setVisible(true);
        words.setVisible(false);
    }

    private void words(String icon, String text) {
        covering = null;
        cover.setImage(null);
        frame.setVisible(false);
        sign.setIconLiteral(icon);
        words.setText(text);
        Tip.on(words, text);
        words.setVisible(!text.isEmpty());
    }

    private static String due(Duration left, boolean brief) {
        if (left.isNegative()) {
            return Text.of("review.tile.overdue");
        }
        return brief ? Spans.brief(left) : Text.of("review.tile.due", Spans.brief(left));
    }
}
