package dev.docket.backup;

import dev.docket.storage.ContentHash;
import dev.docket.storage.DurableFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Where backups lie: {@code snapshots/NAME.json} for each, and {@code objects/ab/SHA-256} for what they hold, each content once,
 * however many snapshots have it. Files are as they lie in the profile, so what is encrypted there is encrypted here. A file comes
 * into being whole, by a synced rename. One process at a time.
 */
final class BackupFolder {
    private static final String JSON = ".json";

    private final Path root;
    private final Path objects;
    private final Path snapshots;

    BackupFolder(Path root) {
        this.root = root;
        this.objects = root.resolve("objects");
        this.snapshots = root.resolve("snapshots");
    }

    /** @throws IOException when there is something else in the folder, or it cannot be made */
    void make() throws IOException {
        if (Files.isDirectory(root) && !Files.isDirectory(snapshots)) {
            try (DirectoryStream<Path> inside = Files.newDirectoryStream(root)) {
                if (inside.iterator().hasNext()) {
                    throw new IOException(root + " holds something else. Name an empty folder, or one that holds backups.");
                }
            }
        }
        Files.createDirectories(objects);
        Files.createDirectories(snapshots);
    }

    /** In order of time. @throws IOException naming a snapshot that is damaged */
    List<Snapshot> snapshots() throws IOException {
        if (!Files.isDirectory(snapshots)) {
            throw new IOException("There are no backups in " + root + ". Name the folder that docket backup was given.");
        }
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(snapshots, "*" + JSON)) {
            all.forEach(files::add);
        }
        List<Snapshot> read = new ArrayList<>();
        for (Path file : files) {
            Snapshot snapshot = Snapshot.read(Files.readString(file), file.toString());
            if (!file.getFileName().toString().equals(snapshot.name() + JSON)) {
                throw new IOException(file + " is the snapshot " + snapshot.name() + " under another name");
            }
            read.add(snapshot);
        }
        read.sort(Comparator.comparing(Snapshot::name));
        return read;
    }

    boolean has(ContentHash content, long bytes) throws IOException {
        try {
            return Files.size(file(content)) == bytes;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /** Copies a file unless its content is here. */
    ContentHash put(Path source) throws IOException {
        Path part = objects.resolve("." + UUID.randomUUID() + ".part");
        try {
            ContentHash content;
            try (InputStream in = Files.newInputStream(source)) {
                content = written(in, part);
            }
            if (has(content, Files.size(part))) {
                Files.delete(part);
            } else {
                Files.createDirectories(file(content).getParent());
                DurableFile.syncFolder(objects);
                DurableFile.replace(file(content), part);
            }
            return content;
        } catch (IOException e) {
            Files.deleteIfExists(part);
            throw e;
        }
    }

    void put(Snapshot snapshot) throws IOException {
        DurableFile.write(snapshots.resolve(snapshot.name() + JSON), snapshot.text());
    }

    /** Writes content out, synced. @throws IOException when it is not what was put in */
    void copy(Snapshot.Entry entry, Path target) throws IOException {
        try (InputStream in = Files.newInputStream(file(entry.sha256()))) {
            if (!written(in, target).equals(entry.sha256())) {
                throw damaged(entry);
            }
        }
    }

    /** What is wrong with a content; empty when it is as it was put in. */
    Optional<String> fault(Snapshot.Entry entry) throws IOException {
        try (InputStream in = Files.newInputStream(file(entry.sha256()))) {
            return digest(in, OutputStream.nullOutputStream()).equals(entry.sha256()) ? Optional.empty() : Optional.of(damaged(entry).getMessage());
        } catch (NoSuchFileException e) {
            return Optional.of(entry.path() + " is missing: " + file(entry.sha256()));
        }
    }

    /** Deletes these snapshots, and then contents that none of the others has. Returns the bytes that were freed. */
    long delete(List<Snapshot> old, Set<ContentHash> kept) throws IOException {
        for (Snapshot snapshot : old) {
            Files.deleteIfExists(snapshots.resolve(snapshot.name() + JSON));
        }
        DurableFile.syncFolder(snapshots);
        long freed = 0;
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(objects)) {
            for (Path each : folders) {
                freed += Files.isDirectory(each) ? sweep(each, kept) : deleted(each);
            }
        }
        return freed;
    }

    private static long sweep(Path folder, Set<ContentHash> kept) throws IOException {
        long freed = 0;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                if (!name.matches("[0-9a-f]{64}") || !kept.contains(ContentHash.fromHex(name))) {
                    freed += deleted(file);
                }
            }
        }
        return freed;
    }

    private static long deleted(Path file) throws IOException {
        long bytes = Files.size(file);
        Files.delete(file);
        return bytes;
    }

    private static ContentHash written(InputStream in, Path target) throws IOException {
        try (FileChannel channel = FileChannel.open(target, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), DurableFile.ownerOnly(target, "rw-------"));
                OutputStream out = Channels.newOutputStream(channel)) {
            ContentHash content = digest(in, out);
            channel.force(true);
            return content;
        }
    }

    private static ContentHash digest(InputStream in, OutputStream out) throws IOException {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            in.transferTo(new DigestOutputStream(out, sha256));
            return ContentHash.fromDigest(sha256.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }

    private static IOException damaged(Snapshot.Entry entry) {
        return new IOException(entry.path() + " is damaged in the backup: it is not what was put in. Use another snapshot.");
    }

    private Path file(ContentHash content) {
        return objects.resolve(content.hex().substring(0, 2)).resolve(content.hex());
    }
}
