package dev.docket.ui.care;

import dev.docket.care.Limit;
import dev.docket.care.OwnCare;
import dev.docket.settings.Limits;
import dev.docket.ui.common.Text;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** A reviewer's own exposure in a line of the status bar; pressed, it says all of it. */
public final class ExposureMeter extends Button {
    private final OwnCare care;
    private final Label words = new Label(null, new FontIcon("mdmz-visibility"));
    private final ProgressBar bar = new ProgressBar(0);

    /** @param open shows all of it */
    public ExposureMeter(OwnCare care, Runnable open) {
        this.care = care;
        setId("exposure");
        getStyleClass().setAll("exposure-meter");
        HBox line = new HBox(words, bar);
        line.getStyleClass().add("exposure-line");
        setGraphic(line);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setMinWidth(USE_PREF_SIZE);
        setTooltip(new Tooltip(Text.of("care.private")));
        setOnAction(_ -> open.run());
        draw();
    }

    /** As it stands now. */
    public void draw() {
        String now = ExposureWords.line(care);
        words.setText(now);
        setAccessibleText(Text.of("care.meter.accessible", now));
        bar.setProgress(share());
    }

    /** Of the limit that is nearest to being reached, 0..1. */
    private double share() {
        Limits limits = care.settings().limits();
        var hour = care.hour();
        var day = care.today();
        return Stream.of(Limit.values()).filter(l -> l.most(limits) > 0)
                .mapToDouble(l -> Math.min(1, (double) l.seen(hour, day) / l.most(limits))).max().orElse(0);
    }
}
