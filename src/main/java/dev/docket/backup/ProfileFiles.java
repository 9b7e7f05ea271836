package dev.docket.backup;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The files of a profile that a backup carries: all that cannot be made again, those that later versions add included. */
final class ProfileFiles {
    /** The first part of paths whose files are never written twice, so that one of the same length and time is the same. */
    static final String IMAGES = "images/";
    /** Caches of one sitting, under keys that nobody has any more. */
    private static final Set<String> LEFT_OUT = Set.of("thumbnails", "kept", "lock", "images/unfinished");

    /** A file, and its path inside the profile. */
    record Found(Path file, String path, long bytes, long modified) {}

    private ProfileFiles() {}

    /** In order of path. Links are not followed. */
    static List<Found> in(Path profile) throws IOException {
        List<Found> found = new ArrayList<>();
        Files.walkFileTree(profile, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes known) {
                return LEFT_OUT.contains(path(profile, folder)) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes known) {
                String path = path(profile, file);
                if (known.isRegularFile() && !LEFT_OUT.contains(path) && !isUnfinished(file)) {
                    found.add(new Found(file, path, known.size(), known.lastModifiedTime().toMillis()));
                }
                return FileVisitResult.CONTINUE;
            }
        });
        found.sort((a, b) -> a.path().compareTo(b.path()));
        return found;
    }

    /** What is being written is moved into place when it is whole; until then it is not part of anything. */
    private static boolean isUnfinished(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".part") || name.startsWith(".") && name.endsWith(".tmp");
    }

    private static String path(Path profile, Path file) {
        return StreamSupport.stream(profile.relativize(file).spliterator(), false).map(Path::toString).collect(Collectors.joining("/"));
    }
}
