package dev.docket.intake;

import dev.docket.classify.ModelScore;
import dev.docket.item.ItemFacts;
import dev.docket.item.Source;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An image a feed offers, not looked at yet.
 *
 * @param place where it is named, for messages: {@code queue.jsonl:17 (images/a.png)} or the file itself
 * @param file the image; inside the manifest's folder when a manifest named it
 * @param vendorScores scores that came with it
 */
public record Candidate(
        String place, Path file, Source source, Optional<Instant> flaggedAt, ItemFacts facts, List<ModelScore> vendorScores) {
    public Candidate {
        vendorScores = List.copyOf(vendorScores);
    }
}
