package dev.docket.ui.review;

import dev.docket.ui.common.Background;
import dev.docket.ui.grid.PictureGrid;
import dev.docket.ui.grid.TileSource;
import java.util.List;
import java.util.UUID;
import javafx.scene.layout.StackPane;

/** One covered picture among words: Tab reaches it, Space held opens it. Lets go of its pixels when it leaves the scene. JavaFX thread. */
final class IngredientTile extends StackPane {
    private static final UUID ANY = new UUID(0, 0);

    IngredientTile(TileSource source, Background workers) {
        PictureGrid grid = new PictureGrid(source, workers, 1);
        grid.fitOne();
        grid.show(List.of(ANY));
        getChildren().setAll(grid);
        getStyleClass().add("ingredient-tile");
        sceneProperty().subscribe((was, now) -> {
            if (now == null) {
                grid.close();
            }
        });
    }
}
