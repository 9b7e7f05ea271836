package dev.docket.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Finds the reader for what a person named: a folder, a JSONL or CSV manifest, or an image file. */
public final class IntakeSources {
    /** A folder that holds a manifest of this name is read by it. */
    private static final String MANIFEST = "queue.jsonl";

    /** How to read what was named. */
    public enum Format {
        AUTO, FOLDER, JSONL, CSV,
        /** Of other tools, labels and all: docs/intake-format.md. */
        LABEL_STUDIO, COCO, FIFTYONE, IMAGEFOLDER, DFDC;

        /** As the command line spells it: {@code label-studio}. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        private boolean foreign() {
            return compareTo(CSV) > 0;
        }
    }

    private IntakeSources() {}

    /**
     * @param sourceName the feed's name for items that bring none; the folder's or file's name when blank
     * @throws IntakeException when there is nothing to read: missing, unreadable, an empty folder
     */
    public static IntakeSource open(Path path, Format format, String sourceName, Clock clock) throws IntakeException {
        if (!Files.exists(path)) {
            throw new IntakeException(path + ": there is no such file or folder");
        }
        if (!Files.isReadable(path)) {
            throw new IntakeException(path + ": may not be read by this user");
        }
        Format chosen = format == Format.AUTO ? guess(path) : format;
        if (chosen.foreign()) {
            return ForeignSources.open(path, chosen, sourceName.isBlank() ? nameOf(path) : sourceName);
        }
        Path read = chosen == Format.JSONL && Files.isDirectory(path) ? path.resolve(MANIFEST) : path;
        if (chosen != Format.FOLDER && !Files.isRegularFile(read)) {
            throw new IntakeException(read + ": a " + chosen + " manifest is one file");
        }
        String source = sourceName.isBlank() ? nameOf(path) : sourceName;
        Instant now = clock.instant();
        return switch (chosen) {
            case JSONL -> new JsonlSource(read, source, now);
            case CSV -> new CsvSource(read, source, now);
            default -> folder(path, source);
        };
    }

    private static Format guess(Path path) {
        if (Files.isDirectory(path)) {
            return Files.isRegularFile(path.resolve(MANIFEST)) ? Format.JSONL : Format.FOLDER;
        }
        return switch (FolderSource.extension(path)) {
            case "jsonl", "ndjson" -> Format.JSONL;
            case "csv" -> Format.CSV;
            default -> Format.FOLDER;
        };
    }

    private static IntakeSource folder(Path path, String source) throws IntakeException {
        if (!Files.isDirectory(path)) {
            return new FolderSource(path, List.of(path), source);
        }
        try {
            List<Path> files = FolderSource.list(path);
            if (files.isEmpty()) {
                throw new IntakeException(path + ": no image files here; Docket looks for " + String.join(", ", new java.util.TreeSet<>(FolderSource.EXTENSIONS)));
            }
            return new FolderSource(path, files, source);
        } catch (IOException e) {
            throw new IntakeException(path + ": " + Unreadable.because(e));
        }
    }

    /** What a feed is called that was given no name: as the folder or file. */
    public static String nameOf(Path path) {
        Path name = path.toAbsolutePath().normalize().getFileName();
        String plain = name == null ? "" : PlainText.of(name.toString(), 60).strip();
        return plain.isEmpty() ? "folder" : plain;
    }
}
