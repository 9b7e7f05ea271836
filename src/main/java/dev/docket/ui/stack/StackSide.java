package dev.docket.ui.stack;

import dev.docket.policy.PolicyPack.Label;
import dev.docket.ui.common.Paragraph;
import dev.docket.ui.common.Text;
import dev.docket.ui.keys.KeyMap;
import dev.docket.ui.stack.Ticks.Commitment;
import dev.docket.verdict.Shown.Seen;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The right column: the label, how far the tiles are from the seed, what would be written, what happens to later copies, and the tile the keys are on. */
public final class StackSide extends VBox {
    private final LabelPicker labels = new LabelPicker();
    private final DistanceHistogram histogram = new DistanceHistogram();
    private final VBox written = new VBox();
    private final javafx.scene.control.Label future = new Paragraph("", "secondary");
    private final javafx.scene.control.Label tileTitle = new Paragraph("", "secondary");
    private final javafx.scene.control.Label tileWords = new Paragraph("", "secondary");
    private final Button tick = new Button(Text.of("stack.out.tick"));
    private final Button seed = new Button(Text.of("stack.out.seed"));
    private final VBox tile = new VBox(tileTitle, tileWords, new FlowPane(8, 8, tick, seed));
    private StackMember focused;

    public StackSide() {
        getStyleClass().add("stack-side");
        tick.setId("stack-tick");
        seed.setId("stack-make-seed");
        tileTitle.getStyleClass().setAll("label", "section-head");
        written.getStyleClass().add("stack-written");
        tile.getStyleClass().add("stack-section");
        getChildren().setAll(section("stack.verdict", labels), section("stack.histogram", histogram), section("stack.written", written),
                section("stack.future", future), tile);
    }

    void fill(StackViewModel model, ObservableValue<KeyMap> keys, Runnable others) {
        labels.fill(model.pack(), keys, model::choose, others);
        tick.setOnAction(_ -> model.flip(java.util.List.of(focused.id())));
        seed.setOnAction(_ -> model.makeSeed(focused.id()));
    }

    /** @param focused the tile the keys are on, or null */
    void show(StackViewModel model, StackMember focusedNow) {
        focused = focusedNow;
        OpenStack stack = model.openProperty().get();
        Ticks ticks = model.ticks();
        Optional<Label> label = model.labelProperty().get();
        labels.show(label);
        histogram.show(stack, member -> ticks.isTicked(member.id()));
        drawWritten(model, stack, ticks);
        future.setText(label.map(chosen -> Text.of("stack.future." + chosen.propagation().word())).orElse(Text.of("stack.future.none")));
        drawTile(ticks);
    }

    private void drawWritten(StackViewModel model, OpenStack stack, Ticks ticks) {
        Commitment now = model.commitmentProperty().get();
        written.getChildren().setAll(
                line("mdal-fact_check", Text.of("stack.written.verdicts", now.members().size(), stack.seed().item().shortId())),
                line("mdmz-visibility", Text.of("stack.written.seen", ticks.seenAs(Seen.FULL), ticks.seenAs(Seen.GALLERY))),
                line("mdal-archive", Text.of("stack.written.stay", stack.members().size() - now.members().size())),
                line("mdmz-undo", Text.of("stack.written.undo")));
        if (stack.held() > 0) {
            written.getChildren().add(line("mdal-lock", Text.of("stack.written.held", stack.held())));
        }
        if (!now.note().isEmpty()) {
            Node note = line("mdal-info", now.note());
            note.getStyleClass().add("stack-note");
            written.getChildren().add(note);
        }
    }

    private void drawTile(Ticks ticks) {
        boolean shown = focused != null && focused.tie() != StackMember.Tie.SEED;
        tile.setVisible(shown);
        tile.setManaged(shown);
        if (shown) {
            boolean ticked = ticks.isTicked(focused.id());
            tileTitle.setText(Text.of(ticked ? "stack.in" : "stack.out", focused.item().shortId()));
            tileWords.setText(ticked ? ticked() : leftOut());
            tick.setText(Text.of(ticked ? "stack.in.leave" : "stack.out.tick"));
            tick.setDisable(!ticks.canChange(focused.id()));
        }
    }

    private String ticked() {
        return focused.tie() == StackMember.Tie.COPY ? Text.of("stack.in.copy") : Text.of("stack.in.near", Math.round(focused.measure()));
    }

    private String leftOut() {
        long bits = Math.round(focused.measure());
        return switch (focused.tie()) {
            case ALIKE -> Text.of("stack.out.alike");
            case CHAIN -> Text.of("stack.out.chain", bits);
            default -> focused.tickedAtFirst() ? Text.of("stack.out.yours") : Text.of("stack.out.far", bits, StackMember.TICKED_TO);
        };
    }

    private static Node line(String icon, String words) {
        javafx.scene.control.Label label = new Paragraph(words, "secondary");
        label.setGraphic(new FontIcon(icon));
        return label;
    }

    private static VBox section(String key, Node content) {
        javafx.scene.control.Label head = new javafx.scene.control.Label(Text.of(key));
        head.getStyleClass().add("section-head");
        VBox section = new VBox(head, content);
        section.getStyleClass().add("stack-section");
        return section;
    }
}
