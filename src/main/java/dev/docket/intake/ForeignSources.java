package dev.docket.intake;

import dev.docket.intake.IntakeSources.Format;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Finds the documents of a format of another tool in what a person named. */
final class ForeignSources {
    private ForeignSources() {}

    /** @throws IntakeException when what was named is not of that format, with what to name instead */
    static IntakeSource open(Path path, Format format, String feed) throws IntakeException {
        boolean folder = Files.isDirectory(path);
        Path root = folder ? path : path.toAbsolutePath().getParent();
        try {
            return switch (format) {
                case LABEL_STUDIO -> new LabelStudioSource(folder ? only(path, format, List.of("label-studio.json"), List.of("")) : path, new ForeignFiles(root), feed);
                case COCO -> new CocoSource(folder ? some(path, format, List.of("coco", "annotations", "")) : List.of(path), new ForeignFiles(root), feed);
                case FIFTYONE -> new FiftyOneSource(folder ? only(path, format, List.of("samples.json", "labels.json"), List.of()) : path, new ForeignFiles(root), feed);
                case DFDC -> new DfdcSource(folder ? only(path, format, List.of("metadata.json"), List.of()) : path, FolderSource.list(root), feed);
                default -> imageFolder(path, folder, feed);
            };
        } catch (IOException e) {
            throw new IntakeException(path + ": " + Unreadable.because(e));
        }
    }

    private static IntakeSource imageFolder(Path path, boolean folder, String feed) throws IntakeException, IOException {
        if (!folder) {
            throw new IntakeException(path + ": an image folder is a folder; name the one that holds the splits or labels");
        }
        List<Path> images = FolderSource.list(path);
        if (images.isEmpty()) {
            throw new IntakeException(path + ": no image files here");
        }
        return new ImageFolderSource(path, images, feed);
    }

    /** The file of one of these names, else the only JSON file of one of these folders. */
    private static Path only(Path folder, Format format, List<String> names, List<String> inside) throws IntakeException, IOException {
        for (String name : names) {
            if (Files.isRegularFile(folder.resolve(name))) {
                return folder.resolve(name);
            }
        }
        List<Path> found = inside.isEmpty() ? List.of() : some(folder, format, inside);
        if (found.size() != 1) {
            throw new IntakeException(folder + ": there is no " + String.join(" or ", names) + " here" + (found.isEmpty() ? "" : ", but " + found.size() + " JSON files; name one"));
        }
        return found.getFirst();
    }

    /** JSON files of the first of these folders that has any. */
    private static List<Path> some(Path folder, Format format, List<String> inside) throws IntakeException, IOException {
        for (String name : inside) {
            Path place = folder.resolve(name);
            if (Files.isDirectory(place)) {
                try (Stream<Path> files = Files.list(place)) {
                    List<Path> found = files.filter(f -> Files.isRegularFile(f) && f.getFileName().toString().endsWith(".json")).sorted().toList();
                    if (!found.isEmpty()) {
                        return found;
                    }
                }
            }
        }
        throw new IntakeException(folder + ": no JSON file of the format " + format + " here");
    }
}
