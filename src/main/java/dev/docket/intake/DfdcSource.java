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
import tools.jackson.databind.JsonNode;

/**
 * {@code metadata.json} of the Deepfake Detection Challenge: {@code {"a.mp4": {"label": "FAKE", "split": "train", "original": "b.mp4"}}}.
 * Docket reads no films: the images of an entry are the file itself where it is one, and the frames cut from it, in a folder
 * {@code a} or named {@code a_0001.png}. Frames of a film and of its original share an uploader, by which splits can keep them together.
 */
final class DfdcSource implements IntakeSource {
    private static final String KIND = "entry";
    private final Path document;
    private final List<Path> images;
    private final String feed;

    /** @param images every image below the document's folder */
    DfdcSource(Path document, List<Path> images, String feed) {
        this.document = document;
        this.images = images;
        this.feed = feed;
    }

    @Override
    public long expected() {
        return images.size();
    }

    @Override
    public void forEach(Consumer<Candidate> candidate, Consumer<Refusal> refused) {
        Map<String, List<Path>> frames = new HashMap<>();
        Path folder = document.toAbsolutePath().normalize().getParent();
        for (Path image : images) {
            String name = stem(image.getFileName().toString());
            frames.computeIfAbsent(name, _ -> new ArrayList<>()).add(image);
            String film = name.replaceFirst("[_-]\\d+$", "");
            if (!film.equals(name)) {
                frames.computeIfAbsent(film, _ -> new ArrayList<>()).add(image);
            }
            if (!image.toAbsolutePath().normalize().getParent().equals(folder)) {
                frames.computeIfAbsent(image.getParent().getFileName().toString(), _ -> new ArrayList<>()).add(image);
            }
        }
        ForeignDocument read = new ForeignDocument(document);
        read.each("", KIND, (name, number, entry) -> {
            EarlierLabels earlier = new EarlierLabels();
            earlier.add(label(entry), "DFDC");
            List<Path> found = frames.getOrDefault(stem(name), List.of()).stream().distinct().sorted().toList();
            if (found.isEmpty()) {
                throw new FaultyLineException("'" + PlainText.of(name, 200) + "': there are no images of it; films are not read, cut frames into a folder '"
                        + PlainText.of(stem(name), 200) + "' beside " + document.getFileName());
            }
            Optional<String> family = Optional.of("dfdc:" + PlainText.of(stem(entry.path("original").isString() ? entry.path("original").stringValue() : name), 190));
            for (Path image : found) {
                candidate.accept(earlier.candidate(read.place(KIND, number), image, feed, family));
            }
        }, refused);
    }

    private static String label(JsonNode entry) throws FaultyLineException {
        String label = entry.path("label").asString("");
        if (!label.equals("FAKE") && !label.equals("REAL")) {
            throw new FaultyLineException("label: FAKE or REAL is wanted");
        }
        return label;
    }

    private static String stem(String name) {
        return name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : name;
    }
}
