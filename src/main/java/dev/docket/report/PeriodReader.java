package dev.docket.report;

import dev.docket.item.QualityChecks;
import dev.docket.item.StandIns;
import dev.docket.metrics.Estimate;
import dev.docket.metrics.Proportions;
import dev.docket.policy.Policies;
import dev.docket.policy.PolicyPack;
import dev.docket.queue.Scope;
import dev.docket.registry.ModelRegistry;
import dev.docket.report.PeriodFigures.PolicyChange;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Counts what happened in a period. Several threads. */
final class PeriodReader {
    /** As the dashboards have it. */
    private static final double LEVEL = 0.95;
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyyy-MM").withZone(ZoneOffset.UTC);

    /** Events of the period on live items that are no quality checks: the canonical JSON of their facts says which are. */
    private static final String EVENTS = """
             from verdict_event v join item i on i.item_id = v.item_id and i.state = 0
            where v.client_at >= :start and v.client_at < :end and\s""" + QualityChecks.NONE + " and " + StandIns.NONE + "\n";
    /** Of those, decisions that nothing came after in their round. */
    static final String DECISIONS = EVENTS + """
              and v.finding_json is not null
              and not exists (select 1 from verdict_event later where later.task_id = v.task_id and later.round = v.round and later.revision > v.revision)
            """;

    private final PolicyPack pack;
    private final Policies policies;
    private final ModelRegistry registry;

    PeriodReader(PolicyPack pack, Policies policies, ModelRegistry registry) {
        this.pack = pack;
        this.policies = policies;
        this.registry = registry;
    }

    PeriodFigures read(Handle tx, Period period) {
        Map<String, Long> labels = byLabel(tx, period, Scope.ALL);
        Spread spread = spread(tx, period, Scope.ALL);
        Gathered all = new Gathered(period);
        QualityReader.readItems(tx, all, Scope.ALL);
        return new PeriodFigures(
                period, one(tx, period, Scope.ALL, "select count(*) from item i where i.received_at >= :start and i.received_at < :end and " + QualityChecks.NONE + " and " + StandIns.NONE),
                labels.values().stream().mapToLong(Long::longValue).sum(), byMonth(tx, period),
                grouped(tx, period, Scope.ALL, "l.title", "join review_task t on t.task_id = v.task_id join lane l on l.lane_id = t.lane_id", name -> name),
                labels, grouped(tx, period, Scope.ALL, "v.action", "", this::action),
                rate(tx, period, "AGREED", "DISAGREED"), AgreementSheet.overall(all), TeamSheets.exposure(all), rate(tx, period, "OVERTURNED", "UPHELD"),
                spread.propagated(), spread.reversed(), spread.halted(),
                one(tx, period, Scope.ALL, "select count(*) from audit_entry a where a.kind in ('MODEL_PROMOTED', 'MODEL_ROLLED_BACK') and a.recorded_at >= :start and a.recorded_at < :end"),
                registry.active(tx),
                policies.kept(tx).stream().filter(kept -> !kept.since().isBefore(period.start()) && kept.since().isBefore(period.end()))
                        .map(kept -> new PolicyChange(kept.ref().name(), kept.ref().sha256().hex(), kept.since())).toList());
    }

    /** Decisions that stand, by the label's title, most first. */
    Map<String, Long> byLabel(Handle tx, Period period, Scope scope) {
        return grouped(tx, period, scope, "v.label", "", this::label);
    }

    /** Decisions carried over to look-alikes; of those, how many were taken back; seeds on whose look-alikes somebody found otherwise. */
    record Spread(long propagated, long reversed, long halted) {}

    static Spread spread(Handle tx, Period period, Scope scope) {
        return new Spread(events(tx, period, scope, "v.kind = 'PROPAGATED'"), events(tx, period, scope, "v.kind = 'REVERSED'"), halted(tx, period, scope));
    }

    private String label(String id) {
        return pack.find(id).map(PolicyPack.Label::title).orElse(id);
    }

    private String action(String id) {
        return Optional.ofNullable(pack.actions().get(id)).map(PolicyPack.Action::title).orElse(id);
    }

    /** Decisions by a column, most first. */
    private static Map<String, Long> grouped(Handle tx, Period period, Scope scope, String column, String join, UnaryOperator<String> name) {
        String sql = "select " + column + " as name, count(*) as n " + DECISIONS.replaceFirst("\nwhere", "\n" + join + "\nwhere") + scope.sql() + " group by " + column;
        Map<String, Long> counts = new TreeMap<>();
        scope.bind(tx.createQuery(sql)).bind("start", period.start()).bind("end", period.end()).map((row, _) -> Map.entry(row.getString("name"), row.getLong("n")))
                .forEach(each -> counts.merge(name.apply(each.getKey()), each.getValue(), Long::sum));
        return counts.entrySet().stream().sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Long::sum, LinkedHashMap::new));
    }

    private static Map<String, Long> byMonth(Handle tx, Period period) {
        Map<String, Long> months = new TreeMap<>();
        tx.createQuery("select v.client_at " + DECISIONS).bind("start", period.start()).bind("end", period.end())
                .map((row, _) -> MONTH.format(row.getObject(1, OffsetDateTime.class).toInstant())).forEach(month -> months.merge(month, 1L, Long::sum));
        return months;
    }

    private static Estimate rate(Handle tx, Period period, String counted, String other) {
        long yes = events(tx, period, Scope.ALL, "v.kind = '" + counted + "'");
        return Proportions.rate(yes, yes + events(tx, period, Scope.ALL, "v.kind = '" + other + "'"), LEVEL);
    }

    private static long events(Handle tx, Period period, Scope scope, String condition) {
        return one(tx, period, scope, "select count(*) " + EVENTS + scope.sql() + " and " + condition);
    }

    private static long halted(Handle tx, Period period, Scope scope) {
        return one(tx, period, scope, "select count(distinct p.about) from verdict_event p where p.kind = 'PROPAGATED' and exists (select 1 " + EVENTS + scope.sql()
                + " and v.kind in ('DISAGREED', 'OVERTURNED') and (v.about = p.about or v.about = p.verdict_id))");
    }

    private static long one(Handle tx, Period period, Scope scope, String sql) {
        return scope.bind(tx.createQuery(sql)).bind("start", period.start()).bind("end", period.end()).mapTo(Long.class).one();
    }

    static List<String> months(Period period) {
        return period.from().withDayOfMonth(1).datesUntil(period.to().plusDays(1), java.time.Period.ofMonths(1)).map(day -> day.toString().substring(0, 7)).toList();
    }
}
