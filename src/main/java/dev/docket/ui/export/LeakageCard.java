package dev.docket.ui.export;

import dev.docket.export.Splits.Grouping;
import dev.docket.ui.common.Chip;
import dev.docket.ui.common.Text;
import java.util.List;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Whether anything stands in two splits, and whether uploaders are kept together. */
public final class LeakageCard extends VBox {
    private final ExportCard card = new ExportCard();
    private final CheckBox uploaders = new CheckBox(Text.of("export.uploaders"));
    private final Label why = ExportCard.caption(Text.of("export.uploaders.detail"));

    public LeakageCard() {
        uploaders.setId("uploaders");
        why.setWrapText(true);
        setVgrow(card, Priority.ALWAYS);
        getChildren().setAll(card);
    }

    /** Before it is shown. */
    void bind(ExportViewModel model) {
        uploaders.setOnAction(_ -> model.order().group(uploaders.isSelected() ? Grouping.NEAR_DUPLICATES_AND_UPLOADER : Grouping.NEAR_DUPLICATES));
        model.order().property().subscribe(order -> uploaders.setSelected(order.recipe().grouping() == Grouping.NEAR_DUPLICATES_AND_UPLOADER));
    }

    void show(Preview preview, boolean fixed) {
        Preview.Leakage found = preview.leakage();
        uploaders.setDisable(fixed);
        card.show(Text.of("export.leakage"), found.torn() == 0 ? ExportCard.passed(Text.of("export.leakage.passed"))
                        : new Chip(Text.of("export.leakage.failed"), Chip.Tone.DANGER, "mdal-error_outline"),
                List.of(ExportCard.line("", Text.of("export.leakage.groups"), "", Text.of("export.leakage.of", found.torn(), found.groups())), new VBox(uploaders, why)));
    }
}
