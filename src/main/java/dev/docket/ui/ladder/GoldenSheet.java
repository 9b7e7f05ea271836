package dev.docket.ui.ladder;

import dev.docket.ui.common.Overlays;
import dev.docket.ui.common.Paragraph;
import dev.docket.ui.common.Text;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;

/** Marks a decided item as golden: what stands on it is the known answer, and these words are what a reviewer reads afterwards. */
public final class GoldenSheet extends LadderSheet {
    private static final int MOST = 500;

    /** @param mark told the words */
    public GoldenSheet(Overlays overlays, String shortId, Consumer<String> mark) {
        super(overlays, "mdal-check_circle_outline", Text.of("golden.title", shortId));
        WordsField field = new WordsField(Text.of("golden.why"), MOST);
        body(List.of(new Paragraph(Text.of("golden.what"), "secondary"), field));
        Button main = main("golden-mark", Text.of("golden.mark"), () -> {
            close();
            mark.accept(field.words());
        });
        main.disableProperty().bind(Bindings.createBooleanBinding(() -> field.words().isEmpty(), field.area().textProperty()));
        foot(new Paragraph(""), button("golden-cancel", Text.of("ladder.cancel"), this::close), main);
        first(field.area());
    }
}
