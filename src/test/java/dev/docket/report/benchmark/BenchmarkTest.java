package dev.docket.report.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.docket.metrics.Bootstrap;
import dev.docket.metrics.Estimate;
import dev.docket.metrics.Ranking;
import dev.docket.metrics.ScoredSample;
import dev.docket.progress.Progress;
import dev.docket.report.benchmark.BenchmarkScores.Scored;
import dev.docket.storage.CanonicalJson;
import dev.docket.storage.ContentHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchmarkTest {
    @TempDir
    Path folder;

    @Test
    void theChallengesMetadataIsReadAndFamiliesAreNamedByTheirOriginal() throws Exception {
        touch("aaa.png", "bbb/0001.png", "bbb/0002.png", "ccc_001.jpg", "notes.txt");
        Files.writeString(folder.resolve("metadata.json"), """
                {"aaa.mp4": {"label": "REAL", "split": "train", "original": null}, "aaa.png": {"label": "REAL"},
                 "bbb.mp4": {"label": "FAKE", "split": "train", "original": "aaa.mp4"}, "ccc.mp4": {"label": "FAKE", "original": "ddd.mp4"},
                 "gone.mp4": {"label": "FAKE", "original": "aaa.mp4"}}""");

        BenchmarkFolder read = BenchmarkFolder.read(folder, Progress.NONE);

        assertThat(read.films()).extracting(Film::name).containsExactly("aaa.png", "bbb.mp4", "ccc.mp4");
        assertThat(read.films()).extracting(Film::family).containsExactly("aaa", "aaa", "ddd");
        assertThat(read.films()).extracting(Film::fake).containsExactly(false, true, true);
        assertThat(read.films()).extracting(film -> film.pictures().size()).containsExactly(1, 2, 1);
        assertThat(read.films().get(1).group()).contains("train");
        assertThat(read.without()).containsExactly("aaa.mp4", "gone.mp4");
    }

    @Test
    void aTableOfLabelsIsReadToo() throws Exception {
        touch("a.png", "b.png");
        Files.writeString(folder.resolve("labels.csv"), "file,label,original,group\na.png,0,,phone\nb.png,fake,a.png,phone\n");

        BenchmarkFolder read = BenchmarkFolder.read(folder, Progress.NONE);

        assertThat(read.films()).extracting(Film::family).containsExactly("a", "a");
        assertThat(read.films()).extracting(Film::group).containsOnly(Optional.of("phone"));
    }

    @Test
    void faultsAreNamedByFileLineAndField() throws Exception {
        refused("has neither metadata.json nor labels.csv");
        Files.writeString(folder.resolve("labels.csv"), "file,label\na.png,maybe\n");
        refused("labels.csv:2: column label: label has to be FAKE or REAL");
        Files.writeString(folder.resolve("labels.csv"), "file,label\na.png,1\na.png,1\n");
        refused("labels.csv:3: column file: is named twice");
        Files.writeString(folder.resolve("labels.csv"), "file,label\n../../etc/passwd.png,1\n");
        refused("there is no picture of any of its 1 entries");
        Files.writeString(folder.resolve("metadata.json"), "{\"a.mp4\": {\"label\": \"SURE\"}}");
        refused("metadata.json: a.mp4: label has to be FAKE or REAL");
        Files.writeString(folder.resolve("metadata.json"), "[1]");
        refused("an object is wanted");
        Files.writeString(folder.resolve("metadata.json"), "{");
        refused("not JSON");
    }

    @Test
    void linksOutOfTheFolderAreNotFollowed(@TempDir Path elsewhere) throws Exception {
        Path secret = Files.write(elsewhere.resolve("secret.png"), new byte[] {1});
        Files.createSymbolicLink(folder.resolve("a.png"), secret);
        Files.writeString(folder.resolve("labels.csv"), "file,label\na.png,1\n");

        refused("there is no picture of any of its 1 entries");
    }

    private void refused(String because) {
        assertThatThrownBy(() -> BenchmarkFolder.read(folder, Progress.NONE)).isInstanceOf(BenchmarkFormatException.class).hasMessageContaining(because);
    }

    @Test
    void figuresAreThoseOfTheDefinitions() {
        BenchmarkResult result = result(List.of(film("a", false, "a", 0.1), film("b", true, "a", 0.9), film("c", false, "c", 0.6), film("d", true, "c", 0.4)), 0.01);

        assertThat(figure(result, "auc")).isEqualTo(0.75);
        assertThat(figure(result, "accuracy")).isEqualTo(0.5);
        assertThat(figure(result, "equal_error_rate")).isEqualTo(0.5);
        assertThat(figure(result, "log_loss")).isCloseTo(-(Math.log(0.9) + Math.log(0.9) + Math.log(0.4) + Math.log(0.4)) / 4, within(1e-12));
        assertThat(result.all().precision().get(0.5).figure().number()).hasValue(1);
        assertThat(result.all().precision().get(0.9).figure().number().orElseThrow()).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(result.all().families()).isEqualTo(2);
    }

    @Test
    void theStatedClipBoundsWhatOneSureMistakeCosts() {
        List<Scored> wrong = List.of(film("a", false, "a", 1), film("b", true, "a", 0));

        assertThat(figure(result(wrong, 0.01), "log_loss")).isCloseTo(-Math.log(0.01), within(1e-12));
        assertThat(figure(result(wrong, 0.01), "log_loss_unclipped")).isCloseTo(-Math.log(1e-15), within(1e-3));
    }

    @Test
    void theEqualErrorRateLiesWhereBothErrorsMeet() {
        assertThat(eer(new boolean[] {true, true, false, false}, 0.9, 0.8, 0.2, 0.1)).isZero();
        assertThat(eer(new boolean[] {false, false, true, true}, 0.9, 0.8, 0.2, 0.1)).isEqualTo(1);
        assertThat(eer(new boolean[] {true, false, true, false}, 0.5, 0.5, 0.5, 0.5)).isEqualTo(0.5);
        // brentq(lambda x: 1 - x - interp1d(fpr, tpr)(x), 0, 1) over scikit-learn's roc_curve gives 1/3
        assertThat(eer(new boolean[] {true, true, false, true, false, false}, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4)).isCloseTo(1 / 3.0, within(1e-12));
        // one of three positives first, then the two negatives at once with the rest: the diagonal is met at 0.4
        assertThat(eer(new boolean[] {true, true, true, false, false}, 0.9, 0.5, 0.5, 0.5, 0.5)).isCloseTo(0.4, within(1e-12));
    }

    private static double eer(boolean[] truth, double... score) {
        return Ranking.equalErrorRate(ScoredSample.of(truth, score)).number().orElseThrow();
    }

    @Test
    void familiesAreDrawnWhole() {
        // 40 copies of two families: by films the interval would be narrow, by families it has to span nearly everything
        List<Scored> films = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            films.add(film("r" + i, false, "one", 0.2 + 0.001 * i));
            films.add(film("f" + i, true, "one", 0.8));
            films.add(film("s" + i, false, "two", 0.9));
            films.add(film("g" + i, true, "two", 0.1));
        }
        List<Scored> loners = films.stream().map(film -> film(film.film().name(), film.film().fake(), film.film().name(), film.score())).toList();

        var together = result(films, 0.01).all().figures().get("accuracy").interval().orElseThrow();
        var alone = result(loners, 0.01).all().figures().get("accuracy").interval().orElseThrow();

        assertThat(together.high() - together.low()).isEqualTo(1);
        assertThat(alone.high() - alone.low()).isLessThan(0.2);
    }

    @Test
    void smallGroupsHaveCountsOnly() {
        SplittableRandom random = new SplittableRandom(1);
        List<Scored> films = new ArrayList<>();
        for (int i = 0; i < 70; i++) {
            films.add(new Scored(new Film("f" + i, i % 2 == 0, "f" + i, Optional.of(i < 60 ? "large" : "small"), List.of(Path.of("x"))), random.nextDouble(), 0.5));
        }

        BenchmarkResult result = result(films, 0.01);

        assertThat(result.groups().get("large").figures()).containsKey("auc");
        assertThat(result.groups().get("small").figures()).isEmpty();
        assertThat(CanonicalJson.write(result.json())).contains("only 10 films; fewer than 30 say nothing");
    }

    @Test
    void thePageCarriesTheHashesAndNothingOfAHostileName() {
        BenchmarkResult made = result(List.of(film("a", false, "a", 0.1), film("b", true, "b", 0.9)), 0.01);
        BenchmarkResult result = new BenchmarkResult(made.model(), made.modelHash(), made.label(), made.data(), made.clip(), made.threshold(), made.all(), made.groups(),
                List.of("<script>alert(1)</script>"), List.of());

        String page = BenchmarkPage.of(result, Instant.parse("2026-11-21T10:00:00Z"));

        assertThat(page).contains(result.modelHash().hex(), result.data().hex(), "Equal error rate", "default-src 'none'").doesNotContain("<script");
    }

    @Test
    void aBenchmarksResultIsTheSameTwice() {
        List<Scored> films = List.of(film("a", false, "a", 0.1), film("b", true, "b", 0.9), film("c", true, "a", 0.3));

        assertThat(CanonicalJson.write(result(films, 0.01).json())).isEqualTo(CanonicalJson.write(result(films, 0.01).json()));
    }

    private static double figure(BenchmarkResult result, String name) {
        Estimate estimate = result.all().figures().get(name);
        return estimate.figure().number().orElseThrow();
    }

    private static BenchmarkResult result(List<Scored> films, double clip) {
        ContentHash hash = ContentHash.of(new byte[] {1});
        return BenchmarkResult.of("m@1", hash, "fake", new BenchmarkFolder(Path.of("metadata.json"), List.of(), List.of()), new BenchmarkScores(films, hash, List.of()), clip, Bootstrap.DEFAULT);
    }

    private static Scored film(String name, boolean fake, String family, double score) {
        return new Scored(new Film(name, fake, family, Optional.empty(), List.of(Path.of(name))), score, 0.5);
    }

    private void touch(String... names) throws IOException {
        for (String name : names) {
            Files.createDirectories(folder.resolve(name).getParent());
            Files.write(folder.resolve(name), new byte[] {1});
        }
    }
}
