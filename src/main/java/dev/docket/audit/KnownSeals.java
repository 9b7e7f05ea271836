package dev.docket.audit;

import dev.docket.audit.seal.BadNote;
import dev.docket.audit.seal.NoteKey;
import dev.docket.storage.CanonicalJson;
import dev.docket.storage.SealedFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a profile knows of a log's seals by itself, not from the database it is to judge by them: kept in a sealed file of
 * the profile.
 *
 * @param sealers whose signatures count
 * @param notes a folder of checkpoints that were kept elsewhere
 */
public record KnownSeals(List<NoteKey> sealers, Optional<Path> notes) {
    public static final KnownSeals NONE = new KnownSeals(List.of(), Optional.empty());

    /** As it is written. */
    private record Written(List<String> sealers, String notes) {}

    public KnownSeals {
        sealers = List.copyOf(sealers);
    }

    /** The file of a profile. */
    public static SealedFile file(Path profile, byte[] key) {
        return new SealedFile(profile.resolve("seals"), key, "known seals");
    }

    /** @throws IOException when the file is damaged */
    public static KnownSeals read(SealedFile file) throws IOException {
        Optional<byte[]> content = file.read();
        if (content.isEmpty()) {
            return NONE;
        }
        Written written = CanonicalJson.read(new String(content.get(), StandardCharsets.UTF_8), Written.class);
        try {
            return new KnownSeals(keys(written.sealers()), Optional.ofNullable(written.notes()).map(Path::of));
        } catch (BadNote e) {
            throw new IOException("The known seals of this profile cannot be read: " + e.getMessage(), e);
        }
    }

    public void write(SealedFile file) throws IOException {
        file.write(CanonicalJson.bytes(new Written(sealers.stream().map(NoteKey::text).toList(), notes.map(Path::toString).orElse(null))));
    }

    /** @param lines a key each, as {@code docket audit key} prints them; @throws BadNote saying what is wrong with the first that is none */
    public static List<NoteKey> keys(List<String> lines) throws BadNote {
        List<NoteKey> keys = new ArrayList<>();
        for (String line : lines) {
            if (!line.isBlank()) {
                keys.add(NoteKey.parse(line));
            }
        }
        return keys;
    }

    /** With a key more, if it is not among them. */
    public KnownSeals with(NoteKey key) {
        return sealers.contains(key) ? this : new KnownSeals(Stream.concat(sealers.stream(), Stream.of(key)).toList(), notes);
    }

    /** What to judge the log by. @throws IOException when the folder cannot be read, or holds a file that is no checkpoint */
    public Witnesses witnesses() throws IOException {
        try {
            return new Witnesses(sealers, notes.isPresent() ? KeptNotes.in(notes.get()) : Map.of());
        } catch (BadNote e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
