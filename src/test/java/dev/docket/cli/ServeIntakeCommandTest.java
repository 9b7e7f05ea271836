package dev.docket.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ServeIntakeCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    @Test
    void otherMachinesAreListenedToWithACertificateOrOnRequestOnly() throws Exception {
        assertThat(docket("serve-intake", "--listen", "0.0.0.0:0", "--profile", folder.toString())).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("is reached from other machines", "--keystore", "--plain-http");
        Path broken = Files.writeString(folder.resolve("keys.p12"), "no keys");
        Path password = Files.writeString(folder.resolve("password"), "none of it\n");
        assertThat(docket("serve-intake", "--listen", "0.0.0.0:0", "--keystore", broken.toString(), "--keystore-password-file", password.toString())).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("keys.p12 cannot be used");
    }

    @Test
    void whatCannotBeListenedAtOrBoundedIsWrongUsage() {
        assertThat(docket("serve-intake", "--listen", "here")).isEqualTo(ExitCode.USAGE);
        assertThat(docket("serve-intake", "--listen", "127.0.0.1:70000")).isEqualTo(ExitCode.USAGE);
        assertThat(docket("serve-intake", "--max-mib", "257")).isEqualTo(ExitCode.USAGE);
        assertThat(docket("serve-intake", "--rate", "0")).isEqualTo(ExitCode.USAGE);
        assertThat(docket("serve-intake", "--db", "postgresql://h/d")).as("as whom").isEqualTo(ExitCode.USAGE);
    }

    @Test
    void tokensOfADeskOfOnesOwnAreMadeListedAndRevoked() {
        String profile = folder.resolve("profile").toString();
        assertThat(docket("intake-token", "add", "newsroom", "--profile", profile)).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("There is no desk in");
        dev.docket.storage.Profile made = dev.docket.storage.Profile.open(Path.of(profile));
        dev.docket.storage.Database.openEmbedded(made.folder().resolve("database"), made.key()).close();
        made.close();

        assertThat(docket("intake-token", "add", "newsroom", "--profile", profile)).as(err.toString()).isZero();
        String id = out.toString().replaceFirst("(?s)Token ([0-9a-f]{12}) hands in for newsroom.*", "$1");
        String token = out.toString().lines().toList().getLast().strip();
        assertThat(token).startsWith("docket_");

        assertThat(docket("intake-token", "list", "--profile", profile)).isZero();
        assertThat(out.toString()).contains(id + "  newsroom").doesNotContain(token);
        assertThat(docket("intake-token", "revoke", id, "--profile", profile)).isZero();
        assertThat(docket("intake-token", "revoke", id, "--profile", profile)).isEqualTo(ExitCode.FOUND);
        assertThat(docket("intake-token", "list", "--json", "--profile", profile)).isZero();
        assertThat(out.toString()).contains("\"revoked_at\":");
        assertThat(docket("audit", "verify", "--profile", profile)).as(err.toString()).isZero();
    }

    private int docket(String... words) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        CommandLine line = DocketCommand.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(words);
    }
}
