package dev.docket.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.policy.PolicyFile;
import dev.docket.provenance.c2pa.Signed;
import dev.docket.queue.Lane;
import dev.docket.settings.Care;
import dev.docket.settings.Covering;
import dev.docket.settings.OwnLanes;
import dev.docket.settings.Settings;
import dev.docket.settings.SettingsFile;
import dev.docket.team.Role;
import dev.docket.ui.CutText;
import dev.docket.ui.StyleLog;
import dev.docket.ui.Toolkit;
import dev.docket.ui.Unnamed;
import dev.docket.ui.common.Background;
import dev.docket.ui.common.Job;
import dev.docket.ui.common.Overlays;
import dev.docket.ui.common.Text;
import dev.docket.ui.common.TextSize;
import dev.docket.ui.common.Theme;
import dev.docket.ui.common.Views;
import dev.docket.ui.keys.KeyMap;
import dev.docket.ui.shell.Command;
import dev.docket.ui.shell.CommandSource;
import dev.docket.ui.shell.Screen;
import dev.docket.ui.shell.ShellController;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** The sheet in the real shell over a real file; pictures in {@code target/pictures}. */
class SettingsSheetTest {
    @TempDir
    private Path folder;

    private final Background now = new Background(Runnable::run, Runnable::run);
    private final Overlays overlays = new Overlays();
    private final FxRobot robot = new FxRobot();
    private final ObservableList<Lane> lanes = FXCollections.observableArrayList();
    private SettingsViewModel model;
    private SettingCommands settings;
    private StyleLog styles;
    private Scene scene;
    private javafx.stage.Stage window;

    @BeforeAll
    static void startToolkit() {
        Toolkit.start();
    }

    @BeforeEach
    void listen() {
        styles = StyleLog.listen();
    }

    @AfterEach
    void close() {
        Toolkit.tell(window::close);
        styles.close();
    }

    @Test
    void aShortcutOpensItAndAChangeIsInTheFileAtOnce() throws IOException {
        show(Settings.Theme.DARK);

        robot.press(KeyCode.CONTROL).press(KeyCode.COMMA).release(KeyCode.COMMA).release(KeyCode.CONTROL);
        robot.clickOn("#settingSearch").write("blind steer");
        robot.doubleClickOn("#settingBlind").press(KeyCode.CONTROL).press(KeyCode.A).release(KeyCode.A).release(KeyCode.CONTROL)
                .write("20").press(KeyCode.ENTER).release(KeyCode.ENTER);
        Toolkit.frames(3);
        Toolkit.picture(scene, "settings-search-dark");

        assertThat(SettingsFile.read(file()).blindShare()).isEqualTo(0.20);
        assertThat(model.needsRestart()).isTrue();
        assertThat(robot.lookup("Hold before publishing, seconds").query().getParent().getParent().isVisible()).isFalse();
        sound();
        robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        assertThat(overlays.isOpen()).isFalse();
    }

    @Test
    void everySettingFitsTheSmallWindow() {
        show(Settings.Theme.LIGHT);

        robot.clickOn("#settings");
        Toolkit.frames(3);
        Toolkit.picture(scene, "settings-light");

        sound();
    }

    @Test
    void aFaultyPackIsRefusedInItsOwnWordsAndNothingChanges() throws IOException {
        show(Settings.Theme.LIGHT);
        Path faulty = Files.writeString(folder.resolve("pack.yaml"), "pack: {id: x}\n");

        Toolkit.tell(() -> model.choosePack(faulty));

        assertThat(model.noticeProperty().get().warning()).isTrue();
        assertThat(model.noticeProperty().get().words()).contains("pack.yaml");
        assertThat(model.settingsProperty().get().policyPack()).isEmpty();
    }

    @Test
    void aTrustListIsReadBeforeItIsTaken() throws IOException {
        show(Settings.Theme.LIGHT);
        Path faulty = Files.writeString(folder.resolve("faulty.pem"), "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n");
        Path sound = Files.write(folder.resolve("sound.pem"), Signed.file("anchors.pem"));

        Toolkit.tell(() -> model.chooseTrustList(faulty));
        assertThat(model.noticeProperty().get().words()).contains("Certificate 1", "faulty.pem");
        assertThat(model.settingsProperty().get().trustList()).isEmpty();

        Toolkit.tell(() -> model.chooseTrustList(sound));
        assertThat(model.settingsProperty().get().trustList()).contains(sound);
        assertThat(SettingsFile.read(file()).trustList()).contains(sound);

        robot.clickOn("#settings");
        robot.clickOn("#settingSearch").write("trusted signers");
        Toolkit.frames(3);
        Toolkit.picture(scene, "settings-trust");
        sound();
    }

    @Test
    void settingsWrittenElsewhereComeBackWhole() throws IOException {
        show(Settings.Theme.LIGHT);
        Path pack = Files.writeString(folder.resolve("ours.yaml"), PolicyFile.shipped().text());
        Toolkit.tell(() -> model.choosePack(pack));
        Toolkit.tell(() -> model.change(s -> s.withWindow(3)));
        Toolkit.tell(() -> model.exportTo(folder.resolve("kept.json")));
        Toolkit.tell(() -> model.change(s -> s.withWindow(9).withPolicyPack(Optional.empty())));

        Toolkit.tell(() -> model.importFrom(folder.resolve("kept.json")));

        assertThat(SettingsFile.read(file())).isEqualTo(Settings.DEFAULT.withWindow(3).withPolicyPack(Optional.of(pack)));
    }

    @Test
    void aFileWithSettingsOfOnesOwnIsTakenOverButForThoseAndSaysSo() throws IOException {
        show(Settings.Theme.LIGHT);
        Path theirs = Files.writeString(folder.resolve("theirs.json"), "{\"window\": 3, \"looksAtS3AnHour\": 0}");

        Toolkit.tell(() -> model.importFrom(theirs));

        assertThat(SettingsFile.read(file())).isEqualTo(Settings.DEFAULT.withWindow(3));
        assertThat(model.noticeProperty().get().words()).contains("looksAtS3AnHour");
        assertThat(model.noticeProperty().get().warning()).isFalse();
    }

    @Test
    void aSettingThatIsNoneIsNamedWithItsFileAndLineAndNothingChanges() throws IOException {
        show(Settings.Theme.LIGHT);
        Path newer = Files.writeString(folder.resolve("newer.json"), "{\"window\": 3,\n\"holograms\": true}");

        Toolkit.tell(() -> model.importFrom(newer));

        assertThat(model.noticeProperty().get().warning()).isTrue();
        assertThat(model.noticeProperty().get().words()).startsWith(newer + ":2: holograms is no setting");
        assertThat(model.settingsProperty().get()).isEqualTo(Settings.DEFAULT);
    }

    @Test
    void whatAReviewerWantsToSeeCountsAtOnceAndIsInNoExportedFile() throws IOException {
        show(Settings.Theme.DARK);

        robot.clickOn("#settings").clickOn("#page-cover");
        Toolkit.frames(3);
        Toolkit.picture(scene, "settings-cover-dark");
        robot.clickOn("#settingGrey");
        choose("#settingCoverFrom", Covering.From.S1);
        choose("#settingCover-self_harm", "NOT_MINE");
        Toolkit.tell(() -> model.exportTo(folder.resolve("shared.json")));

        Care care = SettingsFile.read(file()).care();
        assertThat(care.covering().grey()).isTrue();
        assertThat(care.covering().from()).isEqualTo(Covering.From.S1);
        assertThat(care.notMine()).containsExactly("self_harm");
        assertThat(model.needsRestart()).isFalse();
        assertThat(Files.readString(folder.resolve("shared.json"))).doesNotContain("self_harm").doesNotContain("grey").doesNotContain("coverFrom");
        sound();
    }

    @Test
    void lanesAreLeftOutAndMovedByKeyAndTheLastOneStays() throws IOException {
        lanes.setAll(lane(1, "synthetic", false), lane(2, "spam", false), lane(3, "ladder-legal", true));
        show(Settings.Theme.LIGHT);
        robot.clickOn("#settings").clickOn("#page-lanes");

        robot.clickOn("#lane-draw-1");
        Toolkit.frames(2);
        assertThat(SettingsFile.read(file()).lanes().leftOut()).containsExactly("synthetic");
        assertThat(robot.lookup("#lane-draw-2").queryAs(CheckBox.class).isDisabled()).as("the last one").isTrue();
        robot.clickOn("#lane-up-2");
        Toolkit.frames(3);
        Toolkit.picture(scene, "settings-lanes-light");

        assertThat(SettingsFile.read(file()).lanes().order()).containsExactly("spam", "synthetic");
        assertThat(robot.lookup("#lane-draw-3").tryQuery()).as("not open to this person").isEmpty();
        sound();
        robot.clickOn("#lanesReset");
        assertThat(SettingsFile.read(file()).lanes()).isEqualTo(OwnLanes.ALL);
    }

    @Test
    void nothingOnAnyPageIsCutInGermanOrAtTwiceTheSize() {
        Locale before = Locale.getDefault();
        try {
            for (Locale language : List.of(Locale.ENGLISH, Locale.GERMAN)) {
                Locale.setDefault(language);
                for (int size : List.of(100, 200)) {
                    lanes.setAll(lane(1, "synthetic", false), lane(2, "spam/EU", false), lane(3, "ladder-legal", true));
                    show(size == 100 ? Settings.Theme.DARK : Settings.Theme.LIGHT);
                    Toolkit.tell(() -> TextSize.set(scene, size, "review"));
                    robot.clickOn("#settings");
                    for (String page : List.of("cover", "lanes", "work")) {
                        Toolkit.tell(() -> ((ToggleButton) scene.getRoot().lookup("#page-" + page)).fire());
                        Toolkit.frames(3);
                        Toolkit.picture(scene, "settings-" + page + "-" + language + "-" + size);
                        assertThat(Toolkit.ask(() -> CutText.in(overlays.ground()))).as(page + " " + language + " " + size).isEmpty();
                    }
                    Toolkit.tell(() -> {
                        overlays.close();
                        window.close();
                    });
                }
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void withoutAnOpenLaneThePageSaysWhomToAsk() {
        lanes.setAll(lane(3, "ladder-legal", true));
        show(Settings.Theme.LIGHT);

        robot.clickOn("#settings").clickOn("#page-lanes");
        Toolkit.frames(3);
        Toolkit.picture(scene, "settings-lanes-none-light");

        assertThat(robot.lookup(Text.of("settings.lanes.none")).tryQuery()).isPresent();
        sound();
    }

    @Test
    void thePaletteFindsASingleSettingAndGoesThere() {
        show(Settings.Theme.DARK);

        robot.press(KeyCode.CONTROL).press(KeyCode.K).release(KeyCode.K).release(KeyCode.CONTROL);
        robot.write("greyscale");
        Toolkit.frames(3);
        Toolkit.picture(scene, "palette-setting-dark");
        robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
        Toolkit.frames(3);
        Toolkit.picture(scene, "settings-revealed-dark");

        assertThat(scene.getFocusOwner().getId()).isEqualTo("settingGrey");
        Bounds seen = Toolkit.ask(() -> scene.getFocusOwner().localToScene(scene.getFocusOwner().getLayoutBounds()));
        assertThat(seen.getMinY()).as("in view, whatever was not laid out before").isBetween(150.0, 600.0);
        robot.press(KeyCode.SPACE).release(KeyCode.SPACE);
        assertThat(model.settingsProperty().get().care().covering().grey()).isTrue();
    }

    @Test
    void anyOfTheSettingsThePaletteFindsCanBeGoneTo() {
        show(Settings.Theme.LIGHT);

        for (Command command : Toolkit.ask(settings::commands)) {
            Toolkit.tell(command.action());
            Toolkit.frames(2);
            Node owner = Toolkit.ask(scene::getFocusOwner);
            Bounds seen = Toolkit.ask(() -> owner.localToScene(owner.getLayoutBounds()));
            assertThat(seen.getMinY()).as(command.title()).isBetween(100.0, 700.0);
            Toolkit.tell(overlays::close);
        }
    }

    private static Lane lane(int id, String key, boolean closed) {
        return new Lane(id, key, "Lane " + key, "S2", 12, 0, Optional.empty(), Optional.empty(), 0, 0, closed ? Optional.of(Role.LEGAL) : Optional.empty(), closed);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private void choose(String combo, Object value) {
        Toolkit.tell(() -> {
            ComboBox box = (ComboBox) scene.getRoot().lookup(combo);
            box.setValue(box.getItems().stream().filter(each -> each.toString().equals(value.toString())).findFirst().orElseThrow());
        });
    }

    private Path file() {
        return folder.resolve("settings.json");
    }

    private void sound() {
        assertThat(styles.problems()).isEmpty();
        assertThat(Toolkit.ask(() -> Unnamed.focusableIn(scene.getRoot()))).isEmpty();
    }

    private void show(Settings.Theme theme) {
        model = new SettingsViewModel(kept -> SettingsFile.write(file(), kept), Settings.DEFAULT, now);
        ObjectProperty<KeyMap> keys = new SimpleObjectProperty<>();
        model.settingsProperty().subscribe(s -> keys.set(new KeyMap(PolicyFile.shipped(), s.keys())));
        Toolkit.tell(() -> {
            ShellController shell = new ShellController(overlays, new Theme(theme), new Job(now));
            scene = new Scene(new Views().load("shell", shell), 1280, 800);
            Theme.dress(scene, "review");
            shell.open(List.of(Screen.of("first", "First", StackPane::new, () -> {})), "L-01");
            SettingsSheet sheet = new SettingsSheet(model, overlays, keys, PolicyFile.shipped(), lanes, OwnPassphrase.in(folder.resolve("profile"), now));
            shell.settings(() -> sheet);
            settings = new SettingCommands(overlays, () -> sheet);
            shell.offer(new CommandSource() {
                @Override
                public List<Command> commands() {
                    return settings.commands();
                }

                @Override
                public void search(String words, Consumer<List<Command>> found) {}
            });
            window = new javafx.stage.Stage();
            window.setScene(scene);
            window.show();
        });
        Toolkit.frames(3);
    }
}
