package dev.docket.export;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Where each picture stands inside a set: {@code train/benign/SHA256.jpg}. Named by content, never by what the file was
 * called. A picture that several items share with one label gets the later items' names appended.
 */
final class ImageNames {
    private static final Map<String, String> EXTENSIONS = Map.of(
            "image/jpeg", "jpg", "image/png", "png", "image/webp", "webp", "image/gif", "gif", "image/bmp", "bmp",
            "image/tiff", "tiff", "image/avif", "avif", "image/heic", "heic", "image/jxl", "jxl");

    private final Map<UUID, String> paths = new HashMap<>();

    /** @param items with pictures, in the set's order */
    ImageNames(List<LabelledItem> items, Pseudonyms names) {
        Set<String> taken = new HashSet<>();
        for (LabelledItem i : items) {
            String stem = i.split().word() + "/" + folder(i.label()) + "/" + i.item().sha256().hex();
            String path = taken.add(stem) ? stem : stem + "-" + names.item(i.item().id());
            paths.put(i.item().id(), path + "." + extension(i.item().mediaType()));
        }
    }

    /** Path inside the set, or null when the item's picture is not in it. */
    String of(LabelledItem item) {
        return paths.get(item.item().id());
    }

    /** {@code jpg} for a media type; {@code bin} for one that is not known. */
    static String extension(String mediaType) {
        return EXTENSIONS.getOrDefault(mediaType, "bin");
    }

    /** The media type of an extension that {@link #extension} gave. */
    static String mediaType(String extension) {
        return EXTENSIONS.entrySet().stream().filter(e -> e.getValue().equals(extension)).map(Map.Entry::getKey).findFirst().orElse("application/octet-stream");
    }

    /** A label's id as a folder name on every system. */
    static String folder(String label) {
        String plain = label.replaceAll("[^A-Za-z0-9_-]", "_");
        return plain.isEmpty() ? "_" : plain;
    }
}
