package dev.docket.ui.review;

import dev.docket.ui.common.Text;
import dev.docket.verdict.Recorder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What became of verdicts that had waited for the database, in words. */
final class SentWords {
    private SentWords() {}

    /** Empty when none was sent. */
    static Optional<String> of(Recorder.Sent sent) {
        List<String> words = new ArrayList<>();
        if (!sent.recorded().isEmpty()) {
            words.add(Text.of("review.sent", sent.recorded().size()));
        }
        if (!sent.late().isEmpty()) {
            words.add(Text.of("review.sent.late", sent.late().size()));
        }
        sent.refused().stream().findFirst().ifPresent(left -> words.add(Text.of("review.sent.refused", sent.refused().size(), left.reason())));
        return words.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", words));
    }
}
