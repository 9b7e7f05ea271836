package dev.docket.bench;

import dev.docket.decode.DecodedImage;
import dev.docket.decode.Renditions;
import dev.docket.decode.Thumbnails;
import dev.docket.decode.UndecodableImageException;
import dev.docket.policy.Severity;
import dev.docket.storage.ContentHash;
import dev.docket.ui.grid.Tile;
import dev.docket.ui.grid.TileSource;
import dev.docket.ui.stage.Covers;
import dev.docket.ui.stage.Room;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Tiles of the thumbnails that a desk keeps, over and over, every other one covered. Several threads. */
final class StoredTiles implements TileSource {
    private final Thumbnails thumbnails;
    private final List<ContentHash> pictures;

    StoredTiles(Thumbnails thumbnails, List<ContentHash> pictures) {
        this.thumbnails = thumbnails;
        this.pictures = pictures;
    }

    /** Items for so many tiles. */
    static List<UUID> items(int count) {
        List<UUID> items = new ArrayList<>(count);
        for (int n = 0; n < count; n++) {
            items.add(new UUID(0, n));
        }
        return items;
    }

    @Override
    public Tile tile(UUID item, Room room) {
        long number = item.getLeastSignificantBits();
        DecodedImage picture = picture(number, room);
        boolean covered = number % 2 == 1;
        return new Tile(new Tile.Pixels(covered ? Covers.over(picture) : picture, covered), "PDQ " + number % 32, "item " + number,
                Optional.of(covered ? Severity.S2 : Severity.S1), "not decided");
    }

    @Override
    public Optional<DecodedImage> look(UUID item, Room room) {
        return Optional.of(picture(item.getLeastSignificantBits(), room));
    }

    private DecodedImage picture(long number, Room room) {
        try {
            DecodedImage small = thumbnails.of(pictures.get((int) (number % pictures.size())));
            return Renditions.scaled(small, room.longerSide(small.width(), small.height()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (UndecodableImageException e) {
            throw new IllegalStateException(e);
        }
    }
}
