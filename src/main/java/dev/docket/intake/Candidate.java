package dev.docket.intake;

import dev.docket.classify.ModelScore;
import dev.docket.classify.vendor.VendorScore;
import dev.docket.item.ItemFacts;
import dev.docket.item.Source;
import dev.docket.storage.ContentHash;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An image a feed offers, not looked at yet.
 *
 * @param place where it is named, for messages: {@code queue.jsonl:17 (images/a.png)} or the file itself
 * @param image its bytes; of a file inside the manifest's folder when a manifest named it
 * @param feed the name of its source
 * @param id the feed's own id for it; empty where it is known by its content, as the files of a folder are
 * @param vendorScores finished scores that came with it
 * @param answered scores read from vendors' own answers that came with it, before the map of concepts calibrates them
 */
public record Candidate(
        String place, ImageBytes image, String feed, Optional<String> id, Optional<Instant> flaggedAt, ItemFacts facts, List<ModelScore> vendorScores,
        List<VendorScore> answered) {
    public Candidate {
        vendorScores = List.copyOf(vendorScores);
        answered = List.copyOf(answered);
    }

    public Candidate(
            String place, ImageBytes image, String feed, Optional<String> id, Optional<Instant> flaggedAt, ItemFacts facts, List<ModelScore> vendorScores) {
        this(place, image, feed, id, flaggedAt, facts, vendorScores, List.of());
    }

    public Candidate(
            String place, Path file, String feed, Optional<String> id, Optional<Instant> flaggedAt, ItemFacts facts, List<ModelScore> vendorScores) {
        this(place, new ImageBytes.InFile(file), feed, id, flaggedAt, facts, vendorScores);
    }

    /** Where it comes from, as far as that is known without reading it. */
    public Optional<Source> source() {
        return id.map(known -> new Source(feed, known));
    }

    /** Where it comes from, once its content is known. */
    public Source source(ContentHash content) {
        return new Source(feed, id.orElse(content.hex()));
    }
}
