package dev.docket.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.audit.seal.SealerKey;
import dev.docket.storage.Database;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An export of a thousand entries, changed by a byte. {@code -Ddocket.changes=all} changes each byte in turn, which takes half an hour on two processors. */
class ChangedExportTest {
    private static final int ENTRIES = 1000;
    private static final int WRITERS = 3;
    private static final int AT_ONCE = 50;
    private static final int SOME = 200;
    private static final int TOLD_EVERY = 50_000;
    private static final Logger LOG = LoggerFactory.getLogger(ChangedExportTest.class);

    @TempDir
    private Path folder;

    @Test
    void everyChangedByteIsFoundAndTheLineItIsInIsNamed() throws IOException {
        byte[] sound = export();
        SplittableRandom random = new SplittableRandom(17);
        boolean all = "all".equals(System.getProperty("docket.changes"));
        int[] changes = random.ints(sound.length, 1, 256).toArray();
        AtomicInteger found = new AtomicInteger();
        assertThat(AuditExport.verify(new ByteArrayInputStream(sound), Witnesses.NONE)).isEqualTo(new AuditVerifier.Outcome(ENTRIES, WRITERS, ENTRIES, Optional.empty()));
        (all ? IntStream.range(0, sound.length).parallel() : random.ints(SOME, 0, sound.length)).forEach(place -> {
            byte[] changed = sound.clone();
            changed[place] += (byte) changes[place];
            long line = 1 + IntStream.range(0, place).filter(i -> sound[i] == '\n').count();

            assertThat(verified(changed).firstBad()).as("byte %d, line %d", place, line).hasValueSatisfying(fault ->
                    assertThat(fault).containsPattern("line " + line + "\\b|line " + (line + 1) + "\\b"));
            if (found.incrementAndGet() % TOLD_EVERY == 0) {
                LOG.info("{} of {} changes found and named", found.get(), sound.length);
            }
        });
        assertThat(found.get()).isEqualTo(all ? sound.length : SOME);
    }

    private static AuditVerifier.Outcome verified(byte[] export) {
        try {
            return AuditExport.verify(new ByteArrayInputStream(export), Witnesses.NONE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] export() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Database database = Database.openEmbedded(folder.resolve("database"), new byte[32])) {
            List<AuditLog> logs = IntStream.range(0, WRITERS).mapToObj(i -> new AuditLog(new UUID(i, i), "writer" + i, Clock.systemUTC())).toList();
            Sealer sealer = new Sealer(SealerKey.make(folder.resolve("key.p12"), "sealer", "a long enough one".toCharArray(), Clock.systemUTC()));
            for (int from = 0; from < ENTRIES; from += AT_ONCE) {
                int first = from;
                database.transact(tx -> logs.get(first / AT_ONCE % WRITERS).appendAll(tx, IntStream.range(first, first + AT_ONCE)
                        .mapToObj(number -> new AuditLog.Line(AuditKind.MODEL_ADDED, new UUID(7, number), Map.of("number", number, "words", "föld"))).toList()));
                if (from % 400 == 0) {
                    sealer.seal(database);
                }
            }
            sealer.seal(database);
            AuditExport.write(database, out);
        }
        return out.toByteArray();
    }
}
