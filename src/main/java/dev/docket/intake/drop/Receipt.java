package dev.docket.intake.drop;

import dev.docket.intake.Outcome;
import dev.docket.intake.Outcome.Admitted;
import dev.docket.intake.Outcome.Refused;
import dev.docket.storage.CanonicalJson;
import dev.docket.storage.DurableFile;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;

/**
 * What is answered to a manifest: a JSON object for each of its lines, in order, and one at the end that counts them. Written
 * beside and moved into its place when it is whole. Readable by whoever the folder's own rules let read. One thread.
 */
final class Receipt implements Consumer<Outcome>, AutoCloseable {
    static final String ENDING = ".receipt.jsonl";
    private static final Pattern LINE = Pattern.compile(":(\\d+)");
    private static final int LONGEST_END = 2000;

    private final Path file;
    private final Path unfinished;
    private final String manifest;
    private final Writer out;
    private long added;
    private long known;
    private long refused;

    Receipt(Path file, String manifest) throws IOException {
        this.file = file;
        this.manifest = manifest;
        unfinished = file.resolveSibling("." + file.getFileName() + ".tmp");
        Files.deleteIfExists(unfinished);
        out = Files.newBufferedWriter(unfinished);
    }

    @Override
    public void accept(Outcome outcome) {
        Map<String, Object> line = new TreeMap<>();
        Matcher number = LINE.matcher(outcome.place());
        if (outcome.place().startsWith(manifest) && number.find(manifest.length()) && number.start() == manifest.length()) {
            line.put("line", Long.valueOf(number.group(1)));
        }
        outcome.feedsId().ifPresent(id -> line.put("id", id));
        switch (outcome) {
            case Admitted admitted -> {
                line.put("item", admitted.item().toString());
                line.put("outcome", admitted.isNew() ? "new" : "known");
                added += admitted.isNew() ? 1 : 0;
                known += admitted.isNew() ? 0 : 1;
            }
            case Refused no -> {
                line.put("outcome", "refused");
                line.put("place", no.place());
                line.put("reason", no.reason());
                refused++;
            }
        }
        write(line);
    }

    /** @param hash of the manifest, SHA-256 in hex */
    void finish(String hash) throws IOException {
        write(Map.of("manifest", manifest, "sha256", hash, "new", added, "known", known, "refused", refused));
        out.close();
        DurableFile.replace(file, unfinished);
    }

    private void write(Map<String, Object> line) {
        try {
            out.write(CanonicalJson.write(line) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("The receipt " + file + " cannot be written: " + e.getMessage(), e);
        }
    }

    /** Whether this receipt is there and answers the manifest with this content. */
    static boolean answers(Path receipt, String hash) {
        return lastLine(receipt).filter(line -> line.contains("\"sha256\"")).map(line -> {
            try {
                return CanonicalJson.MAPPER.readTree(line).path("sha256").asString("").equals(hash);
            } catch (JacksonException e) {
                return false; // not ours
            }
        }).orElse(false);
    }

    private static Optional<String> lastLine(Path file) {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            byte[] end = new byte[(int) Math.min(in.length(), LONGEST_END)];
            in.seek(in.length() - end.length);
            in.readFully(end);
            return new String(end, StandardCharsets.UTF_8).lines().reduce((_, later) -> later);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** What is not finished is not kept. */
    @Override
    public void close() throws IOException {
        out.close();
        Files.deleteIfExists(unfinished);
    }
}
