package dev.docket.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.provenance.Crafted;
import dev.docket.provenance.c2pa.Signed;
import dev.docket.storage.CanonicalJson;
import dev.docket.storage.Profile;
import dev.docket.storage.ContentHash;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

class InspectCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    @Test
    void jsonHasEveryFieldOfTheDesignInItsOrder() throws IOException {
        byte[] bytes = Crafted.png(Crafted.text("parameters", "x\nSteps: 4, Sampler: Euler, Seed: 1"));
        Path file = Files.write(folder.resolve("a.png"), bytes);

        int exit = run("--json", "--no-model", file.toString());

        JsonNode found = CanonicalJson.MAPPER.readTree(out.toString());
        assertThat(exit).isZero();
        assertThat(names(found)).containsExactly(
                "file", "sha256", "bytes", "media_type", "width", "height", "decode", "pdq", "provenance", "matches", "looks_like", "scores", "vendor_scores", "policy");
        assertThat(found.get("file").asString()).isEqualTo(file.toString());
        assertThat(found.get("sha256").asString()).isEqualTo(ContentHash.of(bytes).hex());
        assertThat(found.get("media_type").asString()).isEqualTo("image/png");
        assertThat(found.get("matches").size() + found.get("looks_like").size()).as("no desk was named").isZero();
        assertThat(found.get("decode").get("state").asString()).isEqualTo("ok");
        assertThat(found.get("pdq").get("hash").asString()).hasSize(64);
        assertThat(names(found.get("provenance"))).contains("c2pa", "signals", "watermarks", "contradictions");
        assertThat(names(found.get("provenance").get("c2pa"))).containsExactly(
                "state", "failures", "ingredient_failures", "signer", "claim_generator", "signed_at", "history", "chain", "check");
        JsonNode signal = found.get("provenance").get("signals").get(0);
        assertThat(signal.get("source").asString()).isEqualTo("generator");
        assertThat(signal.get("strength").asString()).isEqualTo("metadata");
        assertThat(signal.get("tool").asString()).isEqualTo("Stable Diffusion WebUI");
        assertThat(found.get("policy").get("pack").asString()).isEqualTo("default-synthetic-media@1.0.0");
        assertThat(found.get("policy").get("disposition").asString()).isEqualTo("review");
        assertThat(found.get("policy").get("lane").asString()).isEqualTo("synthetic");
        assertThat(found.get("policy").get("priority").isNumber()).isTrue();
        assertThat(found.get("policy").get("reasons").get(0).asString()).startsWith("Metadata says AI made it");
    }

    @Test
    void credentialsAreValidatedUnderTheNamedAnchors() throws IOException {
        Path file = Files.write(folder.resolve("edited.jpg"), Signed.file("edited.jpg"));
        Path anchors = Files.write(folder.resolve("anchors.pem"), Signed.file("anchors.pem"));

        run("--json", "--no-model", "--trust-anchors", anchors.toString(), file.toString());

        JsonNode c2pa = CanonicalJson.MAPPER.readTree(out.toString()).at("/provenance/c2pa");
        assertThat(c2pa.get("state").asString()).isEqualTo("trusted");
        assertThat(c2pa.at("/history/ingredients/0/title").asString()).isEqualTo("camera.jpg");
        assertThat(c2pa.at("/check/trust_list").asString()).isEqualTo(ContentHash.of(Signed.file("anchors.pem")).hex());
        assertThat(c2pa.at("/chain/0/subject").asString()).contains("Docket Test Maker");
    }

    @Test
    void anchorsThatCannotBeReadAreToldAndNoFileIsJudged() throws IOException {
        Path file = Files.write(folder.resolve("edited.jpg"), Signed.file("edited.jpg"));

        int exit = run("--json", "--no-model", "--trust-anchors", folder.resolve("none.pem").toString(), file.toString());

        assertThat(exit).isNotEqualTo(ExitCode.DONE);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).contains("none.pem does not exist");
    }

    @Test
    void filesThatCannotBeReadSaySoAndTheRestGoOn() throws IOException {
        Path good = Files.write(folder.resolve("good.png"), Crafted.png());
        Path text = Files.writeString(folder.resolve("text.png"), "hello");
        Path empty = Files.write(folder.resolve("empty.jpg"), new byte[0]);

        int exit = run("--json", "--no-model", folder.resolve("none.png").toString(), folder.toString(), text.toString(), empty.toString(), good.toString());

        List<JsonNode> lines = out.toString().lines().map(CanonicalJson.MAPPER::readTree).toList();
        assertThat(exit).isEqualTo(ExitCode.FOUND);
        assertThat(lines).extracting(line -> line.get("decode").get("state").asString())
                .containsExactly("refused", "refused", "unsupported", "damaged", "ok");
        assertThat(lines.subList(0, 4)).allSatisfy(line -> {
            assertThat(line.get("decode").get("reason").asString()).isNotBlank();
            assertThat(line.get("pdq").isNull()).isTrue();
            assertThat(line.get("provenance").isNull()).isTrue();
            assertThat(line.get("scores").isEmpty()).isTrue();
            assertThat(line.get("policy").isNull()).isTrue();
        });
        assertThat(lines.get(0).get("sha256").isNull()).isTrue();
        assertThat(lines.get(2).get("sha256").asString()).isEqualTo(ContentHash.of("hello".getBytes()).hex());
    }

    @Test
    void theCardNeverCallsAPictureAuthentic() throws IOException {
        Path file = Files.write(folder.resolve("plain.png"), Crafted.png());

        assertThat(run("--no-model", file.toString())).isZero();

        assertThat(out.toString()).contains("plain.png", "none found", "no provenance found", "review, lane general")
                .doesNotContainIgnoringCase("authentic").doesNotContainIgnoringCase("clean");
    }

    @Test
    void theShippedModelScoresWithoutAnyProfile() throws IOException {
        Path file = Files.write(folder.resolve("plain.png"), Crafted.png());

        assertThat(run("--json", file.toString())).as(err.toString()).isZero();

        JsonNode scores = CanonicalJson.MAPPER.readTree(out.toString()).get("scores");
        assertThat(scores.size()).isPositive();
        assertThat(scores.get(0).get("model").asString()).isEqualTo("forensic-starter");
        assertThat(folder.resolve("profile")).doesNotExist();
    }

    @Test
    void aFaultyModelFolderIsWrongUsage() throws IOException {
        Path file = Files.write(folder.resolve("plain.png"), Crafted.png());

        assertThat(run("--model", folder.toString(), file.toString())).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains(folder.toString());
        assertThat(run("--model", folder.toString(), "--no-model", file.toString())).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void aDesksOwnPackDecides() throws IOException {
        Path profile = Files.createDirectories(folder.resolve("profile"));
        Path pack = Files.writeString(profile.resolve("mine.yaml"), dev.docket.policy.PolicyFile.shipped().text().replace("id: default-synthetic-media", "id: mine"));
        Files.writeString(profile.resolve("settings.json"), "{\"policyPack\": \"mine.yaml\"}");
        Path file = Files.write(folder.resolve("plain.png"), Crafted.png());

        assertThat(run("--no-model", file.toString())).as(err.toString()).isZero();
        assertThat(out.toString()).contains("mine@1.0.0");

        Files.writeString(pack, "pack: 1");
        assertThat(run("--no-model", file.toString())).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("mine.yaml:1: pack: is not a mapping");
    }

    @Test
    void aDeskThatIsOpenElsewhereIsSaidInOneSentenceWithTheWayOut() throws IOException {
        Path profile = folder.resolve("profile");
        Path file = Files.write(folder.resolve("plain.png"), Crafted.png());
        try (Profile held = Profile.open(profile)) {
            Files.createFile(profile.resolve("database"));

            assertThat(run("--no-model", file.toString())).isEqualTo(ExitCode.CANNOT_RUN);

            assertThat(err.toString()).hasLineCount(1).contains("is open in another Docket (process " + ProcessHandle.current().pid()
                    + "): close that one, or leave out --profile; the file is then inspected without that desk\u2019s hash banks and items");
            assertThat(out.toString()).isEmpty();
        }
    }

    private int run(String... args) {
        List<String> all = new ArrayList<>(List.of("inspect", "--profile", folder.resolve("profile").toString()));
        all.addAll(List.of(args));
        CommandLine docket = DocketCommand.commandLine();
        docket.setOut(new PrintWriter(out, true));
        docket.setErr(new PrintWriter(err, true));
        return docket.execute(all.toArray(String[]::new));
    }

    private static List<String> names(JsonNode object) {
        return List.copyOf(object.propertyNames());
    }
}
