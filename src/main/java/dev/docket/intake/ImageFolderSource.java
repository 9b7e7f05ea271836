package dev.docket.intake;

import dev.docket.intake.ManifestLine.FaultyLineException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * A Hugging Face image folder: the label of an image is the column {@code label} of the {@code metadata.jsonl} above it, else
 * the name of its folder, unless that is a split's or the whole one's.
 */
final class ImageFolderSource implements IntakeSource {
    private static final Set<String> SPLITS = Set.of("train", "training", "validation", "valid", "val", "dev", "test", "testing", "gold", "data", "images");
    private static final String TABLE = "metadata.jsonl";

    private final Path root;
    private final List<Path> images;
    private final String feed;

    /** @param images every image below the root */
    ImageFolderSource(Path root, List<Path> images, String feed) {
        this.root = root;
        this.images = images;
        this.feed = feed;
    }

    @Override
    public long expected() {
        return images.size();
    }

    @Override
    public void forEach(Consumer<Candidate> candidate, Consumer<Refusal> refused) {
        Map<Path, String> labels = new HashMap<>();
        Set<Path> seen = new HashSet<>();
        for (Path image : images) {
            for (Path folder = image.getParent(); folder != null && folder.startsWith(root) && seen.add(folder); folder = folder.getParent()) {
                if (Files.isRegularFile(folder.resolve(TABLE))) {
                    read(folder, labels, refused);
                }
            }
        }
        for (Path image : images) {
            EarlierLabels earlier = new EarlierLabels();
            String folder = image.getParent().getFileName().toString();
            if (labels.containsKey(image)) {
                earlier.add(labels.get(image), "image folder, " + TABLE);
            } else if (!image.getParent().equals(root) && !SPLITS.contains(folder)) {
                earlier.add(folder, "image folder, folder's name");
            }
            candidate.accept(earlier.candidate(root.relativize(image).toString(), image, feed, Optional.empty()));
        }
    }

    private void read(Path folder, Map<Path, String> labels, Consumer<Refusal> refused) {
        int number = 0;
        try (BufferedReader lines = Files.newBufferedReader(folder.resolve(TABLE))) {
            for (String line = JsonlSource.readLine(lines); line != null; line = JsonlSource.readLine(lines)) {
                number++;
                try {
                    row(folder, line, labels);
                } catch (JacksonException e) {
                    refused.accept(new Refusal(place(folder, number), "not valid JSON: " + PlainText.of(String.valueOf(e.getOriginalMessage()), 200)));
                } catch (FaultyLineException e) {
                    refused.accept(new Refusal(place(folder, number), e.getMessage()));
                }
            }
        } catch (CharacterCodingException e) {
            refused.accept(new Refusal(place(folder, number + 1), "not UTF-8 from here on"));
        } catch (IOException e) {
            refused.accept(new Refusal(place(folder, number + 1), Unreadable.because(e)));
        }
    }

    private String place(Path folder, int line) {
        return root.relativize(folder.resolve(TABLE)) + ":" + line;
    }

    private void row(Path folder, String line, Map<Path, String> labels) throws FaultyLineException {
        if (line.isBlank()) {
            return;
        }
        if (line.length() > JsonlSource.LONGEST_LINE) {
            throw new FaultyLineException("a line has at most " + JsonlSource.LONGEST_LINE + " bytes");
        }
        JsonNode row = JsonlSource.MAPPER.readTree(line);
        if (!row.path("file_name").isString()) {
            throw new FaultyLineException("file_name: a text is wanted");
        }
        Path image = new ForeignFiles(root).find("file_name", row.path("file_name").stringValue(), folder);
        Path own = folder.toAbsolutePath().normalize().resolve(row.path("file_name").stringValue()).normalize();
        JsonNode label = row.path("label");
        if (label.isString() || label.isNumber()) {
            labels.put(root.resolve(root.toAbsolutePath().normalize().relativize(Files.exists(own) ? own : image)), label.asString());
        }
    }
}
