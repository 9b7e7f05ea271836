package dev.docket.bench;

import dev.docket.bench.measure.Reading;
import dev.docket.bench.measure.Reference;
import dev.docket.bench.reference.Peer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A head trained by a process of its own in a heap of 600 MiB: five penalties over five folds, then the fit, for each label. Twice, as
 * the same rows have to give the same bits; beside scikit-learn's {@code LogisticRegressionCV} over as many folds and penalties.
 */
final class TrainBench implements Bench {
    private static final int ROWS = 10_000;
    private static final int FEATURES = 512;
    private static final int LABELS = 6;
    private static final int HEAP = 600;
    private static final double MOST_SECONDS = 10;
    private static final Reference NO_SKLEARN = new Reference.Missing("scikit-learn", "install it for a python3 on the path: pip install scikit-learn");

    /** What a run left. */
    private record Run(double seconds, double heap, String hash) {}

    @Override
    public String name() {
        return "train";
    }

    @Override
    public String about() {
        return "a head for six labels from ten thousand verdicts within 600 MiB of heap, beside scikit-learn";
    }

    @Override
    public void run(Stand stand) throws Exception {
        int rows = stand.quick() ? 300 : ROWS;
        int features = stand.quick() ? 16 : FEATURES;
        String what = rows + " x " + features + " x " + LABELS + " labels";
        Path folder = Files.createDirectories(stand.scratch().resolve("train"));
        stand.note(what + ", once");
        Run first = train(folder, rows, features);
        stand.note(what + ", twice");
        Run second = train(folder, rows, features);
        stand.tell(Reading.of(what + ", most heap in use", "MiB", Math.max(first.heap(), second.heap())).atMost(HEAP));
        stand.tell(Reading.of(what + ", runs that gave other bits", "", first.hash().equals(second.hash()) ? 0 : 1).atMost(0));
        Reading seconds = Reading.of(what, "s", Math.min(first.seconds(), second.seconds())).atMost(MOST_SECONDS);
        stand.note(what + ", scikit-learn");
        Optional<Peer> sklearn = stand.scripts().python("sklearn_head.py", folder.toString(), "" + features, "" + LABELS);
        if (sklearn.isPresent()) {
            try (Peer peer = sklearn.get()) {
                double theirs = peer.sample();
                stand.tell(seconds.against(new Reference.Measured(peer.name(), theirs / 1e9, theirs / 1e9)));
            }
        } else {
            stand.tell(seconds.against(NO_SKLEARN));
        }
    }

    private static Run train(Path folder, int rows, int features) throws IOException, InterruptedException {
        Path log = folder.resolve("log");
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx" + HEAP + "m",
                "-cp", System.getProperty("java.class.path"), TrainRun.class.getName(), folder.toString(), "" + rows, "" + features, "" + LABELS)
                .redirectErrorStream(true).redirectOutput(log.toFile()).start();
        try {
            process.getOutputStream().close();
            if (process.waitFor() != 0) {
                throw new IOException("Training in a heap of " + HEAP + " MiB ended with " + process.exitValue() + ": " + Files.readString(log).lines().findFirst().orElse(""));
            }
        } finally {
            process.destroyForcibly();
        }
        String[] result = Files.readString(folder.resolve("result")).split(" ");
        return new Run(Double.parseDouble(result[0]), Double.parseDouble(result[1]), result[2]);
    }
}
