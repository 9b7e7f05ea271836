package dev.docket.ui.review;

import dev.docket.provenance.ProvenanceReport;
import dev.docket.ui.common.Chip;
import dev.docket.ui.common.Text;
import dev.docket.ui.keys.KeyCommand;
import dev.docket.ui.keys.KeyHint;
import dev.docket.ui.keys.KeyMap;
import dev.docket.ui.provenance.ProvenanceRows;
import dev.docket.ui.provenance.ProvenanceWords;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** What the file says of its origin: state of the credentials, then each statement with its strength, then what cannot all be true. */
public final class ProvenanceSection extends SideSection {

    private final HBox hint = new HBox();
    private final Button history = new Button(Text.of("provenance.history"), new FontIcon("mdal-account_tree"));
    private final HBox foot = new HBox(8, history);

    public ProvenanceSection() {
        super(Text.of("review.provenance"));
    }

    /** Which keys show it in full and with its history; to be called once. @param run does what a key would do */
    void draw(ObservableValue<KeyMap> keys, Consumer<KeyCommand> run) {
        hint.getChildren().setAll(KeyHint.of(keys, KeyCommand.PROVENANCE));
        history.setId("provenance-history");
        history.getStyleClass().addAll("flat", "small");
        history.setOnAction(_ -> run.accept(KeyCommand.HISTORY));
        foot.getStyleClass().add("provenance-foot");
        foot.getChildren().add(KeyHint.of(keys, KeyCommand.HISTORY));
    }

    /** Nothing of it, until the verdict. */
    void hide() {
        if (isNews()) {
            head(new Chip(Text.of("review.card.hidden"), Chip.Tone.NEUTRAL));
            body(List.of());
        }
    }

    /** @param inFull whether every signal and camera fact is listed, with how each can be faked, as its key asks */
    void show(ProvenanceReport report, boolean inFull) {
        if (!isNews(report, inFull)) {
            return;
        }
        head(List.of(new Chip(ProvenanceWords.state(report), ProvenanceWords.tone(report.c2pa().state()), ProvenanceWords.icon(report.c2pa().state()))), List.of(hint));
        List<Node> lines = new ArrayList<>();
        ProvenanceWords.lines(report).forEach(line -> lines.add(inFull ? ProvenanceRows.full(line) : ProvenanceRows.brief(line)));
        ProvenanceWords.warnings(report).forEach(words -> lines.add(ProvenanceRows.warning(words)));
        ProvenanceWords.disagreements(report).forEach(words -> lines.add(ProvenanceRows.warning(words)));
        if (inFull) {
            ProvenanceWords.everything(report).forEach(line -> lines.add(ProvenanceRows.plain(line)));
        }
        lines.add(foot);
        body(lines);
    }
}
