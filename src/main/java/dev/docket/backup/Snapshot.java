package dev.docket.backup;

import dev.docket.storage.CanonicalJson;
import dev.docket.storage.ContentHash;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * A profile as it was at one moment: which files it had, and what was in them.
 *
 * @param name such as {@code 20261122T081500Z}, by which snapshots are in order
 */
public record Snapshot(String name, Instant madeAt, List<Entry> files) {
    static final String NAME = "[0-9]{8}T[0-9]{6}Z(-[0-9]{1,3})?";
    private static final String FORMAT = "docket-backup-1";

    /**
     * A file of the profile.
     *
     * @param path inside the profile, apart by {@code /}
     * @param bytes its length
     * @param modified milliseconds since 1970
     */
    public record Entry(String path, ContentHash sha256, long bytes, long modified) {
        public Entry {
            if (path.contains("\\") || path.contains(":") || Stream.of(path.split("/", -1)).anyMatch(part -> part.isBlank() || part.equals(".") || part.equals(".."))) {
                throw new IllegalArgumentException("'" + path + "' is no file of a profile");
            }
        }
    }

    public Snapshot {
        files = List.copyOf(files);
        if (!name.matches(NAME)) {
            throw new IllegalArgumentException("'" + name + "' is no snapshot's name");
        }
    }

    /** Bytes of all its files. */
    public long bytes() {
        return files.stream().mapToLong(Entry::bytes).sum();
    }

    /** Canonical JSON of the fields and their SHA-256. */
    byte[] text() {
        return CanonicalJson.bytes(new TreeMap<>(Map.of("snapshot", fields(), "sha256", hash().hex())));
    }

    /** By which two snapshots are known to be the same. */
    public ContentHash hash() {
        return CanonicalJson.hash(fields());
    }

    private Object fields() {
        return new TreeMap<>(Map.of("format", FORMAT, "name", name, "made_at", madeAt.toString(), "files", files.stream().map(entry -> new TreeMap<>(Map.of(
                "path", entry.path(), "sha256", entry.sha256().hex(), "bytes", entry.bytes(), "modified", entry.modified()))).toList()));
    }

    /** @throws IOException when it is none, or not as it was written */
    static Snapshot read(String text, String from) throws IOException {
        try {
            JsonNode fields = CanonicalJson.MAPPER.readTree(text).required("snapshot");
            if (!fields.required("format").asString().equals(FORMAT)) {
                throw new IOException(from + " is of a newer Docket. Use that version.");
            }
            Snapshot read = new Snapshot(fields.required("name").asString(), Instant.parse(fields.required("made_at").asString()), fields.required("files").valueStream().map(Snapshot::entry).toList());
            if (!new String(read.text(), StandardCharsets.UTF_8).equals(text)) {
                throw new IOException(from + " was changed or is damaged");
            }
            return read;
        } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
            throw new IOException(from + " is no snapshot of a profile: " + e.getMessage(), e);
        }
    }

    private static Entry entry(JsonNode file) {
        return new Entry(file.required("path").asString(), ContentHash.fromHex(file.required("sha256").asString()), file.required("bytes").asLong(), file.required("modified").asLong());
    }
}
