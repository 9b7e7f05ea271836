package dev.docket.ui.finding;

import dev.docket.policy.Evidence;
import dev.docket.policy.PolicyPack;
import dev.docket.policy.PolicyPack.Label;
import dev.docket.ui.common.Text;
import dev.docket.verdict.OriginFinding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The parts of a finding in the words of its pack. */
public record FindingWords(PolicyPack pack) {
    /** What a label's verdict still lacks, and what to do about it. @param title of the label */
    public static String missing(String title, List<Evidence> missing) {
        return Text.of("finding.missing", title,
                missing.stream().map(evidence -> Text.of("finding.evidence." + evidence.word())).collect(Collectors.joining(Text.of("finding.and"))));
    }

    public String label(String id) {
        return pack.find(id).map(Label::shortTitle).orElse(id);
    }

    public String action(String id) {
        PolicyPack.Action action = pack.actions().get(id);
        return action == null ? id : action.title();
    }

    public String origin(OriginFinding found) {
        return Text.of("finding.origin." + found.word());
    }

    /** The filled-in reason and whether there is a note; empty when there is neither. */
    Optional<String> reason(Draft draft, Optional<Label> label) {
        List<String> parts = new ArrayList<>();
        draft.reason().flatMap(id -> label.map(l -> l.rationales().get(id))).ifPresent(reason -> parts.add(reason.filled(draft.parameters())));
        draft.note().ifPresent(note -> parts.add(Text.of("finding.noted", note.length())));
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(" · ", parts));
    }
}
