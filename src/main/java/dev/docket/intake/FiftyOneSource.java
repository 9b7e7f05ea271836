package dev.docket.intake;

import dev.docket.intake.ManifestLine.FaultyLineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A data set of FiftyOne: {@code samples.json} with every field that is a classification or a list of labels, or
 * {@code labels.json} of an image classification data set with its images in {@code data}.
 */
final class FiftyOneSource implements IntakeSource {
    private static final String KIND = "sample";
    private final Path document;
    private final ForeignFiles files;
    private final String feed;

    /** @param document {@code samples.json} or {@code labels.json} */
    FiftyOneSource(Path document, ForeignFiles files, String feed) {
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
        ForeignDocument read = new ForeignDocument(document);
        if (document.getFileName().toString().equals("labels.json")) {
            labels(read, candidate, refused);
        } else {
            read.each("samples", KIND, (_, number, sample) -> candidate.accept(sample(read.place(KIND, number), sample)), refused);
        }
    }

    private Candidate sample(String place, JsonNode sample) throws FaultyLineException {
        if (!sample.path("filepath").isString()) {
            throw new FaultyLineException("filepath: a text is wanted");
        }
        Path file = files.find("filepath", sample.path("filepath").stringValue(), document.toAbsolutePath().getParent());
        EarlierLabels earlier = new EarlierLabels();
        for (String field : sample.propertyNames()) {
            String by = "FiftyOne, " + field;
            JsonNode value = sample.path(field);
            add(value, by, earlier);
            for (String list : List.of("classifications", "detections", "polylines")) {
                value.path(list).forEach(label -> add(label, by, earlier));
            }
        }
        return earlier.candidate(place, file, feed, Optional.empty());
    }

    private static void add(JsonNode label, String by, EarlierLabels earlier) {
        if (label.path("_cls").isString() && label.path("label").isString()) {
            earlier.add(label.path("label").stringValue(), by);
        }
    }

    private void labels(ForeignDocument read, Consumer<Candidate> candidate, Consumer<Refusal> refused) {
        List<String> classes = new ArrayList<>();
        read.each("classes", "class", (_, _, name) -> classes.add(name.asString("")), _ -> {});
        Map<String, Path> byStem;
        try {
            byStem = stems(document.toAbsolutePath().resolveSibling("data"));
        } catch (IOException e) {
            refused.accept(new Refusal("data", Unreadable.because(e)));
            return;
        }
        read.each("labels", KIND, (name, number, value) -> {
            Path file = byStem.get(name);
            if (file == null) {
                throw new FaultyLineException("there is no image '" + PlainText.of(name, 200) + "' in data");
            }
            EarlierLabels earlier = new EarlierLabels();
            for (JsonNode each : value.isArray() ? value : List.of(value)) {
                boolean known = each.isIntegralNumber() && each.intValue() >= 0 && each.intValue() < classes.size();
                if (each.isIntegralNumber() && !known) {
                    throw new FaultyLineException("label: there is no class " + each.longValue());
                }
                earlier.add(known ? classes.get(each.intValue()) : each.asString(""), "FiftyOne, label");
            }
            candidate.accept(earlier.candidate(read.place(KIND, number), file, feed, Optional.empty()));
        }, refused);
    }

    private static Map<String, Path> stems(Path folder) throws IOException {
        Map<String, Path> stems = new HashMap<>();
        try (Stream<Path> inside = Files.list(folder)) {
            inside.filter(Files::isRegularFile).filter(file -> FolderSource.EXTENSIONS.contains(FolderSource.extension(file))).forEach(file -> {
                String name = file.getFileName().toString();
                stems.put(name.substring(0, name.lastIndexOf('.')), file);
            });
        }
        return stems;
    }
}
