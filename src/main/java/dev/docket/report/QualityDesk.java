package dev.docket.report;

import dev.docket.metrics.Proportions;
import dev.docket.policy.Policies;
import dev.docket.policy.PolicyPack;
import dev.docket.progress.Progress;
import dev.docket.queue.Backlog;
import dev.docket.queue.ReviewQueue;
import dev.docket.queue.Scope;
import dev.docket.registry.ModelRegistry;
import dev.docket.storage.Database;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/** Computes the lead's figures of a period, with the code of {@code docket metrics}. Seconds on a large queue: never on the JavaFX thread. Several threads. */
public final class QualityDesk {
    private final Database database;
    private final PolicyPack pack;
    private final QualityReader reader;

    public QualityDesk(Database database, PolicyPack pack, Policies policies, ModelRegistry registry, ReviewQueue queue) {
        this.database = database;
        this.pack = pack;
        this.reader = new QualityReader(queue, new PeriodReader(pack, policies, registry));
    }

    /** Of the whole desk. @throws dev.docket.progress.StoppedException when it was stopped */
    public QualityFigures figures(Period period, Progress progress) {
        return figures(period, Scope.ALL, progress);
    }

    /** @throws dev.docket.progress.StoppedException when it was stopped */
    public QualityFigures figures(Period period, Scope scope, Progress progress) {
        Gathered all = database.inTransaction(tx -> reader.read(tx, period, scope));
        List<Supplier<Sheet>> made = List.of(() -> QueueSheets.backlog(all), () -> AgreementSheet.of(all, pack, progress), () -> DrawnSheet.of(all), () -> ErrorSheet.of(all, pack), () -> ModelSheets.against(all, pack),
                () -> DriftSheet.of(all), () -> ModelSheets.anchoring(all, pack), () -> MixSheets.mix(all), () -> QueueSheets.overturns(all, pack), () -> QueueSheets.spread(all), () -> MixSheets.packs(all, pack),
                () -> QueueSheets.throughput(all), () -> QueueSheets.undecided(all), () -> TeamSheets.exposureSheet(all), () -> ErrorSheet.golden(all, pack), () -> TeamSheets.apart(all));
        List<Sheet> sheets = new java.util.ArrayList<>();
        for (Supplier<Sheet> each : made) {
            progress.stopIfCancelled();
            progress.at(sheets.size(), made.size(), "figures");
            sheets.add(each.get());
        }
        List<Reviewed> first = all.first();
        return new QualityFigures(period, sum(all, Backlog::waiting), sum(all, Backlog::held), sum(all, Backlog::soon), sum(all, Backlog::overdue),
                all.labels.values().stream().mapToLong(Long::longValue).sum(),
                Proportions.rate(first.stream().filter(item -> !item.first().orElseThrow().sure()).count(), first.size(), Sheet.LEVEL),
                Proportions.rate(all.hearings.stream().filter(Gathered.Hearing::overturned).count(), all.hearings.size(), Sheet.LEVEL),
                all.halted, all.reviewed.stream().filter(Reviewed::isDouble).count(), TeamSheets.exposure(all).people(), sheets);
    }

    /**
     * Findings made in the period that count and may be wrong, those with most against them first.
     *
     * @throws dev.docket.progress.StoppedException when it was stopped
     */
    public List<Suspect> suspects(Period period, Progress progress) {
        return suspects(period, Scope.ALL, progress);
    }

    /** @throws dev.docket.progress.StoppedException when it was stopped */
    public List<Suspect> suspects(Period period, Scope scope, Progress progress) {
        return LabelDoubts.of(database.inTransaction(tx -> reader.read(tx, period, scope)), pack, progress);
    }

    private static long sum(Gathered all, ToLongFunction<Backlog> figure) {
        return all.backlog.stream().mapToLong(figure).sum();
    }
}
