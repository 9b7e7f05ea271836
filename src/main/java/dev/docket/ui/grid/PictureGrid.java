package dev.docket.ui.grid;

import dev.docket.decode.DecodedImage;
import dev.docket.ui.common.Background;
import dev.docket.ui.common.Text;
import dev.docket.ui.common.TextSize;
import dev.docket.ui.stage.Room;
import impl.org.controlsfx.skin.GridViewSkin;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Window;
import org.controlsfx.control.GridView;

/**
 * Items by their pictures, as many as there are: covers and words as the items ask for, one at a time open while Space is
 * held. Arrows, J and K, Home, End and the page keys move. Where tiles are marked, several can be chosen at once with Shift
 * and Ctrl. JavaFX thread.
 */
public final class PictureGrid extends StackPane {
    private static final double GAP = 5;

    private final TileSource source;
    private final Background workers;
    private final TileFeed feed;
    private final GridView<UUID> grid = new GridView<>(FXCollections.observableArrayList());
    private final Set<TileCell> cells = new HashSet<>();
    private final ReadOnlyIntegerWrapper focus = new ReadOnlyIntegerWrapper(this, "focus", -1);
    private final Chosen chosen = new Chosen();
    private final Glances glances = new Glances(this, cells);
    private Function<UUID, Mark> marks = item -> null;
    private Consumer<List<UUID>> flip = items -> {};
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
        TextSize.around(this).subscribe(size -> grid.setCellHeight(TilePane.height(size)));
        grid.setHorizontalCellSpacing(GAP);
        grid.setVerticalCellSpacing(GAP);
        grid.setCellFactory(g -> {
            TileCell cell = new TileCell(this, feed);
            cells.add(cell);
            return cell;
        });
        getChildren().setAll(grid);
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        addEventHandler(KeyEvent.KEY_RELEASED, e -> released(e.getCode()));
        focusedProperty().subscribe(f -> drawFocus());
        sceneProperty().subscribe((was, now) -> {
            cover();
            glances.stop();
            if (now != null) {
                glances.start();
                feed.room(room());
                now.windowProperty().flatMap(Window::focusedProperty).subscribe(this::windowFocused);
            }
        });
    }

    /** Takes the room of one tile, among other things in a column. */
    public void fitOne() {
        grid.cellHeightProperty().subscribe(height -> {
            setMinSize(TilePane.WIDTH + 6 * GAP, height.doubleValue() + 4 * GAP);
            setPrefSize(getMinWidth(), getMinHeight());
            setMaxSize(getMinWidth(), getMinHeight());
        });
    }

    public void show(List<UUID> items) {
        cover();
        glances.forget();
        items(items);
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
        cells.forEach(TileCell::mark);
    }

    /**
     * Tells which tiles a person has seen: painted and in view for 400 ms at a stretch.
     *
     * @param isSeen whether anybody can see the grid at all now
     */
    public void watch(Consumer<Set<UUID>> told, BooleanSupplier isSeen) {
        glances.watch(told, isSeen);
    }

    /** Whether Space opens a tile here; where it does not, the key is somebody else's. */
    public void peeks(boolean here) {
        peeks = here;
    }

    /** The tiles that are chosen, in order; the one the keys are on where there are no more. */
    public List<UUID> chosen() {
        return chosen.of(grid.getItems());
    }

    /** Covers what is open and lets go of every picture. */
    public void close() {
        cover();
        feed.clear();
        glances.forget();
        items(List.of());
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
        int page = columns * (int) Math.max(1, getHeight() / (grid.getCellHeight() + 2 * GAP));
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

    /** A tile was pressed. @param onTick whether on the corner where its tick is */
    void pressed(MouseEvent event, int index, UUID item, boolean onTick) {
        requestFocus();
        Mark mark = onTick ? mark(item) : null;
        if (mark != null && mark.tickable()) {
            focus(index);
            flip.accept(List.of(item));
        } else if (event.isShortcutDown()) {
            focus(index, () -> chosen.flip(index));
        } else if (event.isShiftDown()) {
            focus(index, () -> chosen.through(index));
        } else {
            focus(index);
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
                cells.forEach(TileCell::redraw);
            }
        }), reason -> {});
    }

    private void cover() {
        held = null;
        if (opened != null) {
            source.looked(opened, java.time.Duration.ofNanos(System.nanoTime() - openedAt));
            opened = null;
            openPixels = null;
            cells.forEach(TileCell::redraw);
        }
    }

    /** Another window has the keyboard now: a held key would be let go unseen. */
    void windowFocused(Boolean focused) {
        if (Boolean.FALSE.equals(focused)) {
            cover();
        }
    }

    /** Null where tiles have no marks. */
    Mark mark(UUID item) {
        return marks.apply(item);
    }

    boolean isChosen(int index) {
        return chosen.has(index);
    }

    /** Whether the keys are on this tile now. */
    boolean hasKeys(int index) {
        return isFocused() && index == focus.get();
    }

    /** The picture itself, while Space holds this item open; else null. */
    DecodedImage openPixels(UUID item) {
        return item.equals(opened) ? openPixels : null;
    }

    /** No place keeps a picture of an item that it will not show. */
    private void items(List<UUID> items) {
        cells.forEach(TileCell::empty);
        grid.getItems().setAll(items);
    }

    private void drawFocus() {
        cells.forEach(TileCell::drawFocus);
    }

    private int columns() {
        return grid.getSkin() instanceof GridViewSkin<?> skin ? skin.computeMaxCellsInRow() : 1;
    }

    private Room room() {
        Window window = getScene().getWindow();
        double device = window == null || window.getRenderScaleX() <= 0 ? 1 : window.getRenderScaleX();
        return new Room((int) ((TilePane.WIDTH - 4) * device), (int) ((TilePane.FACE_HEIGHT - 4) * device));
    }
}
