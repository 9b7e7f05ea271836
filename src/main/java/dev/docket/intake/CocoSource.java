package dev.docket.intake;

import dev.docket.intake.ManifestLine.FaultyLineException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** Images of a COCO file with the names of the categories that annotations give them; places are not kept. */
final class CocoSource implements IntakeSource {
    private static final int MOST_ANNOTATIONS = 20_000_000;
    private final List<Path> documents;
    private final ForeignFiles files;
    private final String feed;

    CocoSource(List<Path> documents, ForeignFiles files, String feed) {
        this.documents = documents;
        this.files = files;
        this.feed = feed;
    }

    @Override
    public long expected() {
        return 0;
    }

    @Override
    public void forEach(Consumer<Candidate> candidate, Consumer<Refusal> refused) {
        for (Path document : documents) {
            read(document, candidate, refused);
        }
    }

    private void read(Path document, Consumer<Candidate> candidate, Consumer<Refusal> refused) {
        ForeignDocument coco = new ForeignDocument(document);
        Map<Long, String> names = new HashMap<>();
        Map<Long, Set<Long>> found = new HashMap<>();
        coco.each("categories", "category", (_, _, category) -> names.put(number("id", category), text("name", category)), refused);
        coco.each("annotations", "annotation", (_, count, annotation) -> {
            if (count > MOST_ANNOTATIONS) {
                throw new FaultyLineException("more than " + MOST_ANNOTATIONS + " annotations are not read");
            }
            long category = number("category_id", annotation);
            if (!names.containsKey(category)) {
                throw new FaultyLineException("category_id: there is no category " + category);
            }
            found.computeIfAbsent(number("image_id", annotation), _ -> new LinkedHashSet<>()).add(category);
        }, refused);
        coco.each("images", "image", (_, count, image) -> {
            Path file = files.find("file_name", text("file_name", image), document.toAbsolutePath().getParent());
            EarlierLabels earlier = new EarlierLabels();
            found.getOrDefault(number("id", image), Set.of()).forEach(category -> earlier.add(names.get(category), "COCO, category"));
            candidate.accept(earlier.candidate(coco.place("image", count), file, feed, Optional.empty()));
        }, refused);
    }

    private static long number(String field, JsonNode node) throws FaultyLineException {
        if (!node.path(field).isIntegralNumber()) {
            throw new FaultyLineException(field + ": a whole number is wanted");
        }
        return node.path(field).longValue();
    }

    private static String text(String field, JsonNode node) throws FaultyLineException {
        if (!node.path(field).isString()) {
            throw new FaultyLineException(field + ": a text is wanted");
        }
        return node.path(field).stringValue();
    }
}
