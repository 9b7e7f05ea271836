package dev.docket.cli;

import dev.docket.audit.KeptNotes;
import dev.docket.audit.Witnesses;
import dev.docket.audit.seal.BadNote;
import dev.docket.audit.seal.NoteKey;
import dev.docket.audit.seal.SignedNote;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Public keys and checkpoints that were named on the command line. */
final class WitnessFiles {
    private WitnessFiles() {}

    /** @param keys the text of a key, or a file that holds it; @param notes files, or folders of them */
    static Witnesses read(List<String> keys, List<Path> notes) throws IOException {
        List<NoteKey> sealers = new ArrayList<>();
        for (String key : keys) {
            sealers.add(key(key));
        }
        Map<String, SignedNote> kept = new TreeMap<>();
        for (Path note : notes) {
            for (Path file : files(note)) {
                kept.put(file.toString(), note(file));
            }
        }
        return new Witnesses(sealers, kept);
    }

    /** The newest checkpoint in a folder; none where there is no folder, or nothing in it yet. */
    static List<Path> newest(Path folder) throws IOException {
        return folder == null || !Files.isDirectory(folder) ? List.of() : KeptNotes.files(folder).reversed().stream().limit(1).toList();
    }

    private static NoteKey key(String given) throws IOException {
        try {
            return NoteKey.parse(given.contains("+") && !Files.exists(Path.of(given)) ? given : KeptNotes.text(Path.of(given)));
        } catch (BadNote e) {
            throw new UsageException("The key " + given + ": " + e.getMessage());
        }
    }

    private static List<Path> files(Path note) throws IOException {
        if (!Files.isDirectory(note)) {
            return List.of(note);
        }
        List<Path> files = KeptNotes.files(note);
        if (files.isEmpty()) {
            throw new UsageException(note + " holds no file that ends in " + KeptNotes.ENDING);
        }
        return files;
    }

    private static SignedNote note(Path file) throws IOException {
        try {
            return KeptNotes.read(file);
        } catch (BadNote e) {
            throw new UsageException(e.getMessage());
        }
    }
}
