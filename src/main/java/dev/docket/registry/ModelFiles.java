package dev.docket.registry;

import dev.docket.storage.ContentHash;
import dev.docket.storage.StorageException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The registry's folder: one folder per version, complete or not there at all. */
final class ModelFiles {
    private static final String MODEL = "model.onnx";
    private static final List<String> SETTINGS = List.of("config.json", "preprocessor_config.json", "docket.json");

    private final Path folder;

    ModelFiles(Path folder) {
        this.folder = folder;
    }

    Path folderOf(ModelVersion version) {
        Path place = folder.resolve(version.name()).normalize();
        if (!folder.normalize().equals(place.getParent())) {
            throw new ModelConflictException(version.name() + " is no name for a folder");
        }
        return place;
    }

    /** Copies what a model is made of beside its place, forces it to disk, and moves it in. Left-overs of a crash are replaced. */
    void keep(ModelVersion version, Path from) {
        Path place = folderOf(version);
        Path building = folder.resolve("." + UUID.randomUUID());
        try {
            Files.createDirectories(building);
            Path model = Files.exists(from.resolve(MODEL)) ? from.resolve(MODEL) : from.resolve("onnx").resolve(MODEL);
            ContentHash copied = copy(model, building.resolve(MODEL));
            if (!copied.equals(version.sha256())) {
                throw new ModelConflictException(model + " changed while it was being added; try again");
            }
            for (String name : SETTINGS) {
                if (Files.exists(from.resolve(name))) {
                    copy(from.resolve(name), building.resolve(name));
                }
            }
            force(building);
            remove(place);
            Files.move(building, place, StandardCopyOption.ATOMIC_MOVE);
            force(folder);
        } catch (IOException e) {
            throw new StorageException("The files of " + version.name() + " cannot be kept in " + folder + ": " + e.getMessage(), e);
        } finally {
            remove(building);
        }
    }

    private static ContentHash copy(Path from, Path to) throws IOException {
        var digest = ContentHash.sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(from), digest);
                FileChannel out = FileChannel.open(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            in.transferTo(Channels.newOutputStream(out));
            out.force(true);
        }
        return ContentHash.fromDigest(digest.digest());
    }

    /** Makes the names in a folder durable, where the system lets one open a folder (Windows does not). */
    private static void force(Path directory) throws IOException {
        if (!System.getProperty("os.name").startsWith("Windows")) {
            try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static void remove(Path directory) {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(directory);
        } catch (IOException e) {
            throw new StorageException("The unfinished model in " + directory + " cannot be removed: " + e.getMessage(), e);
        }
    }
}
