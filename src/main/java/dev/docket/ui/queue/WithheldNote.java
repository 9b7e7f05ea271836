package dev.docket.ui.queue;

import dev.docket.item.HandOver;
import dev.docket.ui.common.Text;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** What stays of quarantined items that were looked for: the number of each one's record, and whether it was handed over. */
public final class WithheldNote extends HBox {
    private static final int MOST = 3;

    private final Label words = new Label();

    public WithheldNote() {
        getStyleClass().add("note");
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        getChildren().setAll(new FontIcon("mdmz-remove_circle_outline"), words);
        show(List.of());
    }

    void show(List<HandOver> records) {
        List<String> lines = new ArrayList<>(records.stream().limit(MOST).map(WithheldNote::line).toList());
        if (records.size() > MOST) {
            lines.add(Text.of("queue.withheld.more", records.size() - MOST));
        }
        words.setText(String.join("\n", lines));
        setVisible(!records.isEmpty());
        setManaged(!records.isEmpty());
    }

    private static String line(HandOver record) {
        String id = record.item().toString().substring(0, 8);
        return record.handed().map(done -> Text.of("queue.withheld.handed", id, record.number(), done.reference()))
                .orElseGet(() -> Text.of("queue.withheld.waits", id, record.number()));
    }
}
