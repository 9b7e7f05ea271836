package dev.docket.ui.review;

import dev.docket.provenance.ProvenanceReport;
import dev.docket.ui.common.Chip;
import dev.docket.ui.common.Text;
import dev.docket.ui.keys.KeyCommand;
import dev.docket.ui.keys.KeyHint;
import dev.docket.ui.keys.KeyMap;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** What the file says of its origin: state of the credentials, then each statement with its strength, then what cannot all be true. */
public final class ProvenanceSection extends SideSection {

    private final HBox hint = new HBox();

    public ProvenanceSection() {
        super(Text.of("review.provenance"));
    }

    /** Which key shows it in full; to be called once. */
    void draw(ObservableValue<KeyMap> keys) {
        hint.getChildren().setAll(KeyHint.of(keys, KeyCommand.PROVENANCE));
    }

    /** Nothing of it, until the verdict. */
    void hide() {
        if (isNews()) {
            head(new Chip(Text.of("review.card.hidden"), Chip.Tone.NEUTRAL));
            body(List.of());
        }
    }

    /** @param inFull whether every signal and camera fact is listed, as its key asks */
    void show(ProvenanceReport report, boolean inFull) {
        if (!isNews(report, inFull)) {
            return;
        }
        head(List.of(new Chip(ProvenanceWords.state(report), ProvenanceWords.tone(report), icon(report))), List.of(hint));
        List<Node> lines = new ArrayList<>();
        ProvenanceWords.lines(report).forEach(l -> lines.add(row(l.name(), l.value(), inFull || l.isFault() ? l.evidence() : "", l.strength(), l.strong())));
        if (inFull) {
            report.signals().forEach(s -> lines.add(row(s.source(), s.tool().isEmpty() ? ScoresSection.words(s.origin().name().toLowerCase(java.util.Locale.ROOT)) : s.tool(),
                    s.detail(), s.strength().word(), false)));
            report.camera().forEach(f -> lines.add(row(f.name(), f.value(), "", "", false)));
        }
        report.contradictions().forEach(c -> lines.add(disagreement(c)));
        body(lines);
    }

    private static String icon(ProvenanceReport report) {
        return switch (report.c2pa().state()) {
            case INVALID, UNREADABLE -> "mdal-link_off";
            case NONE -> null;
            default -> "mdal-link";
        };
    }

    private static Node row(String name, String value, String evidence, String strength, boolean strong) {
        Label left = new Label(name);
        left.getStyleClass().addAll("secondary", "muted", "provenance-name");
        left.setWrapText(true);
        left.setMinHeight(USE_PREF_SIZE);
        Label middle = new Label(value);
        middle.setWrapText(true);
        middle.getStyleClass().add("secondary");
        if (strong) {
            middle.getStyleClass().addAll("strong", "bold");
        }
        VBox words = new VBox(middle);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        if (!evidence.isEmpty()) {
            Label detail = new Label(evidence);
            detail.setWrapText(true);
            detail.getStyleClass().addAll("provenance-evidence", "muted");
            words.getChildren().add(detail);
        }
        HBox row = new HBox(left, words);
        row.getStyleClass().add("provenance-row");
        if (!strength.isEmpty()) {
            Label tag = new Label(strength(strength));
            tag.getStyleClass().add("strength");
            tag.setMinWidth(USE_PREF_SIZE);
            row.getChildren().add(tag);
        }
        return row;
    }

    /** A finder of watermarks may have words of its own. */
    private static String strength(String word) {
        return Text.bundle().containsKey("review.strength." + word) ? Text.of("review.strength." + word) : word;
    }

    private static Node disagreement(String sentence) {
        Label words = new Label(Text.of("review.provenance.disagree", sentence));
        words.setWrapText(true);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox note = new HBox(new FontIcon("mdmz-warning"), words);
        note.getStyleClass().addAll("note", "warning");
        return note;
    }
}
