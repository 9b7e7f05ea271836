package dev.docket.intake.drop;

import dev.docket.intake.IntakeException;
import dev.docket.intake.IntakeResult;
import dev.docket.intake.IntakeSource;
import dev.docket.intake.IntakeSources;
import dev.docket.intake.IntakeSources.Format;
import dev.docket.intake.Outcome;
import dev.docket.storage.ContentHash;
import dev.docket.storage.DurableFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A folder into which another system renames manifests of JSON lines, whole: {@code X.jsonl.tmp} to {@code X.jsonl}. Each is
 * admitted, answered with {@code X.receipt.jsonl} beside it, and moved to {@code done}, in this order: killed in between, it is
 * done again, and nothing is admitted twice. Of several processes that look into one folder, one works and the others stand by.
 * One thread.
 */
public final class DropFolder implements AutoCloseable {
    private static final String MANIFEST = ".jsonl";

    /** Whoever admits what a manifest offers, and tells what became of it, in its order. */
    public interface Admitting {
        IntakeResult admit(IntakeSource manifest, Consumer<Outcome> told);
    }

    private final Path folder;
    private final String source;
    private final Clock clock;
    private final FileChannel door;
    private FileLock lock;

    /**
     * @param source name of the feed for lines that bring none; the folder's when blank
     * @throws IOException when the folder may not be written
     */
    public DropFolder(Path folder, String source, Clock clock) throws IOException {
        this.folder = folder;
        this.source = source.isBlank() ? IntakeSources.nameOf(folder) : source;
        this.clock = clock;
        door = FileChannel.open(folder.resolve(".docket-drop.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    /** Whether this process is the one that works here: the first that asked, for as long as it lives. */
    public boolean isMine() throws IOException {
        if (lock == null) {
            try {
                lock = door.tryLock();
            } catch (OverlappingFileLockException e) {
                return false; // somebody else in this process
            }
        }
        return lock != null;
    }

    /** What waits to be admitted, by name. */
    public List<Path> waiting() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(DropFolder::isManifest).sorted().toList();
        }
    }

    private static boolean isManifest(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(MANIFEST) && !name.endsWith(Receipt.ENDING) && !name.startsWith(".") && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }

    /**
     * Admits one manifest, answers it and puts it away.
     *
     * @throws IntakeException when it cannot be read; it stays where it is
     * @throws IOException when the folder cannot be written
     */
    public IntakeResult take(Path manifest, Admitting admitting) throws IntakeException, IOException {
        String name = manifest.getFileName().toString();
        Path receipt = folder.resolve(name.substring(0, name.length() - MANIFEST.length()) + Receipt.ENDING);
        IntakeSource lines = IntakeSources.open(manifest, Format.JSONL, source, clock);
        String hash = hash(manifest);
        IntakeResult result = IntakeResult.NONE;
        // answered already: whoever did was killed before it was put away
        if (!Receipt.answers(receipt, hash)) {
            try (Receipt answer = new Receipt(receipt, name)) {
                result = admitting.admit(lines, answer);
                answer.finish(hash);
            }
        }
        putAway(manifest, hash);
        return result;
    }

    private void putAway(Path manifest, String hash) throws IOException {
        Path done = Files.createDirectories(folder.resolve("done"));
        String name = manifest.getFileName().toString();
        Path place = done.resolve(name);
        if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
            place = done.resolve(name.substring(0, name.length() - MANIFEST.length()) + "." + hash.substring(0, 12) + MANIFEST);
        }
        Files.move(manifest, place, StandardCopyOption.ATOMIC_MOVE);
        DurableFile.syncFolder(done);
        DurableFile.syncFolder(folder);
    }

    private static String hash(Path manifest) throws IOException {
        MessageDigest digest = ContentHash.sha256();
        try (InputStream in = Files.newInputStream(manifest)) {
            byte[] part = new byte[1 << 16];
            for (int read = in.read(part); read >= 0; read = in.read(part)) {
                digest.update(part, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Lets others in. */
    @Override
    public void close() throws IOException {
        door.close();
    }
}
