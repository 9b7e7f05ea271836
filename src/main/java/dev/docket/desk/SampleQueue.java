package dev.docket.desk;

import dev.docket.intake.IntakeException;
import dev.docket.intake.IntakeResult;
import dev.docket.intake.IntakeSources;
import dev.docket.progress.Progress;
import dev.docket.storage.StorageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The sample images that a new desk starts with. A mark in the profile stands while they are being admitted, so that an
 * intake cut short is taken up again at the next start.
 */
public final class SampleQueue {
    private final Desk desk;
    private final Path samples;
    private final Path mark;

    public SampleQueue(Desk desk, Path samples) {
        this.desk = desk;
        this.samples = samples;
        this.mark = desk.profile.folder().resolve("admitting-samples");
    }

    /** Where the samples lie: below {@code docket.home}, which the starters set, else below the working folder. */
    public static Optional<Path> shipped() {
        Path folder = Path.of(System.getProperty("docket.home", "."), "sample-data");
        return Files.isRegularFile(folder.resolve("queue.jsonl")) ? Optional.of(folder) : Optional.empty();
    }

    /** Whether this desk has nothing yet, or did not finish admitting them. */
    public boolean wanted() {
        return Files.exists(mark) || desk.database.inTransaction(desk.items::ids).isEmpty();
    }

    /** Admits them; about twenty seconds on two cores. */
    public IntakeResult admit(Progress progress) throws IntakeException {
        try {
            if (!Files.exists(mark)) {
                Files.createFile(mark);
            }
            IntakeResult result = desk.intake.admitAll(IntakeSources.open(samples, IntakeSources.Format.AUTO, "sample", desk.clock), progress);
            Files.deleteIfExists(mark);
            return result;
        } catch (IOException e) {
            throw new StorageException("The profile cannot be written: " + e.getMessage(), e);
        }
    }
}
