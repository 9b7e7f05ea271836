package dev.docket.ui.review;

import dev.docket.decode.DecodedImage;
import dev.docket.ui.common.Text;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.effect.ColorAdjust;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;

/**
 * Where the picture stands: the pixels or their cover, the card of facts over a cover, the tool strip. The full pixels
 * are in the scene only while the cover is open; otherwise no node holds them.
 */
public final class PictureStage extends Region {
    private static final double MARGIN = 10;
    private static final double MOST_ZOOM = 8;

    private final ImageView view = new ImageView();
    private final StackPane panel = new StackPane();
    private final CoverCard card = new CoverCard();
    private final Label hint = new Label(Text.of("review.stage.hint"));
    private final HBox tools = new HBox();
    private final ColorAdjust grey = new ColorAdjust(0, -1, 0, 0);
    private DecodedImage shown;
    private double zoom = 1;
    private boolean fill;
    private double panX;
    private double panY;
    private double dragX;
    private double dragY;

    public PictureStage() {
        getStyleClass().add("picture-stage");
        setFocusTraversable(true);
        view.setPreserveRatio(false);
        panel.getStyleClass().add("stage-panel");
        hint.getStyleClass().add("stage-hint");
        tools.getStyleClass().add("stage-tools");
        tools.setAlignment(Pos.CENTER);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        getChildren().setAll(view, panel, card, hint, tools);
        setOnMousePressed(e -> {
            requestFocus();
            dragX = e.getX() - panX;
            dragY = e.getY() - panY;
        });
        setOnMouseDragged(e -> {
            if (shown != null && (zoom > 1 || fill)) {
                panX = e.getX() - dragX;
                panY = e.getY() - dragY;
                requestLayout();
            }
        });
        showNothing();
    }

    /** The buttons under the picture. */
    void tools(Node... buttons) {
        tools.getChildren().setAll(buttons);
    }

    CoverCard card() {
        return card;
    }

    /** The picture, open. */
    void showOpen(DecodedImage pixels, boolean inGrey, String accessible) {
        set(pixels, inGrey, accessible);
        card.setVisible(false);
        hint.setVisible(false);
        tools.setVisible(true);
        panel.setVisible(false);
    }

    /** Only the cover, under the card of facts. */
    void showCovered(DecodedImage cover, String accessible) {
        resetView();
        set(cover, false, accessible);
        card.setVisible(true);
        hint.setVisible(true);
        tools.setVisible(false);
        panel.setVisible(false);
    }

    /** The card of facts on an empty ground: while the picture is decoded, or where pixels are never drawn. */
    void showCard(String accessible) {
        clearPixels();
        card.setVisible(true);
        hint.setVisible(false);
        tools.setVisible(false);
        panel.setVisible(false);
        setAccessibleText(accessible);
    }

    /** Words instead of a picture. */
    void showPanel(Node words, String accessible) {
        clearPixels();
        card.setVisible(false);
        hint.setVisible(false);
        tools.setVisible(false);
        panel.getChildren().setAll(words);
        panel.setVisible(true);
        setAccessibleText(accessible);
    }

    void showNothing() {
        showPanel(new Region(), Text.of("review.stage.empty"));
    }

    void zoomBy(double factor) {
        zoom = Math.clamp(zoom * factor, 1, MOST_ZOOM);
        if (zoom == 1) {
            panX = 0;
            panY = 0;
        }
        requestLayout();
    }

    /** Between the whole picture and one that fills the stage. */
    void toggleFill() {
        boolean was = fill;
        resetView();
        fill = !was;
        requestLayout();
    }

    void resetView() {
        zoom = 1;
        fill = false;
        panX = 0;
        panY = 0;
        requestLayout();
    }

    /** What is in the scene now, for those who must know that it is not the picture. */
    Image image() {
        return view.getImage();
    }

    private void set(DecodedImage pixels, boolean inGrey, String accessible) {
        if (shown != pixels) {
            shown = pixels;
            view.setImage(PixelImages.of(pixels));
        }
        view.setEffect(inGrey ? grey : null);
        setAccessibleText(accessible);
        requestLayout();
    }

    private void clearPixels() {
        shown = null;
        view.setImage(null);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth() - 2 * MARGIN;
        double height = getHeight() - 2 * MARGIN;
        panel.resizeRelocate(MARGIN, MARGIN, Math.max(0, width), Math.max(0, height));
        if (shown != null && width > 0 && height > 0) {
            double fit = Math.min(width / shown.width(), height / shown.height());
            double cover = Math.max(width / shown.width(), height / shown.height());
            double scale = (fill ? cover : fit) * zoom;
            double w = shown.width() * scale;
            double h = shown.height() * scale;
            double roomX = Math.max(0, (w - width) / 2);
            double roomY = Math.max(0, (h - height) / 2);
            panX = Math.clamp(panX, -roomX, roomX);
            panY = Math.clamp(panY, -roomY, roomY);
            view.setFitWidth(w);
            view.setFitHeight(h);
            view.relocate(Math.round(MARGIN + (width - w) / 2 + panX), Math.round(MARGIN + (height - h) / 2 + panY));
        }
        place(card, Math.min(440, width), (getHeight() - card.prefHeight(Math.min(440, width))) / 2);
        place(hint, hint.prefWidth(-1), getHeight() - MARGIN - 12 - hint.prefHeight(-1));
        place(tools, Math.min(width, tools.prefWidth(-1)), getHeight() - MARGIN - 12 - tools.prefHeight(-1));
    }

    private void place(Region child, double width, double y) {
        child.resizeRelocate(Math.round((getWidth() - width) / 2), Math.round(y), width, child.prefHeight(width));
    }

    @Override
    protected double computeMinWidth(double height) {
        return 200;
    }

    @Override
    protected double computeMinHeight(double width) {
        return 160;
    }
}
