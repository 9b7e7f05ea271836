package dev.docket.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.policy.PolicyFile;
import dev.docket.queue.Lane;
import dev.docket.settings.Settings;
import dev.docket.settings.SettingsFile;
import dev.docket.ui.OpenWindow;
import dev.docket.ui.TabOrder;
import dev.docket.ui.Toolkit;
import dev.docket.ui.keys.KeyMap;
import dev.docket.ui.keys.Presses;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Spinner;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.skin.ComboBoxListViewSkin;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Every row of every page, whichever there are: Tab comes to it, keys change it, and so does the mouse, to the same. */
class EverySettingTest {
    @RegisterExtension
    private final OpenWindow window = new OpenWindow();

    /** All rows of keys are alike; every one is tried with {@code -Ddocket.access=full}. */
    private static final int STEP = "full".equals(System.getProperty("docket.access")) ? 1 : 9;

    @TempDir
    private Path folder;

    private final ObjectProperty<KeyMap> keys = new SimpleObjectProperty<>();
    private final List<String> faults = new ArrayList<>();
    private SettingsViewModel model;

    @BeforeEach
    void openTheSettings() {
        Toolkit.tell(() -> {
            model = new SettingsViewModel(kept -> SettingsFile.write(folder.resolve("settings.json"), kept), Settings.DEFAULT, window.now());
            model.settingsProperty().map(Settings::keys).subscribe(chosen -> keys.set(new KeyMap(PolicyFile.shipped(), chosen)));
        });
        window.showAlone(Settings.Theme.LIGHT, 1280, 800, StackPane::new);
        Toolkit.tell(() -> window.overlays().open(new SettingsSheet(model, window.overlays(), keys, PolicyFile.shipped(),
                FXCollections.observableArrayList(lane(1, "synthetic"), lane(2, "spam"), lane(3, "civic")), OwnPassphrase.in(folder.resolve("profile"), window.now()))));
        Toolkit.frames(2);
    }

    @Test
    void everySettingIsChangedByKeyAndByMouseAlike() {
        int rows = 0;
        for (String page : pages()) {
            List<String> ids = Toolkit.ask(() -> {
                open(page);
                List<Node> round = TabOrder.round(window.scene());
                return controls(shown()).filter(control -> {
                    if (!round.contains(control) && !(control instanceof Spinner<?> spinner && round.contains(spinner.getEditor()))) {
                        faults.add("Tab never comes to " + control.getId());
                    }
                    return true;
                }).map(Node::getId).toList();
            });
            ids.forEach(this::compare);
            rows += ids.size();
        }
        assertThat(rows).as("settings").isGreaterThan(30);
        assertThat(faults).isEmpty();
    }

    @Test
    void everyCommandIsGivenAnotherKeyFromTheKeyboardAndFromTheMouse() {
        Toolkit.tell(() -> open("page-keys"));
        List<String> ids = Toolkit.ask(() -> keys.get().assignments().stream().filter(one -> !one.fixed()).map(one -> "key-" + one.id()).toList());
        assertThat(ids).as("commands").hasSizeGreaterThan(50);
        for (int row = 0; row < ids.size(); row += STEP) {
            String id = ids.get(row);
            compare(id, () -> {
                first(id).requestFocus();
                press(KeyCode.SPACE);
                press(KeyCode.F9);
            }, () -> {
                first(id).fire();
                press(KeyCode.F9);
            });
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void thePagesAreChosenByKeyAndByMouse() {
        List<String> pages = pages();
        Toolkit.tell(() -> {
            assertThat(TabOrder.goTo(window.scene(), "#" + pages.getFirst())).isTrue();
            for (String page : pages.subList(1, pages.size())) {
                press(KeyCode.DOWN);
                assertThat(window.scene().getFocusOwner().getId()).isEqualTo(page);
                assertThat(chosen()).isEqualTo(page);
            }
        });
        pages.forEach(page -> {
            window.tap("#" + page);
            assertThat(Toolkit.ask(this::chosen)).isEqualTo(page);
        });
    }

    private void compare(String id) {
        compare("#" + id, () -> byKey(node(id)), () -> byMouse(node(id)));
    }

    private void compare(String what, Runnable byKey, Runnable byMouse) {
        Settings key = changed(byKey);
        Settings mouse = changed(byMouse);
        if (key.equals(Settings.DEFAULT)) {
            faults.add(what + " is not changed by key");
        }
        if (!mouse.equals(key)) {
            faults.add(what + " is changed otherwise by mouse");
        }
    }

    private Settings changed(Runnable how) {
        return Toolkit.ask(() -> {
            // rows that were built anew take keys only once they have their skins
            window.scene().getRoot().applyCss();
            how.run();
            Settings changed = model.settingsProperty().get();
            model.change(_ -> Settings.DEFAULT);
            window.scene().getRoot().applyCss();
            window.scene().getRoot().layout();
            return changed;
        });
    }

    private void byKey(Node control) {
        control.requestFocus();
        press(switch (control) {
            case ComboBox<?> combo -> isLast(combo) ? KeyCode.UP : KeyCode.DOWN;
            case Spinner<?> spinner -> spinner.getValueFactory().getValue().equals(100) ? KeyCode.DOWN : KeyCode.UP;
            default -> KeyCode.SPACE;
        });
    }

    private void byMouse(Node control) {
        switch (control) {
            case ComboBox<?> combo -> {
                int row = combo.getSelectionModel().getSelectedIndex() + (isLast(combo) ? -1 : 1);
                window.tap(combo, false);
                assertThat(combo.isShowing()).as("the choices of %s", combo.getId()).isTrue();
                Node list = ((ComboBoxListViewSkin<?>) combo.getSkin()).getPopupContent();
                list.applyCss();
                window.tap(list.lookupAll(".list-cell").stream().filter(c -> ((javafx.scene.control.ListCell<?>) c).getIndex() == row).findFirst().orElseThrow(), false);
            }
            case Spinner<?> spinner -> window.tap(spinner.lookup(spinner.getValueFactory().getValue().equals(100) ? ".decrement-arrow-button" : ".increment-arrow-button"), false);
            default -> ((javafx.scene.control.ButtonBase) control).fire();
        }
    }

    private static boolean isLast(ComboBox<?> combo) {
        return combo.getSelectionModel().getSelectedIndex() == combo.getItems().size() - 1;
    }

    private void press(KeyCode code) {
        Event.fireEvent(window.scene().getFocusOwner(), Presses.of(code));
        Event.fireEvent(window.scene().getFocusOwner(), new KeyEvent(KeyEvent.KEY_RELEASED, KeyEvent.CHAR_UNDEFINED, "", code, false, false, false, false));
    }

    private List<String> pages() {
        return Toolkit.ask(() -> window.scene().getRoot().lookupAll(".rail-button").stream().map(Node::getId).toList());
    }

    private void open(String page) {
        ((ToggleButton) window.scene().getRoot().lookup("#" + page)).setSelected(true);
        window.scene().getRoot().applyCss();
        window.scene().getRoot().layout();
    }

    private String chosen() {
        return window.scene().getRoot().lookupAll(".rail-button").stream().filter(b -> ((ToggleButton) b).isSelected()).findFirst().orElseThrow().getId();
    }

    private Parent shown() {
        return (Parent) window.scene().getRoot().lookup(".settings-sheet");
    }

    private Node node(String id) {
        return window.scene().getRoot().lookup("#" + id);
    }

    private Button first(String row) {
        return (Button) window.scene().getRoot().lookupAll(".key-setting").stream().filter(each -> each.getId().equals(row)).findFirst().orElseThrow().lookup(".key-button");
    }

    /** What can be changed on the page that is shown. */
    private static Stream<Node> controls(Node node) {
        if (!node.isVisible() || node.isDisabled()) {
            return Stream.empty();
        }
        boolean isOne = node instanceof ComboBox<?> || node instanceof Spinner<?> || node instanceof CheckBox;
        boolean moves = node instanceof Button button && button.getId() != null && button.getId().startsWith("lane-");
        return isOne || moves ? Stream.of(node) : node instanceof Parent parent ? parent.getChildrenUnmodifiable().stream().flatMap(EverySettingTest::controls) : Stream.empty();
    }

    private static Lane lane(int id, String key) {
        return new Lane(id, key, "Lane " + key, "S2", 12, 0, Optional.empty(), Optional.empty(), 0, 0, Optional.empty(), false);
    }
}
