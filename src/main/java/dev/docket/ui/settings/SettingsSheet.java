package dev.docket.ui.settings;

import dev.docket.settings.Settings;
import dev.docket.settings.Settings.Theme;
import dev.docket.ui.common.Keycap;
import dev.docket.ui.common.Overlays;
import dev.docket.ui.common.Text;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.util.StringConverter;
import org.kordamp.ikonli.javafx.FontIcon;

/** Every setting with what it does, over the screen; kept as soon as it is changed. */
public final class SettingsSheet extends VBox {
    private final SettingsViewModel model;
    private final Label notice = new Label();
    private final Label restart = new Label(Text.of("settings.restart"));
    private final Label pack = new Label();
    private final List<SettingRow> rows;

    public SettingsSheet(SettingsViewModel model, Overlays overlays) {
        this.model = model;
        getStyleClass().addAll("sheet", "settings-sheet");
        setAccessibleText(Text.of("settings.title"));
        rows = List.of(
                new SettingRow("theme", combo("settingTheme", Theme.values(), "shell.theme.", Settings::theme, Settings::withTheme)),
                new SettingRow("blind", spinner("settingBlind", 0, 100, 1, s -> (int) Math.round(s.blindShare() * 100), (s, v) -> s.withBlindShare(v / 100.0))),
                new SettingRow("window", spinner("settingWindow", 1, 64, 1, Settings::window, Settings::withWindow)),
                new SettingRow("hold", spinner("settingHold", 0, 600, 10, s -> (int) s.publishHold().toSeconds(), (s, v) -> s.withPublishHold(Duration.ofSeconds(v)))),
                new SettingRow("pack", pack()));
        VBox list = new VBox();
        list.getStyleClass().add("setting-rows");
        list.getChildren().setAll(rows);
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().setAll(bar(), scroll, foot());
        model.settingsProperty().subscribe(s -> drawSettings(s));
        model.noticeProperty().subscribe(this::drawNotice);
        setFocusTraversable(true);
        addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                e.consume();
                overlays.close();
            }
        });
    }

    private HBox bar() {
        Label title = new Label(Text.of("settings.title"), new FontIcon("mdmz-settings"));
        title.getStyleClass().add("sheet-title");
        TextField search = new TextField();
        search.setId("settingSearch");
        search.setPromptText(Text.of("settings.search"));
        search.setAccessibleText(Text.of("settings.search"));
        search.textProperty().addListener((o, was, now) -> rows.forEach(row -> row.match(now)));
        HBox bar = new HBox(title, space(), search, Keycap.small("Esc"));
        bar.getStyleClass().add("sheet-bar");
        focusedProperty().subscribe(focused -> {
            if (focused) {
                search.requestFocus();
            }
        });
        return bar;
    }

    private HBox foot() {
        notice.setWrapText(true);
        notice.getStyleClass().add("secondary");
        restart.getStyleClass().addAll("secondary", "muted");
        VBox words = new VBox(notice, restart);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button take = new Button(Text.of("settings.import"));
        take.setMinWidth(USE_PREF_SIZE);
        take.setOnAction(_ -> chosen(chooser("settings.import", "*.json").showOpenDialog(getScene().getWindow())).ifPresent(model::importFrom));
        Button give = new Button(Text.of("settings.export"));
        give.setMinWidth(USE_PREF_SIZE);
        give.setOnAction(_ -> {
            FileChooser chooser = chooser("settings.export", "*.json");
            chooser.setInitialFileName("docket-settings.json");
            chosen(chooser.showSaveDialog(getScene().getWindow())).ifPresent(model::exportTo);
        });
        HBox foot = new HBox(words, take, give);
        foot.getStyleClass().addAll("sheet-foot", "settings-foot");
        return foot;
    }

    private Node pack() {
        Button choose = new Button(Text.of("settings.pack.choose"));
        choose.setMinWidth(USE_PREF_SIZE);
        choose.setOnAction(_ -> chosen(chooser("settings.pack.choose", "*.yaml", "*.yml").showOpenDialog(getScene().getWindow())).ifPresent(model::choosePack));
        Button shipped = new Button(Text.of("settings.pack.shipped"));
        shipped.setId("settingShipped");
        shipped.setMinWidth(USE_PREF_SIZE);
        shipped.setOnAction(_ -> model.change(s -> s.withPolicyPack(Optional.empty())));
        pack.getStyleClass().addAll("secondary", "mono");
        pack.setMaxWidth(240);
        VBox box = new VBox(pack, new HBox(8, choose, shipped));
        box.getStyleClass().add("setting-pack");
        return box;
    }

    private FileChooser chooser(String title, String... endings) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Text.of(title));
        chooser.getExtensionFilters().setAll(new FileChooser.ExtensionFilter(String.join(", ", endings), endings));
        return chooser;
    }

    private static Optional<Path> chosen(File file) {
        return Optional.ofNullable(file).map(File::toPath);
    }

    private interface With<T> {
        Settings apply(Settings settings, T value);
    }

    private <E extends Enum<E>> ComboBox<E> combo(String id, E[] values, String words, Function<Settings, E> value, With<E> with) {
        ComboBox<E> combo = new ComboBox<>();
        combo.setId(id);
        combo.getItems().setAll(values);
        combo.setConverter(new StringConverter<>() {
            @Override
            public String toString(E one) {
                return one == null ? "" : Text.of(words + one.name().toLowerCase(Locale.ROOT));
            }

            @Override
            public E fromString(String text) {
                throw new UnsupportedOperationException("Chosen, never typed");
            }
        });
        model.settingsProperty().subscribe(s -> combo.setValue(value.apply(s)));
        combo.valueProperty().addListener((o, was, now) -> model.change(s -> with.apply(s, now)));
        return combo;
    }

    private Spinner<Integer> spinner(String id, int least, int most, int step, Function<Settings, Integer> value, With<Integer> with) {
        Spinner<Integer> spinner = new Spinner<>(least, most, value.apply(model.settingsProperty().get()), step);
        spinner.setId(id);
        spinner.setEditable(true);
        spinner.setPrefWidth(110);
        spinner.setMinWidth(110);
        model.settingsProperty().subscribe(s -> spinner.getValueFactory().setValue(value.apply(s)));
        spinner.valueProperty().addListener((o, was, now) -> {
            if (now != null) {
                model.change(s -> with.apply(s, now));
            }
        });
        return spinner;
    }

    private void drawSettings(Settings settings) {
        pack.setText(settings.policyPack().map(Path::toString).orElseGet(() -> Text.of("settings.pack.shipped.is")));
        restart.setVisible(model.needsRestart());
        restart.setManaged(restart.isVisible());
    }

    private void drawNotice(SettingsViewModel.Notice now) {
        notice.setText(now.words());
        notice.getStyleClass().remove("danger-words");
        if (now.warning()) {
            notice.getStyleClass().add("danger-words");
        }
    }

    private static Region space() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }
}
