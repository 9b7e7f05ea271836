package dev.docket.report.benchmark;

import dev.docket.metrics.table.TableException;
import dev.docket.metrics.table.TableFile;
import dev.docket.progress.Progress;
import dev.docket.storage.CanonicalJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * A labelled folder in the layout of the Deepfake Detection Challenge: {@code metadata.json}, {@code {"a.mp4": {"label": "FAKE", "split":
 * "train", "original": "b.mp4"}}}, or {@code labels.csv} with the columns file and label (FAKE or REAL, 1 or 0) and, if there are,
 * original and group. The pictures of an entry are the file itself where it is one, and frames cut from it: in a folder
 * {@code a} or named {@code a_0001.png}. Films are not read. Only files in the folder are, and no links.
 *
 * @param document which of the two it was
 * @param films in the document's order
 * @param without entries no picture was found of, by name
 */
public record BenchmarkFolder(Path document, List<Film> films, List<String> without) {
    private static final int MOST_FILES = 2_000_000;
    private static final long LARGEST_DOCUMENT = 256L << 20;
    private static final int DEPTH = 4;

    private record Entry(String name, boolean fake, Optional<String> original, Optional<String> group) {}

    public BenchmarkFolder {
        films = List.copyOf(films);
        without = List.copyOf(without);
    }

    /** @throws BenchmarkFormatException naming file, line and field */
    public static BenchmarkFolder read(Path folder, Progress progress) throws IOException, BenchmarkFormatException {
        if (!Files.isDirectory(folder)) {
            throw new BenchmarkFormatException(folder + " is no folder");
        }
        Path json = folder.resolve("metadata.json");
        Path csv = folder.resolve("labels.csv");
        Path document = Files.isRegularFile(json) ? json : csv;
        if (!Files.isRegularFile(document)) {
            throw new BenchmarkFormatException(folder + " has neither metadata.json nor labels.csv; one of them says which files are FAKE and which REAL");
        }
        if (Files.size(document) > LARGEST_DOCUMENT) {
            throw new BenchmarkFormatException(document + " is larger than " + (LARGEST_DOCUMENT >> 20) + " MB");
        }
        List<Entry> entries = document.equals(json) ? ofJson(json) : ofCsv(csv, progress);
        Map<String, List<Path>> pictures = pictures(folder);
        List<Film> films = new ArrayList<>();
        List<String> without = new ArrayList<>();
        for (Entry entry : entries) {
            List<Path> found = Stream.concat(pictures.getOrDefault(entry.name(), List.of()).stream(), pictures.getOrDefault(stem(entry.name()) + "/", List.of()).stream())
                    .distinct().sorted().toList();
            if (found.isEmpty()) {
                without.add(entry.name());
            } else {
                films.add(new Film(entry.name(), entry.fake(), stem(entry.original().orElse(entry.name())), entry.group(), found));
            }
        }
        if (films.isEmpty()) {
            throw new BenchmarkFormatException(document + ": there is no picture of any of its " + entries.size() + " entries; films are not read: cut frames of a.mp4 into a folder a, or as a_0001.png");
        }
        return new BenchmarkFolder(document, films, without);
    }

    private static List<Entry> ofJson(Path file) throws IOException, BenchmarkFormatException {
        JsonNode root;
        try {
            root = CanonicalJson.MAPPER.readTree(Files.readAllBytes(file));
        } catch (JacksonException e) {
            throw new BenchmarkFormatException(file + ": not JSON: " + e.getOriginalMessage());
        }
        if (!root.isObject() || root.isEmpty()) {
            throw new BenchmarkFormatException(file + ": an object is wanted, with one field for each file");
        }
        List<Entry> entries = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : root.properties()) {
            String place = file + ": " + plain(field.getKey()) + ": ";
            entries.add(new Entry(field.getKey(), fake(place, field.getValue().path("label").asString("")), text(field.getValue(), "original"), text(field.getValue(), "split")));
        }
        return entries;
    }

    private static Optional<String> text(JsonNode node, String field) {
        return node.path(field).isString() && !node.path(field).stringValue().isBlank() ? Optional.of(plain(node.path(field).stringValue())) : Optional.empty();
    }

    private static List<Entry> ofCsv(Path file, Progress progress) throws IOException, BenchmarkFormatException {
        Map<String, Entry> entries = new LinkedHashMap<>();
        try {
            new TableFile(file, progress).read(TableFile.needing("file", "label"), row -> {
                String name = row.text("file");
                boolean fake;
                try {
                    fake = fake("", row.text("label"));
                } catch (BenchmarkFormatException e) {
                    throw row.fault("label", e.getMessage());
                }
                Entry entry = new Entry(name, fake, row.has("original") ? Optional.of(row.text("original")) : Optional.empty(),
                        row.has("group") ? Optional.of(plain(row.text("group"))) : Optional.empty());
                if (entries.putIfAbsent(name, entry) != null) {
                    throw row.fault("file", "is named twice");
                }
            });
        } catch (TableException e) {
            throw new BenchmarkFormatException(e.getMessage());
        }
        return List.copyOf(entries.values());
    }

    private static boolean fake(String place, String label) throws BenchmarkFormatException {
        return switch (label.strip().toUpperCase(java.util.Locale.ROOT)) {
            case "FAKE", "1" -> true;
            case "REAL", "0" -> false;
            default -> throw new BenchmarkFormatException(place + "label has to be FAKE or REAL, 1 or 0");
        };
    }

    /** By its path below the folder, and, ending with a stroke, by the film it may be a frame of. */
    private static Map<String, List<Path>> pictures(Path folder) throws IOException, BenchmarkFormatException {
        Map<String, List<Path>> pictures = new HashMap<>();
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder, DEPTH)) {
            files = all.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)).limit(MOST_FILES + 1L).toList();
        }
        if (files.size() > MOST_FILES) {
            throw new BenchmarkFormatException(folder + " holds more than " + MOST_FILES + " files");
        }
        for (Path file : files) {
            String name = folder.relativize(file).toString().replace('\\', '/');
            if (!name.matches("(?i).*\\.(jpe?g|png|webp|bmp|gif|tiff?|avif|heic|heif|jxl)")) {
                continue;
            }
            pictures.computeIfAbsent(name, _ -> new ArrayList<>()).add(file);
            String stem = stem(name);
            String film = stem.replaceFirst("[_-]\\d+$", "");
            if (!film.equals(stem)) {
                pictures.computeIfAbsent(film + "/", _ -> new ArrayList<>()).add(file);
            }
            if (name.contains("/")) {
                pictures.computeIfAbsent(name.substring(0, name.lastIndexOf('/') + 1), _ -> new ArrayList<>()).add(file);
            }
        }
        return pictures;
    }

    private static String stem(String name) {
        int dot = name.lastIndexOf('.');
        return dot > name.lastIndexOf('/') + 1 ? name.substring(0, dot) : name;
    }

    static String plain(String text) {
        String clean = text.replaceAll("\\p{C}", "?");
        return clean.length() > 200 ? clean.substring(0, 200) + "..." : clean;
    }
}
