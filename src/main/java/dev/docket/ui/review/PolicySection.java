package dev.docket.ui.review;

import dev.docket.policy.PackRef;
import dev.docket.policy.PolicyPack;
import dev.docket.ui.common.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;

/** The words of the policy the case is held against, pinned by version and hash. In the blind share: the lane's first label, not the suspicion. */
public final class PolicySection extends SideSection {

    public PolicySection() {
        super(Text.of("review.policy"));
    }

    void show(ReviewCase known, PolicyPack pack) {
        PackRef ref = pack.ref();
        Optional<PolicyPack.Label> label = label(known, pack);
        Label sha = caption(Text.of("review.policy.sha", ref.sha256().hex().substring(0, 6)));
        sha.getStyleClass().add("mono-caption");
        sha.setMinWidth(USE_PREF_SIZE);
        Label name = caption(Text.of("review.policy.pack", label.map(PolicyPack.Label::shortTitle).orElse(pack.ref().id()), ref.version()));
        head(name, space(), sha);
        body(label.map(PolicySection::text).orElse(List.of(caption(Text.of("review.policy.none")))));
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

    private static Label wrapped(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add("secondary");
        return label;
    }
}
