package dev.docket.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.audit.seal.SealerKey;
import dev.docket.storage.Database;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An export of a thousand entries, changed by a byte. {@code -Ddocket.changes=all} changes each byte in turn, which takes a minute. */
class ChangedExportTest {
    private static final int ENTRIES = 1000;
    private static final int WRITERS = 3;
    private static final int AT_ONCE = 50;
    private static final int FILES = 100;
    private static final int SPARSE = 29;
    private static final int LONGEST_LINE = 2000;
    private static final Logger LOG = LoggerFactory.getLogger(ChangedExportTest.class);

    @TempDir
    private Path folder;

    @Test
    void aFileWithAChangedByteIsRefusedAndTheLineNamed() throws IOException {
        byte[] sound = export();
        assertThat(verified(sound)).isEqualTo(new AuditVerifier.Outcome(ENTRIES, WRITERS, ENTRIES, Optional.empty()));
        SplittableRandom random = new SplittableRandom(17);
        for (int place : random.ints(FILES, 0, sound.length).toArray()) {
            byte[] changed = sound.clone();
            changed[place] += (byte) random.nextInt(1, 256);
            long line = 1 + IntStream.range(0, place).filter(i -> sound[i] == '\n').count();

            assertThat(verified(changed).firstBad()).as("byte %d, line %d", place, line).hasValueSatisfying(fault -> assertThat(fault).containsPattern("line " + line + "\\b"));
        }
    }

    /** A file is checked line by line, so a line is changed behind those before it, which are read once. */
    @Test
    void everyChangedByteIsFoundInTheLineItIsIn() throws Exception {
        byte[] sound = export();
        int step = "all".equals(System.getProperty("docket.changes")) ? 1 : SPARSE;
        SplittableRandom random = new SplittableRandom(23);
        AuditExport.Check before = new AuditExport.Check(Witnesses.NONE);
        List<String> lines = new String(sound, StandardCharsets.UTF_8).lines().toList();
        int changes = 0;
        int start = 0;
        for (int number = 1; number <= lines.size(); number++) {
            int at = number;
            int end = start + lines.get(number - 1).getBytes(StandardCharsets.UTF_8).length + 1;
            // a line that is no entry moves what comes after it: from the beginning each time
            boolean entry = number > 1 && lines.get(number - 1).startsWith("{\"at\"");
            for (int place = end - 1 - random.nextInt(step); place >= start; place -= step) {
                byte[] changed = Arrays.copyOfRange(sound, start, Math.min(sound.length, end + LONGEST_LINE));
                changed[place - start] += (byte) random.nextInt(1, 256);
                AuditExport.Check check = entry ? before : after(lines.subList(0, number - 1));
                assertThat(fault(check, changed, number)).as("byte %d, line %d", place, number).hasValueSatisfying(fault -> assertThat(fault).containsPattern("line " + at + "\\b"));
                changes++;
            }
            assertThat(before.line(lines.get(number - 1), number)).as("line %d as it was", number).isEmpty();
            start = end;
        }
        assertThat(start).isEqualTo(sound.length);
        LOG.info("{} changes of {} bytes, each found in its line", changes, sound.length);
    }

    private static AuditExport.Check after(List<String> lines) {
        AuditExport.Check check = new AuditExport.Check(Witnesses.NONE);
        for (int i = 0; i < lines.size(); i++) {
            assertThat(check.line(lines.get(i), i + 1L)).isEmpty();
        }
        return check;
    }

    /** What is wrong with the first line of these bytes. */
    private static Optional<String> fault(AuditExport.Check check, byte[] bytes, int number) throws IOException {
        try {
            return check.line(new ExportLines(new ByteArrayInputStream(bytes)).next().orElseThrow(), number);
        } catch (ExportLines.Fault fault) {
            return Optional.of("line " + number + ": " + fault.getMessage());
        }
    }

    private static AuditVerifier.Outcome verified(byte[] export) throws IOException {
        return AuditExport.verify(new ByteArrayInputStream(export), Witnesses.NONE);
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
