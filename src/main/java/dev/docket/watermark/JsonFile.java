package dev.docket.watermark;

import dev.docket.provenance.ProvenanceReport.Origin;
import dev.docket.storage.CanonicalJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;

/** A small JSON file of somebody else's making, read field by field; every complaint names the file and the field. */
final class JsonFile {
    private static final int MOST_BYTES = 20_000;
    private static final int MOST_TEXT = 2_000;
    private static final int MOST_TEXTS = 20;

    private final Path file;
    private final JsonNode root;

    private JsonFile(Path file, JsonNode root) {
        this.file = file;
        this.root = root;
    }

    /** @param fields it may have */
    static JsonFile read(Path file, List<String> fields) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException(file + " is no file");
        }
        byte[] content;
        try (InputStream in = Files.newInputStream(file)) {
            content = in.readNBytes(MOST_BYTES + 1);
        }
        if (content.length > MOST_BYTES) {
            throw new IOException(file + " is larger than " + MOST_BYTES + " bytes; it should hold a few fields only");
        }
        try {
            JsonNode root = CanonicalJson.MAPPER.reader().with(StreamReadFeature.STRICT_DUPLICATE_DETECTION).readTree(content);
            if (!root.isObject()) {
                throw new IOException(file + " does not hold a JSON object");
            }
            JsonFile json = new JsonFile(file, root);
            for (String name : root.propertyNames()) {
                if (!fields.contains(name)) {
                    throw json.fault("it", "has a field that is not known here; there are " + String.join(", ", fields));
                }
            }
            return json;
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
            throw new IOException(file + ":" + line + ": not JSON, or a field stands there twice", e);
        }
    }

    boolean has(String field) {
        return root.hasNonNull(field);
    }

    String text(String field) throws IOException {
        return plain(field, root.path(field), "must be text in quotes");
    }

    List<String> texts(String field) throws IOException {
        JsonNode list = root.path(field);
        if (!list.isArray() || list.isEmpty() || list.size() > MOST_TEXTS) {
            throw fault(field, "must be a list of words");
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode each : list) {
            texts.add(plain(field, each, "must be a list of words"));
        }
        return texts;
    }

    int whole(String field) throws IOException {
        JsonNode number = root.path(field);
        if (!number.isInt() || number.asInt() < 0) {
            throw fault(field, "must be a whole number");
        }
        return number.asInt();
    }

    boolean flag(String field) throws IOException {
        if (!root.path(field).isBoolean()) {
            throw fault(field, "must be true or false");
        }
        return root.path(field).asBoolean();
    }

    /** What a mark states of a picture; other where it does not say. */
    Origin says() throws IOException {
        if (!has("says")) {
            return Origin.OTHER;
        }
        return switch (text("says")) {
            case "ai_generated" -> Origin.AI_GENERATED;
            case "ai_edited" -> Origin.AI_EDITED;
            case "other" -> Origin.OTHER;
            default -> throw fault("says", "must be ai_generated, ai_edited or other");
        };
    }

    IOException fault(String field, String what) {
        return new IOException(file + ": " + field + " " + what);
    }

    private String plain(String field, JsonNode node, String form) throws IOException {
        if (!node.isString() || node.asString().isEmpty() || node.asString().length() > MOST_TEXT || node.asString().chars().anyMatch(Character::isISOControl)) {
            throw fault(field, form);
        }
        return node.asString();
    }
}
