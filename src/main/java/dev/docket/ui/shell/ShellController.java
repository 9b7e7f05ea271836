package dev.docket.ui.shell;

import dev.docket.settings.Settings;
import dev.docket.ui.common.Chip;
import dev.docket.ui.common.Job;
import dev.docket.ui.common.Overlays;
import dev.docket.ui.common.Text;
import dev.docket.ui.common.Theme;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/** The window around the screens: tabs, status bar, overlays. A screen is built when its tab is first shown. */
public final class ShellController {
    private final Overlays overlays;
    private final Theme theme;
    private final Job job;
    private final ToggleGroup tabGroup = new ToggleGroup();
    private final Map<Screen, Parent> views = new HashMap<>();
    private final Map<Screen, Optional<Node>> statuses = new HashMap<>();
    private Screen shown;

    @FXML private StackPane root;
    @FXML private HBox tabs;
    @FXML private Chip connection;
    @FXML private Label person;
    @FXML private MenuButton settings;
    @FXML private StackPane content;
    @FXML private HBox screenStatus;
    @FXML private HBox jobBox;
    @FXML private Label jobWords;
    @FXML private ProgressBar jobBar;
    @FXML private Button jobCancel;

    public ShellController(Overlays overlays, Theme theme, Job job) {
        this.overlays = overlays;
        this.theme = theme;
        this.job = job;
    }

    @FXML
    private void initialize() {
        root.getChildren().add(overlays.ground());
        for (Settings.Theme choice : Settings.Theme.values()) {
            RadioMenuItem item = new RadioMenuItem(Text.of("shell.theme." + choice.name().toLowerCase(java.util.Locale.ROOT)));
            item.setSelected(theme.choiceProperty().get() == choice);
            item.setOnAction(e -> theme.choiceProperty().set(choice));
            theme.choiceProperty().addListener((o, was, now) -> item.setSelected(now == choice));
            settings.getItems().add(item);
        }
        jobBox.visibleProperty().bind(job.runningProperty());
        jobBox.managedProperty().bind(job.runningProperty());
        jobWords.textProperty().bind(job.wordsProperty());
        jobBar.progressProperty().bind(job.shareProperty());
        jobCancel.setOnAction(e -> job.cancel());
        connection.setVisible(false);
        person.setVisible(false);
        tabGroup.selectedToggleProperty().addListener((o, was, now) -> {
            if (now == null && was != null) {
                was.setSelected(true);
            }
        });
    }

    /** Words in place of a screen: while the desk opens, or when it cannot. */
    public void showNotice(Node notice) {
        content.getChildren().setAll(notice);
    }

    /** The screens of this person, the first of them to the front. */
    public void open(List<Screen> screens, String pseudonym) {
        person.setText(pseudonym);
        connection.setVisible(true);
        person.setVisible(true);
        tabs.getChildren().setAll(screens.stream().map(this::tab).toList());
        tabGroup.getToggles().getFirst().setSelected(true);
    }

    /** Brings a screen to the front by its id. */
    public void show(String id) {
        tabGroup.getToggles().stream().filter(t -> ((Screen) t.getUserData()).id().equals(id))
                .findFirst().ifPresent(t -> t.setSelected(true));
    }

    private ToggleButton tab(Screen screen) {
        ToggleButton tab = new ToggleButton(screen.title());
        tab.setId("tab-" + screen.id());
        tab.getStyleClass().setAll("app-tab");
        tab.setUserData(screen);
        tab.setToggleGroup(tabGroup);
        Label badge = new Label();
        badge.getStyleClass().add("tab-badge");
        badge.textProperty().bind(screen.badge());
        badge.visibleProperty().bind(badge.textProperty().isNotEmpty());
        badge.managedProperty().bind(badge.visibleProperty());
        tab.setGraphic(badge);
        tab.accessibleTextProperty().bind(Bindings.createStringBinding(
                () -> badge.getText().isEmpty() ? screen.title() : screen.title() + ", " + badge.getText(), badge.textProperty()));
        tab.selectedProperty().addListener((o, was, now) -> {
            if (now) {
                bringToFront(screen);
            }
        });
        return tab;
    }

    private void bringToFront(Screen screen) {
        if (shown != null) {
            shown.onHide().run();
        }
        shown = screen;
        content.getChildren().setAll(views.computeIfAbsent(screen, s -> s.view().get()));
        Optional<Node> status = statuses.computeIfAbsent(screen, s -> Optional.ofNullable(s.status().get()));
        screenStatus.getChildren().setAll(status.map(List::of).orElse(List.of()));
        screen.onShow().run();
    }
}
