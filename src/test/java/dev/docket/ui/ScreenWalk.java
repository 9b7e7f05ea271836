package dev.docket.ui;

import dev.docket.audit.LoggedEntry;
import dev.docket.desk.Desk;
import dev.docket.intake.IntakeSources;
import dev.docket.progress.Progress;
import dev.docket.settings.NoHold;
import dev.docket.settings.Settings;
import dev.docket.ui.common.TextSize;
import dev.docket.ui.audit.LogRow;
import dev.docket.ui.review.ReviewCase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionModel;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

/** The real window over a desk with a few of the samples, led through every screen and every sheet by its keys. */
final class ScreenWalk implements AutoCloseable {
    private static final int SAMPLES = 14;
    /** Sheets over the review screen, and what opens them. */
    private static final Map<String, List<KeyCode>> SHEETS = new LinkedHashMap<>();

    static {
        SHEETS.put("keys", List.of(KeyCode.F1));
        SHEETS.put("palette", List.of(KeyCode.CONTROL, KeyCode.K));
    }

    /** What is looked at in each place: the window, or a sheet over it. Not on the JavaFX thread. */
    interface Look {
        void at(String place, Scene scene, Parent root);
    }

    private final Desk desk;
    private DocketWindow window;
    private Stage stage;

    /** @param folder empty; holds the profile */
    ScreenWalk(Path folder) throws Exception {
        Toolkit.start();
        desk = Desk.open(NoHold.in(folder.resolve("profile")), Clock.systemUTC());
        desk.intake.admitAll(IntakeSources.open(samples(folder), IntakeSources.Format.AUTO, "test", desk.clock), Progress.NONE);
        Toolkit.tell(() -> {
            window = new DocketWindow(WalkContract.WIDTH, WalkContract.HEIGHT);
            stage = new Stage();
            window.show(stage);
            window.open(desk);
            stage.requestFocus();
        });
        Toolkit.until("the first picture", this::canDecide);
        Keyboard.type(KeyCode.DIGIT9);
        Toolkit.until("the second picture", this::canDecide);
    }

    Desk desk() {
        return desk;
    }

    Scene scene() {
        return window.scene();
    }

    /** Of the case on the review screen: why it is there, and what its priority is made of. On the JavaFX thread. */
    List<String> storedSentences() {
        ReviewCase current = window.screens().review().model().currentProperty().get();
        List<String> sentences = new ArrayList<>(current.decision().reasons());
        current.decision().parts().forEach(part -> sentences.add(part.name()));
        window.screens().audit().model().listing().rows().forEach(row -> {
            if (row instanceof LogRow.Entry(LoggedEntry logged)) {
                String hash = logged.entry().leaf().hex();
                sentences.addAll(List.of(logged.label(), logged.entry().body(), hash, hash.substring(0, 8) + "\u2026", logged.writer().name() + " "));
            }
        });
        return sentences;
    }

    void theme(Settings.Theme theme) {
        Toolkit.tell(() -> window.theme().choiceProperty().set(theme));
    }

    /** @param percent of the usual size */
    void textSize(int percent) {
        Toolkit.tell(() -> TextSize.set(scene(), percent, Screens.STYLES));
        Toolkit.frames(3);
    }

    /** Every place once. */
    void everywhere(Look look) {
        for (String tab : tabs()) {
            Toolkit.tell(() -> window.shell().show(tab));
            Toolkit.frames(12);
            Toolkit.tell(this::chooseFirstRows);
            Toolkit.frames(8);
            lookAt(tab, look);
        }
        Toolkit.tell(() -> window.shell().show("review"));
        Toolkit.frames(3);
        SHEETS.forEach((name, keys) -> {
            Toolkit.until("the review screen before " + name, this::canDecide);
            Keyboard.type(keys.toArray(KeyCode[]::new));
            Toolkit.until("the sheet " + name, this::covered);
            Toolkit.frames(8);
            lookAt(name, look);
            if (name.equals("palette")) {
                Keyboard.type(KeyCode.S);
                Toolkit.frames(20);
                lookAt("palette with what it found", look);
            }
            close(name);
        });
        settings(look);
        practice(look);
    }

    private void close(String sheet) {
        Keyboard.type(KeyCode.ESCAPE);
        Toolkit.until("the sheet " + sheet + " closed", () -> !covered());
    }

    /** Every page of the settings, whichever there are. */
    private void settings(Look look) {
        Keyboard.type(KeyCode.CONTROL, KeyCode.COMMA);
        Toolkit.until("the settings", this::covered);
        for (int page = 0; page < pages().size(); page++) {
            ToggleButton button = pages().get(page);
            Toolkit.tell(button::fire);
            Toolkit.frames(3);
            lookAt("settings " + button.getId(), look);
        }
        close("settings");
    }

    private List<ToggleButton> pages() {
        return Toolkit.ask(() -> scene().getRoot().lookupAll(".rail-button").stream().map(ToggleButton.class::cast).toList());
    }

    /** The guided tour from the first card to the last. */
    private void practice(Look look) {
        Toolkit.tell(window::practise);
        Toolkit.until("the practice", () -> coach() != null);
        Toolkit.frames(8);
        lookAt("practice", look);
        for (int card = 2; onwards(); card++) {
            Toolkit.frames(3);
            look.at("practice " + card, scene(), coach());
        }
        Toolkit.frames(3);
    }

    /** Presses what leads to the next card. False when that was the last. */
    private boolean onwards() {
        return Toolkit.ask(() -> {
            Parent coach = (Parent) scene().getRoot().lookup(".coach");
            Stream.of("#practiceOn", "#practiceSkip").map(id -> (Button) coach.lookup(id)).filter(Node::isVisible).findFirst().orElseThrow().fire();
            return scene().getRoot().lookup(".coach") != null;
        });
    }

    private Parent coach() {
        return Toolkit.ask(() -> (Parent) scene().getRoot().lookup(".coach"));
    }

    private void lookAt(String place, Look look) {
        look.at(place, scene(), covered() ? Toolkit.ask(() -> (Parent) scene().getRoot().lookup(".overlay-ground")) : scene().getRoot());
    }

    private List<String> tabs() {
        return Toolkit.ask(() -> window.screens().all().stream().map(s -> s.id()).toList());
    }

    private void chooseFirstRows() {
        for (Node node : scene().getRoot().lookupAll(".table-view, .list-view")) {
            SelectionModel<?> rows = node instanceof TableView<?> table ? table.getSelectionModel() : ((ListView<?>) node).getSelectionModel();
            if (rows != null && rows.isEmpty()) {
                rows.selectFirst();
            }
        }
    }

    private boolean canDecide() {
        return Toolkit.ask(() -> window.screens().review().model().canDecide());
    }

    private boolean covered() {
        return Toolkit.ask(() -> scene().getRoot().lookup(".overlay-ground").isVisible());
    }

    /** The first lines of the sample queue with their pictures. */
    private static Path samples(Path folder) throws IOException {
        Path home = Path.of(System.getProperty("docket.home", "."), "sample-data");
        List<String> lines = new ArrayList<>(Files.readAllLines(home.resolve("queue.jsonl")).subList(0, SAMPLES));
        Path images = Files.createDirectories(folder.resolve("samples/images"));
        for (String line : lines) {
            String file = line.replaceFirst(".*\"file\":\"images/([^\"]+)\".*", "$1");
            Files.copy(home.resolve("images").resolve(file), images.resolve(file));
        }
        return Files.write(folder.resolve("samples/queue.jsonl"), lines);
    }

    @Override
    public void close() {
        Toolkit.tell(() -> stage.close());
        window.close();
        desk.close();
    }
}
