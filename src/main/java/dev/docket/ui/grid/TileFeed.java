package dev.docket.ui.grid;

import dev.docket.ui.common.Background;
import dev.docket.ui.stage.Room;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Fetches tiles for a grid that may scroll fast: what was asked for last comes first, what scrolled away before its turn
 * is not fetched, and the tiles seen last are kept. JavaFX thread.
 */
final class TileFeed {
    /** More than a screen shows, so that nothing seen is ever dropped. */
    private static final int MOST_WAITING = 400;
    private static final int MOST_KEPT = 400;

    private final TileSource source;
    private final Background workers;
    private final int atOnce;
    private final SequencedMap<UUID, Consumer<Tile>> waiting = new LinkedHashMap<>();
    private final Map<UUID, Consumer<Tile>> fetching = new LinkedHashMap<>();
    private final Set<UUID> abandoned = new HashSet<>();
    private SequencedMap<UUID, Tile> kept = empty();
    private Room room = new Room(1, 1);

    /** @param atOnce how many are fetched at once */
    TileFeed(TileSource source, Background workers, int atOnce) {
        this.source = source;
        this.workers = workers;
        this.atOnce = atOnce;
    }

    /** The face's room in device pixels; tiles made for another are made again. */
    void room(Room now) {
        if (!now.equals(room)) {
            room = now;
            kept = empty();
        }
    }

    Room room() {
        return room;
    }

    Optional<Tile> known(UUID item) {
        return Optional.ofNullable(kept.get(item));
    }

    /** Hands the tile to {@code ready} once it is here, unless it is cancelled before. */
    void want(UUID item, Consumer<Tile> ready) {
        abandoned.remove(item);
        if (fetching.containsKey(item)) {
            fetching.put(item, ready);
            return;
        }
        waiting.remove(item);
        waiting.putLast(item, ready);
        if (waiting.size() > MOST_WAITING) {
            waiting.pollFirstEntry();
        }
        next();
    }

    void cancel(UUID item) {
        waiting.remove(item);
        if (fetching.containsKey(item)) {
            abandoned.add(item);
        }
    }

    /** Lets go of every tile; what is under way ends unseen. */
    void clear() {
        waiting.clear();
        abandoned.addAll(fetching.keySet());
        kept = empty();
    }

    private static SequencedMap<UUID, Tile> empty() {
        return new LinkedHashMap<>(64, 0.75f, true);
    }

    private void next() {
        while (fetching.size() < atOnce && !waiting.isEmpty()) {
            Map.Entry<UUID, Consumer<Tile>> newest = waiting.pollLastEntry();
            UUID item = newest.getKey();
            Room mine = room;
            // what was let go of meanwhile comes back into a map that nobody looks at
            SequencedMap<UUID, Tile> into = kept;
            fetching.put(item, newest.getValue());
            workers.run(() -> source.tile(item, mine), tile -> arrived(item, into, tile), reason -> failed(item, reason));
        }
    }

    private void arrived(UUID item, SequencedMap<UUID, Tile> into, Tile tile) {
        Consumer<Tile> ready = fetching.remove(item);
        into.put(item, tile);
        if (into.size() > MOST_KEPT) {
            into.pollFirstEntry();
        }
        if (!abandoned.remove(item)) {
            ready.accept(tile);
        }
        next();
    }

    private void failed(UUID item, Exception reason) {
        Consumer<Tile> ready = fetching.remove(item);
        if (!abandoned.remove(item)) {
            Tile.Words words = new Tile.Words("mdal-broken_image", String.valueOf(reason.getMessage()));
            ready.accept(new Tile(words, "", "", Optional.empty(), ""));
        }
        next();
    }
}
