package dev.docket.intake;

import dev.docket.intake.ManifestLine.FaultyLineException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** Tasks of Label Studio, as its JSON export has them: the image in {@code data}, labels in annotations and predictions. */
final class LabelStudioSource implements IntakeSource {
    private static final String KIND = "task";
    private final Path document;
    private final ForeignFiles files;
    private final String feed;

    LabelStudioSource(Path document, ForeignFiles files, String feed) {
        this.document = document;
        this.files = files;
        this.feed = feed;
    }

    @Override
    public long expected() {
        return 0;
    }

    @Override
    public void forEach(Consumer<Candidate> candidate, Consumer<Refusal> refused) {
        ForeignDocument tasks = new ForeignDocument(document);
        tasks.each("", KIND, (_, number, task) -> candidate.accept(read(tasks.place(KIND, number), task)), refused);
    }

    private Candidate read(String place, JsonNode task) throws FaultyLineException {
        JsonNode data = task.path("data");
        if (!data.isObject()) {
            throw new FaultyLineException("data: an object with the image is wanted");
        }
        Path file = files.find("data.image", image(data), document.toAbsolutePath().getParent());
        EarlierLabels earlier = new EarlierLabels();
        collect(task.path("annotations"), "annotations", "Label Studio, annotation", earlier);
        collect(task.path("predictions"), "predictions", "Label Studio, prediction", earlier);
        return earlier.candidate(place, file, feed, Optional.empty());
    }

    /** The field {@code image}, else the only one that names an image file. */
    private static String image(JsonNode data) throws FaultyLineException {
        if (data.path("image").isString()) {
            return data.path("image").stringValue();
        }
        var named = data.valueStream().filter(JsonNode::isString).map(JsonNode::stringValue)
                .filter(value -> FolderSource.EXTENSIONS.contains(value.substring(value.lastIndexOf('.') + 1).toLowerCase(java.util.Locale.ROOT))).toList();
        if (named.size() != 1) {
            throw new FaultyLineException("data.image: is missing, and " + (named.isEmpty() ? "no other field names" : "several fields name") + " an image");
        }
        return named.getFirst();
    }

    /** Results of whatever control: what is chosen stands in a list that is named like the control's type. */
    private static void collect(JsonNode list, String field, String by, EarlierLabels earlier) throws FaultyLineException {
        if (!list.isMissingNode() && !list.isNull() && !list.isArray()) {
            throw new FaultyLineException(field + ": a list is wanted");
        }
        for (JsonNode each : list) {
            String version = each.path("model_version").asString("");
            if (!each.path("was_cancelled").asBoolean(false)) {
                for (JsonNode result : each.path("result")) {
                    result.path("value").path(result.path("type").asString("")).forEach(label -> {
                        if (label.isString()) {
                            earlier.add(label.stringValue(), version.isEmpty() ? by : by + " of " + version);
                        }
                    });
                }
            }
        }
    }
}
