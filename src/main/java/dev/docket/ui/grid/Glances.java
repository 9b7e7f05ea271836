package dev.docket.ui.grid;

import dev.docket.ui.common.Clockwork;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.util.Duration;

/** Looks ten times a second which tiles of a grid a person can see, where somebody wants to know. JavaFX thread. */
final class Glances {
    private static final Duration GLANCE = Duration.millis(100);

    private final Node grid;
    private final Set<TileCell> cells;
    private final Sightings sightings = new Sightings();
    private final Clockwork clockwork = new Clockwork(GLANCE, this::glance);
    private Consumer<Set<UUID>> seen;
    private BooleanSupplier watching = () -> true;

    /** @param cells those there are, whenever it looks */
    Glances(Node grid, Set<TileCell> cells) {
        this.grid = grid;
        this.cells = cells;
        clockwork.within(grid);
    }

    /**
     * @param told which have been painted and in view for 400 ms at a stretch
     * @param isSeen whether anybody can see the grid at all now
     */
    void watch(Consumer<Set<UUID>> told, BooleanSupplier isSeen) {
        seen = told;
        watching = isSeen;
    }

    void start() {
        clockwork.start();
    }

    void stop() {
        clockwork.stop();
    }

    /** Other items are shown from now on. */
    void forget() {
        sightings.clear();
    }

    private void glance() {
        if (seen == null || grid.getScene() == null || grid.getScene().getWindow() == null || !grid.getScene().getWindow().isFocused() || !watching.getAsBoolean()) {
            sightings.at(Set.of(), System.nanoTime());
            return;
        }
        Bounds room = grid.localToScene(grid.getLayoutBounds());
        Set<UUID> now = sightings.at(cells.stream().filter(cell -> cell.isInView(room)).map(TileCell::wanted).collect(Collectors.toSet()), System.nanoTime());
        if (!now.isEmpty()) {
            seen.accept(now);
        }
    }
}
