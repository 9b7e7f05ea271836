package dev.docket.ui.stack;

import dev.docket.ui.grid.Tile;
import dev.docket.ui.stage.PixelImages;
import dev.docket.ui.stage.Room;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;

/** A tile's face, larger, with a name over it. Covered as the tile is. */
final class FacePane extends StackPane {
    private static final double WIDTH = 216;
    private static final double SMALL = 156;

    private final ImageView picture = new ImageView();
    private final Label words = new Label();
    private final Label title = new Label();

    FacePane() {
        getStyleClass().add("stack-face");
        words.setWrapText(true);
        words.getStyleClass().addAll("secondary", "muted", "tile-words");
        title.getStyleClass().add("grid-badge");
        title.setWrapText(true);
        StackPane.setAlignment(title, Pos.TOP_LEFT);
        picture.setPreserveRatio(true);
        getChildren().setAll(picture, words, title);
        small(false);
    }

    void small(boolean yes) {
        double width = yes ? SMALL : WIDTH;
        double height = Math.round(width * 3 / 4);
        setMinSize(width, height);
        setPrefSize(width, height);
        setMaxSize(width, height);
        picture.setFitWidth(width - 4);
        picture.setFitHeight(height - 4);
    }

    Room room() {
        return new Room((int) WIDTH * 2, (int) WIDTH * 3 / 2);
    }

    void title(String text) {
        title.setText(text);
    }

    void blank() {
        picture.setImage(null);
        words.setVisible(false);
    }

    void show(Tile tile) {
        switch (tile.face()) {
            case Tile.Pixels pixels -> {
                picture.setImage(PixelImages.of(pixels.image()));
                words.setVisible(false);
            }
            case Tile.Words said -> {
                picture.setImage(null);
                words.setGraphic(new FontIcon(said.icon()));
                words.setText(said.text());
                words.setVisible(true);
            }
        }
    }
}
