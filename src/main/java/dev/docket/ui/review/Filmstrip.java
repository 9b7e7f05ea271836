package dev.docket.ui.review;

import dev.docket.policy.Severity;
import dev.docket.ui.common.SeverityGlyph;
import dev.docket.ui.common.Spans;
import dev.docket.ui.common.Text;
import dev.docket.ui.stage.PixelImages;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The next cases, two beside each other, always covered; from S3 up, or under a strict profile, words instead of a picture. */
public final class Filmstrip extends Pane {
    private static final PseudoClass NEXT = PseudoClass.getPseudoClass("next");
    private static final double GAP = 8;
    private static final double TILE = 98;
    private static final double FOOT = 20;
    private static final double FACE_WIDTH = 104;
    private static final int MOST_ROWS = 4;

    public Filmstrip() {
        getStyleClass().add("filmstrip");
        setMinHeight(0);
    }

    /** @param brief whether only the time left is written, for narrow windows */
    void show(List<Held> ahead, Severity lane, boolean brief, Instant now) {
        getChildren().setAll(ahead.stream().limit(2 * MOST_ROWS).map(h -> tile(h, lane, brief, now)).toList());
        if (!getChildren().isEmpty()) {
            getChildren().getFirst().pseudoClassStateChanged(NEXT, true);
        }
        requestLayout();
    }

    @Override
    protected double computePrefHeight(double width) {
        return MOST_ROWS * (TILE + GAP) - GAP;
    }

    @Override
    protected void layoutChildren() {
        double left = snappedLeftInset();
        double width = (getWidth() - left - snappedRightInset() - GAP) / 2;
        int rows = (int) Math.clamp((long) ((getHeight() + GAP) / (TILE + GAP)), 0, MOST_ROWS);
        int index = 0;
        for (Node tile : getChildren()) {
            int row = index / 2;
            tile.setVisible(row < rows);
            tile.resizeRelocate(Math.round(left + index % 2 * (width + GAP)), row * (TILE + GAP), Math.floor(width), TILE);
            index++;
        }
    }

    private static Node tile(Held held, Severity lane, boolean brief, Instant now) {
        StackPane face = new StackPane();
        face.getStyleClass().add("tile-face");
        HBox foot = new HBox();
        foot.getStyleClass().add("tile-foot");
        held.known().ifPresent(known -> {
            Severity severity = known.blind() ? lane : known.decision().severity();
            face.getChildren().setAll(face(known, severity, held));
            Region space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            Label word = new Label(severity.name());
            word.setMinWidth(Region.USE_PREF_SIZE);
            foot.getChildren().setAll(new SeverityGlyph(severity), word, space, new Label(known.decision().deadline()
                    .map(d -> due(Duration.between(now, d), brief)).orElse("")));
        });
        VBox tile = new VBox(face, foot);
        VBox.setVgrow(face, Priority.ALWAYS);
        tile.getStyleClass().add("tile");
        return tile;
    }

    private static Node face(ReviewCase known, Severity severity, Held held) {
        boolean wordsOnly = known.profile().textOnlyThumbnail() || !known.profile().render() || severity.compareTo(Severity.S3) >= 0;
        if (wordsOnly) {
            return words("mdmz-visibility_off", Text.of("review.tile.strict"));
        }
        return switch (held.picture().orElse(null)) {
            case Picture.Decoded pixels -> crop(pixels);
            case Picture.Refused refused -> words("mdal-broken_image", Text.of("review.tile.refused"));
            case Picture.Withheld withheld -> words("mdmz-visibility_off", Text.of("review.tile.strict"));
            case null -> held.isSlow() ? words("mdal-hourglass_empty", Text.of("review.tile.decoding")) : new Region();
        };
    }

    private static Node crop(Picture.Decoded pixels) {
        ImageView view = new ImageView(PixelImages.of(pixels.covers().thumbnail()));
        double width = pixels.covers().thumbnail().width();
        double height = pixels.covers().thumbnail().height();
        double aspect = FACE_WIDTH / (TILE - FOOT);
        double w = Math.min(width, height * aspect);
        double h = Math.min(height, width / aspect);
        view.setManaged(false);
        view.setViewport(new Rectangle2D((width - w) / 2, (height - h) / 2, w, h));
        view.setOpacity(0.85);
        Pane frame = new Pane(view);
        view.fitWidthProperty().bind(frame.widthProperty());
        view.fitHeightProperty().bind(frame.heightProperty());
        return frame;
    }

    private static Node words(String icon, String text) {
        Label label = new Label(text, new FontIcon(icon));
        label.getStyleClass().add("tile-words");
        return label;
    }

    private static String due(Duration left, boolean brief) {
        if (left.isNegative()) {
            return Text.of("review.tile.overdue");
        }
        return brief ? Spans.brief(left) : Text.of("review.tile.due", Spans.brief(left));
    }
}
