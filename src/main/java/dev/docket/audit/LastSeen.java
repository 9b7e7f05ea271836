package dev.docket.audit;

import dev.docket.audit.seal.Checkpoint;
import dev.docket.storage.ContentHash;
import dev.docket.storage.Database;
import dev.docket.storage.SealedFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The last checkpoint of a shared log that this profile saw: one that is not there any more means that the log was put
 * back, or is another. What grew out of it honestly is for verifiers to prove, who read the entries. One thread.
 */
public final class LastSeen {
    private final SealedFile file;

    public LastSeen(SealedFile file) {
        this.file = file;
    }

    /**
     * Compares what is there with what was seen, and remembers the largest if all is well.
     *
     * @return what is wrong, for a person; the memory is as it was then
     * @throws IOException when the memory cannot be read or written
     */
    public Optional<String> check(Database database) throws IOException {
        Optional<Checkpoint> seen = file.read().map(LastSeen::read);
        Optional<Checkpoint> same = seen.flatMap(known -> database.inTransaction(tx -> SealedTree.at(tx, known.size())).flatMap(Sealing::checkpoint));
        Optional<Checkpoint> newest = database.inTransaction(SealedTree::newestSealing).flatMap(Sealing::checkpoint);
        if (seen.isPresent() && !seen.equals(same)) {
            long largest = newest.map(Checkpoint::size).orElse(0L);
            return Optional.of("this desk saw a checkpoint on %d entries, %s. Somebody put the database back, or replaced it".formatted(seen.get().size(),
                    largest < seen.get().size() ? "and the largest there is on " + largest : "which is not there any more"));
        }
        if (newest.isPresent() && !newest.equals(seen)) {
            file.write(text(newest.get()).getBytes(StandardCharsets.UTF_8));
        }
        return Optional.empty();
    }

    private static String text(Checkpoint checkpoint) {
        return checkpoint.origin() + "\n" + checkpoint.size() + "\n" + checkpoint.root().hex();
    }

    private static Checkpoint read(byte[] content) {
        List<String> lines = new String(content, StandardCharsets.UTF_8).lines().toList();
        return new Checkpoint(lines.get(0), Long.parseLong(lines.get(1)), ContentHash.fromHex(lines.get(2)));
    }
}
