package dev.docket.bench;

import dev.docket.classify.ModelScore;
import dev.docket.intake.Candidate;
import dev.docket.intake.IntakeSource;
import dev.docket.intake.Refusal;
import dev.docket.item.ItemFacts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Files offered to a desk, each known by its name.
 *
 * @param scores that come with each of them
 */
record Photographs(List<Path> files, List<ModelScore> scores) implements IntakeSource {

    @Override
    public long expected() {
        return files.size();
    }

    @Override
    public void forEach(Consumer<Candidate> candidate, Consumer<Refusal> refused) {
        for (Path file : files) {
            String name = file.getFileName().toString();
            candidate.accept(new Candidate(name, file, "bench", Optional.of(name), Optional.empty(), ItemFacts.NONE, scores));
        }
    }
}
