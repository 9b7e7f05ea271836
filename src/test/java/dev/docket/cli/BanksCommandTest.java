package dev.docket.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.decode.FormatDecoders;
import dev.docket.desk.Desk;
import dev.docket.hash.PdqHasher;
import dev.docket.intake.IntakeResult;
import dev.docket.intake.IntakeSources;
import dev.docket.progress.Progress;
import dev.docket.storage.ContentHash;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class BanksCommandTest {
    private static final Path SAMPLES = Path.of(System.getProperty("docket.home", "."), "sample-data", "images");
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;
    private Path pictures;
    private Path known;
    private byte[] bytes;

    @BeforeEach
    void twoPictures() throws Exception {
        pictures = Files.createDirectories(folder.resolve("pictures"));
        try (Stream<Path> samples = Files.list(SAMPLES)) {
            for (Path sample : samples.filter(file -> file.toString().endsWith(".jpg")).sorted().limit(2).toList()) {
                known = Files.copy(sample, pictures.resolve(sample.getFileName()));
            }
        }
        bytes = Files.readAllBytes(known);
    }

    @Test
    void aKnownPictureOfAQuarantinedLabelIsNeverStoredOrQueued() throws Exception {
        assertThat(banks("add", "known", list("pdq " + pdq()), "--label", "minors_safety")).as(err.toString()).isZero();

        try (Desk desk = desk()) {
            IntakeResult result = desk.intake.admitAll(IntakeSources.open(pictures, IntakeSources.Format.AUTO, "feed", desk.clock), Progress.NONE);

            assertThat(result.added()).isEqualTo(2);
            assertGone(desk);
        }
    }

    @Test
    void aBankAddedLaterTakesTheWaitingPictureAway() throws Exception {
        try (Desk desk = desk()) {
            desk.intake.admitAll(IntakeSources.open(pictures, IntakeSources.Format.AUTO, "feed", desk.clock), Progress.NONE);
            assertThat(desk.blobs.contains(ContentHash.of(bytes))).isTrue();
        }

        assertThat(banks("add", "known", list("sha256 " + ContentHash.of(bytes).hex()), "--label", "minors_safety")).as(err.toString()).isZero();

        assertThat(out.toString()).contains("1 added", "2 waiting items held against the banks, 1 moved.");
        try (Desk desk = desk()) {
            assertGone(desk);
        }
    }

    @Test
    void inspectTellsBankDistanceLabelAndLikesOfTheDeskThatIsNamed() throws Exception {
        try (Desk desk = desk()) {
            desk.intake.admitAll(IntakeSources.open(pictures, IntakeSources.Format.AUTO, "feed", desk.clock), Progress.NONE);
        }
        assertThat(banks("add", "known", list("pdq " + pdq(), "sha256 " + ContentHash.of(bytes).hex()), "--label", "spam_scam")).as(err.toString()).isZero();

        assertThat(inspect("--profile", folder.resolve("profile").toString(), known.toString())).as(err.toString()).isZero();
        assertThat(out.toString()).contains("Known        known, same SHA-256, spam_scam", "PDQ distance 0");
        assertThat(inspect("--json", "--profile", folder.resolve("profile").toString(), known.toString())).isZero();
        assertThat(out.toString()).contains("\"bank\":\"known\",\"by\":\"sha256\",\"distance\":0,\"label\":\"spam_scam\"", "\"by\":\"pdq\",\"distance\":0");
    }

    private int inspect(String... args) {
        List<String> all = new ArrayList<>(List.of("inspect", "--no-model"));
        all.addAll(List.of(args));
        return docket(all);
    }

    @Test
    void banksAreListedShownAndRemoved() throws Exception {
        assertThat(banks("add", "ours", list("pdq " + pdq(), "rubbish", "md5 d41d8cd98f00b204e9800998ecf8427e"), "--expires", "2020-01-01")).isEqualTo(ExitCode.FOUND);
        assertThat(out.toString()).contains("refused  list.txt:2: is no hash", "ours: 2 added, 0 known already", "Some entries have no label");

        assertThat(banks("list")).isZero();
        assertThat(out.toString()).contains("ours  1 PDQ, 1 MD5, 2 expired");
        assertThat(banks("show", "ours", "--json")).isZero();
        assertThat(out.toString()).contains("\"entries\":2", "\"expired\":2").doesNotContain(pdq());
        assertThat(banks("remove", "ours")).isZero();
        assertThat(banks("show", "ours")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("There is no bank ours");
    }

    @Test
    void wrongUsageIsSaidBeforeAnythingIsOpened() throws Exception {
        assertThat(banks("add", "a/b", list("pdq " + pdq()))).isEqualTo(ExitCode.USAGE);
        assertThat(banks("add", "a", folder.resolve("none").toString())).isEqualTo(ExitCode.USAGE);
        assertThat(banks("add", "a", list("x"), "--expires", "soon")).isEqualTo(ExitCode.USAGE);
        assertThat(banks()).isEqualTo(ExitCode.USAGE);
        assertThat(folder.resolve("profile")).doesNotExist();
    }

    private void assertGone(Desk desk) {
        ContentHash picture = ContentHash.of(bytes);
        assertThat(desk.blobs.contains(picture)).isFalse();
        boolean quarantined = desk.database.inTransaction(tx -> desk.items.isQuarantined(tx, picture));
        assertThat(quarantined).isTrue();
        long waiting = desk.database.inTransaction(desk.queue::lanes).stream().mapToLong(lane -> lane.waiting()).sum();
        assertThat(waiting).isEqualTo(1);
    }

    private Desk desk() throws Exception {
        return Desk.open(folder.resolve("profile"), Clock.systemUTC());
    }

    private String pdq() throws Exception {
        return new PdqHasher().hash(new FormatDecoders().decode(bytes)).hex();
    }

    private String list(String... lines) throws Exception {
        return Files.writeString(folder.resolve("list.txt"), String.join("\n", lines)).toString();
    }

    private int banks(String... args) {
        List<String> all = new ArrayList<>(List.of("banks"));
        all.addAll(List.of(args));
        if (args.length > 0) {
            all.addAll(List.of("--profile", folder.resolve("profile").toString()));
        }
        return docket(all);
    }

    private int docket(List<String> all) {
        CommandLine docket = DocketCommand.commandLine();
        docket.setOut(new PrintWriter(out, true));
        docket.setErr(new PrintWriter(err, true));
        return docket.execute(all.toArray(String[]::new));
    }
}
