package dev.docket.ui.grid;

import dev.docket.decode.DecodedImage;
import dev.docket.ui.common.Background;
import dev.docket.ui.common.Text;
import dev.docket.ui.stage.Room;
import impl.org.controlsfx.skin.GridViewSkin;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Window;
import org.controlsfx.control.GridCell;
import org.controlsfx.control.GridView;

/**
 * Items by their pictures, as many as there are: covers and words as the items ask for, one at a time open while Space is
 * held. Arrows, Home, End and the page keys move. JavaFX thread.
 */
public final class PictureGrid extends StackPane {
    private static final double GAP = 5;

    private final TileSource source;
    private final Background workers;
    private final TileFeed feed;
    private final GridView<UUID> grid = new GridView<>(FXCollections.observableArrayList());
    private final Set<Cell> cells = new HashSet<>();
    private final ReadOnlyIntegerWrapper focus = new ReadOnlyIntegerWrapper(this, "focus", -1);
    private UUID held;
    private UUID opened;
    private DecodedImage openPixels;

    /**
     * @param workers for fetching tiles
     * @param atOnce how many tiles are fetched at once
     */
    public PictureGrid(TileSource source, Background workers, int atOnce) {
        this.source = source;
        this.workers = workers;
        feed = new TileFeed(source, workers, atOnce);
        getStyleClass().add("picture-grid");
        setFocusTraversable(true);
        setAccessibleText(Text.of("grid.accessible"));
        grid.setFocusTraversable(false);
        grid.setCellWidth(TilePane.WIDTH);
        grid.setCellHeight(TilePane.HEIGHT);
        grid.setHorizontalCellSpacing(GAP);
        grid.setVerticalCellSpacing(GAP);
        grid.setCellFactory(g -> new Cell());
        getChildren().setAll(grid);
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        addEventHandler(KeyEvent.KEY_RELEASED, e -> released(e.getCode()));
        focusedProperty().subscribe(f -> drawFocus());
        sceneProperty().subscribe((was, now) -> {
            cover();
            if (now != null) {
                feed.room(room());
                now.windowProperty().flatMap(Window::focusedProperty).subscribe(this::windowFocused);
            }
        });
    }

    public void show(List<UUID> items) {
        cover();
        grid.getItems().setAll(items);
        focus(items.isEmpty() ? -1 : 0);
    }

    /** Covers what is open and lets go of every picture. */
    public void close() {
        cover();
        feed.clear();
        grid.getItems().clear();
    }

    /** Which item the keys are on; -1 when there is none. */
    public ReadOnlyIntegerProperty focusProperty() {
        return focus.getReadOnlyProperty();
    }

    /** Brings an item into view and the keys to it. */
    public void focus(int index) {
        cover();
        int to = Math.clamp(index, grid.getItems().isEmpty() ? -1 : 0, grid.getItems().size() - 1);
        focus.set(to);
        if (to >= 0 && lookup(".virtual-flow") instanceof VirtualFlow<?> flow && flow.getCellCount() > 0) {
            flow.scrollTo(Math.min(to / columns(), flow.getCellCount() - 1));
        }
        drawFocus();
    }

    private void pressed(KeyEvent event) {
        if (event.isControlDown() || event.isAltDown() || event.isMetaDown()) {
            return;
        }
        int columns = columns();
        int page = columns * (int) Math.max(1, getHeight() / (TilePane.HEIGHT + 2 * GAP));
        int by = switch (event.getCode()) {
            case RIGHT -> 1;
            case LEFT -> -1;
            case DOWN -> columns;
            case UP -> -columns;
            case PAGE_DOWN -> page;
            case PAGE_UP -> -page;
            case HOME -> -grid.getItems().size();
            case END -> grid.getItems().size();
            default -> 0;
        };
        if (by != 0) {
            event.consume();
            focus(focus.get() + by);
        } else if (event.getCode() == KeyCode.SPACE) {
            event.consume();
            look();
        }
    }

    private void released(KeyCode code) {
        if (code == KeyCode.SPACE) {
            cover();
        }
    }

    /** Space went down: the item the keys are on is opened, if it may be, until Space comes up or anything else happens. */
    private void look() {
        if (held != null || focus.get() < 0) {
            return;
        }
        UUID item = grid.getItems().get(focus.get());
        held = item;
        Room room = feed.room();
        workers.run(() -> source.look(item, room), pixels -> pixels.ifPresent(p -> {
            if (item.equals(held)) {
                opened = item;
                openPixels = p;
                cells.forEach(Cell::redraw);
            }
        }), reason -> {});
    }

    private void cover() {
        held = null;
        if (opened != null) {
            opened = null;
            openPixels = null;
            cells.forEach(Cell::redraw);
        }
    }

    /** Another window has the keyboard now: a held key would be let go unseen. */
    void windowFocused(Boolean focused) {
        if (Boolean.FALSE.equals(focused)) {
            cover();
        }
    }

    private void drawFocus() {
        cells.forEach(c -> c.pane.focused(isFocused() && c.getIndex() == focus.get()));
    }

    private int columns() {
        return grid.getSkin() instanceof GridViewSkin<?> skin ? skin.computeMaxCellsInRow() : 1;
    }

    private Room room() {
        Window window = getScene().getWindow();
        double device = window == null || window.getRenderScaleX() <= 0 ? 1 : window.getRenderScaleX();
        return new Room((int) ((TilePane.WIDTH - 4) * device), (int) ((TilePane.FACE_HEIGHT - 4) * device));
    }

    /** A place for a tile, used for one item after the other. */
    private final class Cell extends GridCell<UUID> {
        private final TilePane pane = new TilePane();
        private UUID wanted;

        Cell() {
            cells.add(this);
            setOnMousePressed(e -> {
                PictureGrid.this.requestFocus();
                focus(getIndex());
            });
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
            pane.focused(PictureGrid.this.isFocused() && index == focus.get());
        }

        private void redraw() {
            if (wanted == null) {
                pane.blank();
                return;
            }
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
            setAccessibleText(Text.of("grid.tile.accessible", tile.name(), tile.badge(), tile.line()));
            if (wanted.equals(opened)) {
                pane.face(openPixels);
            }
        }
    }
}
