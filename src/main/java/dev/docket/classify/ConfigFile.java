package dev.docket.classify;

import dev.docket.registry.ModelParts;
import dev.docket.storage.CanonicalJson;
import java.io.IOException;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** One JSON file of a model folder, read field by field; every complaint names the file and the field. */
final class ConfigFile {
    private static final long LARGEST = 1 << 20;

    private final String name;
    private final JsonNode root;

    private ConfigFile(String name, JsonNode root) {
        this.name = name;
        this.root = root;
    }

    static ConfigFile read(ModelParts parts, String name) throws ModelRejectedException {
        try {
            if (!parts.has(name)) {
                throw new ModelRejectedException(name + " is missing; put it beside model.onnx");
            }
            if (parts.size(name) > LARGEST) {
                throw new ModelRejectedException(name + " is larger than 1 MB; it should hold settings only");
            }
            JsonNode root = CanonicalJson.MAPPER.readTree(parts.read(name));
            if (!root.isObject()) {
                throw new ModelRejectedException(name + " does not hold a JSON object");
            }
            return new ConfigFile(name, root);
        } catch (JacksonException e) {
            throw new ModelRejectedException(name + " is not JSON: line " + e.getLocation().getLineNr() + ", " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new ModelRejectedException(name + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** The field's value; empty when missing or null. */
    Optional<JsonNode> field(String field) {
        return Optional.ofNullable(root.get(field)).filter(node -> !node.isNull());
    }

    JsonNode required(String field) throws ModelRejectedException {
        return field(field).orElseThrow(() -> fault(field, "is missing"));
    }

    boolean flag(String field, boolean otherwise) throws ModelRejectedException {
        Optional<JsonNode> node = field(field);
        if (node.isPresent() && !node.get().isBoolean()) {
            throw fault(field, "is neither true nor false");
        }
        return node.map(JsonNode::asBoolean).orElse(otherwise);
    }

    /** @param longest in characters */
    Optional<String> text(String field, int longest) throws ModelRejectedException {
        Optional<JsonNode> node = field(field);
        if (node.isPresent() && !(node.get().isString() && node.get().asString().length() <= longest)) {
            throw fault(field, "is not text of at most " + longest + " characters");
        }
        return node.map(JsonNode::asString);
    }

    double number(String field, double otherwise) throws ModelRejectedException {
        Optional<JsonNode> node = field(field);
        if (node.isPresent() && !(node.get().isNumber() && Double.isFinite(node.get().asDouble()))) {
            throw fault(field, "is not a number");
        }
        return node.map(JsonNode::asDouble).orElse(otherwise);
    }

    /** A complaint fit for a person: {@code config.json: id2label is missing}. */
    ModelRejectedException fault(String field, String what) {
        return new ModelRejectedException(name + ": " + field + " " + what);
    }
}
