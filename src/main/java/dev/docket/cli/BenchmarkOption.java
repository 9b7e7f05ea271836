package dev.docket.cli;

import dev.docket.classify.Classifier;
import dev.docket.decode.ImageDecoder;
import dev.docket.metrics.Bootstrap;
import dev.docket.metrics.Estimate;
import dev.docket.registry.ModelVersion;
import dev.docket.report.benchmark.BenchmarkFolder;
import dev.docket.report.benchmark.BenchmarkFormatException;
import dev.docket.report.benchmark.BenchmarkPage;
import dev.docket.report.benchmark.BenchmarkResult;
import dev.docket.report.benchmark.BenchmarkScores;
import dev.docket.storage.CanonicalJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Option;

/** {@code docket models evaluate NAME --folder DIR}: a deepfake benchmark. */
final class BenchmarkOption {
    @Option(names = "--folder", paramLabel = "DIR", description = "A benchmark: a folder with metadata.json (as the Deepfake Detection Challenge's) or labels.csv (file, label, original, group).")
    private Path folder;

    @Option(names = "--fake", paramLabel = "LABEL", description = "With --folder: the label of the model that means fake; needed when it has several.")
    private String fake;

    @Option(names = "--clip", paramLabel = "E", defaultValue = "" + BenchmarkResult.USUAL_CLIP, description = "With --folder: how far the log loss keeps scores from 0 and 1. Default: ${DEFAULT-VALUE}.")
    private double clip;

    @Option(names = "--html", paramLabel = "FILE", description = "With --folder: write the report as one page.")
    private Path html;

    boolean asked() {
        return folder != null;
    }

    /** @return whether every entry had a picture and every picture could be read */
    boolean run(ModelVersion version, Classifier model, ImageDecoder decoder, Instant now, boolean json, PrintWriter out) throws IOException {
        if (!(clip > 0 && clip < 0.5)) {
            throw new UsageException("--clip has to lie between 0 and 0.5");
        }
        String label = label(List.copyOf(version.thresholds().keySet()), version.name());
        BenchmarkResult result;
        try (ProgressLine progress = ProgressLine.onStandardError()) {
            BenchmarkFolder read = BenchmarkFolder.read(folder, progress);
            BenchmarkScores scores = BenchmarkScores.of(model, label, decoder, read, progress);
            if (scores.films().isEmpty()) {
                throw new UsageException(folder + ": none of its pictures could be read; the first: " + scores.unread().getFirst());
            }
            progress.at(0, 0, "drawing families");
            result = BenchmarkResult.of(version.name(), version.sha256(), label, read, scores, clip, Bootstrap.DEFAULT);
        } catch (BenchmarkFormatException e) {
            throw new UsageException(e.getMessage());
        }
        if (html != null) {
            Files.writeString(html, BenchmarkPage.of(result, now));
        }
        if (json) {
            out.println(CanonicalJson.write(result.json()));
        } else {
            print(result, out);
        }
        return result.without().isEmpty() && result.unread().isEmpty();
    }

    private String label(List<String> labels, String name) {
        if (fake != null && !labels.contains(fake)) {
            throw new UsageException("--fake: " + name + " has no label " + fake + "; it has " + String.join(", ", labels));
        }
        if (fake == null && labels.size() > 1) {
            throw new UsageException("--fake LABEL is needed: " + name + " has several labels, " + String.join(", ", labels));
        }
        return fake != null ? fake : labels.getFirst();
    }

    private void print(BenchmarkResult result, PrintWriter out) {
        out.println(result.model() + " on " + folder + ": " + result.all().films() + " films or pictures, " + result.all().fakes() + " fake, in " + result.all().families() + " families");
        out.println("model sha256 " + result.modelHash());
        out.println("data sha256  " + result.data());
        out.println("log_loss keeps scores " + result.clip() + " from 0 and 1; accuracy is at the threshold " + result.threshold());
        print("", result.all(), out);
        result.groups().forEach((group, part) -> print(group + ": ", part, out));
        result.without().forEach(line -> out.println("  no picture: " + line));
        result.unread().forEach(line -> out.println("  not read: " + line));
        if (html != null) {
            out.println("Report written to " + html);
        }
    }

    private static void print(String group, BenchmarkResult.Part part, PrintWriter out) {
        if (part.figures().isEmpty()) {
            out.println("  " + group + "only " + part.films() + " films, " + part.fakes() + " fake; fewer than " + BenchmarkResult.SMALLEST + " say nothing");
        }
        part.figures().forEach((name, estimate) -> out.println("  " + group + name + " " + text(estimate)));
        part.precision().forEach((recall, estimate) -> out.println(String.format(Locale.ROOT, "  %sprecision at recall %.1f %s", group, recall, text(estimate))));
    }

    private static String text(Estimate estimate) {
        return estimate.figure().whyUndefined().map(why -> "undefined: " + why).orElseGet(estimate::text);
    }
}
