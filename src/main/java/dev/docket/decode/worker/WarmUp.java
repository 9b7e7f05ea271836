package dev.docket.decode.worker;

import dev.docket.decode.FormatDecoders;
import dev.docket.decode.PixelRoom;
import dev.docket.decode.UndecodableImageException;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Uses everything once while files can still be opened: classes, libraries and their configuration are loaded late, and
 * not at all once the process is locked in.
 */
final class WarmUp {
    private interface Step {
        void run() throws UndecodableImageException;
    }

    private WarmUp() {}

    static void run(FormatDecoders decoders) {
        openEveryJar();
        loadFromFolders();
        for (byte[] sample : decoders.samples()) {
            for (byte[] file : variants(sample)) {
                attempt(() -> decoders.paint(file, Integer.MAX_VALUE, false, new PixelRoom.Heap()));
                attempt(() -> decoders.paint(file, 8, true, new PixelRoom.Heap()));
                attempt(() -> decoders.animation(file, 8));
            }
        }
    }

    /** Looking for a class that does not exist looks into every jar of the class path, and leaves it open. */
    private static void openEveryJar() {
        WarmUp.class.getClassLoader().getResource("dev/docket/none");
    }

    /** Classes that lie in folders and not in jars, as in a build, are loaded one by one. */
    private static void loadFromFolders() {
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path classes = Path.of(entry);
            Path ours = classes.resolve("dev/docket/decode");
            if (Files.isDirectory(ours)) {
                try (Stream<Path> files = Files.walk(ours)) {
                    files.filter(file -> file.toString().endsWith(".class")).forEach(file -> load(classes.relativize(file)));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private static void load(Path file) {
        String name = file.toString().replace(File.separatorChar, '.');
        try {
            Class.forName(name.substring(0, name.length() - ".class".length()), false, WarmUp.class.getClassLoader());
        } catch (ClassNotFoundException | LinkageError e) {
            throw new IllegalStateException(e);
        }
    }

    /** The file, cut off in two places, and broken in one. */
    private static List<byte[]> variants(byte[] sample) {
        byte[] broken = sample.clone();
        Arrays.fill(broken, broken.length / 2, Math.min(broken.length, broken.length / 2 + 8), (byte) 0xA5);
        return List.of(sample, Arrays.copyOf(sample, sample.length / 2), Arrays.copyOf(sample, sample.length - 3), broken);
    }

    private static void attempt(Step step) {
        try {
            step.run();
        } catch (UndecodableImageException | RuntimeException expected) {
            return;
        }
    }
}
