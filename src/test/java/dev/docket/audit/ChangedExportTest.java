package dev.docket.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.audit.seal.SealerKey;
import dev.docket.storage.Database;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An export of a thousand entries, changed by a byte. {@code -Ddocket.changes=all} changes each byte in turn, which takes an hour. */
class ChangedExportTest {
    private static final int ENTRIES = 1000;
    private static final int WRITERS = 3;
    private static final int SOME = 300;

    @TempDir
    private Path folder;

    @Test
    void everyChangedByteIsFoundAndTheLineItIsInIsNamed() throws IOException {
        byte[] sound = export();
        Path file = folder.resolve("changed.ndjson");
        SplittableRandom random = new SplittableRandom(17);
        boolean all = "all".equals(System.getProperty("docket.changes"));
        for (int place : all ? IntStream.range(0, sound.length).toArray() : random.ints(SOME, 0, sound.length).toArray()) {
            byte[] changed = sound.clone();
            changed[place] += (byte) random.nextInt(1, 256);
            Files.write(file, changed);
            long line = 1 + new String(sound, 0, place, StandardCharsets.ISO_8859_1).chars().filter(c -> c == '\n').count();

            assertThat(new AuditVerifier().verify(file).firstBad()).as("byte %d, line %d", place, line).hasValueSatisfying(fault ->
                    assertThat(fault).containsPattern("line " + line + "\\b|line " + (line + 1) + "\\b"));
        }
    }

    private byte[] export() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Database database = Database.openEmbedded(folder.resolve("database"), new byte[32])) {
            List<AuditLog> logs = IntStream.range(0, WRITERS).mapToObj(i -> new AuditLog(new UUID(i, i), "writer" + i, Clock.systemUTC())).toList();
            Sealer sealer = new Sealer(SealerKey.make(folder.resolve("key.p12"), "sealer", "a long enough one".toCharArray(), Clock.systemUTC()));
            for (int i = 0; i < ENTRIES; i++) {
                int number = i;
                database.transact(tx -> logs.get(number % WRITERS).append(tx, AuditKind.MODEL_ADDED, new UUID(7, number), Map.of("number", number, "words", "föld")));
                if (i % 400 == 399) {
                    sealer.seal(database);
                }
            }
            sealer.seal(database);
            AuditExport.write(database, out);
        }
        return out.toByteArray();
    }
}
