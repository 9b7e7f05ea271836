package dev.docket.intake;

import java.nio.file.Path;
import java.time.Clock;

/** Finds the reader for what a person named: a folder, a JSONL or CSV manifest, or image files. */
public final class IntakeSources {
    /** How to read what was named. */
    public enum Format { AUTO, FOLDER, JSONL, CSV }

    /**
     * @param sourceName the feed's name for items that bring none; the folder's or file's name when blank
     * @throws IntakeException when there is nothing to read: missing, unreadable, an empty folder
     */
    public static IntakeSource open(Path path, Format format, String sourceName, Clock clock) throws IntakeException {
        throw new UnsupportedOperationException();
    }

    private IntakeSources() {}
}
