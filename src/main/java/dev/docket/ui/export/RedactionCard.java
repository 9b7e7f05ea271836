package dev.docket.ui.export;

import dev.docket.ui.common.Text;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What is taken out of a set and what is not, and whether pictures are also written with parts hidden. */
public final class RedactionCard extends VBox {
    private final ExportCard card = new ExportCard();
    private final CheckBox hide = new CheckBox(Text.of("export.hide"));
    private final Label detail = ExportCard.caption(Text.of("export.hide.detail"));

    public RedactionCard() {
        hide.setId("export-hide");
        hide.setWrapText(true);
        detail.setWrapText(true);
        setVgrow(card, Priority.ALWAYS);
        getChildren().setAll(card);
    }

    /** Before it is shown. */
    void bind(ExportViewModel model) {
        hide.selectedProperty().bindBidirectional(model.hidingProperty());
    }

    void show(Preview preview, boolean fixed) {
        long gps = preview.manifest().counts().withGps();
        List<Node> lines = new ArrayList<>();
        for (String statement : List.of("names", "days", "files", "texts")) {
            lines.add(ExportCard.line("mdal-check", Text.of("export.redaction." + statement), Text.of("export.redaction." + statement + ".detail"), ""));
        }
        if (preview.manifest().counts().images() > 0) {
            Node kept = ExportCard.line("mdal-info", Text.of("export.redaction.exif"), Text.of("export.redaction.exif.detail"), Text.of("export.redaction.gps", gps));
            if (gps > 0) {
                kept.getStyleClass().add("export-warning");
            }
            lines.add(kept);
        }
        hide.setDisable(fixed || preview.set().withImages().isEmpty());
        lines.add(new VBox(hide, detail));
        card.show(Text.of("export.redaction"), null, lines);
    }
}
