package dev.docket.ui.grid;

import dev.docket.decode.DecodedImage;
import dev.docket.policy.Severity;
import dev.docket.ui.common.Chip;
import dev.docket.ui.common.SeverityGlyph;
import dev.docket.ui.common.TextSize;
import dev.docket.ui.provenance.ProvenanceSign;
import dev.docket.ui.stage.PixelImages;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import org.kordamp.ikonli.javafx.FontIcon;

/** One tile, laid out by hand so that thousands can pass by: a face, a badge over it, two lines of words. */
final class TilePane extends Region {
    static final double WIDTH = 188;
    static final double FACE_HEIGHT = 141;
    static final double HEIGHT = FACE_HEIGHT + 46;

    private static final double GLYPH = 11;
    private static final double TICK = 18;
    /** Around the tick, where a click ticks too. */
    private static final double MARGIN = 16;

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("tile-chosen");
    private static final PseudoClass TICKED = PseudoClass.getPseudoClass("ticked");
    private static final PseudoClass OUT = PseudoClass.getPseudoClass("tile-out");
    private static final PseudoClass FOCUSED = PseudoClass.getPseudoClass("tile-focused");
    private static final double EDGE = 2;
    private static final double LINE = 20;

    private final ImageView picture = new ImageView();
    private final Label words = new Label();
    private final Label badge = new Label();
    private final Chip origin = new Chip();
    private final Label name = new Label();
    private final Label line = new Label();
    private final Tooltip distance = new Tooltip();
    private final Tooltip whole = new Tooltip();
    private final Tooltip said = new Tooltip();
    private final FontIcon sign = new FontIcon("mdmz-visibility_off");
    private final StackPane tick = new StackPane(new FontIcon("mdal-check"));
    private final Label state = new Label();
    private final FontIcon stateSign = new FontIcon("mdmz-visibility_off");
    private Severity severity;
    private SeverityGlyph glyph;
    private DecodedImage shown;
    private double rows = 1;

    TilePane() {
        getStyleClass().add("grid-tile");
        words.getStyleClass().add("tile-words");
        words.setGraphic(sign);
        words.setWrapText(true);
        badge.getStyleClass().add("grid-badge");
        name.getStyleClass().addAll("mono", "strong");
        line.getStyleClass().addAll("secondary", "muted");
        badge.setTooltip(distance);
        origin.getStyleClass().add("tile-origin");
        line.setTooltip(whole);
        state.setTooltip(said);
        picture.setPreserveRatio(false);
        tick.getStyleClass().add("tile-tick");
        state.getStyleClass().addAll("secondary", "muted", "tile-state");
        state.setGraphic(stateSign);
        mark(null);
        getChildren().setAll(picture, words, badge, origin, tick, name, line, state);
        TextSize.around(this).subscribe(this::grow);
    }

    /** @param textSize times the usual; the two lines below the face grow with it */
    static double height(double textSize) {
        return FACE_HEIGHT + (HEIGHT - FACE_HEIGHT) * Math.max(1, textSize);
    }

    private void grow(double textSize) {
        rows = Math.max(1, textSize);
        double height = height(textSize);
        setClip(new Rectangle(WIDTH, height));
        setMinSize(WIDTH, height);
        setPrefSize(WIDTH, height);
        setMaxSize(WIDTH, height);
        requestLayout();
    }

    /** Before anything is known. */
    void blank() {
        face(null);
        words.setVisible(false);
        badge.setVisible(false);
        origin.setVisible(false);
        name.setText("");
        line.setText("");
        if (glyph != null) {
            glyph.setVisible(false);
        }
    }

    void show(Tile tile) {
        switch (tile.face()) {
            case Tile.Pixels pixels -> {
                face(pixels.image());
                words.setVisible(false);
            }
            case Tile.Words said -> {
                face(null);
                sign.setIconLiteral(said.icon());
                words.setText(said.text());
                words.setVisible(true);
            }
        }
        badge.setText(tile.badge());
        distance.setText(tile.badge());
        badge.setVisible(!tile.badge().isEmpty());
        name.setText(tile.name());
        line.setText(tile.line());
        whole.setText(tile.line());
        severity(tile.severity().orElse(null));
        ProvenanceSign.on(origin, tile.sign());
        requestLayout();
    }

    /** These pixels in place of the tile's face; null takes them out of the scene. */
    void face(DecodedImage image) {
        if (image != shown) {
            shown = image;
            picture.setImage(image == null ? null : PixelImages.of(image));
            requestLayout();
        }
    }

    /** Whether a click there ticks. */
    boolean ticksAt(Point2D at) {
        return Math.max(at.getX(), at.getY()) < TICK * rows + MARGIN;
    }

    void focused(boolean on) {
        pseudoClassStateChanged(FOCUSED, on);
    }

    void chosen(boolean on) {
        pseudoClassStateChanged(CHOSEN, on);
    }

    /** @param mark null for a tile that is only looked at */
    void mark(Mark mark) {
        tick.setVisible(mark != null && mark.tickable());
        state.setVisible(mark != null);
        tick.pseudoClassStateChanged(TICKED, mark != null && mark.ticked());
        tick.getChildren().getFirst().setVisible(mark != null && mark.ticked());
        pseudoClassStateChanged(OUT, mark != null && mark.out());
        if (mark != null) {
            state.setText(mark.state());
            said.setText(mark.state());
            stateSign.setIconLiteral(mark.icon());
        }
        requestLayout();
    }

    private void severity(Severity now) {
        if (now != severity) {
            getChildren().remove(glyph);
            severity = now;
            glyph = now == null ? null : new SeverityGlyph(now);
            if (glyph != null) {
                getChildren().add(glyph);
            }
        }
        if (glyph != null) {
            glyph.setVisible(true);
        }
    }

    @Override
    protected void layoutChildren() {
        double room = WIDTH - 2 * EDGE;
        if (shown != null) {
            double device = getScene() == null || getScene().getWindow() == null ? 1 : Math.max(1, getScene().getWindow().getRenderScaleX());
            double scale = Math.min(1 / device, Math.min(room / shown.width(), (FACE_HEIGHT - 2 * EDGE) / shown.height()));
            picture.setFitWidth(shown.width() * scale);
            picture.setFitHeight(shown.height() * scale);
            picture.relocate(Math.round((WIDTH - shown.width() * scale) / 2), Math.round((FACE_HEIGHT - shown.height() * scale) / 2));
        }
        words.resizeRelocate(EDGE, EDGE, room, FACE_HEIGHT - 2 * EDGE);
        double box = TICK * rows;
        double badgeWidth = Math.min(room - 12, badge.prefWidth(-1));
        boolean beside = !tick.isVisible() || badgeWidth <= room - box - 20;
        badge.resizeRelocate(WIDTH - badgeWidth - 8, beside ? 8 : 14 + box, badgeWidth, badge.prefHeight(-1));
        double originHeight = origin.prefHeight(-1);
        origin.resizeRelocate(8, FACE_HEIGHT - originHeight - 6, Math.min(room - 12, origin.prefWidth(-1)), originHeight);
        double left = 8;
        double row = LINE * rows;
        double below = FACE_HEIGHT + 2 + row;
        if (glyph != null) {
            double side = GLYPH * rows;
            glyph.resizeRelocate(left, FACE_HEIGHT + 3 + (row - side) / 2, side, side);
            left += side + 6;
        }
        tick.resizeRelocate(8, 8, box, box);
        if (state.isVisible()) {
            double nameWidth = Math.min(WIDTH - left - 8, name.prefWidth(-1));
            double lineWidth = Math.min(WIDTH - left - nameWidth - 14, line.prefWidth(-1));
            name.resizeRelocate(left, FACE_HEIGHT + 3, nameWidth, row);
            line.resizeRelocate(WIDTH - lineWidth - 8, FACE_HEIGHT + 3, lineWidth, row);
            state.resizeRelocate(8, below, WIDTH - 14, row);
        } else {
            name.resizeRelocate(left, FACE_HEIGHT + 3, WIDTH - left - 6, row);
            line.resizeRelocate(8, below, WIDTH - 14, row);
        }
    }
}
