package dev.docket.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.policy.PolicyFile;
import dev.docket.policy.PolicyPack;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class PolicyCommandTest {
    private static final PolicyPack PACK = PolicyFile.shipped();

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    @Test
    void aGoodPackIsFine() throws IOException {
        Path file = Files.writeString(folder.resolve("pack.yaml"), PACK.text());

        assertThat(run("policy", "check", file.toString())).isZero();

        assertThat(out.toString()).isEqualToIgnoringNewLines(
                file + ": fine, default-synthetic-media@1.0.0, 16 labels, 6 lanes, sha256 " + PACK.ref().sha256());
    }

    @Test
    void everyFaultHasItsLineAndField() throws IOException {
        Path file = Files.writeString(folder.resolve("pack.yaml"), PACK.text().replace("hotkey: \"9\"", "hotky: \"9\""));

        assertThat(run("policy", "check", file.toString())).isEqualTo(ExitCode.FOUND);

        int label = lineOf("  - id: spam_scam");
        assertThat(out.toString().lines()).containsExactly(
                file + ":" + label + ": labels[8].hotkey: is missing",
                file + ":" + (label + 3) + ": labels[8].hotky: is not a field Docket knows; did you mean 'hotkey'?");
    }

    @Test
    void jsonIsOneObjectEitherWay() throws IOException {
        Path good = Files.writeString(folder.resolve("good.yaml"), PACK.text());
        Path bad = Files.writeString(folder.resolve("bad.yaml"), "pack: {id: x");

        run("policy", "check", "--json", good.toString());
        run("policy", "check", "--json", bad.toString());

        assertThat(out.toString().lines()).hasSize(2).first().asString().contains("\"ok\":true", "\"labels\":16");
        assertThat(out.toString().lines().toList().get(1)).contains("\"ok\":false", "\"field\":\"(yaml)\"", "\"line\":1");
    }

    @Test
    void aMissingFileAndAMissingVerbAreWrongUsage() {
        assertThat(run("policy", "check", folder.resolve("none.yaml").toString())).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("none.yaml is no file");
        assertThat(run("policy")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("docket policy check FILE");
    }

    private static int lineOf(String text) {
        return (int) PACK.text().substring(0, PACK.text().indexOf(text)).lines().count() + 1;
    }

    private int run(String... args) {
        CommandLine docket = DocketCommand.commandLine();
        docket.setOut(new PrintWriter(out, true));
        docket.setErr(new PrintWriter(err, true));
        return docket.execute(args);
    }
}
