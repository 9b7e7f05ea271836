package dev.docket.ui.review;

import dev.docket.policy.PolicyPack;
import dev.docket.policy.PolicyPack.Label;
import dev.docket.policy.Severity;
import dev.docket.ui.common.Text;
import dev.docket.ui.cover.CardFacts;
import dev.docket.ui.provenance.ProvenanceWords;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The card of facts over a case's cover, in words; the blind share hides there what it hides elsewhere. */
final class CaseFacts {
    private CaseFacts() {}

    static CardFacts of(ReviewCase known, PolicyPack pack) {
        return new CardFacts(because(known), known.item().source().name(), known.blind() ? Text.of("review.card.hidden") : ProvenanceWords.inOneLine(known.provenance()), seen(known),
                range(known, pack), guess(known, pack));
    }

    private static String because(ReviewCase known) {
        if (known.blind()) {
            int reports = known.item().facts().reports().size();
            return reports == 0 ? Text.of("review.card.lane") : Text.of("review.card.reports", reports, known.item().facts().reports().getFirst());
        }
        return known.decision().reasons().stream().findFirst().orElse(Text.of("review.card.lane"));
    }

    private static String seen(ReviewCase known) {
        if (known.blind()) {
            return Text.of("review.card.hidden");
        }
        return known.stack() > 1 ? Text.of("review.card.stack", known.stack(), known.past().size()) : Text.of("review.card.single");
    }

    private static String range(ReviewCase known, PolicyPack pack) {
        List<Severity> range = pack.lanes().stream().filter(l -> l.id().equals(known.decision().lane())).findFirst()
                .map(l -> l.labels().stream().flatMap(id -> severities(pack, id)).sorted().toList()).orElse(List.of());
        return range.isEmpty() ? Text.of("review.card.range.any")
                : Text.of("review.card.range.of", range.getFirst().name(), range.getLast().name());
    }

    private static Stream<Severity> severities(PolicyPack pack, String label) {
        return pack.labels().stream().filter(l -> l.id().equals(label)).flatMap(l -> l.severityRange().stream());
    }

    private static String guess(ReviewCase known, PolicyPack pack) {
        if (known.blind()) {
            return Text.of("review.card.hidden");
        }
        Optional<Label> first = known.decision().suspected().stream().findFirst().map(pack::label);
        return first.map(Label::shortTitle).orElse(Text.of("review.card.guess.none"));
    }
}
