package dev.docket.ui.ladder;

import dev.docket.ui.common.Overlays;
import dev.docket.ui.common.Paragraph;
import dev.docket.ui.common.Text;
import dev.docket.verdict.Finding;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;

/** Why an adjudication is left grey. It takes words: somebody will ask. */
public final class GreySheet extends LadderSheet {
    private static final int USUAL = 3;

    public GreySheet(Overlays overlays, Consumer<String> left) {
        super(overlays, "mdal-adjust", Text.of("ladder.grey.title"));
        WordsField field = new WordsField(Text.of("ladder.grey.why"), Finding.NOTE_CHARS);
        Button leave = main("grey-leave", Text.of("ladder.grey.leave"), () -> {
            close();
            left.accept(field.words());
        });
        leave.disableProperty().bind(field.area().textProperty().map(String::isBlank));
        FlowPane usual = new FlowPane();
        usual.getStyleClass().add("usual-words");
        for (int i = 1; i <= USUAL; i++) {
            String said = Text.of("ladder.grey.usual." + i);
            usual.getChildren().add(button("grey-usual-" + i, said, () -> field.area().setText(said)));
        }
        body(List.of(new Paragraph(Text.of("ladder.grey.what"), "secondary"), usual, field));
        foot(new Paragraph(""), button("grey-cancel", Text.of("ladder.cancel"), this::close), leave);
        first(field.area());
    }
}
