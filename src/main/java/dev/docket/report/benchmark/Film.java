package dev.docket.report.benchmark;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a benchmark judges as one: a picture, or the frames cut from a film.
 *
 * @param name as the benchmark calls it
 * @param fake what is true of it
 * @param family the original it was made from, or its own name: what is made from one original is drawn together
 * @param group what the benchmark puts it in, such as a split or a method
 * @param pictures its frames, at least one
 */
public record Film(String name, boolean fake, String family, Optional<String> group, List<Path> pictures) {
    public Film {
        pictures = List.copyOf(pictures);
    }
}
