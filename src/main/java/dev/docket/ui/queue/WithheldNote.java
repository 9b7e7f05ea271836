package dev.docket.ui.queue;

import dev.docket.item.HandOver;
import dev.docket.item.Tombstone;
import dev.docket.ui.common.Figures;
import dev.docket.ui.common.Text;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** What stays of quarantined and erased items that were looked for: the number of each one's record, and whether it was handed over; when it was erased, and why. */
public final class WithheldNote extends HBox {
    private static final int MOST = 3;

    private final Label words = new Label();

    public WithheldNote() {
        getStyleClass().add("note");
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        getChildren().setAll(new FontIcon("mdmz-remove_circle_outline"), words);
        show(List.of(), List.of(), ZoneOffset.UTC);
    }

    /** @param zone in which days are told */
    void show(List<HandOver> records, List<Tombstone> erased, ZoneId zone) {
        List<String> all = Stream.concat(records.stream().map(WithheldNote::line), erased.stream().map(stone -> line(stone, zone))).toList();
        List<String> lines = new ArrayList<>(all.stream().limit(MOST).toList());
        if (all.size() > MOST) {
            lines.add(Text.of("queue.withheld.more", all.size() - MOST));
        }
        words.setText(String.join("\n", lines));
        setVisible(!lines.isEmpty());
        setManaged(!lines.isEmpty());
    }

    private static String line(Tombstone stone, ZoneId zone) {
        return Text.of("queue.erased", stone.item().toString().substring(0, 8), Figures.minute(stone.at().atZone(zone)), stone.reason(), stone.basis());
    }

    private static String line(HandOver record) {
        String id = record.item().toString().substring(0, 8);
        return record.handed().map(done -> Text.of("queue.withheld.handed", id, record.number(), done.reference()))
                .orElseGet(() -> Text.of("queue.withheld.waits", id, record.number()));
    }
}
