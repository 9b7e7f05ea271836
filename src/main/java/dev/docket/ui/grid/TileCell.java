package dev.docket.ui.grid;

import dev.docket.decode.DecodedImage;
import dev.docket.ui.common.Text;
import java.util.List;
import java.util.UUID;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.input.MouseEvent;
import org.controlsfx.control.GridCell;

/** A place for a tile in the grid, used for one item after the other. JavaFX thread. */
final class TileCell extends GridCell<UUID> {
    private final PictureGrid grid;
    private final TileFeed feed;
    private final TilePane pane = new TilePane();
    private UUID wanted;
    private Tile drawn;

    TileCell(PictureGrid grid, TileFeed feed) {
        this.grid = grid;
        this.feed = feed;
        setGraphic(pane);
        setOnMousePressed(this::pressed);
    }

    private void pressed(MouseEvent event) {
        Point2D at = pane.sceneToLocal(event.getSceneX(), event.getSceneY());
        grid.pressed(event, getIndex(), wanted, wanted != null && pane.ticksAt(at));
    }

    /** The item it is used for; null for none. */
    UUID wanted() {
        return wanted;
    }

    /** At least half of it, and painted. */
    boolean isInView(Bounds room) {
        if (wanted == null || drawn == null || getScene() == null || !isVisible() || getParent() == null || !getParent().isVisible()) {
            return false;
        }
        Bounds own = pane.localToScene(pane.getLayoutBounds());
        double wide = Math.min(own.getMaxX(), room.getMaxX()) - Math.max(own.getMinX(), room.getMinX());
        double high = Math.min(own.getMaxY(), room.getMaxY()) - Math.max(own.getMinY(), room.getMinY());
        return wide > 0 && high > 0 && wide * high >= own.getWidth() * own.getHeight() / 2;
    }

    void drawFocus() {
        pane.focused(grid.hasKeys(getIndex()));
        pane.chosen(grid.isChosen(getIndex()));
    }

    void mark() {
        if (wanted != null) {
            pane.mark(grid.mark(wanted));
        }
    }

    /**
     * A row that moves empties its places before it fills them, also with the same items. The tile stays where it is
     * meanwhile: taken out of the scene and put in again it would be styled anew, as all of them would in every frame.
     */
    @Override
    public void updateIndex(int index) {
        List<UUID> items = getGridView() == null ? List.of() : getGridView().getItems();
        if (index < 0 || index >= items.size()) {
            return;
        }
        if (index == getIndex()) {
            updateItem(items.get(index), false);
        } else {
            super.updateIndex(index);
        }
        drawFocus();
    }

    @Override
    protected void updateItem(UUID item, boolean empty) {
        super.updateItem(item, empty);
        if (!empty && item.equals(wanted)) {
            refresh();
            return;
        }
        if (wanted != null) {
            feed.cancel(wanted);
        }
        wanted = empty ? null : item;
        redraw();
    }

    /** Lets go of its item, and of every pixel of it. */
    void empty() {
        wanted = null;
        redraw();
    }

    /** Draws the tile it has anew. */
    void redraw() {
        drawn = null;
        pane.setVisible(wanted != null);
        pane.blank();
        if (wanted != null) {
            refresh();
        }
    }

    /** Draws its tile where that is not drawn yet, or another by now. */
    private void refresh() {
        Tile known = feed.known(wanted).orElse(null);
        if (known == null) {
            UUID mine = wanted;
            feed.want(mine, tile -> {
                if (mine.equals(wanted)) {
                    draw(tile);
                }
            });
        } else if (known != drawn) {
            draw(known);
            return;
        }
        mark();
    }

    private void draw(Tile tile) {
        drawn = tile;
        pane.show(tile);
        mark();
        setAccessibleText(Text.of("grid.tile.accessible", tile.name(), tile.badge(), tile.line()));
        DecodedImage open = grid.openPixels(wanted);
        if (open != null) {
            pane.face(open);
        }
    }
}
