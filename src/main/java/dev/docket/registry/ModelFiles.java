package dev.docket.registry;

import dev.docket.storage.ContentHash;
import dev.docket.storage.SealedStream;
import dev.docket.storage.StorageException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.spec.HKDFParameterSpec;

/** The registry's folder: one folder per version, complete or not there at all, its files sealed and its name none that says anything. */
final class ModelFiles {
    private static final List<String> SETTINGS = List.of("config.json", "preprocessor_config.json", "docket.json");

    private final Path folder;
    private final byte[] profileKey;
    private final SealedStream stream;

    ModelFiles(Path folder, byte[] profileKey) {
        this.folder = folder;
        this.profileKey = profileKey.clone();
        stream = new SealedStream(profileKey);
    }

    Path folderOf(ModelVersion version) {
        try {
            Mac names = Mac.getInstance("HmacSHA256");
            names.init(KDF.getInstance("HKDF-SHA256").deriveKey("HmacSHA256", HKDFParameterSpec.ofExtract().addIKM(profileKey)
                    .thenExpand("docket model names".getBytes(StandardCharsets.US_ASCII), 32)));
            return folder.resolve(HexFormat.of().formatHex(names.doFinal(version.name().getBytes(StandardCharsets.UTF_8)), 0, 16));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no HMAC-SHA256", e);
        }
    }

    /** What is kept of it. An earlier version of Docket kept it in clear: that is sealed first. */
    ModelParts parts(ModelVersion version) {
        Path clear = folder.resolve(version.name());
        if (folder.equals(clear.getParent()) && Files.isDirectory(clear)) {
            if (!Files.exists(folderOf(version))) {
                keep(version, ModelParts.in(clear));
            }
            remove(clear);
        }
        return new SealedParts(folderOf(version), version.name(), stream);
    }

    /** Seals what a model is made of beside its place, forces it to disk, and moves it in. Left-overs of a crash are replaced. */
    void keep(ModelVersion version, ModelParts from) {
        Path place = folderOf(version);
        Path building = folder.resolve("." + UUID.randomUUID());
        SealedParts into = new SealedParts(building, version.name(), stream);
        try {
            Files.createDirectories(building);
            String model = from.has(ModelParts.MODEL) ? ModelParts.MODEL : "onnx/" + ModelParts.MODEL;
            ContentHash copied = copy(from, model, into, ModelParts.MODEL);
            if (!copied.equals(version.sha256())) {
                throw new ModelConflictException(model + " of " + from.place() + " changed while it was being added; try again");
            }
            for (String name : SETTINGS) {
                if (from.has(name)) {
                    copy(from, name, into, name);
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

    private static ContentHash copy(ModelParts from, String name, SealedParts to, String as) throws IOException {
        var digest = ContentHash.sha256();
        try (InputStream in = new DigestInputStream(from.open(name), digest)) {
            to.write(as, in);
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
