package dev.docket.intake;

import dev.docket.item.ItemFacts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The image files of a folder and the folders in it, by name. Their id is the hash of their content, so that a file
 * moved, renamed or offered twice stays one item. Hidden files and links are passed over.
 */
final class FolderSource implements IntakeSource {
    /** What is offered to the pipeline; the content decides what it really is. */
    static final Set<String> EXTENSIONS = Set.of(
            "jpg", "jpeg", "jpe", "jfif", "png", "apng", "webp", "gif", "bmp", "tif", "tiff", "avif", "heic", "heif", "jxl", "svg");

    private final Path root;
    private final List<Path> files;
    private final String sourceName;

    FolderSource(Path root, List<Path> files, String sourceName) {
        this.root = root;
        this.files = List.copyOf(files);
        this.sourceName = sourceName;
    }

    /** Image files below a folder, sorted by path. */
    static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder, 32)) {
            return walk.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .filter(file -> !hidden(folder, file) && EXTENSIONS.contains(extension(file)))
                    .sorted().toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    static String extension(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static boolean hidden(Path folder, Path file) {
        for (Path part : folder.relativize(file)) {
            if (part.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }

    @Override
    public long expected() {
        return files.size();
    }

    @Override
    public void forEach(Consumer<Candidate> candidate, Consumer<Refusal> refused) {
        for (Path file : files) {
            String place = root.equals(file) ? file.getFileName().toString() : IntakeSources.nameOf(root) + "/" + root.relativize(file);
            try {
                Instant changed = Files.getLastModifiedTime(file).toInstant();
                candidate.accept(new Candidate(
                        place, file, sourceName, Optional.empty(), Optional.of(changed), ItemFacts.NONE, List.of()));
            } catch (IOException e) {
                refused.accept(new Refusal(place, Unreadable.because(e)));
            }
        }
    }
}
