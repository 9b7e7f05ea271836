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
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The log as lines of canonical JSON. The first line lists the writers and where each chain ends, with its own SHA-256;
 * each further line is one entry, writer by writer in order of seq; then come the checkpoints in order, each with the runs of
 * entries that were sealed with it. Every line ends in a line feed. Version 1 had no checkpoints; it is still verified.
 */
public final class AuditExport {
    private static final int MAX_LINE_BYTES = 1 << 20;
    private static final String FORMAT = "docket-audit-2";
    private static final String FORMERLY = "docket-audit-1";
    private static final String CHECKPOINT = "{\"checkpoint\":";

    /** The line of a checkpoint. */
    private record Sealed(String checkpoint, List<Run> runs, ContentHash sha256) {
        static Sealed of(SealedTree.Grown grown) {
            return new Sealed(grown.note(), grown.runs(), ContentHash.of(grown.note().getBytes(StandardCharsets.UTF_8)));
        }

        boolean isWhole() {
            return checkpoint != null && runs != null && !runs.contains(null) && ContentHash.of(checkpoint.getBytes(StandardCharsets.UTF_8)).equals(sha256);
        }
    }

    /**
     * The first line.
     *
     * @param sealed how many entries are; none in version 1
     */
    private record Start(List<Chains.Head> heads, OptionalLong sealed) {
        String line() {
            List<Map<String, Object>> writers = heads.stream().map(head -> Map.<String, Object>of(
                    "writer", head.writer().toString(), "name", head.name(), "entries", head.nextSeq(), "head", head.hash().hex())).toList();
            Map<String, Object> fields = new TreeMap<>(Map.of("format", FORMERLY, "writers", writers, "sha256", CanonicalJson.hash(writers).hex()));
            if (sealed.isPresent()) {
                fields.put("format", FORMAT);
                fields.put("sealed", sealed.getAsLong());
                fields.put("sha256", CanonicalJson.hash(Map.of("writers", writers, "sealed", sealed.getAsLong())).hex());
            }
            return CanonicalJson.write(fields);
        }

        Optional<String> unsealed(long found) {
            return sealed.isEmpty() || sealed.getAsLong() == found ? Optional.empty()
                    : Optional.of("checkpoints are missing: " + sealed.getAsLong() + " entries were sealed, not " + found);
        }
    }

    private AuditExport() {}

    /** Writes the whole log as it stands now and returns how many entries it has. */
    public static long write(Database database, OutputStream out) {
        return database.inTransaction(tx -> {
            List<SealedTree.Grown> grown = SealedTree.grown(tx);
            List<Chains.Head> heads = AuditEntries.heads(tx);
            line(out, new Start(heads, OptionalLong.of(grown.isEmpty() ? 0 : grown.getLast().size())).line());
            long entries = 0;
            for (Chains.Head head : heads) {
                try (Stream<AuditEntry> chain = AuditEntries.of(tx, head)) {
                    for (Iterator<AuditEntry> each = chain.iterator(); each.hasNext(); entries++) {
                        line(out, each.next().line());
                    }
                }
            }
            grown.forEach(each -> line(out, checkpoint(each)));
            return entries;
        });
    }

    /** @throws IOException when the file cannot be read; what is wrong in it is an outcome */
    static AuditVerifier.Outcome verify(Path file, Witnesses witnesses) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            return verify(in, new SealCheck(witnesses));
        }
    }

    private static AuditVerifier.Outcome verify(InputStream in, SealCheck seals) throws IOException {
        Chains chains = new Chains(List.of());
        try {
            Start start = start(text(in, 1).orElseThrow(() -> new Fault("line 1: the list of writers is missing")));
            chains = new Chains(start.heads());
            long number = 2;
            for (Optional<String> line = text(in, number); line.isPresent(); line = text(in, ++number)) {
                Optional<String> fault = follow(chains, seals, line.get(), number);
                if (fault.isPresent()) {
                    return new AuditVerifier.Outcome(chains.entries(), chains.writers(), seals.sealed(), fault.map(at(number)));
                }
            }
            return new AuditVerifier.Outcome(chains.entries(), chains.writers(), seals.sealed(), chains.atTheEnd().or(() -> start.unsealed(seals.sealed())).or(seals::atTheEnd));
        } catch (Fault fault) {
            return new AuditVerifier.Outcome(chains.entries(), chains.writers(), seals.sealed(), Optional.of(fault.getMessage()));
        }
    }

    private static Optional<String> follow(Chains chains, SealCheck seals, String line, long number) throws Fault {
        if (line.startsWith(CHECKPOINT)) {
            Sealed sealed = sealed(line, number);
            return seals.checkpoint(sealed.checkpoint(), sealed.runs());
        }
        AuditEntry entry = entry(line, number);
        Optional<String> fault = chains.follow(entry);
        if (fault.isEmpty()) {
            seals.entry(entry);
        }
        return fault;
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

    private static String checkpoint(SealedTree.Grown grown) {
        return CanonicalJson.write(Sealed.of(grown));
    }

    /** Only its exact text is a checkpoint, as of an entry. */
    private static Sealed sealed(String line, long number) throws Fault {
        try {
            Sealed sealed = CanonicalJson.read(line, Sealed.class);
            if (sealed.isWhole() && CanonicalJson.write(sealed).equals(line)) {
                return sealed;
            }
        } catch (JacksonException | IllegalArgumentException | UncheckedIOException e) {
            throw new Fault("line " + number + ": is not a checkpoint");
        }
        throw new Fault("line " + number + ": is not a checkpoint in canonical form");
    }

    private static Start start(String line) throws Fault {
        try {
            JsonNode first = CanonicalJson.MAPPER.readTree(line);
            Start start = new Start(first.required("writers").valueStream().map(AuditExport::head).toList(),
                    first.has("sealed") ? OptionalLong.of(first.required("sealed").asLong()) : OptionalLong.empty());
            if (!start.line().equals(line)) {
                throw new Fault("line 1: the list of writers does not match its hash");
            }
            return start;
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
