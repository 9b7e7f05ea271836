package dev.docket.audit;

import dev.docket.audit.ExportLines.Fault;
import dev.docket.storage.CanonicalJson;
import dev.docket.storage.ContentHash;
import dev.docket.storage.Database;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
        try (InputStream in = Files.newInputStream(file)) {
            return verify(in, witnesses);
        }
    }

    static AuditVerifier.Outcome verify(InputStream in, Witnesses witnesses) throws IOException {
        Check check = new Check(witnesses);
        ExportLines lines = new ExportLines(in);
        try {
            for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
                Optional<String> fault = check.line(line.get(), lines.number());
                if (fault.isPresent()) {
                    return check.outcome(fault);
                }
            }
            return check.outcome(check.atTheEnd());
        } catch (Fault fault) {
            return check.outcome(Optional.of(fault.getMessage()));
        }
    }

    /** Takes an export line by line. One thread. */
    static final class Check {
        private final SealCheck seals;
        private Chains chains = new Chains(List.of());
        private Optional<Start> start = Optional.empty();

        Check(Witnesses witnesses) {
            seals = new SealCheck(witnesses);
        }

        /** What is wrong with the next line, if anything, with its number. After a faulty entry it is as if that had not been there. */
        Optional<String> line(String line, long number) {
            try {
                if (start.isEmpty()) {
                    start = Optional.of(start(line));
                    chains = new Chains(start.get().heads());
                    return Optional.empty();
                }
                return follow(chains, seals, line, number).map(at(number));
            } catch (Fault fault) {
                return Optional.of(fault.getMessage());
            }
        }

        Optional<String> atTheEnd() {
            return start.isEmpty() ? Optional.of("line 1: the list of writers is missing")
                    : chains.atTheEnd().or(() -> start.get().unsealed(seals.sealed())).or(seals::atTheEnd);
        }

        AuditVerifier.Outcome outcome(Optional<String> fault) {
            return new AuditVerifier.Outcome(chains.entries(), chains.writers(), seals.sealed(), fault);
        }
    }

    private static Optional<String> follow(Chains chains, SealCheck seals, String line, long number) throws Fault {
        if (line.startsWith(CHECKPOINT)) {
            Sealed sealed = sealed(line, number);
            return seals.checkpoint(sealed.checkpoint(), sealed.runs());
        }
        AuditEntry entry = EntryLine.read(line).orElseThrow(() -> new Fault("line " + number + ": is not an audit entry in canonical form"));
        Optional<String> fault = chains.follow(entry);
        if (fault.isEmpty()) {
            seals.entry(entry);
        }
        return fault;
    }

    private static UnaryOperator<String> at(long number) {
        return fault -> fault + " (line " + number + ")";
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

    private static void line(OutputStream out, String text) {
        try {
            out.write((text + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
