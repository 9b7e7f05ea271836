package dev.docket.report;

import dev.docket.policy.Policies;
import dev.docket.policy.PolicyPack;
import dev.docket.registry.ModelRegistry;
import dev.docket.storage.Database;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Locale;

/** A period's report, to hand on: one page of HTML. A lead's to make. Several threads. */
public final class PeriodReport {
    private final Database database;
    private final PeriodReader reader;
    private final Clock clock;

    public PeriodReport(Database database, PolicyPack pack, Policies policies, ModelRegistry registry, Clock clock) {
        this.database = database;
        this.reader = new PeriodReader(pack, policies, registry);
        this.clock = clock;
    }

    public PeriodFigures figures(Period period) {
        return database.inTransaction(tx -> reader.read(tx, period));
    }

    /**
     * Writes the page, whole or not at all.
     *
     * @param language German, or English for everything else
     * @throws FileAlreadyExistsException when the file is there: a report that was handed on is not changed
     */
    public PeriodFigures write(Period period, Path file, Locale language) throws IOException {
        PeriodFigures figures = figures(period);
        String page = ReportPage.of(figures, clock.instant(), language);
        Path whole = file.toAbsolutePath().normalize();
        Path part = whole.resolveSibling(whole.getFileName() + ".part");
        if (Files.exists(whole)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        try {
            Files.writeString(part, page, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
            Files.move(part, whole);
        } finally {
            Files.deleteIfExists(part);
        }
        return figures;
    }
}
