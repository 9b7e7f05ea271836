package dev.docket.ui.grid;

import dev.docket.decode.DecodedImage;
import dev.docket.ui.stage.Room;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Where tiles come from. Slow: workers only, several at once. */
public interface TileSource {

    /**
     * What there is to show of the item, with the cover it asks for.
     *
     * @param room for the face, in device pixels
     */
    Tile tile(UUID item, Room room);

    /** The item's small picture itself, for a held key; empty where it is never to be opened here, or cannot be. */
    Optional<DecodedImage> look(UUID item, Room room);

    /** What {@link #look} gave is covered again. Quick; any thread. @param open how long it was not */
    default void looked(UUID item, Duration open) {}
}
