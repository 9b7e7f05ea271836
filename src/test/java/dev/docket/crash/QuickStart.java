package dev.docket.crash;

import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * The class path of this process with its folders in one jar, and an archive of the classes that the first process loads, so that
 * the others start in half the time: they are started very often.
 */
record QuickStart(String classPath, Path archive, boolean archived) {

    /** For people who start no process. */
    static final QuickStart NONE = new QuickStart("", Path.of(""), false);

    static QuickStart in(Path folder, boolean archived) throws IOException {
        Path jar = Files.createDirectories(folder).resolve("classes.jar");
        List<String> path = new ArrayList<>(List.of(jar.toString()));
        Set<String> names = new HashSet<>();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(jar)); JarOutputStream packed = new JarOutputStream(out)) {
            packed.setLevel(1);
            for (String part : System.getProperty("java.class.path").split(File.pathSeparator)) {
                if (Files.isDirectory(Path.of(part))) {
                    add(packed, Path.of(part), names);
                } else if (Files.exists(Path.of(part))) {
                    path.add(part);
                }
            }
        }
        Path archive = folder.resolve("classes.jsa");
        // of other classes
        Files.deleteIfExists(archive);
        return new QuickStart(String.join(File.pathSeparator, path), archive, archived);
    }

    private static void add(JarOutputStream packed, Path folder, Set<String> names) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.sorted().toList()) {
                boolean isFolder = Files.isDirectory(file);
                String name = folder.relativize(file).toString().replace(File.separatorChar, '/') + (isFolder ? "/" : "");
                // models and pictures are not asked for; Flyway asks for folders
                if (name.length() > 1 && names.add(name) && (isFolder || name.endsWith(".class") || name.startsWith("db/") || name.startsWith("policies/") || name.startsWith("dsa/") || !name.contains("/"))) {
                    packed.putNextEntry(new JarEntry(name));
                    if (!isFolder) {
                        Files.copy(file, packed);
                    }
                }
            }
        }
    }

    /** Of a Java that writes the archive as it ends, if there is none, and reads it otherwise. */
    List<String> flags() {
        if (!archived) {
            // our own classes need no proof
            return List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:-BytecodeVerificationRemote", "-Xmx64m", "-XX:-UsePerfData", "-cp", classPath);
        }
        return List.of("-XX:" + (Files.exists(archive) ? "SharedArchiveFile=" : "ArchiveClassesAtExit=") + archive, "-Xlog:disable", "-Xmx64m", "-XX:-UsePerfData", "-cp", classPath);
    }
}
