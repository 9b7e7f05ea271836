package dev.docket.ui.ladder;

import dev.docket.ui.common.Overlays;
import dev.docket.ui.common.Paragraph;
import dev.docket.ui.common.Text;
import dev.docket.verdict.Appeals.Source;
import dev.docket.verdict.Finding;
import java.util.List;
import java.util.UUID;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;

/** Registers an appeal against what counts on an item. */
public final class AppealSheet extends LadderSheet {

    /** @param then runs once it is registered, or could not be */
    public AppealSheet(Overlays overlays, LadderViewModel model, UUID item, String shortId, Runnable then) {
        super(overlays, "mdal-gavel", Text.of("ladder.appeal", shortId));
        ComboBox<Source> from = new ComboBox<>();
        from.setId("appeal-from");
        from.getItems().setAll(Source.values());
        from.setValue(Source.UPLOADER);
        from.setConverter(new Words());
        from.setAccessibleText(Text.of("ladder.appeal.from"));
        Label who = new Label(Text.of("ladder.appeal.from"));
        who.setLabelFor(from);
        HBox line = new HBox(who, from);
        line.getStyleClass().add("appeal-from");
        WordsField field = new WordsField(Text.of("ladder.appeal.words"), Finding.NOTE_CHARS);
        body(List.of(new Paragraph(Text.of("ladder.appeal.what"), "secondary"), line, field));
        foot(new Paragraph(""), button("appeal-cancel", Text.of("ladder.cancel"), this::close), main("appeal-lodge", Text.of("ladder.appeal.lodge"), () -> {
            close();
            model.lodge(item, from.getValue(), field.words(), then);
        }));
        first(field.area());
    }

    private static final class Words extends StringConverter<Source> {
        @Override
        public String toString(Source source) {
            return source == null ? "" : Text.of("ladder.source." + source.word());
        }

        @Override
        public Source fromString(String words) {
            throw new UnsupportedOperationException("chosen, never typed");
        }
    }
}
