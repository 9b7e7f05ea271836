package dev.docket.ui.grid;

import dev.docket.decode.DecodedImage;
import dev.docket.ui.common.Text;
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
    private boolean painted;

    TileCell(PictureGrid grid, TileFeed feed) {
        this.grid = grid;
        this.feed = feed;
        setOnMousePressed(this::pressed);
    }

    private void pressed(MouseEvent event) {
        Point2D at = pane.sceneToLocal(event.getSceneX(), event.getSceneY());
        grid.pressed(event, getIndex(), wanted, wanted != null && at.getX() < TilePane.TICK_ROOM && at.getY() < TilePane.TICK_ROOM);
    }

    /** The item it is used for; null for none. */
    UUID wanted() {
        return wanted;
    }

    /** At least half of it, and painted. */
    boolean isInView(Bounds room) {
        if (wanted == null || !painted || getScene() == null || !isVisible() || getParent() == null || !getParent().isVisible()) {
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

    @Override
    protected void updateItem(UUID item, boolean empty) {
        super.updateItem(item, empty);
        if (wanted != null && !wanted.equals(item)) {
            feed.cancel(wanted);
        }
        wanted = empty ? null : item;
        setGraphic(empty ? null : pane);
        redraw();
    }

    @Override
    public void updateIndex(int index) {
        super.updateIndex(index);
        drawFocus();
    }

    void redraw() {
        painted = false;
        if (wanted == null) {
            pane.blank();
            return;
        }
        mark();
        feed.known(wanted).ifPresentOrElse(this::draw, () -> {
            pane.blank();
            UUID mine = wanted;
            feed.want(mine, tile -> {
                if (mine.equals(wanted)) {
                    draw(tile);
                }
            });
        });
    }

    private void draw(Tile tile) {
        pane.show(tile);
        mark();
        painted = true;
        setAccessibleText(Text.of("grid.tile.accessible", tile.name(), tile.badge(), tile.line()));
        DecodedImage open = grid.openPixels(wanted);
        if (open != null) {
            pane.face(open);
        }
    }
}
