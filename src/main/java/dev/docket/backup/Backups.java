package dev.docket.backup;

import dev.docket.progress.Progress;
import dev.docket.storage.ContentHash;
import dev.docket.storage.Profile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Backups of a profile in a folder. Only what the folder lacks is copied. The profile's files are taken as they lie, under its lock, so no key
 * is needed, and no other process has it open meanwhile. One thread; slow.
 */
public final class Backups {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final long SPARE = 64L << 20;

    private final Path folder;
    private final BackupFolder store;
    private final Clock clock;

    /**
     * A backup that was made.
     *
     * @param copied bytes that the folder lacked
     */
    public record Made(Snapshot snapshot, long copied) {}

    /** What was pruned. @param freed bytes */
    public record Pruned(List<Snapshot> gone, long freed) {}

    /** A fault in a backup, for a person. */
    public record Fault(Snapshot snapshot, String what) {}

    public Backups(Path folder, Clock clock) {
        this.folder = folder.toAbsolutePath().normalize();
        this.store = new BackupFolder(this.folder);
        this.clock = clock;
    }

    /** Those that are here, in order of time. */
    public List<Snapshot> all() throws IOException {
        return store.snapshots();
    }

    /**
     * Makes a backup. It appears whole or not at all: what was copied when it was stopped is found again by the next one.
     *
     * @throws dev.docket.storage.ProfileInUse when another process has the profile open
     * @throws IOException when there is no room, or a file cannot be read or written
     * @throws dev.docket.progress.StoppedException when cancelled
     */
    public Made make(Path profile, Progress progress) throws IOException {
        Path real = profile.toRealPath();
        if (folder.startsWith(real) || real.startsWith(folder)) {
            throw new IOException("The backups' folder and the profile lie one in the other. Name another folder, on another disk.");
        }
        store.make();
        try (Profile.Hold held = Profile.hold(profile)) {
            return make(ProfileFiles.in(held.folder()), progress);
        }
    }

    private Made make(List<ProfileFiles.Found> files, Progress progress) throws IOException {
        List<Snapshot> earlier = store.snapshots();
        Map<String, Snapshot.Entry> last = new HashMap<>();
        if (!earlier.isEmpty()) {
            earlier.getLast().files().stream().filter(entry -> entry.path().startsWith(ProfileFiles.IMAGES)).forEach(entry -> last.put(entry.path(), entry));
        }
        requireRoom(files.stream().filter(file -> !isSame(file, last)).mapToLong(ProfileFiles.Found::bytes).sum());
        List<Snapshot.Entry> entries = new ArrayList<>();
        long copied = 0;
        for (ProfileFiles.Found file : files) {
            progress.stopIfCancelled();
            if (isSame(file, last) && store.has(last.get(file.path()).sha256(), file.bytes())) {
                entries.add(last.get(file.path()));
            } else {
                entries.add(new Snapshot.Entry(file.path(), store.put(file.file()), Files.size(file.file()), file.modified()));
                copied += file.bytes();
            }
            progress.at(entries.size(), files.size(), file.path());
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Snapshot snapshot = new Snapshot(name(now, earlier), now, entries);
        store.put(snapshot);
        return new Made(snapshot, copied);
    }

    private static boolean isSame(ProfileFiles.Found file, Map<String, Snapshot.Entry> last) {
        Snapshot.Entry before = last.get(file.path());
        return before != null && before.bytes() == file.bytes() && before.modified() == file.modified();
    }

    /** Later than all there are, also on a clock that was put back. */
    private static String name(Instant now, List<Snapshot> earlier) {
        String name = STAMP.format(now);
        if (earlier.isEmpty() || earlier.getLast().name().compareTo(name) < 0) {
            return name;
        }
        String last = earlier.getLast().name();
        int dash = last.indexOf('-');
        return dash < 0 ? last + "-001" : last.substring(0, dash) + "-%03d".formatted(Integer.parseInt(last.substring(dash + 1)) + 1);
    }

    private void requireRoom(long bytes) throws IOException {
        long free = Files.getFileStore(folder).getUsableSpace();
        if (free < bytes + SPARE) {
            throw new IOException("There is no room in " + folder + ": up to " + (bytes >> 20) + " MiB are to be copied, and " + (free >> 20) + " MiB are free. Make room, prune older backups, or name another folder.");
        }
    }

    /** Reads everything that these snapshots hold and compares it with what was put in. Each content is read once. */
    public List<Fault> verify(List<Snapshot> snapshots, Progress progress) throws IOException {
        Map<ContentHash, String> read = new HashMap<>();
        List<Fault> faults = new ArrayList<>();
        long total = snapshots.stream().mapToLong(snapshot -> snapshot.files().size()).sum();
        long done = 0;
        for (Snapshot snapshot : snapshots) {
            for (Snapshot.Entry entry : snapshot.files()) {
                progress.stopIfCancelled();
                if (!read.containsKey(entry.sha256())) {
                    read.put(entry.sha256(), store.fault(entry).orElse(""));
                }
                if (!read.get(entry.sha256()).isEmpty()) {
                    faults.add(new Fault(snapshot, read.get(entry.sha256())));
                }
                progress.at(++done, total, entry.path());
            }
        }
        return faults;
    }

    /**
     * Deletes all snapshots but the newest ones, and what only they held. With a database's snapshot go the keys of pictures that were erased
     * after it was made.
     *
     * @param keep how many stay, at least 1
     */
    public Pruned prune(int keep) throws IOException {
        List<Snapshot> all = store.snapshots();
        List<Snapshot> old = all.subList(0, Math.max(0, all.size() - Math.max(1, keep)));
        Set<ContentHash> kept = new HashSet<>();
        all.subList(old.size(), all.size()).forEach(snapshot -> snapshot.files().forEach(entry -> kept.add(entry.sha256())));
        return new Pruned(List.copyOf(old), store.delete(old, kept));
    }

    BackupFolder store() {
        return store;
    }
}
