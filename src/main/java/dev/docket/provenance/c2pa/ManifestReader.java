package dev.docket.provenance.c2pa;

import dev.docket.provenance.Manifest;
import dev.docket.provenance.Manifest.Action;
import dev.docket.provenance.Manifest.Ingredient;
import dev.docket.provenance.Manifest.Signature;
import dev.docket.provenance.PlainText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Makes the tree of manifests out of the validator's JSON. Every text in it is the maker's: each is cut short, and all of
 * them together to {@link #MOST_TEXT}; what goes over is left out. For one document, one thread.
 */
final class ManifestReader {
    /** In characters: the report is stored in one row, with the JSON itself. */
    static final int MOST_TEXT = 30_000;
    private static final int MOST_DEPTH = 12;

    private final JsonNode document;
    private final Set<String> shown = new HashSet<>();
    private int left = MOST_TEXT;

    ManifestReader(JsonNode document) {
        this.document = document;
    }

    Optional<Manifest> active() {
        return text(document, "active_manifest").flatMap(label -> manifest(label, 0));
    }

    /** Codes of a list of findings, each once. */
    static List<String> codes(JsonNode findings) {
        return stream(findings).map(found -> PlainText.shown(found.path("code").asString(""))).filter(code -> !code.isEmpty()).distinct().limit(50).toList();
    }

    /** Codes found now in all that the picture was made from. */
    static List<String> ingredientFailures(JsonNode document) {
        return stream(document.path("validation_results").path("ingredientDeltas"))
                .flatMap(delta -> codes(delta.path("validationDeltas").path("failure")).stream()).distinct().limit(50).toList();
    }

    private Optional<Manifest> manifest(String label, int depth) {
        JsonNode node = document.path("manifests").path(label);
        if (!node.isObject() || depth > MOST_DEPTH || left <= 0 || !shown.add(label)) {
            return Optional.empty();
        }
        List<Action> actions = list(assertions(node).filter(assertion -> assertion.path("label").asString("").startsWith("c2pa.actions"))
                .flatMap(assertion -> stream(assertion.path("data").path("actions"))), this::action);
        List<String> assertions = list(assertions(node), assertion -> text(assertion, "label").orElse("?"));
        List<Ingredient> ingredients = list(stream(node.path("ingredients")), ingredient -> ingredient(ingredient, label, depth));
        return Optional.of(new Manifest(taken(label), text(node, "title"), text(node, "format"), claimGenerator(node), signature(node.path("signature_info")),
                actions, assertions, ingredients));
    }

    private static Stream<JsonNode> assertions(JsonNode manifest) {
        return stream(manifest.path("assertions"));
    }

    private Optional<String> claimGenerator(JsonNode manifest) {
        JsonNode info = manifest.path("claim_generator_info").path(0);
        Optional<String> name = text(info, "name");
        return name.isEmpty() ? text(manifest, "claim_generator") : name.map(n -> n + text(info, "version").map(v -> " " + v).orElse(""));
    }

    private Optional<Signature> signature(JsonNode info) {
        return info.isObject() ? Optional.of(new Signature(text(info, "common_name"), text(info, "issuer"), text(info, "alg"), text(info, "cert_serial_number"),
                text(info, "time"))) : Optional.empty();
    }

    private Action action(JsonNode action) {
        JsonNode agent = action.path("softwareAgent");
        Optional<String> name = agent.isObject() ? text(agent, "name").map(n -> n + text(agent, "version").map(v -> " " + v).orElse("")) : text(action, "softwareAgent");
        return new Action(text(action, "action").orElse("?"), text(action, "when"), name, text(action, "digitalSourceType"));
    }

    private Ingredient ingredient(JsonNode node, String parent, int depth) {
        List<String> recorded = Stream.of(node.path("validation_status"), node.path("validation_results").path("activeManifest").path("failure"))
                .flatMap(findings -> codes(findings).stream()).filter(ManifestReader::isFault).distinct().map(this::taken).toList();
        return new Ingredient(text(node, "title"), text(node, "format"), text(node, "relationship"), recorded,
                newFailures(parent, node.path("label").asString("")), node.has("thumbnail"), text(node.path("thumbnail"), "identifier"),
                Optional.ofNullable(node.path("active_manifest").asString(null)).flatMap(label -> manifest(label, depth + 1)));
    }

    /** Older manifests record what was well too, under the same heading. */
    private static boolean isFault(String code) {
        return !code.matches(".*\\.(match|validated|trusted|insideValidity|skipped|notRevoked|unknownProvenance)");
    }

    private List<String> newFailures(String parent, String label) {
        String place = "/" + parent + "/c2pa.assertions/" + label;
        return stream(document.path("validation_results").path("ingredientDeltas"))
                .filter(delta -> delta.path("ingredientAssertionURI").asString("").endsWith(place))
                .flatMap(delta -> codes(delta.path("validationDeltas").path("failure")).stream()).distinct().map(this::taken).toList();
    }

    private <T> List<T> list(Stream<JsonNode> nodes, Function<JsonNode, T> made) {
        List<T> all = new ArrayList<>();
        nodes.takeWhile(_ -> left > 0).forEachOrdered(node -> all.add(made.apply(node)));
        return all;
    }

    private Optional<String> text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isString() && left > 0 ? Optional.of(taken(value.asString())) : Optional.empty();
    }

    private String taken(String text) {
        String plain = PlainText.shown(text);
        left -= plain.length() + 8;
        return plain;
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return array.isArray() ? array.valueStream() : Stream.empty();
    }
}
