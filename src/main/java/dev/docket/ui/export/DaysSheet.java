package dev.docket.ui.export;

import dev.docket.export.Selection;
import dev.docket.ui.common.Overlays;
import dev.docket.ui.common.Text;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Asks for the first and the last day of the decisions; either may be left open. */
final class DaysSheet extends VBox {
    private final DatePicker from = new DatePicker();
    private final DatePicker to = new DatePicker();

    DaysSheet(Overlays overlays, Selection selection, Consumer<Selection> chosen) {
        getStyleClass().addAll("sheet", "days-sheet");
        Label title = new Label(Text.of("export.days.title"));
        title.getStyleClass().add("section-head");
        from.setValue(selection.from().orElse(null));
        to.setValue(selection.to().orElse(null));
        from.setAccessibleText(Text.of("export.days.first"));
        to.setAccessibleText(Text.of("export.days.last"));
        Button apply = new Button(Text.of("export.days.apply"));
        apply.setDefaultButton(true);
        apply.setOnAction(_ -> {
            overlays.close();
            chosen.accept(selection.withDecided(first(), last()));
        });
        apply.disableProperty().bind(from.valueProperty().flatMap(f -> to.valueProperty().map(f::isAfter)).orElse(false));
        Button cancel = new Button(Text.of("export.days.cancel"));
        cancel.setCancelButton(true);
        cancel.setOnAction(_ -> overlays.close());
        HBox days = new HBox(new VBox(ExportCard.caption(Text.of("export.days.first")), from), new VBox(ExportCard.caption(Text.of("export.days.last")), to));
        HBox buttons = new HBox(ExportCard.space(), cancel, apply);
        days.getStyleClass().add("days-row");
        buttons.getStyleClass().add("days-row");
        getChildren().setAll(title, ExportCard.caption(Text.of("export.days.detail")), days, buttons);
    }

    private Optional<LocalDate> first() {
        return Optional.ofNullable(from.getValue());
    }

    private Optional<LocalDate> last() {
        return Optional.ofNullable(to.getValue());
    }
}
