package dev.docket.ui.export;

import dev.docket.export.Format;
import dev.docket.ui.common.Ends;
import dev.docket.ui.common.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The formats a set is written in, each with what it takes. */
public final class FormatsCard extends VBox {
    /** As they are offered: the usual ones first. */
    private static final List<Format> OFFERED = List.of(
            Format.IMAGEFOLDER, Format.JSONL, Format.CSV, Format.CROISSANT, Format.PARQUET, Format.WEBDATASET, Format.COCO, Format.LABEL_STUDIO,
            Format.FIFTYONE, Format.CVAT, Format.AIF360, Format.PROV);

    private final ExportCard card = new ExportCard();

    public FormatsCard() {
        setVgrow(card, Priority.ALWAYS);
        getChildren().setAll(card);
    }

    void show(ExportViewModel model, Preview preview, boolean fixed) {
        OrderModel order = model.order();
        List<Node> lines = new ArrayList<>();
        for (Format format : OFFERED) {
            CheckBox box = new CheckBox(Text.of("export.format." + key(format)));
            box.setId("format-" + format.word());
            box.setSelected(order.get().formats().contains(format));
            box.setDisable(fixed || order.get().formats().equals(Set.of(format)));
            box.setOnAction(_ -> order.choose(format, box.isSelected()));
            Ends line = new Ends(List.of(box, ExportCard.caption(Text.of("export.format." + key(format) + ".detail"))), List.of(ExportCard.caption(size(preview, format))));
            line.getStyleClass().add("export-line");
            lines.add(line);
        }
        card.show(Text.of("export.formats"), null, lines);
    }

    /** As keys of words are spelled. */
    static String key(Format format) {
        return format.word().replace('-', '_');
    }

    private static String size(Preview preview, Format format) {
        if (!preview.formats().contains(format)) {
            return "";
        }
        String bytes = ByteSize.words(preview.bytes(format));
        return format.packed() ? Text.of("export.size.about", bytes) : bytes;
    }
}
