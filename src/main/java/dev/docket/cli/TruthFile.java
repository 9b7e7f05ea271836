package dev.docket.cli;

import dev.docket.storage.CanonicalJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** JSON lines that say which labels a picture has: {@code {"file", "label"}} or {@code {"file", "labels": []}}; other fields are left alone. */
final class TruthFile {
    private static final long LARGEST_PICTURE = 256L << 20;

    private TruthFile() {}

    /** @throws UsageException naming file, line and field */
    static List<JudgedPicture> read(Path file) throws IOException {
        List<JudgedPicture> pictures = new ArrayList<>();
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    pictures.add(picture(file, number, line));
                }
            }
        } catch (NoSuchFileException e) {
            throw new UsageException(file + ": there is no such file");
        } catch (CharacterCodingException e) {
            throw new UsageException(file + " is not UTF-8 text");
        }
        if (pictures.isEmpty()) {
            throw new UsageException(file + " names no picture");
        }
        return pictures;
    }

    private static JudgedPicture picture(Path file, int number, String line) {
        String place = file + ":" + number + ": ";
        JsonNode node;
        try {
            node = CanonicalJson.MAPPER.readTree(line);
        } catch (JacksonException e) {
            throw new UsageException(place + "not JSON: " + e.getOriginalMessage());
        }
        JsonNode name = node.get("file");
        if (name == null || !name.isString() || name.asString().isBlank()) {
            throw new UsageException(place + "file is missing; it names the picture, relative to this file's folder");
        }
        Set<String> labels = labels(place, node);
        Path folder = file.toAbsolutePath().normalize().getParent();
        Path picture = folder.resolve(name.asString()).normalize();
        if (!picture.startsWith(folder)) {
            throw new UsageException(place + "file leads out of the folder: " + name.asString());
        }
        return new JudgedPicture(name.asString(), labels, () -> bytes(picture));
    }

    private static Set<String> labels(String place, JsonNode node) {
        JsonNode one = node.get("label");
        JsonNode several = node.get("labels");
        Set<String> labels = new HashSet<>();
        if (one != null && one.isString()) {
            labels.add(one.asString());
        } else if (several != null && several.isArray()) {
            for (JsonNode label : several) {
                if (!label.isString()) {
                    throw new UsageException(place + "labels holds " + label + ", which is no text");
                }
                labels.add(label.asString());
            }
        } else {
            throw new UsageException(place + "label is missing; write the label's id as text, or labels as a list");
        }
        return labels;
    }

    private static byte[] bytes(Path picture) throws IOException {
        if (!Files.isRegularFile(picture)) {
            throw new IOException("there is no such file");
        }
        if (Files.size(picture) > LARGEST_PICTURE) {
            throw new IOException("it is larger than 256 MB");
        }
        return Files.readAllBytes(picture);
    }
}
