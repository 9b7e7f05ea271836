package dev.docket.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.desk.Desk;
import dev.docket.intake.IntakeSources;
import dev.docket.progress.Progress;
import dev.docket.settings.Settings;
import dev.docket.storage.PassphraseCost;
import dev.docket.storage.Profile;
import dev.docket.storage.RecoveryKey;
import dev.docket.ui.review.ReviewViewModel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole window over a desk with a passphrase and a picture that is found wherever it is painted: locked, nothing of it is seen, said or reached. */
class LockedWindowTest {
    private static final String PASSPHRASE = "four words of mine";

    @TempDir
    private Path folder;
    private volatile Duration later = Duration.ZERO;
    private final InstantSource setForward = () -> Clock.systemUTC().instant().plus(later);
    private final Clock clock = setForward.withZone(ZoneOffset.UTC);
    private MarkedPicture picture;
    private String words;
    private Desk desk;
    private RecoveryKey recovery;
    private DocketWindow window;
    private ReviewViewModel model;
    private Stage stage;

    @BeforeEach
    void open() throws Exception {
        Path feed = Files.createDirectories(folder.resolve("feed"));
        picture = new MarkedPicture(feed.resolve("marked.png"));
        words = picture.words();
        Files.writeString(feed.resolve("queue.jsonl"), "{\"file\":\"marked.png\",\"id\":\"marked\",\"text\":\"%s\",\"uploader\":\"%s\"}\n".formatted(words, words));
        desk = Desk.open(Profile.open(folder.resolve("profile"), _ -> new byte[0], new PassphraseCost(8, 1, 1)), Optional.empty(), clock);
        recovery = desk.profile.keyFile().protect(PASSPHRASE.toCharArray());
        desk.intake.admitAll(IntakeSources.open(feed, IntakeSources.Format.AUTO, "test", desk.clock), Progress.NONE);
        Toolkit.start();
        Toolkit.tell(() -> {
            window = new DocketWindow(1280, 800);
            stage = new Stage();
            window.show(stage);
            window.open(desk);
            stage.requestFocus();
        });
        model = Toolkit.ask(() -> window.screens().review().model());
        Toolkit.until("the picture", model::canDecide);
    }

    @AfterEach
    void close() {
        Toolkit.tell(stage::close);
        window.close();
        desk.close();
    }

    @Test
    void aKeyTakesPicturesWordsSheetsAndTipsOutOfTheWindowAndThePassphraseBringsThemBackCovered() {
        Keyboard.type(KeyCode.F);
        long coveredBefore = picture.on(Toolkit.shot(stage.getScene()));
        Keyboard.press(KeyCode.SPACE);
        Toolkit.until("the uncovered picture", () -> picture.on(Toolkit.shot(stage.getScene())) > 1000);
        Tooltip tip = Toolkit.ask(() -> {
            Tooltip shown = new Tooltip(words);
            shown.show(stage);
            return shown;
        });
        Scene desked = stage.getScene();

        Keyboard.type(KeyCode.CONTROL, KeyCode.L);

        assertThat(Toolkit.ask(window::isLocked)).isTrue();
        nothingIsThere(desked);
        assertThat(Toolkit.ask(tip::isShowing)).isFalse();
        Keyboard.release(KeyCode.SPACE);
        Keyboard.type(KeyCode.DIGIT1);
        Keyboard.type(KeyCode.ESCAPE);
        Keyboard.type(KeyCode.CONTROL, KeyCode.K);
        Keyboard.type(KeyCode.CONTROL, KeyCode.COMMA);
        nothingIsThere(desked);
        assertThat(Toolkit.ask(() -> model.tray().isBusy() || !model.canDecide())).as("a key at the lock decided something").isFalse();

        unlock("four words of yours");
        Toolkit.until("the answer", () -> text("#signin-fault").startsWith("That is not the passphrase."));
        nothingIsThere(desked);
        Toolkit.until("the wait", () -> !node("#signin-go", Button.class).isDisabled());
        unlock(PASSPHRASE);
        Toolkit.until("the desk", () -> stage.getScene() == desked);
        Toolkit.frames(3);
        assertThat(picture.on(Toolkit.shot(stage.getScene()))).as("what was uncovered is covered").isLessThanOrEqualTo(coveredBefore);
        assertThat(said(desked)).isTrue();
        Keyboard.press(KeyCode.SPACE);
        Toolkit.until("the picture again", () -> picture.on(Toolkit.shot(stage.getScene())) > 1000);
        Keyboard.release(KeyCode.SPACE);
        Keyboard.type(KeyCode.DIGIT9);
        Toolkit.until("the verdict", () -> !model.canDecide());
    }

    @Test
    void anOpenSheetIsTakenAwayAndComesBack() {
        Scene desked = stage.getScene();
        Keyboard.type(KeyCode.F1);
        Toolkit.frames(3);
        assertThat(Toolkit.ask(() -> DeskWindow.texts(desked.getRoot()).anyMatch("Lock the window"::equals))).as("the sheet of keys tells of the lock").isTrue();

        Keyboard.type(KeyCode.CONTROL, KeyCode.L);
        nothingIsThere(desked);
        Toolkit.tell(() -> node("#signin-other", Button.class).fire());
        Toolkit.tell(() -> {
            node("#signin-recovery", TextField.class).setText(recovery.text());
            node("#signin-fresh", TextField.class).setText("another one of mine");
            node("#signin-again", TextField.class).setText("another one of mine");
            node("#signin-go", Button.class).fire();
        });

        Toolkit.until("the desk", () -> stage.getScene() == desked);
        assertThat(Toolkit.ask(() -> desked.getRoot().lookup(".key-sheet"))).isNotNull();
        desk.profile.keyFile().check("another one of mine".toCharArray());
    }

    @Test
    void aWindowThatWasLeftLocksItself() throws Exception {
        Scene desked = stage.getScene();
        later = Duration.ofMinutes(9);
        Toolkit.frames(150);
        assertThat(Toolkit.ask(window::isLocked)).isFalse();
        later = Duration.ofMinutes(10);
        Toolkit.until("the lock", window::isLocked);
        nothingIsThere(desked);
        for (Settings.Theme theme : List.of(Settings.Theme.LIGHT, Settings.Theme.DARK)) {
            Toolkit.tell(() -> window.theme().choiceProperty().set(theme));
            Toolkit.frames(2);
            Toolkit.picture(stage.getScene(), "locked-" + theme.name().toLowerCase(Locale.ROOT));
        }
        unlock(PASSPHRASE);
        Toolkit.until("the desk", () -> stage.getScene() == desked);
        assertThat(Toolkit.ask(window::isLocked)).isFalse();
    }

    private void nothingIsThere(Scene desked) {
        Toolkit.frames(2);
        assertThat(stage.getScene()).isNotSameAs(desked);
        assertThat(desked.getWindow()).isNull();
        assertThat(picture.on(Toolkit.shot(stage.getScene()))).as("marked pixels").isZero();
        assertThat(said(stage.getScene())).as("marked words").isFalse();
    }

    private boolean said(Scene scene) {
        String wanted = new String(picture.wanted("its words"), StandardCharsets.US_ASCII);
        return Toolkit.ask(() -> DeskWindow.texts(scene.getRoot()).anyMatch(text -> text.contains(wanted)));
    }

    private void unlock(String passphrase) {
        Toolkit.tell(() -> {
            node("#signin-passphrase", TextField.class).setText(passphrase);
            node("#signin-go", Button.class).fire();
        });
    }

    private String text(String selector) {
        return ((Label) stage.getScene().getRoot().lookup(selector)).getText();
    }

    private <T> T node(String selector, Class<T> type) {
        return type.cast(stage.getScene().getRoot().lookup(selector));
    }
}
