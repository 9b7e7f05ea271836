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
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Window;
import javafx.util.Duration;
import org.controlsfx.control.GridCell;
import org.controlsfx.control.GridView;

/**
 * Items by their pictures, as many as there are: covers and words as the items ask for, one at a time open while Space is
 * held. Arrows, J and K, Home, End and the page keys move. Where tiles are marked, several can be chosen at once with Shift
 * and Ctrl. JavaFX thread.
 */
public final class PictureGrid extends StackPane {
    private static final double GAP = 5;
    private static final Duration GLANCE = Duration.millis(100);

    private final TileSource source;
    private final Background workers;
    private final TileFeed feed;
    private final GridView<UUID> grid = new GridView<>(FXCollections.observableArrayList());
    private final Set<Cell> cells = new HashSet<>();
    private final ReadOnlyIntegerWrapper focus = new ReadOnlyIntegerWrapper(this, "focus", -1);
    private final Chosen chosen = new Chosen();
    private final Sightings sightings = new Sightings();
    private final Timeline glances = new Timeline(new KeyFrame(GLANCE, e -> glance()));
    private Function<UUID, Mark> marks = item -> null;
    private Consumer<List<UUID>> flip = items -> {};
    private Consumer<Set<UUID>> seen;
    private BooleanSupplier watching = () -> true;
    private boolean peeks = true;
    private UUID held;
    private UUID opened;
    private long openedAt;
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
        glances.setCycleCount(Animation.INDEFINITE);
        sceneProperty().subscribe((was, now) -> {
            cover();
            glances.stop();
            if (now != null) {
                glances.play();
                feed.room(room());
                now.windowProperty().flatMap(Window::focusedProperty).subscribe(this::windowFocused);
            }
        });
    }

    public void show(List<UUID> items) {
        cover();
        sightings.clear();
        grid.getItems().setAll(items);
        focus(items.isEmpty() ? -1 : 0);
    }

    /**
     * Draws marks on the tiles; from now on several can be chosen.
     *
     * @param flip told when the ticks of these tiles are to be turned over
     */
    public void mark(Function<UUID, Mark> drawn, Consumer<List<UUID>> flipped) {
        marks = drawn;
        flip = flipped;
    }

    /** The marks have changed. */
    public void remark() {
        cells.forEach(Cell::mark);
    }

    /**
     * Tells which tiles a person has seen: painted and in view for 400 ms at a stretch.
     *
     * @param isSeen whether anybody can see the grid at all now
     */
    public void watch(Consumer<Set<UUID>> told, BooleanSupplier isSeen) {
        seen = told;
        watching = isSeen;
    }

    /** Whether Space opens a tile here; where it does not, the key is somebody else's. */
    public void peeks(boolean here) {
        peeks = here;
    }

    /** The tiles that are chosen, in order; the one the keys are on where there are no more. */
    public List<UUID> chosen() {
        return chosen.of(grid.getItems());
    }

    /** Shows these, in this order; the keys stay on the item they were on, if it is among them. */
    public void rearrange(List<UUID> items) {
        UUID was = focus.get() >= 0 && focus.get() < grid.getItems().size() ? grid.getItems().get(focus.get()) : null;
        cover();
        grid.getItems().setAll(items);
        focus(was == null ? 0 : Math.max(0, items.indexOf(was)));
    }

    /** Covers what is open and lets go of every picture. */
    public void close() {
        cover();
        feed.clear();
        sightings.clear();
        grid.getItems().clear();
    }

    /** Which item the keys are on; -1 when there is none. */
    public ReadOnlyIntegerProperty focusProperty() {
        return focus.getReadOnlyProperty();
    }

    /** Brings an item into view and the keys to it. */
    public void focus(int index) {
        focus(index, () -> chosen.only(focus.get()));
    }

    private void focus(int index, Runnable choose) {
        cover();
        int to = Math.clamp(index, grid.getItems().isEmpty() ? -1 : 0, grid.getItems().size() - 1);
        focus.set(to);
        choose.run();
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
            case RIGHT, J -> 1;
            case LEFT, K -> -1;
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
            focus(focus.get() + by, event.isShiftDown() ? () -> chosen.through(focus.get()) : () -> chosen.only(focus.get()));
        } else if (event.getCode() == KeyCode.SPACE && peeks) {
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
                openedAt = System.nanoTime();
                cells.forEach(Cell::redraw);
            }
        }), reason -> {});
    }

    private void cover() {
        held = null;
        if (opened != null) {
            source.looked(opened, java.time.Duration.ofNanos(System.nanoTime() - openedAt));
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
        cells.forEach(Cell::drawFocus);
    }

    private void glance() {
        if (seen == null || getScene() == null || getScene().getWindow() == null || !getScene().getWindow().isFocused() || !watching.getAsBoolean()) {
            sightings.at(Set.of(), System.nanoTime());
            return;
        }
        Bounds room = localToScene(getLayoutBounds());
        Set<UUID> now = sightings.at(cells.stream().filter(cell -> cell.isInView(room)).map(cell -> cell.wanted).collect(Collectors.toSet()), System.nanoTime());
        if (!now.isEmpty()) {
            seen.accept(now);
        }
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
        private boolean painted;

        Cell() {
            cells.add(this);
            setOnMousePressed(this::pressed);
        }

        private void pressed(MouseEvent event) {
            PictureGrid.this.requestFocus();
            Point2D at = pane.sceneToLocal(event.getSceneX(), event.getSceneY());
            Mark mark = wanted == null ? null : marks.apply(wanted);
            if (mark != null && mark.tickable() && at.getX() < TilePane.TICK_ROOM && at.getY() < TilePane.TICK_ROOM) {
                UUID mine = wanted;
                focus(getIndex());
                flip.accept(List.of(mine));
            } else if (event.isShortcutDown()) {
                focus(getIndex(), () -> chosen.flip(getIndex()));
            } else if (event.isShiftDown()) {
                focus(getIndex(), () -> chosen.through(getIndex()));
            } else {
                focus(getIndex());
            }
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
            pane.focused(PictureGrid.this.isFocused() && getIndex() == focus.get());
            pane.chosen(chosen.has(getIndex()));
        }

        void mark() {
            if (wanted != null) {
                pane.mark(marks.apply(wanted));
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

        private void redraw() {
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
            if (wanted.equals(opened)) {
                pane.face(openPixels);
            }
        }
    }
}
