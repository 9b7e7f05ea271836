package dev.docket.ui.review;

import dev.docket.policy.PackChanges;
import dev.docket.policy.PackRef;
import dev.docket.policy.PolicyPack;
import dev.docket.ui.common.Text;
import dev.docket.ui.ladder.Dossier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;

/** The words of the policy the case is held against, pinned by version and hash. In the blind share: the lane's first label, not the suspicion. */
public final class PolicySection extends SideSection {
    private static final int CHANGES_SHOWN = 8;

    public PolicySection() {
        super(Text.of("review.policy"));
    }

    void show(ReviewCase known, PolicyPack pack) {
        PackRef ref = pack.ref();
        Optional<PolicyPack.Label> label = label(known, pack);
        if (!isNews(ref, label, known.dossier().came())) {
            return;
        }
        Label sha = caption(Text.of("review.policy.sha", ref.sha256().hex().substring(0, 6)));
        sha.getStyleClass().add("mono-caption");
        sha.setMinWidth(USE_PREF_SIZE);
        Label name = caption(Text.of("review.policy.pack", label.map(PolicyPack.Label::shortTitle).orElse(pack.ref().id()), ref.version()));
        head(List.of(name), List.of(sha));
        List<Node> lines = new ArrayList<>(label.map(PolicySection::text).orElse(List.of(caption(Text.of("review.policy.none")))));
        known.dossier().came().ifPresent(came -> lines.addAll(changes(came, pack, label)));
        body(lines);
    }

    private static Optional<PolicyPack.Label> label(ReviewCase known, PolicyPack pack) {
        Optional<String> suspected = known.blind() ? Optional.empty() : known.decision().suspected().stream().findFirst();
        return suspected.or(() -> pack.lanes().stream().filter(l -> l.id().equals(known.decision().lane())).findFirst()
                .flatMap(l -> l.labels().stream().findFirst())).map(pack::label);
    }

    private static List<Node> text(PolicyPack.Label label) {
        List<Node> lines = new ArrayList<>();
        lines.add(wrapped(label.definition().isEmpty() ? label.title() : label.definition()));
        if (!label.notThis().isEmpty()) {
            Label not = wrapped(Text.of("review.policy.not", String.join(", ", label.notThis())));
            not.getStyleClass().add("muted");
            lines.add(not);
        }
        return lines;
    }

    /** What the pack in force says of the label otherwise than the one the item came under. */
    private static List<Node> changes(Dossier.Came came, PolicyPack pack, Optional<PolicyPack.Label> label) {
        List<PackChanges.Line> changed = label.map(l -> PackChanges.ofLabel(came.text(), pack.text(), l.id())).orElse(List.of()).stream()
                .filter(line -> line.kind() == PackChanges.Kind.ADDED || line.kind() == PackChanges.Kind.REMOVED).toList();
        List<Node> lines = new ArrayList<>();
        Label head = caption(Text.of(changed.isEmpty() ? "review.policy.came.same" : "review.policy.came", came.pack().version()));
        head.setWrapText(true);
        lines.add(head);
        changed.stream().limit(CHANGES_SHOWN).forEach(line -> {
            Label words = wrapped((line.kind() == PackChanges.Kind.ADDED ? "+ " : "\u2212 ") + line.text().strip());
            words.getStyleClass().add(line.kind() == PackChanges.Kind.ADDED ? "policy-added" : "policy-removed");
            lines.add(words);
        });
        if (changed.size() > CHANGES_SHOWN) {
            lines.add(caption(Text.of("review.policy.came.more", changed.size() - CHANGES_SHOWN)));
        }
        return lines;
    }

    private static Label wrapped(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add("secondary");
        return label;
    }
}
