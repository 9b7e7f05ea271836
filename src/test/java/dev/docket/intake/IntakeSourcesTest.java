package dev.docket.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.intake.IntakeSources.Format;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntakeSourcesTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final List<Candidate> candidates = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();

    @TempDir
    Path folder;

    @Test
    void aManifestLineBecomesACandidateWithEveryFact() throws Exception {
        read("queue.jsonl", """
                {"file":"a.png","id":"p-1","source":"feed","flagged_ago":"PT1H","text":"hello","locale":"en-gb","jurisdiction":"DE",\
                "uploader":"u-1","account_age_days":3,"views":1000,"view_hours":2.5,"reports":["scam","spam"],"reporter_credibility":0.8,"device":"android-app","deadline_in":"PT38M",\
                "gold":true,"scores":[{"model":"m","version":"1","label":"spam_scam","score":0.7,"threshold":0.5}],"x_mine":1}
                """);

        assertThat(refusals).isEmpty();
        Candidate candidate = candidates.getFirst();
        assertThat(candidate.feed()).isEqualTo("feed");
        assertThat(candidate.flaggedAt()).contains(NOW.minus(Duration.ofHours(1)));
        assertThat(candidate.facts().deadline()).contains(NOW.plus(Duration.ofMinutes(38)));
        assertThat(candidate.facts().locale()).contains("en-GB");
        assertThat(candidate.facts().reports()).containsExactly("scam", "spam");
        assertThat(candidate.facts().views()).contains(1000L);
        assertThat(candidate.facts().reporterCredibility()).contains(0.8);
        assertThat(candidate.facts().device()).contains("android-app");
        assertThat(candidate.facts().gold()).isTrue();
        assertThat(candidate.vendorScores()).hasSize(1);
        assertThat(candidate.image()).isEqualTo(new ImageBytes.InFile(folder.resolve("a.png")));
    }

    @Test
    void aBrokenLineInTheMiddleIsRefusedByNumberAndTheOthersGoOn() throws Exception {
        read("queue.jsonl", """
                {"file":"a.png","id":"1"}
                {"file":"b.png","id":
                {"file":"c.png","id":"3"}
                """);

        assertThat(candidates).extracting(c -> c.id().orElseThrow()).containsExactly("1", "3");
        assertThat(refusals).singleElement().satisfies(refusal -> {
            assertThat(refusal.place()).isEqualTo("queue.jsonl:2");
            assertThat(refusal.reason()).startsWith("not valid JSON");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {
        "{\"id\":\"1\"}; file: is missing",
        "{\"file\":\"a.png\"}; id: is missing",
        "{\"file\":\"../a.png\",\"id\":\"1\"}; lies outside",
        "{\"file\":\"/etc/hostname\",\"id\":\"1\"}; lies outside",
        "{\"file\":\"a.png\",\"id\":\"1\",\"flaged_at\":\"x\"}; unknown field 'flaged_at'",
        "{\"file\":\"a.png\",\"id\":\"1\",\"flagged_at\":\"yesterday\"}; flagged_at: 'yesterday' is not a time",
        "{\"file\":\"a.png\",\"id\":\"1\",\"views\":-1}; views: -1.0 is out of range",
        "{\"file\":\"a.png\",\"id\":\"1\",\"reporter_credibility\":2}; reporter_credibility: 2.0 is out of range",
        "{\"file\":\"a.png\",\"id\":\"1\",\"jurisdiction\":\"Germany\"}; jurisdiction:",
        "{\"file\":\"a.png\",\"id\":\"1\",\"gold\":\"maybe\"}; gold: true or false",
        "{\"file\":\"a.png\",\"id\":\"1\",\"scores\":[{\"model\":\"m\",\"version\":\"1\",\"label\":\"x\",\"score\":2,\"threshold\":0.5}]}; scores[0].score",
        "{\"file\":\"a.png\",\"id\":\"1\",\"reports\":[1]}; reports: every report is a text",
        "[1]; one JSON object",
        "{\"file\":\"a.png\",\"id\":\"1\"} trailing; not valid JSON"
    })
    void aFaultIsToldByField(String line, String told) throws Exception {
        read("queue.jsonl", line + "\n");

        assertThat(candidates).isEmpty();
        assertThat(refusals).singleElement().extracting(Refusal::reason).asString().contains(told.strip());
    }

    @Test
    void csvSaysTheSameAsJsonLines() throws Exception {
        read("items.csv", """
                file,id,reports,views,scores,gold
                a.png,1,scam|spam,12,"[{""model"":""m"",""version"":""1"",""label"":""x"",""score"":0.5,""threshold"":0.5}]",true
                b.png,2,,x,,
                c.png,3
                "d, e.png",4,,,,
                """);

        assertThat(candidates).extracting(c -> c.id().orElseThrow()).containsExactly("1", "4");
        assertThat(candidates.getFirst().facts().reports()).containsExactly("scam", "spam");
        assertThat(candidates.getFirst().vendorScores()).hasSize(1);
        assertThat(candidates.getFirst().feed()).isEqualTo("items.csv");
        assertThat(refusals).extracting(Refusal::place).containsExactly("items.csv:3", "items.csv:4");
        assertThat(refusals.getFirst().reason()).isEqualTo("views: 'x' is not a number");
    }

    @Test
    void aFolderOffersItsImagesByPathUnderTheHashOfTheirContent() throws Exception {
        Files.createDirectories(folder.resolve("in/.hidden"));
        Files.writeString(folder.resolve("in/b.jpg"), "b");
        Files.writeString(folder.resolve("in/a.PNG"), "a");
        Files.writeString(folder.resolve("in/notes.txt"), "no image");
        Files.writeString(folder.resolve("in/.hidden/c.png"), "c");
        Files.createSymbolicLink(folder.resolve("in/link.png"), folder.resolve("in/b.jpg"));

        IntakeSources.open(folder.resolve("in"), Format.AUTO, "", clock).forEach(candidates::add, refusals::add);

        assertThat(candidates).extracting(Candidate::place).containsExactly("in/a.PNG", "in/b.jpg");
        assertThat(candidates.getFirst().source()).isEmpty();
    }

    @Test
    void anEmptyFolderIsToldWithWhatIsLookedFor() throws Exception {
        Path empty = Files.createDirectory(folder.resolve("empty"));

        assertThatThrownBy(() -> IntakeSources.open(empty, Format.AUTO, "", clock))
                .isInstanceOf(IntakeException.class)
                .hasMessageContaining("no image files here").hasMessageContaining("webp");
    }

    @Test
    void aManifestMayNotReachThroughALink() throws Exception {
        Path outside = Files.createDirectory(folder.resolve("outside"));
        Files.writeString(outside.resolve("secret.png"), "x");
        Path inside = Files.createDirectory(folder.resolve("inside"));
        Files.createSymbolicLink(inside.resolve("link"), outside);
        Files.writeString(inside.resolve("queue.jsonl"), "{\"file\":\"link/secret.png\",\"id\":\"1\"}\n");

        IntakeSources.open(inside, Format.AUTO, "", clock).forEach(candidates::add, refusals::add);

        assertThat(candidates).isEmpty();
        assertThat(refusals).singleElement().extracting(Refusal::reason).asString().contains("links to outside");
    }

    @Test
    void textLosesWhatCouldDeceiveTheEye() throws Exception {
        read("queue.jsonl", "{\"file\":\"a.png\",\"id\":\"1\",\"text\":\"pay\\u202Ereverse\\u200B now\\u0007\"}\n");

        assertThat(candidates.getFirst().facts().text()).contains("payreverse now");
    }

    @Test
    void aLineThatIsNotUtf8IsRefusedAlone() throws Exception {
        Files.write(folder.resolve("queue.jsonl"),
                "{\"file\":\"a.png\",\"id\":\"\u00ff\"}\n{\"file\":\"b.png\",\"id\":\"2\"}\n".getBytes(StandardCharsets.ISO_8859_1));

        IntakeSources.open(folder.resolve("queue.jsonl"), Format.AUTO, "", clock).forEach(candidates::add, refusals::add);

        assertThat(candidates).hasSize(1);
        assertThat(refusals).singleElement().extracting(Refusal::reason).isEqualTo("not UTF-8");
    }

    @Test
    void aWatchedFileIsOfferedOnceItStoppedGrowing() throws Exception {
        FolderWatch watch = new FolderWatch(folder, "");
        Path file = folder.resolve("a.png");
        Files.writeString(file, "half");
        assertThat(watch.look().expected()).isZero();
        Files.writeString(file, "half and the rest");
        assertThat(watch.look().expected()).isZero();
        assertThat(watch.look().expected()).isOne();
        assertThat(watch.look().expected()).isZero();
    }

    private void read(String name, String text) throws IOException, IntakeException {
        Files.writeString(folder.resolve(name), text);
        IntakeSources.open(folder.resolve(name), Format.AUTO, "", clock).forEach(candidates::add, refusals::add);
    }
}
