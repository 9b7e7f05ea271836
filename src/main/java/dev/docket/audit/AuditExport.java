package dev.docket.audit;

import dev.docket.storage.CanonicalJson;
import dev.docket.storage.ContentHash;
import dev.docket.storage.Database;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The log as lines of canonical JSON. The first line lists the writers and where each chain ends, with its own SHA-256;
 * each further line is one entry, writer by writer in order of seq. Every line ends in a line feed.
 */
public final class AuditExport {
    private static final int MAX_LINE_BYTES = 1 << 20;

    private AuditExport() {}

    /** Writes the whole log as it stands now and returns how many entries it has. */
    public static long write(Database database, OutputStream out) {
        return database.inTransaction(tx -> {
            List<Chains.Head> heads = AuditEntries.heads(tx);
            line(out, checkpoint(heads));
            long entries = 0;
            for (Chains.Head head : heads) {
                try (Stream<AuditEntry> chain = AuditEntries.of(tx, head)) {
                    for (Iterator<AuditEntry> each = chain.iterator(); each.hasNext(); entries++) {
                        line(out, each.next().line());
                    }
                }
            }
            return entries;
        });
    }

    /** @throws IOException when the file cannot be read; what is wrong in it is an outcome */
    static AuditVerifier.Outcome verify(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            return verify(in);
        }
    }

    private static AuditVerifier.Outcome verify(InputStream in) throws IOException {
        Chains chains = new Chains(List.of());
        try {
            chains = new Chains(heads(text(in, 1).orElseThrow(() -> new Fault("line 1: the list of writers is missing"))));
            long number = 2;
            for (Optional<String> line = text(in, number); line.isPresent(); line = text(in, ++number)) {
                Optional<String> fault = chains.follow(entry(line.get(), number));
                if (fault.isPresent()) {
                    return new AuditVerifier.Outcome(chains.entries(), chains.writers(), fault.map(at(number)));
                }
            }
            return new AuditVerifier.Outcome(chains.entries(), chains.writers(), chains.atTheEnd());
        } catch (Fault fault) {
            return new AuditVerifier.Outcome(chains.entries(), chains.writers(), Optional.of(fault.getMessage()));
        }
    }

    private static UnaryOperator<String> at(long number) {
        return fault -> fault + " (line " + number + ")";
    }

    /** A line that cannot be taken for what it should be. */
    private static final class Fault extends Exception {
        private static final long serialVersionUID = 1L;

        Fault(String message) {
            super(message);
        }
    }

    private static String checkpoint(List<Chains.Head> heads) {
        List<Map<String, Object>> writers = heads.stream().map(head -> Map.<String, Object>of(
                "writer", head.writer().toString(), "name", head.name(), "entries", head.nextSeq(), "head", head.hash().hex())).toList();
        return CanonicalJson.write(Map.of("format", "docket-audit-1", "writers", writers, "sha256", CanonicalJson.hash(writers).hex()));
    }

    private static List<Chains.Head> heads(String line) throws Fault {
        try {
            JsonNode first = CanonicalJson.MAPPER.readTree(line);
            List<Chains.Head> heads = first.required("writers").valueStream().map(AuditExport::head).toList();
            if (!checkpoint(heads).equals(line)) {
                throw new Fault("line 1: the list of writers does not match its hash");
            }
            return heads;
        } catch (JacksonException | IllegalArgumentException | UncheckedIOException e) {
            throw new Fault("line 1: is not the list of writers of an audit export");
        }
    }

    private static Chains.Head head(JsonNode writer) {
        return new Chains.Head(UUID.fromString(writer.required("writer").asString()), writer.required("name").asString(),
                writer.required("entries").asLong(), ContentHash.fromHex(writer.required("head").asString()));
    }

    /** Only the exact text that an entry gives is that entry: spaces or another order of fields are changes too. */
    private static AuditEntry entry(String line, long number) throws Fault {
        AuditEntry entry;
        try {
            entry = AuditEntry.of(CanonicalJson.MAPPER.readTree(line));
        } catch (JacksonException | IllegalArgumentException | DateTimeException | UncheckedIOException e) {
            throw new Fault("line " + number + ": is not an audit entry");
        }
        if (!entry.line().equals(line)) {
            throw new Fault("%s/%d: is not in canonical form (line %d)".formatted(entry.writer(), entry.seq(), number));
        }
        return entry;
    }

    /** The next line; empty at the end. A line that is cut off, too long or not UTF-8 is a fault. */
    private static Optional<String> text(InputStream in, long number) throws IOException, Fault {
        ByteArrayOutputStream line = new ByteArrayOutputStream(512);
        for (int each = in.read(); each != '\n'; each = in.read()) {
            if (each < 0) {
                if (line.size() > 0) {
                    throw new Fault("line " + number + ": is cut off");
                }
                return Optional.empty();
            }
            if (line.size() == MAX_LINE_BYTES) {
                throw new Fault("line " + number + ": is longer than any entry");
            }
            line.write(each);
        }
        String text = line.toString(StandardCharsets.UTF_8);
        if (!Arrays.equals(text.getBytes(StandardCharsets.UTF_8), line.toByteArray())) {
            throw new Fault("line " + number + ": is not UTF-8");
        }
        return Optional.of(text);
    }

    private static void line(OutputStream out, String text) {
        try {
            out.write((text + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
