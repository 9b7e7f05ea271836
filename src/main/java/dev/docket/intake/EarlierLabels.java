package dev.docket.intake;

import dev.docket.item.EarlierLabel;
import dev.docket.item.ItemFacts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects what another place called one image: each thing once, plain and short. One thread. */
final class EarlierLabels {
    private static final int MOST = 40;
    private static final int LONGEST = 200;

    private final List<EarlierLabel> labels = new ArrayList<>();

    /** @param by which tool or file says so */
    void add(String label, String by) {
        String plain = PlainText.of(label, LONGEST).strip();
        EarlierLabel earlier = new EarlierLabel(plain, PlainText.of(by, LONGEST).strip());
        if (!plain.isEmpty() && labels.size() < MOST && !labels.contains(earlier)) {
            labels.add(earlier);
        }
    }

    List<EarlierLabel> labels() {
        return List.copyOf(labels);
    }

    /** The image with these labels; known by its content, so that the same picture is one item whoever labelled it. */
    Candidate candidate(String place, Path file, String feed, Optional<String> uploader) {
        return new Candidate(place + " (" + PlainText.of(file.getFileName().toString(), LONGEST) + ")", file, feed, Optional.empty(), Optional.empty(),
                ItemFacts.earlier(labels(), uploader), List.of());
    }
}
