package dev.docket.ui;

import dev.docket.ui.common.Overlays;
import dev.docket.ui.common.TellSheet;
import dev.docket.ui.common.Text;
import dev.docket.verdict.Outbox;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What became of verdicts that were not saved when the last sitting ended. */
final class ReplayedSheet {
    private ReplayedSheet() {}

    /** Empty when there is nothing to tell. */
    static Optional<TellSheet> of(Overlays overlays, Outbox.Replayed replayed) {
        List<String> sentences = new ArrayList<>();
        if (replayed.recorded() > 0) {
            sentences.add(Text.of("replayed.recorded", replayed.recorded()));
        }
        if (replayed.late() > 0) {
            sentences.add(Text.of("replayed.late", replayed.late()));
        }
        if (!replayed.left().isEmpty()) {
            sentences.add(Text.of("replayed.left", replayed.left().size(), replayed.left().getFirst().reason()));
        }
        replayed.aside().ifPresent(place -> sentences.add(Text.of("replayed.aside", place)));
        return replayed.isWorthTelling() ? Optional.of(new TellSheet(overlays, "mdmz-restore", Text.of("replayed.title"), sentences)) : Optional.empty();
    }
}
