package dev.docket.ui.care;

import dev.docket.care.Exposure;
import dev.docket.care.Limit;
import dev.docket.care.OwnCare;
import dev.docket.policy.Severity;
import dev.docket.settings.Limits;
import dev.docket.ui.common.Ends;
import dev.docket.ui.common.Keycap;
import dev.docket.ui.common.Overlays;
import dev.docket.ui.common.SeverityTag;
import dev.docket.ui.common.Text;
import dev.docket.ui.keys.KeyCommand;
import dev.docket.ui.keys.KeyHint;
import dev.docket.ui.keys.KeyMap;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** What a reviewer saw this hour and today, their own limits, the next break, and what they can do. For their eyes only. */
public final class ExposureSheet extends VBox {
    private static final List<Severity> SHOWN = Stream.of(Severity.values()).filter(s -> s.compareTo(Exposure.SENSITIVE) >= 0).toList();

    /** What can be done about it; run once the sheet is closed. */
    public record Ways(Runnable takeBreak, Runnable goOn, Runnable settings) {}

    private final Overlays overlays;
    private final OwnCare care;
    private final ZoneId zone;
    private final Ways ways;

    public ExposureSheet(Overlays overlays, OwnCare care, ZoneId zone, ObservableValue<KeyMap> keys, Ways ways) {
        this.overlays = overlays;
        this.care = care;
        this.zone = zone;
        this.ways = ways;
        getStyleClass().addAll("sheet", "exposure-sheet");
        setFocusTraversable(true);
        setAccessibleText(Text.of("care.title"));
        VBox body = new VBox(words("care.private"));
        pause().ifPresent(body.getChildren()::add);
        body.getChildren().addAll(looks(), limits(), rest());
        body.getStyleClass().add("exposure-body");
        ScrollPane scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.prefViewportHeightProperty().bind(body.heightProperty());
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().setAll(bar(), scroll, foot(keys));
        addEventFilter(KeyEvent.KEY_PRESSED, e -> pressed(e, keys.getValue()));
    }

    private void pressed(KeyEvent event, KeyMap keys) {
        if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            overlays.close();
        } else if (keys.of(event).filter(b -> b.command() == KeyCommand.BREAK).isPresent()) {
            event.consume();
            leave(ways.takeBreak());
        }
    }

    private void leave(Runnable way) {
        overlays.close();
        way.run();
    }

    private static HBox bar() {
        Label title = new Label(Text.of("care.title"), new FontIcon("mdmz-visibility"));
        title.getStyleClass().add("sheet-title");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox bar = new HBox(title, space, Keycap.small("Esc"));
        bar.getStyleClass().add("sheet-bar");
        return bar;
    }

    private Ends foot(ObservableValue<KeyMap> keys) {
        Ends foot = new Ends(List.of(button("exposureBreak", "care.break.take", KeyHint.of(keys, KeyCommand.BREAK), ways.takeBreak())),
                List.of(button("exposureSettings", "care.settings", null, ways.settings())));
        foot.getStyleClass().add("sheet-foot");
        return foot;
    }

    /** What pauses, or that it does not because the person wanted so. */
    private Optional<Node> pause() {
        if (care.lifted().isPresent()) {
            return Optional.of(note("plain", Text.of("care.lifted", ExposureWords.time(care.lifted().get(), zone)), List.of()));
        }
        return care.pause().map(now -> note("warning",
                Text.of("care.paused", ExposureWords.reached(now, care.settings().limits()), ExposureWords.pauses(now, zone)),
                List.of(button("exposureGoOn", "care.goon", null, ways.goOn()))));
    }

    private static Node note(String tone, String sentence, List<Node> ways) {
        Label words = new Label(sentence);
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        VBox note = new VBox(words);
        note.getChildren().addAll(ways);
        note.getStyleClass().addAll("note", tone, "exposure-note");
        return note;
    }

    private Node looks() {
        GridPane table = table();
        table.addRow(0, head("care.looks"), head("care.hour"), head("care.today"));
        Exposure hour = care.hour();
        Exposure today = care.today();
        for (Severity severity : SHOWN) {
            table.addRow(table.getRowCount(), SeverityTag.plainWord(severity), value(ExposureWords.seen(hour.of(severity))),
                    value(ExposureWords.seen(today.of(severity))));
        }
        return table;
    }

    private Node limits() {
        GridPane table = table();
        table.addRow(0, head("care.limits"));
        Limits limits = care.settings().limits();
        for (Limit limit : Limit.values()) {
            long seen = limit.seen(care.hour(), care.today());
            long most = limit.most(limits);
            String figures = ExposureWords.figures(limit, seen, most);
            ProgressBar bar = new ProgressBar(most == 0 ? 0 : Math.min(1, (double) seen / most));
            bar.setAccessibleText(Text.of("care.limit.accessible", ExposureWords.limit(limit), figures));
            bar.getStyleClass().add("exposure-bar");
            bar.setVisible(most > 0);
            Label name = value(ExposureWords.limit(limit));
            name.getStyleClass().add("strong");
            table.addRow(table.getRowCount(), name, bar, value(figures));
        }
        return table;
    }

    private Node rest() {
        VBox rest = new VBox(head("care.break"), value(ExposureWords.nextBreak(care)));
        rest.getStyleClass().add("exposure-rest");
        return rest;
    }

    private static GridPane table() {
        GridPane table = new GridPane();
        table.getStyleClass().add("exposure-table");
        return table;
    }

    private static Label head(String key) {
        Label head = new Label(Text.of(key));
        head.getStyleClass().add("caption-head");
        head.setMinWidth(USE_PREF_SIZE);
        return head;
    }

    private static Label value(String words) {
        Label value = new Label(words);
        value.setWrapText(true);
        value.setMinHeight(USE_PREF_SIZE);
        return value;
    }

    private static Label words(String key) {
        Label label = value(Text.of(key));
        label.getStyleClass().addAll("secondary", "muted");
        return label;
    }

    private Button button(String id, String key, Node keys, Runnable way) {
        Button button = new Button(Text.of(key), keys);
        button.setId(id);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> leave(way));
        return button;
    }
}
