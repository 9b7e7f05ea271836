package dev.docket.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.audit.AuditKind;
import dev.docket.decode.DecodedImage;
import dev.docket.decode.PngEncoder;
import dev.docket.desk.Desk;
import dev.docket.storage.CanonicalJson;
import dev.docket.watermark.PaintedPictures;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Copies are handed out, leak, and are followed back. */
class WatermarkCommandTest {
    @TempDir
    private static Path profile;
    @TempDir
    private static Path exported;
    private static Path copies;
    @TempDir
    private Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void handCopiesOut() throws Exception {
        DecidedDesk.make(profile, List.of(png(3000, 320, 256), png(3001, 256, 300), png(3008, 100, 90)));
        copies = exported.resolve("for the press");
        WatermarkCommandTest first = new WatermarkCommandTest();
        assertThat(first.run("export", "--out", exported.resolve("set").toString(), "--copies", copies.toString(), "--recipient", "Press office", "--profile", profile.toString()))
                .as(first.err.toString()).isEqualTo(ExitCode.FOUND);
        assertThat(first.out.toString()).contains("2 marked copies for Press office", "No copy of ", "smaller than 256 x 256");
    }

    @Test
    void aCopyIsFollowedBackToWhomItWasHanded() throws IOException {
        Path copy = copy();

        assertThat(run("watermark", "read", copy.toString(), "--profile", profile.toString())).isZero();

        assertThat(out.toString()).contains("a copy that was handed to Press office", "written by ", "in the decision set ", "found whole");
    }

    @Test
    void soIsAJpegOfHalfItsSize() throws IOException {
        BufferedImage copy = ImageIO.read(copy().toFile());
        BufferedImage half = new BufferedImage(copy.getWidth() / 2, copy.getHeight() / 2, BufferedImage.TYPE_INT_RGB);
        half.createGraphics().drawImage(copy.getScaledInstance(half.getWidth(), half.getHeight(), java.awt.Image.SCALE_AREA_AVERAGING), 0, 0, null);
        Path leaked = folder.resolve("leaked.jpg");
        ImageIO.write(half, "jpg", leaked.toFile());

        assertThat(run("watermark", "read", leaked.toString(), "--json", "--profile", profile.toString())).isZero();

        JsonNode told = CanonicalJson.MAPPER.readTree(out.toString());
        assertThat(told.at("/conclusion").asString()).isEqualTo("copy");
        assertThat(told.at("/copy/recipient").asString()).isEqualTo("Press office");
        assertThat(told.at("/mark/found").asString()).isEqualTo("scaled");
    }

    @Test
    void nothingFoundIsNotSaidToBeNothingThere() throws IOException {
        Path original = Files.write(folder.resolve("original.png"), png(3000, 320, 256));

        assertThat(run("watermark", "read", original.toString(), folder.resolve("none.png").toString(), "--profile", profile.toString())).isEqualTo(ExitCode.FOUND);

        assertThat(out.toString()).contains("no mark of a copy was found. That does not say that it is none", "none.png does not exist; it was not looked at.");
    }

    @Test
    void theDesksOwnPicturesAndTheSetsStayAsTheyWere() throws IOException {
        try (Stream<Path> all = Files.walk(exported.resolve("set"))) {
            assertThat(all.filter(f -> f.toString().endsWith(".png")).map(WatermarkCommandTest::bytes)).contains(png(3000, 320, 256), png(3001, 256, 300));
        }
    }

    @Test
    void theLogTellsOfTheCopiesAndNotOfTheirNumbers() throws Exception {
        try (Desk desk = Desk.open(profile, Clock.systemUTC())) {
            String line = desk.database.inTransaction(tx -> tx.createQuery("select body_json from audit_entry where kind = :kind").bind("kind", AuditKind.SET_COPIED.name()).mapTo(String.class).one());
            assertThat(line).contains("\"recipient\":\"Press office\"", "\"copies\":2", "\"left_out\":1").doesNotContain("number");
        }
    }

    @Test
    void detectorsAreListedWithWhatTheyCannotDo() {
        assertThat(run("watermark", "list", "--profile", profile.toString())).isZero();
        assertThat(out.toString()).containsPattern("open +ready").containsPattern("synthid +absent +SynthID.*not public");
    }

    @Test
    void copiesAreForSomebodyAndLieOutsideOfTheSet() {
        assertThat(run("export", "--out", folder.resolve("a").toString(), "--copies", folder.resolve("b").toString(), "--profile", profile.toString())).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("go together");
        assertThat(run("export", "--out", folder.resolve("a").toString(), "--copies", folder.resolve("a/b").toString(), "--recipient", "x", "--profile", profile.toString())).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("outside of --out");
        assertThat(run("export", "--out", folder.resolve("a").toString(), "--copies", folder.resolve("b").toString(), "--recipient", "\u001b[2J", "--profile", profile.toString())).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("1 to 120 characters");
    }

    @Test
    void anErasureNamesTheCopiesOfWhatItErases() throws Exception {
        List<String> arguments = new ArrayList<>(List.of("erase"));
        try (Desk desk = Desk.open(profile, Clock.systemUTC())) {
            List<UUID> items = desk.database.inTransaction(desk.items::ids);
            items.forEach(item -> arguments.add(item.toString()));
        }
        arguments.addAll(List.of("--reason", "subject-request", "--legal-basis", "gdpr-17.1.a", "--profile", profile.toString()));

        assertThat(run(arguments.toArray(String[]::new))).as(err.toString()).isZero();
        assertThat(out.toString().lines().filter(line -> line.contains("handed to Press office as marked copy "))).hasSize(2);

        arguments.add("--json");
        run(arguments.toArray(String[]::new));
        assertThat(out.toString()).contains("\"copies\":[{", "\"recipient\":\"Press office\"");
    }

    private static Path copy() throws IOException {
        try (Stream<Path> all = Files.list(copies)) {
            return all.filter(f -> f.toString().endsWith(".png")).sorted().findFirst().orElseThrow();
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static byte[] png(int seed, int width, int height) {
        DecodedImage picture = PaintedPictures.paint(seed, width, height);
        return PngEncoder.encode(width, height, picture.argb());
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return DocketCommand.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true)).execute(arguments);
    }
}
