package dev.docket.export;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What lies in a folder that nobody trusts. Links are not followed, and what is neither a file nor a folder is never
 * opened.
 */
final class FolderListing {
    private static final int MAX_FILES = 5_000_000;

    private final SortedMap<String, Long> files = new TreeMap<>();
    private final List<String> strange = new ArrayList<>();

    private FolderListing() {}

    static FolderListing of(Path root) throws IOException {
        FolderListing listing = new FolderListing();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                return listing.add(root.relativize(file), attributes);
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) {
                listing.strange.add(SelectionText.plain(name(root.relativize(file))) + " cannot be read.");
                return FileVisitResult.CONTINUE;
            }
        });
        return listing;
    }

    private FileVisitResult add(Path file, BasicFileAttributes attributes) {
        if (attributes.isRegularFile()) {
            files.put(name(file), attributes.size());
        } else {
            strange.add(SelectionText.plain(name(file)) + (attributes.isSymbolicLink() ? " is a symbolic link, which a decision set never holds." : " is not a plain file."));
        }
        if (files.size() + strange.size() > MAX_FILES) {
            strange.add("The folder holds more than " + MAX_FILES + " files; the rest was not looked at.");
            return FileVisitResult.TERMINATE;
        }
        return FileVisitResult.CONTINUE;
    }

    private static String name(Path relative) {
        return relative.toString().replace(relative.getFileSystem().getSeparator(), "/");
    }

    /** Plain files, path to size in bytes. */
    SortedMap<String, Long> files() {
        return files;
    }

    /** Sentences on what is no plain file. */
    List<String> strange() {
        return strange;
    }
}
