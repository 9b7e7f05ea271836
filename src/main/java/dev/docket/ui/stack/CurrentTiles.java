package dev.docket.ui.stack;

import dev.docket.decode.DecodedImage;
import dev.docket.ui.grid.Tile;
import dev.docket.ui.grid.TileSource;
import dev.docket.ui.stage.Room;
import java.util.Optional;
import java.util.UUID;

/** Hands each question to the stack that is open. Any thread. */
final class CurrentTiles implements TileSource {
    volatile TileSource now;

    @Override
    public Tile tile(UUID item, Room room) {
        return now.tile(item, room);
    }

    /** Pictures are opened beside the grid, never in it. */
    @Override
    public Optional<DecodedImage> look(UUID item, Room room) {
        return Optional.empty();
    }
}
