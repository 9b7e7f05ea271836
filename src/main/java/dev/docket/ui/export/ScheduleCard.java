package dev.docket.ui.export;

import dev.docket.export.Schedules.Schedule;
import dev.docket.export.SelectionException;
import dev.docket.ui.common.Flow;
import dev.docket.ui.common.Text;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;

/** Which sets are written by themselves, where to, what came of the last one; and the way to have the one shown written so. */
public final class ScheduleCard extends VBox {
    private static final int SHOWN = 5;

    private final ExportCard card = new ExportCard();
    private final Button add = new Button(Text.of("export.schedule.add"));
    private final Label said = ExportCard.caption("");
    private ExportViewModel model;
    private SchedulesViewModel schedules;
    private Supplier<File> chooser = this::ask;

    public ScheduleCard() {
        add.setId("schedule-add");
        add.setMinWidth(USE_PREF_SIZE);
        said.setId("schedule-said");
        said.setWrapText(true);
        said.setMinHeight(USE_PREF_SIZE);
        setVgrow(card, Priority.ALWAYS);
        getChildren().setAll(card);
    }

    /** Before it is shown. */
    void bind(ExportViewModel shown, SchedulesViewModel of) {
        model = shown;
        schedules = of;
        add.setOnAction(_ -> {
            File folder = chooser.get();
            if (folder != null) {
                schedules.add(model.order().get(), folder.toPath());
            }
        });
        schedules.allProperty().subscribe(_ -> draw());
        schedules.wordsProperty().subscribe(words -> {
            said.setText(words);
            said.setVisible(!words.isEmpty());
            said.setManaged(!words.isEmpty());
        });
        model.order().property().subscribe(order -> add.setDisable(order.name().isEmpty()));
    }

    /** Asks for a folder in another way. */
    void choosing(Supplier<File> folders) {
        chooser = folders;
    }

    private File ask() {
        DirectoryChooser folders = new DirectoryChooser();
        folders.setTitle(Text.of("export.schedule.choose"));
        return folders.showDialog(getScene().getWindow());
    }

    private void draw() {
        List<Node> lines = new ArrayList<>();
        Label about = ExportCard.caption(Text.of("export.schedule.detail"));
        about.setWrapText(true);
        about.setMinHeight(USE_PREF_SIZE);
        lines.add(about);
        List<Schedule> all = schedules.allProperty().get();
        all.stream().limit(SHOWN).forEach(one -> lines.add(line(one)));
        if (all.size() > SHOWN) {
            lines.add(ExportCard.caption(Text.of("export.schedule.more", all.size() - SHOWN)));
        }
        lines.add(new Flow(add));
        lines.add(said);
        card.show(Text.of("export.schedule"), null, lines);
    }

    private Node line(Schedule one) {
        String name = name(one);
        Button stop = new Button(Text.of("export.schedule.stop"));
        stop.setId("stop-" + name);
        stop.setMinWidth(USE_PREF_SIZE);
        stop.setAccessibleText(Text.of("export.schedule.stop.of", name));
        stop.setOnAction(_ -> schedules.stop(name));
        String last = one.lastRun() == null ? Text.of("export.schedule.never") : Text.of("export.schedule.last", one.lastRun().substring(0, 10), one.lastSaid());
        VBox line = new VBox(ExportCard.line("mdmz-schedule", Text.of("export.schedule.one", name, Path.of(one.folder()).toString()), last, ""), new Flow(stop));
        line.getStyleClass().add("request");
        return line;
    }

    private static String name(Schedule one) {
        try {
            return one.parsed().name().orElse("");
        } catch (SelectionException e) {
            return "?";
        }
    }
}
