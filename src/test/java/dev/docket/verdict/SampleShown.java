package dev.docket.verdict;

import dev.docket.classify.ModelScore;
import dev.docket.storage.ContentHash;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** A screen as it might have been, for the tests of what is recorded with a verdict. */
final class SampleShown {
    private SampleShown() {}

    static Shown of(UUID item) {
        return new Shown(ContentHash.of(item.toString().getBytes(StandardCharsets.US_ASCII)), true,
                List.of(new ModelScore("starter", "1", "overlay", 0.1 + 0.2, 0.5)), List.of("starter@1"), "0".repeat(64), "open", true,
                List.of(), 1234);
    }
}
