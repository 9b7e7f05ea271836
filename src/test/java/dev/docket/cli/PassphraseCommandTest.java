package dev.docket.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.desk.OwnSettings;
import dev.docket.settings.Settings;
import dev.docket.settings.SettingsFile;
import dev.docket.storage.Database;
import dev.docket.storage.Profile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code docket passphrase}, and other commands on a profile that has one. The cost is the real one: each guess takes some tenths of a second. */
class PassphraseCommandTest {
    @TempDir
    private Path folder;
    private Path desk;
    private Path first;
    private Path second;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void makeADesk() throws IOException {
        desk = folder.resolve("desk");
        first = Files.writeString(folder.resolve("first"), "the first of them\n");
        second = Files.writeString(folder.resolve("second"), "the second of them\n");
        try (Profile profile = Profile.open(desk); Database _ = Database.openEmbedded(profile.folder().resolve("database"), profile.key())) {
            new OwnSettings(profile).write(Settings.DEFAULT.withTheme(Settings.Theme.DARK).withCare(Settings.DEFAULT.care().withNotMine(Set.of("self_harm"))));
        }
    }

    @Test
    void aPassphraseIsSetChangedForgottenRecoveredAndRemoved() throws IOException {
        assertThat(run("passphrase", "set", "--new-passphrase-file", first.toString())).as(err.toString()).isZero();
        String key = out.toString().lines().map(String::strip).filter(line -> line.matches("([0-9A-Z]{5}-){7}[0-9A-Z]{5}")).findFirst().orElseThrow();
        assertThat(desk.resolve("settings.json")).doesNotExist();
        assertThat(desk.resolve("settings.json.sealed")).exists();
        assertThat(SettingsFile.read(desk.resolve("appearance.json"))).isEqualTo(Settings.DEFAULT.withTheme(Settings.Theme.DARK));

        assertThat(run("queue", "--passphrase-file", first.toString())).as(err.toString()).isZero();
        assertThat(run("passphrase", "change", "--passphrase-file", first.toString(), "--new-passphrase-file", second.toString())).as(err.toString()).isZero();
        assertThat(run("queue", "--passphrase-file", first.toString())).isEqualTo(3);
        assertThat(err.toString()).contains("That is not the passphrase of this profile.");

        Path paper = Files.writeString(folder.resolve("paper"), key.toLowerCase(java.util.Locale.ROOT));
        assertThat(run("passphrase", "recover", "--recovery-key-file", paper.toString(), "--new-passphrase-file", first.toString())).as(err.toString()).isZero();
        assertThat(run("passphrase", "recovery-key", "--passphrase-file", first.toString())).isZero();
        assertThat(out.toString()).doesNotContain(key);
        assertThat(run("passphrase", "recover", "--recovery-key-file", paper.toString(), "--new-passphrase-file", second.toString())).isEqualTo(3);
        assertThat(err.toString()).contains("not the recovery key");

        assertThat(run("passphrase", "remove", "--passphrase-file", first.toString())).as(err.toString()).isZero();
        assertThat(run("queue")).isZero();
        assertThat(SettingsFile.read(desk.resolve("settings.json")).care().notMine()).containsExactly("self_harm");
        assertThat(desk.resolve("appearance.json")).doesNotExist();
    }

    @Test
    void withoutATerminalACommandSaysHowToGiveThePassphraseAndEndsWithThree() throws IOException {
        run("passphrase", "set", "--new-passphrase-file", first.toString());

        for (String command : List.of("queue", "models list", "audit verify", "intake nowhere")) {
            assertThat(run(command.split(" "))).as(command).isEqualTo(3);
            assertThat(err.toString()).contains("has a passphrase, and there is no terminal to ask for it", "--passphrase-file", "DOCKET_PASSPHRASE_FILE");
        }
    }

    @Test
    void whatCannotBeDoneIsRefusedAndSaysWhatToDo() throws IOException {
        Path brief = Files.writeString(folder.resolve("brief"), "too short\n");
        assertThat(run("passphrase", "set", "--new-passphrase-file", brief.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("new passphrase has at least 12 characters");
        assertThat(Profile.hasPassphrase(desk)).isFalse();
        assertThat(run("passphrase", "change", "--new-passphrase-file", first.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("docket passphrase set");
        run("passphrase", "set", "--new-passphrase-file", first.toString());
        assertThat(run("passphrase", "set", "--new-passphrase-file", second.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("docket passphrase change");
        Path typo = Files.writeString(folder.resolve("typo"), "ABCDE-ABCDE");
        assertThat(run("passphrase", "recover", "--recovery-key-file", typo.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("eight groups of five");
    }

    private int run(String... words) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--profile", desk.toString()));
        return DocketCommand.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(all.toArray(String[]::new));
    }
}
