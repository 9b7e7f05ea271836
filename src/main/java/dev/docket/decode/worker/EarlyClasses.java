package dev.docket.decode.worker;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Makes classes findable for a process that will not be able to open files any more. */
public final class EarlyClasses {
    private EarlyClasses() {}

    /** @param under a folder of classes such as {@code dev/docket/decode} */
    public static void load(String under) {
        openEveryJar();
        loadFromFolders(under);
    }

    /** Looking for a class that does not exist looks into every jar of the class path, and leaves it open. */
    private static void openEveryJar() {
        EarlyClasses.class.getClassLoader().getResource("dev/docket/none");
    }

    /** Classes that lie in folders and not in jars, as in a build, are loaded one by one. */
    private static void loadFromFolders(String under) {
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path classes = Path.of(entry);
            Path ours = classes.resolve(under);
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
            Class.forName(name.substring(0, name.length() - ".class".length()), false, EarlyClasses.class.getClassLoader());
        } catch (ClassNotFoundException | LinkageError e) {
            throw new IllegalStateException(e);
        }
    }
}
