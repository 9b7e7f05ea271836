package dev.docket.ui.review;

import dev.docket.ui.grid.TileSource;
import java.util.List;
import java.util.UUID;

/**
 * Items that look like another.
 *
 * @param items nearest first: by hash, then by embedding, then those that belong to the stack through others
 * @param hashed how many of them the hash found
 * @param embedded how many of them only the embedding found
 * @param waiting how many pictures have no embedding yet and could not be compared that way
 * @param tiles what to show of each
 */
public record Alikes(List<UUID> items, int hashed, int embedded, int waiting, TileSource tiles) {
    public Alikes {
        items = List.copyOf(items);
    }
}
