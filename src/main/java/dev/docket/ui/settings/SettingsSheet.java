package dev.docket.ui.settings;

import dev.docket.policy.PolicyPack;
import dev.docket.queue.Lane;
import dev.docket.ui.common.Keycap;
import dev.docket.ui.common.Overlays;
import dev.docket.ui.common.Reveal;
import dev.docket.ui.common.Text;
import dev.docket.ui.keys.KeyMap;
import dev.docket.ui.signin.PassphraseSheet;
import dev.docket.ui.signin.PassphraseViewModel;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Every setting with what it does, in pages, over the screen; found by its words, kept as soon as it is changed. */
public final class SettingsSheet extends VBox {
    /** What is seen over a row that was gone to, in pixels. */

    private final SettingsViewModel model;
    private final SettingFiles files = new SettingFiles(() -> getScene().getWindow());
    private final Label none = new Label(Text.of("settings.none"));
    private final TextField search = new TextField();
    private final ToggleGroup chosen = new ToggleGroup();
    private final ScrollPane scroll = new ScrollPane();
    private final List<SettingsPage> pages;

    /**
     * @param keys the map that is in force
     * @param pack whose labels can have a cover of their own
     * @param lanes every lane of the desk, as it stands
     * @param passphrase what opens the profile
     */
    public SettingsSheet(SettingsViewModel model, Overlays overlays, ObservableValue<KeyMap> keys, PolicyPack pack, ObservableList<Lane> lanes, PassphraseViewModel passphrase) {
        this.model = model;
        SettingControls controls = new SettingControls(model);
        getStyleClass().addAll("sheet", "settings-sheet");
        setAccessibleText(Text.of("settings.title"));
        KeysPage keysPage = new KeysPage(model, controls, keys);
        pages = List.of(keysPage, new CoverPage(controls, pack), new LanesPage(model, controls, lanes), new AppearancePage(controls), new WorkPage(model, controls, files),
                new LockPage(controls, passphrase, change -> new PassphraseSheet(passphrase, overlays, change, () -> {
                    overlays.open(this);
                    choose(LockPage.ID);
                }).open()));
        HBox middle = new HBox(rail(), list());
        VBox.setVgrow(middle, Priority.ALWAYS);
        getChildren().setAll(bar(), middle, foot());
        addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (keysPage.takes(e)) {
                e.consume();
            } else if (e.getCode() == KeyCode.ESCAPE) {
                e.consume();
                overlays.close();
            }
        });
        search("");
    }

    /** Shows a page whole. */
    public void choose(String page) {
        chosen.getToggles().stream().filter(t -> ((SettingsPage) t.getUserData()).id().equals(page)).findFirst().ifPresent(t -> t.setSelected(true));
        search.clear();
        search("");
    }

    /** Goes to one setting: its page is shown, the keyboard is at its control. To be called while the sheet is open. */
    void reveal(SettingsPage page, SettingRow row) {
        choose(page.id());
        Reveal.layOut(getScene().getRoot());
        Reveal.now(row);
        row.focus();
    }

    List<SettingsPage> pages() {
        return pages;
    }

    private HBox bar() {
        Label title = new Label(Text.of("settings.title"), new FontIcon("mdmz-settings"));
        title.getStyleClass().add("sheet-title");
        search.setId("settingSearch");
        search.setPromptText(Text.of("settings.search"));
        search.setAccessibleText(Text.of("settings.search"));
        search.textProperty().addListener((o, was, now) -> search(now));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox bar = new HBox(title, space, search, Keycap.named("escape"));
        bar.getStyleClass().add("sheet-bar");
        focusedProperty().subscribe(focused -> {
            if (focused) {
                search.requestFocus();
            }
        });
        return bar;
    }

    private VBox rail() {
        VBox rail = new VBox();
        rail.getStyleClass().add("settings-rail");
        for (SettingsPage page : pages) {
            ToggleButton button = new ToggleButton(Text.of("settings.page." + page.id()), new FontIcon(page.icon()));
            button.setId("page-" + page.id());
            button.getStyleClass().setAll("rail-button");
            button.setMaxWidth(Double.MAX_VALUE);
            button.setUserData(page);
            button.setToggleGroup(chosen);
            rail.getChildren().add(button);
        }
        chosen.getToggles().getFirst().setSelected(true);
        chosen.selectedToggleProperty().addListener((o, was, now) -> {
            if (now == null) {
                was.setSelected(true);
            }
            search.clear();
            search("");
        });
        return rail;
    }

    private ScrollPane list() {
        none.getStyleClass().addAll("muted", "settings-none");
        VBox list = new VBox(none);
        list.getChildren().addAll(pages);
        scroll.setContent(list);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        HBox.setHgrow(scroll, Priority.ALWAYS);
        return scroll;
    }

    /** Searches all pages; without words the chosen one is shown whole. */
    private void search(String words) {
        boolean any = false;
        for (SettingsPage page : pages) {
            if (words.isBlank()) {
                page.show(chosen.getSelectedToggle().getUserData() == page);
                any = true;
            } else {
                any |= page.search(words);
            }
        }
        none.setVisible(!any);
        none.setManaged(!any);
        scroll.setVvalue(0);
    }

    private HBox foot() {
        Label notice = new Label();
        notice.setWrapText(true);
        notice.getStyleClass().add("secondary");
        model.noticeProperty().subscribe(now -> draw(notice, now));
        Label restart = new Label(Text.of("settings.restart"));
        restart.getStyleClass().addAll("secondary", "muted");
        model.settingsProperty().subscribe(s -> {
            restart.setVisible(model.needsRestart());
            restart.setManaged(restart.isVisible());
        });
        VBox words = new VBox(notice, restart);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button take = new Button(Text.of("settings.import"));
        take.setMinWidth(USE_PREF_SIZE);
        take.setOnAction(_ -> files.open("settings.import", "*.json").ifPresent(model::importFrom));
        Button give = new Button(Text.of("settings.export"));
        give.setMinWidth(USE_PREF_SIZE);
        give.setOnAction(_ -> files.save("settings.export", "docket-settings.json").ifPresent(model::exportTo));
        HBox foot = new HBox(words, take, give);
        foot.getStyleClass().addAll("sheet-foot", "settings-foot");
        return foot;
    }

    private static void draw(Label notice, SettingsViewModel.Notice now) {
        notice.setText(now.words());
        notice.getStyleClass().remove("danger-words");
        if (now.warning()) {
            notice.getStyleClass().add("danger-words");
        }
    }
}
