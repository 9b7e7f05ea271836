package dev.docket.ui.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.settings.Settings;
import dev.docket.storage.PassphraseCost;
import dev.docket.storage.Profile;
import dev.docket.storage.RecoveryKey;
import dev.docket.ui.OpenWindow;
import dev.docket.ui.TabOrder;
import dev.docket.ui.Toolkit;
import dev.docket.ui.common.Text;
import dev.docket.ui.keys.Presses;
import dev.docket.ui.signin.PassphraseViewModel.Change;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The passphrase is asked for, by the real key file of a profile; and set, changed and removed in its sheets. */
class SignInTest {
    private static final String PASSPHRASE = "four words of mine";

    @RegisterExtension
    private final OpenWindow window = new OpenWindow("signin");

    @TempDir
    private Path folder;
    private Profile profile;
    private RecoveryKey recovery;
    private PassphraseViewModel passphrase;
    private SignInViewModel model;
    private final AtomicLong nanos = new AtomicLong();
    private final List<String> told = new ArrayList<>();

    @BeforeEach
    void protect() throws IOException {
        profile = Profile.open(folder, _ -> new byte[0], new PassphraseCost(8, 1, 1));
        recovery = profile.keyFile().protect(PASSPHRASE.toCharArray());
        passphrase = new PassphraseViewModel(profile.keyFile(), () -> told.add("settled"), window.now());
    }

    @AfterEach
    void close() {
        profile.close();
        Locale.setDefault(Locale.ENGLISH);
    }

    @Test
    void thePassphraseOpensAndTheKeyboardIsInItsFieldAtOnce() {
        ask(Settings.Theme.LIGHT, 1280, 800);

        assertThat(Toolkit.ask(() -> window.scene().getFocusOwner().getId())).isEqualTo("signin-passphrase");
        window.robot().write(PASSPHRASE);
        enter();

        assertThat(told).containsExactly("opened");
        assertThat(field("passphrase").getText()).as("nothing of it stays").isEmpty();
    }

    @Test
    void aWrongOneIsToldAndEachTakesLonger() {
        ask(Settings.Theme.DARK, 1280, 800);
        for (int seconds : new int[] {1, 2, 4, 8, 16, 32, 60, 60}) {
            type("passphrase", "four words of yours");
            enter();
            assertThat(fault()).isEqualTo("That is not the passphrase. Try again in " + seconds + " s.");
            assertThat(button().isDisabled()).isTrue();

            type("passphrase", PASSPHRASE);
            enter();
            assertThat(told).as("not before its time").isEmpty();
            nanos.addAndGet(seconds * 1_000_000_000L);
            Toolkit.tell(model::tick);
            assertThat(button().isDisabled()).isFalse();
        }
        enter();
        assertThat(told).containsExactly("opened");
    }

    @Test
    void theRecoveryKeyMakesOneSetANewPassphraseAndOpens() {
        ask(Settings.Theme.LIGHT, 1280, 800);
        window.tap("#signin-other");
        type("recovery", recovery.text().replace('-', ' ').toLowerCase(Locale.ROOT));
        type("fresh", "other words of mine");
        type("again", "other words of yours");
        enter();
        assertThat(fault()).isEqualTo("The two new passphrases are not the same.");
        type("again", "other words of mine");
        enter();

        assertThat(told).containsExactly("opened");
        profile.keyFile().check("other words of mine".toCharArray());
        profile.keyFile().check(recovery);
    }

    @Test
    void aMistypedRecoveryKeyAndOneOfBeforeAreToldApart() throws IOException {
        profile.keyFile().renewRecovery();
        ask(Settings.Theme.LIGHT, 1280, 800);
        window.tap("#signin-other");
        type("recovery", recovery.text().substring(1) + "0");
        enter();
        assertThat(fault()).startsWith("That is no recovery key");
        type("recovery", recovery.text());
        type("fresh", "short");
        enter();
        assertThat(fault()).startsWith("A passphrase has at least 12 characters.");
        type("fresh", "other words of mine");
        type("again", "other words of mine");
        enter();
        assertThat(fault()).startsWith("That is not the recovery key, or a newer one was made since. Try again in 1 s.");
    }

    @Test
    void tabReachesEveryFieldAndEveryButton() {
        ask(Settings.Theme.LIGHT, 1280, 800);
        assertThat(Toolkit.ask(() -> TabOrder.round(window.scene()).stream().map(Node::getId).toList()))
                .contains("signin-passphrase", "signin-go", "signin-quit", "signin-other");
        window.tabTo("#signin-other");
    }

    @Test
    void itFitsInBothLanguagesLightAndDark() {
        for (Locale language : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            Locale.setDefault(language);
            for (Settings.Theme theme : List.of(Settings.Theme.LIGHT, Settings.Theme.DARK)) {
                String name = language.getLanguage() + "-" + theme.name().toLowerCase(Locale.ROOT);
                ask(theme, 1280, 800);
                window.picture("signin-" + name);
                type("passphrase", "four words of yours");
                enter();
                window.picture("signin-wrong-" + name);
                window.tap("#signin-other");
                window.picture("signin-recovery-" + name);
                ask(theme, 1440, 900);
                window.picture("signin-large-" + name);
            }
        }
    }

    @Test
    void aFirstPassphraseIsSetAndItsRecoveryKeyIsShownOnce() throws IOException {
        profile.keyFile().unprotect();
        passphrase = new PassphraseViewModel(profile.keyFile(), () -> told.add("settled"), window.now());
        sheet(Change.SET);
        type("fresh", "my very first one");
        type("again", "my very first one");
        window.picture("passphrase-set");
        window.tap("#passphrase-go");

        String shown = window.<TextField>node("#recovery-key").getText();
        window.picture("passphrase-recovery-key");
        assertThat(told).containsExactly("settled");
        Toolkit.tell(() -> Event.fireEvent(window.scene().getFocusOwner(), Presses.of(KeyCode.ESCAPE)));
        assertThat(window.overlays().isOpen()).as("not put away by accident").isTrue();
        window.tap("#recovery-written");
        assertThat(told).containsExactly("settled", "closed");
        profile.keyFile().check("my very first one".toCharArray());
        profile.keyFile().check(RecoveryKey.read(shown).orElseThrow());
    }

    @Test
    void whoeverChangesItHasToKnowIt() {
        sheet(Change.CHANGE);
        type("present", "four words of yours");
        type("fresh", "another one of mine");
        type("again", "another one of mine");
        window.tap("#passphrase-go");
        assertThat(window.<Label>node("#passphrase-fault").getText()).isEqualTo("That is not the passphrase.");
        type("present", PASSPHRASE);
        type("fresh", "another one of mine");
        type("again", "another one of mine");
        window.tap("#passphrase-go");
        assertThat(told).containsExactly("settled", "closed");
        profile.keyFile().check("another one of mine".toCharArray());

        sheet(Change.RENEW);
        type("present", "another one of mine");
        window.tap("#passphrase-go");
        RecoveryKey fresh = RecoveryKey.read(window.<TextField>node("#recovery-key").getText()).orElseThrow();
        window.tap("#recovery-written");
        profile.keyFile().check(fresh);

        sheet(Change.REMOVE);
        type("present", PASSPHRASE);
        window.tap("#passphrase-go");
        assertThat(profile.keyFile().isWrapped()).isTrue();
        type("present", "another one of mine");
        window.tap("#passphrase-go");
        assertThat(profile.keyFile().isWrapped()).isFalse();
        assertThat(passphrase.setProperty().get()).isFalse();
    }

    private void sheet(Change change) {
        window.showAlone(Settings.Theme.DARK, 1280, 800, StackPane::new);
        Toolkit.tell(() -> new PassphraseSheet(passphrase, window.overlays(), change, () -> told.add("closed")).open());
        Toolkit.frames(2);
    }

    private void ask(Settings.Theme theme, int width, int height) {
        window.showAlone(theme, width, height, () -> {
            model = new SignInViewModel(passphrase.unlocking(), window.now(), nanos::get, _ -> told.add("opened"), reason -> told.add(reason.getMessage()));
            return new SignInPane(model, Text.of("signin.title"), Text.of("signin.detail"),
                    Text.of("signin.submit"), () -> told.add("quit"));
        });
    }

    private TextField field(String id) {
        return window.node("#signin-" + id);
    }

    private Button button() {
        return window.node("#signin-go");
    }

    private String fault() {
        return window.<Label>node("#signin-fault").getText();
    }

    private void type(String id, String text) {
        Toolkit.tell(() -> field(id).setText(text));
    }

    private void enter() {
        Toolkit.tell(() -> Event.fireEvent(window.scene().getFocusOwner(), Presses.of(KeyCode.ENTER)));
        Toolkit.frames(1);
    }
}
