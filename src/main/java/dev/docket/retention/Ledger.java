package dev.docket.retention;

import dev.docket.item.Tombstone;
import dev.docket.item.Tombstones;
import dev.docket.storage.CanonicalJson;
import dev.docket.storage.Database;
import dev.docket.storage.SealedFile;
import dev.docket.storage.StorageException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The tombstones once more, beside the database: when that is put back from a backup, what was erased since comes back
 * with it, and is erased again from here. Several threads.
 */
public final class Ledger {
    private final SealedFile file;
    private final Map<UUID, Tombstone> stones = new LinkedHashMap<>();

    /** @throws StorageException when the file cannot be read */
    public Ledger(SealedFile file) {
        this.file = file;
        try {
            file.read().ifPresent(content -> new String(content, StandardCharsets.UTF_8).lines()
                    .map(line -> CanonicalJson.read(line, Tombstone.class)).forEach(stone -> stones.put(stone.id(), stone)));
        } catch (IOException e) {
            throw new StorageException("The register of erasures cannot be read: " + e.getMessage() + ". Put it back from a backup.", e);
        }
    }

    /** Puts down what was erased. @throws StorageException when it cannot be written; the database has it */
    public synchronized void add(List<Tombstone> fresh) {
        if (stones.keySet().containsAll(fresh.stream().map(Tombstone::id).toList())) {
            return;
        }
        fresh.forEach(stone -> stones.put(stone.id(), stone));
        try {
            file.write(String.join("\n", stones.values().stream().map(CanonicalJson::write).toList()).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new StorageException("The register of erasures could not be written: " + e.getMessage() + ". Make room; it is written at the next start.", e);
        }
    }

    /** Makes both say the same. Returns how many items were erased again. */
    public synchronized int settle(Database database, Eraser eraser) {
        List<Tombstone> there = database.inTransaction(new Tombstones()::all);
        List<UUID> known = there.stream().map(Tombstone::id).toList();
        int again = 0;
        for (Tombstone stone : List.copyOf(stones.values())) {
            again += !known.contains(stone.id()) && eraser.again(stone) ? 1 : 0;
        }
        add(there);
        return again;
    }
}
