package dev.docket.tour;

import dev.docket.storage.CanonicalJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What the sample data say of themselves: the label by construction, and how simulated reviewers voted. */
final class SampleTruth {
    /** One simulated reviewer's vote on one item. */
    record Vote(String reviewer, String label, boolean unsure) {}

    private final Map<String, String> labels;
    private final Map<String, List<Vote>> votes;

    private SampleTruth(Map<String, String> labels, Map<String, List<Vote>> votes) {
        this.labels = labels;
        this.votes = votes;
    }

    static SampleTruth read(Path samples) throws IOException {
        Map<String, String> labels = new HashMap<>();
        forEachLine(samples.resolve("truth.jsonl"), line -> labels.put(text(line, "id"), text(line, "label")));
        Map<String, List<Vote>> votes = new HashMap<>();
        forEachLine(samples.resolve("reviewers.jsonl"), line -> votes.computeIfAbsent(text(line, "item"), item -> new ArrayList<>())
                .add(new Vote(text(line, "reviewer"), text(line, "label"), line.get("unsure").booleanValue())));
        return new SampleTruth(Map.copyOf(labels), Map.copyOf(votes));
    }

    private static void forEachLine(Path file, java.util.function.Consumer<JsonNode> each) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            lines.map(line -> CanonicalJson.read(line, JsonNode.class)).forEach(each);
        }
    }

    private static String text(JsonNode line, String field) {
        return line.get(field).stringValue();
    }

    /** The label by construction, for an item's external id. */
    Optional<String> label(String item) {
        return Optional.ofNullable(labels.get(item));
    }

    /** How the reviewer voted on the item. */
    Optional<Vote> vote(String item, String reviewer) {
        return votes.getOrDefault(item, List.of()).stream().filter(vote -> vote.reviewer().equals(reviewer)).findFirst();
    }
}
