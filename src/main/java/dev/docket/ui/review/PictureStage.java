package dev.docket.ui.review;

import dev.docket.decode.DecodedImage;
import dev.docket.ui.common.Text;
import dev.docket.ui.common.TextSize;
import dev.docket.ui.cover.CoverCard;
import dev.docket.ui.cover.Keyhole;
import dev.docket.ui.keys.KeyCommand;
import dev.docket.ui.keys.KeyMap;
import dev.docket.ui.stage.LevelsPane;
import dev.docket.ui.stage.PictureView;
import dev.docket.ui.stage.PixelImages;
import dev.docket.ui.stage.StageCaption;
import dev.docket.ui.stage.StageViewModel;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;

/**
 * Where the picture stands: its pixels or their cover, the card of facts over a cover, words on it, tools under it. The
 * pixels are in the scene only while the view-model of the open picture holds them; the cover never is at the same time.
 */
public final class PictureStage extends Region {
    private static final double MARGIN = 10;
    private static final double EDGE = 12;
    /** Tools that would hide more of the picture stay away; the keys and the palette do the same. */
    private static final double TOOLS_SHARE = 0.3;
    /** Widest card of facts, at the usual size of text. */
    private static final double CARD = 440;

    private final PictureView open = new PictureView(MARGIN);
    private final ImageView cover = new ImageView();
    private final StackPane panel = new StackPane();
    private final CoverCard card = new CoverCard();
    private final Label hint = new Label();
    private final StageCaption caption = new StageCaption();
    private final LevelsPane levels = new LevelsPane();
    private final StageTools tools = new StageTools();
    private final Keyhole keyhole = new Keyhole(this);
    private final ObservableValue<Double> textSize = TextSize.around(this);
    private ObservableValue<KeyMap> keys;
    private DecodedImage covering;

    public PictureStage() {
        getStyleClass().add("picture-stage");
        setFocusTraversable(true);
        cover.setPreserveRatio(false);
        panel.getStyleClass().add("stage-panel");
        hint.getStyleClass().add("stage-hint");
        hint.setWrapText(true);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        getChildren().setAll(cover, open, panel, card, caption, hint, levels, tools);
        setOnMousePressed(e -> requestFocus());
        textSize.subscribe(size -> requestLayout());
        showNothing();
    }

    /** To be called once, before anything is shown. */
    void bind(StageViewModel study) {
        open.show(study);
        levels.bind(study);
        caption.bind(study);
        study.lookProperty().subscribe(l -> requestLayout());
        study.changesProperty().subscribe(c -> requestLayout());
    }

    /** Names the keys of the map in force. To be called once. */
    void draw(ObservableValue<KeyMap> map) {
        keys = map;
        card.draw(map);
    }

    StageTools tools() {
        return tools;
    }

    CoverCard card() {
        return card;
    }

    Keyhole keyhole() {
        return keyhole;
    }

    PictureView picture() {
        return open;
    }

    /** The picture, which its view-model has opened. */
    void showOpen(boolean inGrey, String accessible) {
        coverWith(null);
        open.grey(inGrey);
        open.setClip(null);
        open.setMouseTransparent(false);
        show(open, caption, tools);
        setAccessibleText(accessible);
    }

    /** The cover and, through the keyhole alone, the picture, which its view-model has opened. */
    void showKeyhole(DecodedImage around, boolean inGrey, String accessible) {
        coverWith(around);
        open.grey(inGrey);
        open.setClip(keyhole.clip());
        open.setMouseTransparent(true);
        caption.show(around.header(), around.partial());
        show(cover, open, caption, hint);
        hint.setText(Text.of("cover.keyhole.hint"));
        setAccessibleText(accessible);
    }

    /** Only the cover. @param carded whether the card of facts lies over it */
    void showCovered(DecodedImage image, boolean carded, String accessible) {
        coverWith(image);
        caption.show(image.header(), image.partial());
        hint.setText(carded ? Text.of("review.stage.hint") : Text.of("cover.weaker.hint", pressed(KeyCommand.PEEK), pressed(KeyCommand.COVER_STEP), pressed(KeyCommand.COVER_NOW)));
        show(cover, caption, carded ? card : hint, hint);
        setAccessibleText(accessible);
    }

    /**
     * The card of facts on an empty ground: while the picture is decoded, or where pixels are never drawn.
     *
     * @param words under the card, or empty text
     */
    void showCard(String words, String accessible) {
        coverWith(null);
        hint.setText(words);
        show(card, words.isEmpty() ? card : hint);
        setAccessibleText(accessible);
    }

    private String pressed(KeyCommand command) {
        return String.join("+", keys.getValue().caps(command));
    }

    /** Words instead of a picture. */
    void showPanel(Node words, String accessible) {
        coverWith(null);
        panel.getChildren().setAll(words);
        show(panel);
        setAccessibleText(accessible);
    }

    void showNothing() {
        showPanel(new Region(), Text.of("review.stage.empty"));
    }

    private void show(Node... these) {
        for (Node part : new Node[] {open, panel, card, caption, hint, tools, cover}) {
            part.setVisible(java.util.Arrays.asList(these).contains(part));
        }
        requestLayout();
    }

    private void coverWith(DecodedImage image) {
        if (covering != image) {
            covering = image;
            cover.setImage(image == null ? null : PixelImages.of(image));
        }
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth() - 2 * MARGIN;
        double height = getHeight() - 2 * MARGIN;
        open.resizeRelocate(0, 0, getWidth(), getHeight());
        panel.resizeRelocate(MARGIN, MARGIN, Math.max(0, width), Math.max(0, height));
        if (covering != null && width > 0 && height > 0) {
            double fit = Math.min(width / covering.width(), height / covering.height());
            cover.setFitWidth(covering.width() * fit);
            cover.setFitHeight(covering.height() * fit);
            cover.relocate(Math.round((getWidth() - cover.getFitWidth()) / 2), Math.round((getHeight() - cover.getFitHeight()) / 2));
        }
        caption.resizeRelocate(0, 0, getWidth(), caption.prefHeight(getWidth()));
        double cardWidth = Math.min(CARD * textSize.getValue(), width);
        double hintWidth = Math.min(width, hint.prefWidth(-1));
        double hintTop = getHeight() - MARGIN - EDGE - hint.prefHeight(hintWidth);
        place(hint, hintWidth, hintTop);
        double cardRoom = (hint.isVisible() ? hintTop : getHeight()) - 2 * MARGIN;
        double cardHeight = Math.max(0, Math.min(cardRoom, card.prefHeight(cardWidth)));
        card.resizeRelocate(Math.round((getWidth() - cardWidth) / 2), Math.round(Math.min((getHeight() - cardHeight) / 2, MARGIN + cardRoom - cardHeight)), cardWidth, cardHeight);
        double toolsWidth = Math.min(width, tools.prefWidth(-1));
        double toolsTop = getHeight() - MARGIN - EDGE - tools.prefHeight(toolsWidth);
        place(tools, toolsWidth, toolsTop);
        boolean slight = tools.getHeight() <= getHeight() * TOOLS_SHARE;
        tools.setOpacity(slight ? 1 : 0);
        tools.setMouseTransparent(!slight);
        double levelsWidth = Math.min(width, levels.prefWidth(-1));
        place(levels, levelsWidth, toolsTop - 8 - levels.prefHeight(levelsWidth));
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
