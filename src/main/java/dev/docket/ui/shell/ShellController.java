package dev.docket.ui.shell;

import dev.docket.settings.Settings;
import dev.docket.storage.bucket.BucketPlace;
import dev.docket.team.ConnectionFile;
import dev.docket.ui.common.Chip;
import dev.docket.ui.common.Flow;
import dev.docket.ui.common.DirectPaint;
import dev.docket.ui.common.Job;
import dev.docket.ui.common.Overlays;
import dev.docket.ui.common.Text;
import dev.docket.ui.common.TextSize;
import dev.docket.ui.common.Theme;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** The window around the screens: tabs, status bar, overlays. A screen is built when its tab is first shown. */
public final class ShellController {
    private static final KeyCombination PALETTE = new KeyCodeCombination(KeyCode.K, KeyCombination.SHORTCUT_DOWN);

    private static final KeyCombination SETTINGS = new KeyCodeCombination(KeyCode.COMMA, KeyCombination.SHORTCUT_DOWN);

    private final Overlays overlays;
    private final Theme theme;
    private final Job job;
    private final ToggleGroup tabGroup = new ToggleGroup();
    private final Map<Screen, Parent> views = new HashMap<>();
    private final Map<Screen, Optional<Node>> statuses = new HashMap<>();
    private Screen shown;
    private double wordsOfFind;
    private CommandSource source;
    private Supplier<? extends Region> settingsSheet;

    @FXML private StackPane root;
    @FXML private Flow tabs;
    @FXML private Label brand;
    @FXML private Chip connection;
    @FXML private Label person;
    @FXML private Button settings;
    @FXML private Button find;
    @FXML private StackPane content;
    @FXML private HBox screenStatus;
    @FXML private HBox statusLine;
    private final List<JobBar> jobBars = new ArrayList<>();

    public ShellController(Overlays overlays, Theme theme, Job job) {
        this.overlays = overlays;
        this.theme = theme;
        this.job = job;
    }

    @FXML
    private void initialize() {
        root.getChildren().add(overlays.ground());
        settings.setVisible(false);
        settings.setOnAction(e -> openSettings());
        tellOf(job, "job");
        find.setVisible(false);
        find.setOnAction(e -> openPalette());
        // what does not fit goes on below, which makes them higher
        tabs.heightProperty().subscribe(this::giveTabsRoom);
        tabs.widthProperty().subscribe(this::giveTabsRoom);
        root.sceneProperty().subscribe(scene -> {
            if (scene != null) {
                scene.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
            }
        });
        connection.setVisible(false);
        person.setVisible(false);
        TextSize.around(root).subscribe(size -> List.of(brand, connection).forEach(words -> words.setManaged(size <= TextSize.LARGE)));
        tabGroup.selectedToggleProperty().addListener((o, was, now) -> {
            if (now == null && was != null) {
                was.setSelected(true);
            }
        });
    }

    /** The words of the search go before a tab does. */
    private void giveTabsRoom() {
        double spare = tabs.getWidth() - tabs.prefWidth(-1);
        if (find.getContentDisplay() != ContentDisplay.GRAPHIC_ONLY && spare < 0) {
            wordsOfFind = find.getWidth();
            find.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        } else if (find.getContentDisplay() == ContentDisplay.GRAPHIC_ONLY && spare > wordsOfFind - find.getWidth()) {
            find.setContentDisplay(ContentDisplay.LEFT);
        }
    }

    /** Another long job in the status line. @param id the first part of its nodes' ids */
    public void tellOf(Job longer, String id) {
        JobBar bar = new JobBar(longer, id);
        jobBars.add(bar);
        statusLine.getChildren().add(bar);
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

    /**
     * Whose queue this is, in place of one's own; a connection that others could read or pretend to be says so.
     *
     * @param bucket where the team's images lie; empty: in a folder
     */
    public void connected(ConnectionFile team, Optional<BucketPlace> bucket) {
        String words = words(team, bucket);
        boolean sure = words.equals(team.team());
        connection.show(words, sure ? Chip.Tone.NEUTRAL : Chip.Tone.WARNING, sure ? "mdal-group" : "mdal-lock_open");
        String queue = Text.of("shell.connection.where", team.address().text(), team.address().tls().word());
        connection.setTooltip(new Tooltip(bucket.map(place -> queue + "\n" + Text.of("shell.connection.bucket", place.where())).orElse(queue)));
    }

    private static String words(ConnectionFile team, Optional<BucketPlace> bucket) {
        return switch (team.address().tls()) {
            case NONE -> Text.of("shell.connection.clear", team.team());
            case VERIFY_CA -> Text.of("shell.connection.unproved", team.team());
            case VERIFY_FULL -> bucket.filter(BucketPlace::isClear).isPresent() ? Text.of("shell.connection.images", team.team()) : team.team();
        };
    }

    /** Nobody looks at the screens any more, or somebody does again. */
    public void away(boolean gone) {
        if (shown != null) {
            (gone ? shown.onHide() : shown.onShow()).run();
        }
    }

    /** A tab before all others, in front at once; until {@link #drop}. */
    public void push(Screen screen) {
        ToggleButton tab = tab(screen);
        tabs.getChildren().addFirst(tab);
        tab.setSelected(true);
    }

    /** Takes a pushed tab away again. Another one must be in front. */
    public void drop(Screen screen) {
        Toggle tab = tabGroup.getToggles().stream().filter(t -> t.getUserData() == screen).findFirst().orElseThrow();
        tabs.getChildren().remove(tab);
        tab.setToggleGroup(null);
        views.remove(screen);
        statuses.remove(screen);
    }

    /** What the palette offers beside the tabs and the theme; from now on it can be opened. */
    public void offer(CommandSource offered) {
        source = offered;
        find.setVisible(true);
    }

    /** How the sheet of settings is made; from now on it can be opened. */
    public void settings(Supplier<? extends Region> sheet) {
        settingsSheet = sheet;
        settings.setVisible(true);
    }

    private void pressed(KeyEvent event) {
        if (PALETTE.match(event)) {
            event.consume();
            openPalette();
        } else if (SETTINGS.match(event)) {
            event.consume();
            openSettings();
        }
    }

    private void openSettings() {
        if (settingsSheet != null && !overlays.isOpen()) {
            overlays.open(settingsSheet.get());
        }
    }

    private void openPalette() {
        if (source != null && !overlays.isOpen()) {
            overlays.open(new Palette(overlays, new WithTabs(source)));
        }
    }

    /** The window's own commands with those of the desk. */
    private final class WithTabs implements CommandSource {
        private final CommandSource desk;

        WithTabs(CommandSource desk) {
            this.desk = desk;
        }

        @Override
        public List<Command> commands() {
            List<Command> all = new ArrayList<>(desk.commands());
            jobBars.forEach(bar -> all.addAll(bar.commands()));
            for (Toggle tab : tabGroup.getToggles()) {
                Screen screen = (Screen) tab.getUserData();
                all.add(new Command(Command.Group.GO, "mdal-arrow_forward", Text.of("palette.go", screen.title()), "", List.of(), () -> show(screen.id())));
            }
            for (Settings.Theme choice : Settings.Theme.values()) {
                String words = Text.of("shell.theme." + choice.name().toLowerCase(java.util.Locale.ROOT));
                all.add(new Command(Command.Group.GO, "mdal-brightness_6", words, Text.of("shell.theme"), List.of(), () -> theme.choiceProperty().set(choice)));
            }
            if (settingsSheet != null) {
                all.add(new Command(Command.Group.GO, "mdmz-settings", Text.of("settings.title"), Text.of("settings.aside"), List.of("Ctrl", ","), ShellController.this::openSettings));
            }
            return all;
        }

        @Override
        public void search(String words, Consumer<List<Command>> found) {
            desk.search(words, found);
        }
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

    /** A screen that does not fold its columns scrolls where the text is so large that they do not fit. */
    private static Parent roomy(Parent view) {
        if (!view.getStyleClass().contains("wide-screen")) {
            return view;
        }
        ScrollPane scroll = new ScrollPane(view);
        scroll.getStyleClass().add("screen-scroll");
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setFocusTraversable(false);
        DirectPaint.in(scroll);
        return scroll;
    }

    private void bringToFront(Screen screen) {
        if (shown != null) {
            shown.onHide().run();
        }
        shown = screen;
        content.getChildren().setAll(views.computeIfAbsent(screen, s -> roomy(s.view().get())));
        Optional<Node> status = statuses.computeIfAbsent(screen, s -> Optional.ofNullable(s.status().get()));
        screenStatus.getChildren().setAll(status.map(List::of).orElse(List.of()));
        // a view that scrolls comes into the scene with its skin: until then nothing in it can have the keyboard
        content.applyCss();
        screen.onShow().run();
    }
}
