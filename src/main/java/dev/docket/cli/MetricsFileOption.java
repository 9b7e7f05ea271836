package dev.docket.cli;

import dev.docket.metrics.table.TableFile;
import dev.docket.progress.Progress;
import java.nio.file.Path;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The file whose rows are counted. */
final class MetricsFileOption {
    @ArgGroup(multiplicity = "1")
    private Which which;

    private static final class Which {
        @Parameters(paramLabel = "FILE", description = "CSV with a header line (UTF-8), or JSON lines.")
        private Path file;

        @Option(names = "--in", paramLabel = "FILE", description = "The same.")
        private Path in;
    }

    TableFile table(Progress progress) {
        return new TableFile(which.file != null ? which.file : which.in, progress);
    }
}
