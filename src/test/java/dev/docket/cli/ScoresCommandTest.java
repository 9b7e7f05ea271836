package dev.docket.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.classify.vendor.Recorded;
import dev.docket.classify.vendor.Vendor;
import dev.docket.desk.Desk;
import dev.docket.policy.PolicyDecision;
import dev.docket.storage.ContentHash;
import java.awt.image.BufferedImage;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ScoresCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;
    private Path picture;
    private ContentHash sha256;

    /** One item, with Hive's answer in its line of the manifest. */
    @BeforeEach
    void anItemIsHere() throws Exception {
        BufferedImage bars = new BufferedImage(160, 120, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 160; x++) {
            for (int y = 0; y < 120; y++) {
                bars.setRGB(x, y, (x / 16 * 25) << 16 | (y / 12 * 20) << 8 | 90);
            }
        }
        picture = folder.resolve("bars.png");
        ImageIO.write(bars, "png", picture.toFile());
        sha256 = ContentHash.of(Files.readAllBytes(picture));
        Path manifest = Files.writeString(folder.resolve("queue.jsonl"), ("{\"file\": \"bars.png\", \"id\": \"one\", \"source\": \"feed\", \"answers\": [{\"vendor\": \"hive\", \"answer\": "
                + Recorded.HIVE.replace("\n", " ") + "}]}\n"));
        assertThat(docket("intake", manifest.toString())).as(out.toString() + err).isZero();
        out.getBuffer().setLength(0);
    }

    @Test
    void anAnswerInTheManifestIsReadAndItsUnknownConceptsAreInInspect() {
        assertThat(docket("inspect", picture.toString(), "--json", "--no-model")).as(err.toString()).isZero();
        assertThat(out.toString()).contains(
                "{\"vendor\":\"hive\",\"model\":\"visual_moderation\",\"version\":\"1\",\"head\":\"classes\",\"label\":\"very_bloody\",\"raw\":0.9375,\"calibrated\":0.9375,"
                        + "\"threshold\":0.9,\"map\":\"vendor-concepts@1.0.0\",\"known\":true,\"policy_label\":\"graphic_violence\"}",
                "\"label\":\"yes_paper_hats\",\"raw\":0.75,\"calibrated\":0.75,\"threshold\":0.5,\"map\":\"vendor-concepts@1.0.0\",\"known\":false,\"policy_label\":null");
        out.getBuffer().setLength(0);
        assertThat(docket("inspect", picture.toString(), "--no-model")).isZero();
        assertThat(out.toString()).contains("a concept that nobody mapped", "read as graphic_violence");
    }

    @Test
    void aManifestsBrokenAnswerIsRefusedByItsField() throws Exception {
        Path manifest = Files.writeString(folder.resolve("broken.jsonl"), """
                {"file": "bars.png", "id": "two", "source": "feed", "answers": [{"vendor": "hive", "answer": {"status": 7}}]}
                {"file": "bars.png", "id": "three", "source": "feed", "answers": [{"vendor": "acme", "answer": {}}]}
                """);
        assertThat(docket("intake", manifest.toString())).isEqualTo(ExitCode.FOUND);
        assertThat(out.toString()).contains("answers[0].answer.status: a list is wanted", "answers[0].vendor: one of clarifai, rekognition, azure, hive, sightengine, openai is wanted");
    }

    @Test
    void recordedAnswersOfEveryVendorAreTakenInAndTheItemMoves() throws Exception {
        for (Vendor vendor : Vendor.values()) {
            Path file = answers(vendor, Recorded.of(vendor));
            assertThat(docket("scores", "import", "--vendor", vendor.word(), file.toString())).as(vendor + out.toString() + err).isZero();
        }
        assertThat(out.toString()).contains("read by vendor-concepts@1.0.0", "clarifai/moderation-recognition: paper hats", "rekognition/moderation-labels: Confetti");
        try (Desk desk = Desk.open(folder.resolve("profile"), Clock.systemUTC())) {
            UUID item = desk.database.inTransaction(tx -> desk.items.showing(tx, sha256)).getFirst();
            PolicyDecision decision = desk.database.inTransaction(tx -> desk.policies.of(tx, item)).orElseThrow();
            assertThat(decision.suspected()).first().isEqualTo("graphic_violence");
            assertThat(decision.reasons()).anyMatch(reason -> reason.startsWith("Graphic") && reason.contains("rekognition/moderation-labels 7.0"));
            assertThat(desk.database.inTransaction(tx -> desk.scores.of(tx, item)).stream().map(score -> score.model()).distinct())
                    .contains("clarifai/moderation-recognition", "openai/moderation", "sightengine/check", "azure/content-safety-image", "hive/visual_moderation");
        }
        assertThat(docket("audit", "verify")).as(out.toString() + err).isZero();
    }

    @Test
    void takenInTwiceItStandsOnce() throws Exception {
        Path file = answers(Vendor.CLARIFAI, Recorded.CLARIFAI);
        docket("scores", "import", "--vendor", "clarifai", file.toString());
        out.getBuffer().setLength(0);
        assertThat(docket("scores", "import", "--vendor", "clarifai", "--json", file.toString())).as(err.toString()).isZero();
        assertThat(out.toString()).contains("\"items\":1", "\"moved\":0", "\"scores\":3", "\"unknown\":[\"clarifai/moderation-recognition: paper hats\"]");
        assertThat(docket("inspect", picture.toString(), "--json", "--no-model")).isZero();
        assertThat(out.toString().split("paper hats", -1)).hasSize(3);
    }

    @Test
    void brokenLinesAreRefusedByTheirFieldAndTheOthersGoOn() throws Exception {
        Path file = Files.writeString(folder.resolve("some.jsonl"), String.join("\n",
                line(Recorded.CLARIFAI.replace("0.875", "8.75")), "{", "{\"answer\": {}}", "{\"sha256\": \"" + "0".repeat(64) + "\", \"answer\": {}}",
                "{\"item\": \"one\", \"answer\": {}}", "{\"colour\": 1}", line(Recorded.CLARIFAI)) + "\n");
        assertThat(docket("scores", "import", "--vendor", "clarifai", file.toString())).isEqualTo(ExitCode.FOUND);
        assertThat(out.toString()).contains("some.jsonl:1: answer.outputs[0].data.concepts[1].value: a number from 0 to 1 is wanted", "some.jsonl:2: not valid JSON",
                "some.jsonl:3: item: is missing, and so are sha256, or source and id", "some.jsonl:4: no item of that is here", "some.jsonl:5: item: an item's whole id is wanted",
                "some.jsonl:6: unknown field 'colour'", "3 scores of 1 items");
    }

    @Test
    void oneAnswerAsItCameGoesToOneItem() throws Exception {
        Path file = Files.writeString(folder.resolve("azure.json"), Recorded.AZURE);
        String item;
        try (Desk desk = Desk.open(folder.resolve("profile"), Clock.systemUTC())) {
            item = desk.database.inTransaction(tx -> desk.items.showing(tx, sha256)).getFirst().toString();
        }
        assertThat(docket("scores", "import", "--vendor", "azure", "--item", item, "--model-version", "2024-09-01", file.toString())).as(err.toString()).isZero();
        assertThat(docket("inspect", picture.toString(), "--json", "--no-model")).isZero();
        assertThat(out.toString()).contains("\"model\":\"content-safety-image\",\"version\":\"2024-09-01\"");
        Files.writeString(file, "{\"categoriesAnalysis\": 1}");
        assertThat(docket("scores", "import", "--vendor", "azure", "--item", item, file.toString())).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("azure.json: categoriesAnalysis: a list is wanted");
    }

    @Test
    void aMapIsCheckedPutInForceAndRead() throws Exception {
        Path map = Files.writeString(folder.resolve("map.yaml"), """
                map: {id: ours, version: 2.0.0}
                concepts:
                  - {vendor: clarifai, concept: paper hats, label: spam_scam, weight: 1}
                """);
        assertThat(docket("scores", "map", map.toString())).as(out.toString() + err).isZero();
        assertThat(docket("scores", "map")).isZero();
        assertThat(out.toString()).contains("fine, ours@2.0.0, 1 concepts", "concept: paper hats");
        out.getBuffer().setLength(0);
        assertThat(docket("scores", "import", "--vendor", "clarifai", answers(Vendor.CLARIFAI, Recorded.CLARIFAI).toString())).isZero();
        assertThat(out.toString()).contains("read by ours@2.0.0", "clarifai/moderation-recognition: gore");
        Files.writeString(map, "map: {id: ours, version: 2}\nconcepts:\n  - {vendor: clarifai, concept: gore, label: goer, weight: 1}\n");
        assertThat(docket("scores", "map", "--check", map.toString())).isEqualTo(ExitCode.FOUND);
        assertThat(out.toString()).contains("map.yaml:1: map.version:", "map.yaml:3: concepts[0].label: no label of the policy 'goer'");
    }

    @Test
    void nobodyIsAskedUnlessItIsTurnedOn() {
        assertThat(docket("scores", "ask", "--vendor", "clarifai", picture.toString())).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("Clarifai is not asked from here: nothing sets it up.", "clarifai.json");
        assertThat(docket("scores", "ask", "--vendor", "acme", picture.toString())).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("There is no vendor 'acme'");
    }

    private String line(String answer) {
        return "{\"sha256\": \"" + sha256.hex() + "\", \"answer\": " + answer.replace("\n", " ") + "}";
    }

    private Path answers(Vendor vendor, String answer) throws Exception {
        return Files.writeString(folder.resolve(vendor.word() + ".jsonl"), line(answer) + "\n");
    }

    private int docket(String... words) {
        CommandLine commands = DocketCommand.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        List<String> all = new java.util.ArrayList<>(List.of(words));
        all.add("--profile");
        all.add(folder.resolve("profile").toString());
        return commands.execute(all.toArray(String[]::new));
    }
}
