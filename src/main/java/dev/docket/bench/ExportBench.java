package dev.docket.bench;

import dev.docket.bench.measure.Reading;
import dev.docket.export.Format;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Decision sets written by a process of its own: rows, and pictures in every format that has them, in a heap of 256 MiB. */
final class ExportBench implements Bench {
    private static final int ROWS = 100_000;
    private static final int IMAGES = 10_000;
    private static final int IMAGE_BYTES = 48 << 10;
    private static final double MOST_SECONDS = 10;
    private static final int HEAP = 256;
    private static final int HEAP_OF_ROWS = 1024;

    @Override
    public String name() {
        return "export";
    }

    @Override
    public String about() {
        return "decision sets: rows of JSON lines, pictures in each format within 256 MiB of heap";
    }

    @Override
    public void run(Stand stand) throws Exception {
        int rows = stand.quick() ? 200 : ROWS;
        double[] lines = export(stand, Format.JSONL, rows, 0, HEAP_OF_ROWS);
        stand.tell(Reading.of(rows + " rows of JSON lines", "s", lines[0]).atMost(MOST_SECONDS));
        stand.tell(Reading.of(rows + " rows of JSON lines", "rows/s", rows / lines[0]));
        int images = stand.quick() ? 20 : IMAGES;
        for (Format format : List.of(Format.IMAGEFOLDER, Format.PARQUET, Format.WEBDATASET)) {
            double[] seen = export(stand, format, images, IMAGE_BYTES, HEAP);
            stand.tell(Reading.of(images + " pictures of 48 KiB as " + format.word(), "images/s", images / seen[0]));
            stand.tell(Reading.of(images + " pictures as " + format.word() + ", most heap in use", "MiB", seen[1]).atMost(HEAP));
        }
    }

    /** @return seconds, and MiB of heap */
    private static double[] export(Stand stand, Format format, int count, int bytes, int heap) throws IOException, InterruptedException {
        stand.note(format.word() + ", " + count + " items");
        Path folder = Files.createDirectories(stand.scratch().resolve("export-" + format.word()));
        Path log = folder.resolve("log");
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx" + heap + "m",
                "-cp", System.getProperty("java.class.path"), ExportRun.class.getName(), folder.toString(), format.word(), "" + count, "" + bytes)
                .redirectErrorStream(true).redirectOutput(log.toFile()).start();
        try {
            process.getOutputStream().close();
            if (process.waitFor() != 0) {
                throw new IOException("The export in a heap of " + heap + " MiB ended with " + process.exitValue() + ": " + Files.readString(log).lines().findFirst().orElse(""));
            }
        } finally {
            process.destroyForcibly();
        }
        String[] result = Files.readString(folder.resolve("result")).split(" ");
        return new double[] {Double.parseDouble(result[0]), Double.parseDouble(result[1])};
    }
}
