package dev.docket.audit;

import dev.docket.audit.seal.BadNote;
import dev.docket.audit.seal.SignedNote;
import dev.docket.storage.DurableFile;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Checkpoints as files in a folder, which should lie on another machine: a witness of what was signed. Several threads. */
public final class KeptNotes {
    /** Of each file. */
    public static final String ENDING = ".checkpoint";
    private static final long MOST_BYTES = 100_000;

    private KeptNotes() {}

    /** The files of a folder in order of size, which their names begin with. */
    public static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ENDING)).sorted().toList();
        }
    }

    /** All of a folder, by their files. @throws BadNote naming the file that is none */
    public static Map<String, SignedNote> in(Path folder) throws IOException, BadNote {
        Map<String, SignedNote> notes = new TreeMap<>();
        for (Path file : files(folder)) {
            notes.put(file.toString(), read(file));
        }
        return notes;
    }

    /** @throws BadNote naming the file, when it is none */
    public static SignedNote read(Path file) throws IOException, BadNote {
        try {
            return SignedNote.parse(text(file));
        } catch (BadNote e) {
            throw e.in(file.toString());
        }
    }

    /** The text of a key or a note. @throws IOException with a sentence for a person */
    public static String text(Path file) throws IOException {
        if (!Files.isReadable(file) || Files.isDirectory(file) || Files.size(file) > MOST_BYTES) {
            throw new IOException(file + " cannot be read as a key or a checkpoint.");
        }
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new IOException(file + " is not text.", e);
        }
    }

    /** Keeps a checkpoint in a folder, which is made. */
    public static void keep(Path folder, Sealer.Sealed sealed) throws IOException {
        Files.createDirectories(folder);
        DurableFile.write(folder.resolve("%012d%s".formatted(sealed.checkpoint().size(), ENDING)), sealed.note().note().getBytes(StandardCharsets.UTF_8));
    }
}
