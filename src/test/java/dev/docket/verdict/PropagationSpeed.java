package dev.docket.verdict;

import dev.docket.storage.Database;
import dev.docket.storage.Postgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * How long a batch takes to be carried over and taken back, beside as many single undos on the same database. Arguments:
 * items (500), {@code h2} or {@code postgres}.
 */
final class PropagationSpeed {
    private PropagationSpeed() {}

    public static void main(String[] arguments) throws IOException {
        int items = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 500;
        boolean server = arguments.length > 1 && arguments[1].equals("postgres");
        Path folder = Files.createTempDirectory("docket-speed");
        try (Database database = server ? Postgres.fresh() : Database.openEmbedded(folder.resolve("database"), new byte[32])) {
            Room room = new Room(database, folder.resolve("images"));
            byte[] picture = "picture".getBytes(StandardCharsets.UTF_8);
            List<UUID> all = IntStream.rangeClosed(0, items).mapToObj(n -> room.file(n, picture, Room.hash(1), "*", false)).toList();
            List<Verdict> singles = IntStream.range(0, 100).mapToObj(n -> room.decide(room.ben, room.file(10_000 + n), "benign")).toList();
            double undo = seconds(() -> singles.forEach(room.desk::undo)) / singles.size();
            room.pass(Duration.ofMinutes(2));
            // they are due, too, a few at a turn, and would stand before what is measured
            singles.forEach(_ -> room.propagation.spread());
            for (int round = 0; round < 3; round++) {
                Verdict seed = room.decide(room.anna, all.getFirst(), "spam_scam");
                room.pass(Duration.ofMinutes(2));
                long start = System.nanoTime();
                Propagation.Batch batch = room.propagation.spread().getFirst();
                double carried = (System.nanoTime() - start) / 1e9;
                long begun = System.nanoTime();
                int back = room.propagation.reverseAll(seed.id(), room.dora).size();
                double reversed = (System.nanoTime() - begun) / 1e9;
                System.out.printf("%s: %d carried over in %.0f ms, %d reversed in %.0f ms; as many single undos %.0f ms (%.1f x)%n", server ? "PostgreSQL" : "H2",
                        batch.size(), carried * 1000, back, reversed * 1000, undo * back * 1000, undo * back / reversed);
                room.desk.undo(seed);
                database.transact(tx -> room.queue.releaseAll(tx, room.anna));
            }
        }
    }

    private static double seconds(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }
}
