package dev.docket.ui.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.audit.AuditFilter;
import dev.docket.audit.AuditKind;
import dev.docket.settings.Settings;
import dev.docket.storage.Forger;
import dev.docket.ui.Keyboard;
import dev.docket.ui.OpenWindow;
import dev.docket.ui.Toolkit;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The real screen over a real log, in the window's shell; pictures of its states in {@code target/pictures}. */
class AuditScreenTest {
    @RegisterExtension
    private final OpenWindow window = new OpenWindow("review", "queue", "models", "audit");

    @TempDir
    private Path folder;
    private PaintedLog log;
    private AuditViewModel model;

    @BeforeEach
    void openLog() throws IOException {
        log = new PaintedLog(folder);
    }

    @AfterEach
    void closeLog() {
        window.close();
        log.close();
    }

    @Test
    void anEntryIsChosenByKeyAndProvedAgainstTheNewestCheckpoint() {
        log.fill();
        log.known = log.known.with(log.key.open());
        show(Settings.Theme.LIGHT, 1440, 900);

        assertThat(table().getItems()).hasSize(24 + 2);
        Toolkit.tell(() -> table().requestFocus());
        for (int i = 0; i < 9; i++) {
            Keyboard.type(KeyCode.DOWN);
        }
        window.picture("audit-light");
        assertThat(model.dossierProperty().get().orElseThrow().evidence().isProved()).isTrue();
        assertThat(window.says("proved")).isTrue();
        assertThat(window.says("Signature of docket-audit-berlin is valid, Ed25519")).isTrue();

        String hash = model.dossierProperty().get().get().evidence().logged().entry().leaf().hex();
        Toolkit.tell(() -> window.node("#copyHash").requestFocus());
        Keyboard.type(KeyCode.SPACE);
        assertThat(Toolkit.ask(() -> Clipboard.getSystemClipboard().getString())).isEqualTo(hash);
    }

    @Test
    void beforeACheckNothingIsGreenAndAfterItOnlyWhatWasSeenIsSaid() throws IOException {
        log.fill();
        show(Settings.Theme.DARK, 1280, 800);
        assertThat(window.says("Not verified yet")).isTrue();

        window.click("#verify");
        Toolkit.frames(2);
        window.picture("audit-verified-dark");
        assertThat(banner()).contains("up to the checkpoint on 20").contains("24 bodies hashed again").contains("4 entries are not sealed")
                .contains("Whose signatures they are was not checked").contains("Nothing kept elsewhere was compared");

        log.known = log.known.with(log.key.open());
        window.click("#verify");
        Toolkit.frames(2);
        assertThat(banner()).contains("signed by docket-audit-berlin").doesNotContain("was not checked");
    }

    @Test
    void aFaultNamesItsEntryWhichIsShown() {
        log.fill();
        Forger.in(log.database, tx -> tx.createUpdate("update audit_entry set body_json = '{\"label\":\"benign\"}' where writer_id = :who and writer_seq = 3").bind("who", log.reviewer.id()).execute());
        show(Settings.Theme.LIGHT, 1280, 800);

        window.click("#verify");
        Toolkit.frames(2);
        assertThat(banner()).contains("The log is broken").contains("/3: body does not match its leaf hash").contains("nothing after it was checked");
        window.picture("audit-broken-light");

        window.tabTo("#showFault");
        Keyboard.type(KeyCode.SPACE);
        Toolkit.frames(2);
        assertThat(table().getItems()).hasSize(1);
        Toolkit.tell(() -> table().getSelectionModel().select(0));
        Toolkit.frames(2);
        window.picture("audit-changed-light");
        assertThat(window.says("broken")).isTrue();
        assertThat(window.says("This entry was changed: its content has another hash")).isTrue();
    }

    @Test
    void wordsKindAndPersonNarrowTheList() {
        log.fill();
        show(Settings.Theme.LIGHT, 1280, 800);

        window.click("#search").write("epoch\":7");
        Keyboard.type(KeyCode.ENTER);
        Toolkit.frames(2);
        assertThat(table().getItems()).hasSize(1);
        Toolkit.tell(() -> {
            window.<TextField>node("#search").clear();
            window.<ComboBox<Optional<AuditKind>>>node("#kinds").setValue(Optional.of(AuditKind.ITEM_ADMITTED));
        });
        assertThat(log.asked.getLast()).isEqualTo(AuditFilter.ALL.withKind(Optional.of(AuditKind.ITEM_ADMITTED)));
        Toolkit.tell(() -> window.<ComboBox<Optional<UUID>>>node("#people").setValue(Optional.of(log.reviewer.id())));
        Toolkit.frames(2);
        assertThat(table().getItems()).isEmpty();
        window.picture("audit-none-light");
        assertThat(window.says("No entry fits. Take a filter away, or type fewer words.")).isTrue();
    }

    @Test
    void theNextPageComesAtTheLastRow() {
        for (int i = 0; i < 10; i++) {
            log.fill();
        }
        show(Settings.Theme.DARK, 1440, 900);
        Toolkit.tell(() -> model.listing().checkpoints(false));
        assertThat(table().getItems()).hasSize(LogListing.PAGE);

        Toolkit.tell(() -> table().requestFocus());
        Keyboard.type(KeyCode.END);
        Toolkit.frames(2);
        assertThat(table().getItems()).hasSize(2 * LogListing.PAGE);
        window.click("#more");
        Toolkit.frames(2);
        assertThat(table().getItems()).hasSize(240);
        assertThat(Toolkit.ask(() -> window.node("#more").isVisible())).isFalse();
    }

    @Test
    void theLogIsSealedWithTheKeyAtHandAndTheCheckpointIsShown() {
        log.fill();
        show(Settings.Theme.LIGHT, 1280, 800);
        window.click("#seal");
        window.picture("audit-seal-light");
        Toolkit.tell(() -> {
            window.<TextField>node("#sealKey").setText(folder.resolve("sealer.p12").toString());
            window.<TextField>node("#sealPassword").setText("not this one");
        });
        Keyboard.type(KeyCode.ENTER);
        Toolkit.frames(2);
        assertThat(model.noticeProperty().get().warning()).isTrue();

        window.click("#seal");
        Toolkit.tell(() -> {
            window.<TextField>node("#sealKey").setText(folder.resolve("sealer.p12").toString());
            window.<TextField>node("#sealPassword").setText("a long enough one");
        });
        Keyboard.type(KeyCode.ENTER);
        Toolkit.frames(2);
        assertThat(window.says("Sealed: the checkpoint is on 24 entries now.")).isTrue();
        Toolkit.tell(() -> table().getSelectionModel().select(0));
        Toolkit.frames(2);
        window.picture("audit-checkpoint-light");
        assertThat(window.says("Signature of docket-audit-berlin is valid, Ed25519")).isTrue();
    }

    @Test
    void whoseSealsCountIsSaidHereAndAMistypedKeyIsRefused() {
        log.fill();
        log.maySeal = false;
        show(Settings.Theme.DARK, 1280, 800);
        assertThat(Toolkit.ask(() -> window.node("#seal").isVisible())).isFalse();

        window.click("#known");
        Toolkit.tell(() -> window.<TextArea>node("#knownKeys").setText("docket-audit+1234"));
        window.tap("#knownGo");
        window.picture("audit-known-dark");
        assertThat(window.overlays().isOpen()).isTrue();
        Toolkit.tell(() -> window.<TextArea>node("#knownKeys").setText(log.key.open().text()));
        window.tap("#knownGo");
        assertThat(window.overlays().isOpen()).isFalse();
        assertThat(log.known.sealers()).containsExactly(log.key.open());
    }

    @Test
    void anEmptyLogOneThatCannotBeReadAndAnExportSaySo() {
        show(Settings.Theme.LIGHT, 1280, 800);
        window.picture("audit-empty-light");
        assertThat(window.says("Nothing was logged yet. Every admitted item and every verdict will stand here.")).isTrue();

        Toolkit.tell(() -> model.export(folder.resolve("audit.ndjson")));
        assertThat(window.<Label>node("#noticeWords").getText()).contains("24 entries written to").contains("docket audit verify FILE");

        log.failure = "The database server cannot be reached.";
        Toolkit.tell(() -> {
            model.refresh();
            model.verify();
        });
        Toolkit.frames(2);
        window.picture("audit-failed-light");
        assertThat(banner()).contains("The log could not be checked").contains("cannot be reached");
    }

    @Test
    void theHistoryOfAnItemIsOneKeyAway() {
        log.fill();
        show(Settings.Theme.LIGHT, 1280, 800);
        List<UUID> shown = new ArrayList<>();
        Toolkit.tell(() -> {
            model.onHistory(shown::add);
            table().getSelectionModel().select(5);
        });
        Toolkit.frames(2);
        window.tabTo("#itemHistory");
        Keyboard.type(KeyCode.SPACE);

        assertThat(shown).hasSize(1);
    }

    private String banner() {
        return Toolkit.ask(() -> window.node(".verify-banner").getAccessibleText());
    }

    @SuppressWarnings("unchecked")
    private TableView<LogRow> table() {
        return (TableView<LogRow>) window.node(".log-table");
    }

    private void show(Settings.Theme theme, int width, int height) {
        window.show(theme, width, height, () -> {
            AuditScreen screen = new AuditScreen(log, window.now(), window.overlays(), Clock.fixed(PaintedLog.NOW, ZoneOffset.UTC));
            model = screen.model();
            return List.of(screen.screen());
        });
    }
}
