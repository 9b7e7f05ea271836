package dev.docket.backup;

import dev.docket.progress.Progress;
import dev.docket.storage.DurableFile;
import dev.docket.storage.Profile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Puts a profile back as a backup has it. Everything is read and compared first; the folder appears whole or not at all, and
 * what was there before is moved aside, never deleted. The register of erasures is the newest that the backups have, so that what was
 * erased since is erased again when the desk is opened, which finds a note of the restore in the profile. One thread; slow.
 */
public final class Restoring {
    /** The note that the next opening finds: the snapshot's name and when it was made. */
    public static final String NOTE = "restored";
    private static final String ERASURES = "erasures";

    private final Backups backups;

    public Restoring(Backups backups) {
        this.backups = backups;
    }

    /**
     * Restores a snapshot.
     *
     * @param name of the snapshot; empty: the newest
     * @param replace whether a profile that is there is moved aside
     * @return where the profile that was there lies now
     * @throws IOException when something is there and was not to be moved, or the backup is damaged; nothing is changed then
     * @throws dev.docket.storage.ProfileInUse when the profile that is there is open
     */
    public Restored restore(Optional<String> name, Path profile, boolean replace, Progress progress) throws IOException {
        List<Snapshot> all = backups.all();
        Snapshot snapshot = all.stream().filter(each -> name.isEmpty() || each.name().equals(name.get())).reduce((_, later) -> later)
                .orElseThrow(() -> new IOException(name.map(asked -> "There is no backup " + asked + " here").orElse("There is no backup here yet")));
        Path target = profile.toAbsolutePath().normalize();
        boolean isThere = isThere(target);
        if (isThere && !replace) {
            throw new IOException(target + " is not empty. Name another folder with --profile, or have what is there moved aside with --replace.");
        }
        List<Backups.Fault> faults = backups.verify(List.of(snapshot), progress);
        if (!faults.isEmpty()) {
            throw new IOException(faults.getFirst().what());
        }
        Path whole = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            fill(snapshot, all.getLast(), whole, progress);
            Optional<Path> aside = isThere ? Optional.of(moveAside(target, snapshot)) : Optional.empty();
            Files.deleteIfExists(target);
            Files.move(whole, target, StandardCopyOption.ATOMIC_MOVE);
            DurableFile.syncFolder(target.getParent());
            return new Restored(snapshot, target, aside);
        } finally {
            delete(whole);
        }
    }

    /** @param aside where the profile that was there lies now */
    public record Restored(Snapshot snapshot, Path profile, Optional<Path> aside) {}

    private void fill(Snapshot snapshot, Snapshot newest, Path whole, Progress progress) throws IOException {
        Files.createDirectories(whole.getParent());
        Files.createDirectory(whole, DurableFile.ownerOnly(whole.getParent(), "rwx------"));
        long done = 0;
        for (Snapshot.Entry entry : snapshot.files()) {
            progress.stopIfCancelled();
            put(entry, whole);
            progress.at(++done, snapshot.files().size(), entry.path());
        }
        Optional<Snapshot.Entry> erasures = newest.files().stream().filter(entry -> entry.path().equals(ERASURES)).findFirst();
        if (erasures.isPresent()) {
            Files.deleteIfExists(whole.resolve(ERASURES));
            put(erasures.get(), whole);
        }
        DurableFile.write(whole.resolve(NOTE), (snapshot.name() + "\n" + snapshot.madeAt() + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private void put(Snapshot.Entry entry, Path whole) throws IOException {
        Path file = whole.resolve(entry.path());
        Files.createDirectories(file.getParent());
        backups.store().copy(entry, file);
        Files.setLastModifiedTime(file, FileTime.fromMillis(entry.modified()));
        DurableFile.syncFolder(file.getParent());
    }

    private static Path moveAside(Path profile, Snapshot snapshot) throws IOException {
        Path aside = profile.resolveSibling(profile.getFileName() + ".before-" + snapshot.name());
        for (int number = 2; Files.exists(aside); number++) {
            aside = profile.resolveSibling(profile.getFileName() + ".before-" + snapshot.name() + "." + number);
        }
        // nobody has it open
        Profile.hold(profile).close();
        Files.move(profile, aside, StandardCopyOption.ATOMIC_MOVE);
        return aside;
    }

    private static boolean isThere(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return false;
        }
        try (DirectoryStream<Path> inside = Files.newDirectoryStream(folder)) {
            return inside.iterator().hasNext();
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var all = Files.walk(folder)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }

    /** What a restore left in this profile for its next opening: the snapshot's name and time. */
    public static Optional<Note> note(Path profile) throws IOException {
        Path file = profile.resolve(NOTE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file);
        return Optional.of(new Note(lines.getFirst(), Instant.parse(lines.get(1))));
    }

    /** @param madeAt when the snapshot was made */
    public record Note(String snapshot, Instant madeAt) {}
}
