package dev.docket.ui.ladder;

import dev.docket.policy.PolicyPack;
import dev.docket.ui.common.Overlays;
import dev.docket.ui.common.Paragraph;
import dev.docket.ui.common.Text;
import dev.docket.verdict.Finding;
import dev.docket.verdict.Verdict;
import dev.docket.verdict.VerdictKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/** After an appeal was heard blind: what it came to, what was said and found before, and what the overturned decision had spread to. */
public final class HearingSheet extends LadderSheet {
    private final FoundWords words;

    /** @param reversal gives back what a decision was carried over to, and says how many items that were */
    public HearingSheet(Overlays overlays, PolicyPack pack, Aftermath heard, BiConsumer<UUID, Consumer<Integer>> reversal) {
        super(overlays, "mdal-gavel", Text.of(heard.own().kind() == VerdictKind.UPHELD ? "ladder.upheld" : "ladder.overturned"));
        words = new FoundWords(pack);
        List<Node> lines = new ArrayList<>();
        lines.add(new Paragraph(Text.of(heard.own().kind() == VerdictKind.UPHELD ? "ladder.upheld.what" : "ladder.overturned.what"), "secondary"));
        heard.appeal().ifPresent(appeal -> lines.add(pair("ladder.hearing.appeal", said(appeal))));
        lines.add(pair("ladder.hearing.before", finding(heard.judged().flatMap(Verdict::finding))));
        lines.add(pair("ladder.hearing.own", finding(heard.own().finding())));
        Button close = button("hearing-close", Text.of("ladder.close"), this::close);
        if (heard.descendants() > 0) {
            lines.add(new Paragraph(Text.of("ladder.hearing.spread", heard.descendants()), "strong"));
            close.setText(Text.of("ladder.hearing.keep"));
            foot(new Paragraph(""), close, main("hearing-reverse", Text.of("ladder.hearing.reverse", heard.descendants()), () -> reverse(reversal, heard)));
        } else {
            foot(new Paragraph(""), close);
        }
        body(lines);
        first(close);
    }

    private void reverse(BiConsumer<UUID, Consumer<Integer>> reversal, Aftermath heard) {
        reversal.accept(heard.judged().orElseThrow().id(), back -> {
            body(List.of(new Paragraph(Text.of("ladder.hearing.reversed", back), "strong")));
            Button close = button("hearing-close", Text.of("ladder.close"), this::close);
            foot(new Paragraph(""), close);
            close.requestFocus();
        });
    }

    private String said(Verdict appeal) {
        String who = appeal.reason().map(r -> Text.of("ladder.source." + r)).orElse("");
        return appeal.words().map(w -> Text.of("ladder.hearing.said", who, w)).orElse(Text.of("ladder.hearing.silent", who));
    }

    private String finding(Optional<Finding> finding) {
        return finding.map(f -> words.brief(f) + (f.rationale().isEmpty() && f.note().isEmpty() ? "" : ". " + words.reason(f))).orElse(Text.of("ladder.none"));
    }

    private static Node pair(String key, String text) {
        return new VBox(new Paragraph(Text.of(key), "caption", "muted"), new Paragraph(text));
    }
}
