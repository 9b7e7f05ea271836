package dev.docket.report;

import dev.docket.classify.ModelScore;
import dev.docket.item.QualityChecks;
import dev.docket.item.StandIns;
import dev.docket.quality.GoldenAnswers;
import dev.docket.quality.Samples;
import dev.docket.queue.ReviewQueue;
import dev.docket.queue.Scope;
import dev.docket.team.Member;
import dev.docket.team.Team;
import dev.docket.verdict.Verdicts;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Reads what the statistics of a period are computed from. Several threads. */
final class QualityReader {
    private static final String TOUCHED = " in (select e.item_id from verdict_event e where e.client_at >= :start and e.client_at < :end)";

    private final ReviewQueue queue;
    private final PeriodReader counts;
    private final GoldenAnswers golden = new GoldenAnswers();
    private final Team team = new Team();

    QualityReader(ReviewQueue queue, PeriodReader counts) {
        this.queue = queue;
        this.counts = counts;
    }

    /** @param scope of which items */
    Gathered read(Handle tx, Period period, Scope scope) {
        Gathered all = new Gathered(period);
        all.whole = scope.isAll();
        readItems(tx, all, scope);
        Set<UUID> dealt = scope.isAll() ? Set.of() : scope.bind(tx.createQuery("select i.item_id from item i where i.state = 0" + scope.sql())).mapTo(UUID.class).set();
        all.golden.addAll(golden.all(tx).stream().filter(answer -> all.holds(answer.at()) && (scope.isAll() || dealt.contains(answer.item()))).toList());
        readScores(tx, all);
        all.arrived = days(tx, period, "select i.received_at as at from item i where i.state = 0 and i.received_at >= :start and i.received_at < :end and " + QualityChecks.NONE + " and " + StandIns.NONE + scope.sql(), scope);
        all.decided.putAll(days(tx, period, "select v.client_at as at " + PeriodReader.DECISIONS + scope.sql(), scope));
        all.labels = counts.byLabel(tx, period, scope);
        all.labelsBefore = counts.byLabel(tx, period.before(), scope);
        PeriodReader.Spread spread = PeriodReader.spread(tx, period, scope);
        all.propagated = spread.propagated();
        all.reversed = spread.reversed();
        all.halted = spread.halted();
        all.backlog = queue.backlog(tx, scope);
        readDrawn(tx, all);
        all.scored = Scored.of(tx, period, scope);
        all.pseudonyms = team.all(tx).stream().collect(Collectors.toMap(Member::id, Member::pseudonym));
        return all;
    }

    /** What happened to items; what was found on quality checks counts nowhere. */
    static void readItems(Handle tx, Gathered all, Scope scope) {
        Set<UUID> left = new HashSet<>(bound(tx, all.period, "select i.item_id from item i where i.item_id in (select q.item_id from quality_check q) and i.item_id" + TOUCHED).mapTo(UUID.class).list());
        if (!scope.isAll()) {
            left.addAll(bound(tx, all.period, "select i.item_id from item i where i.item_id" + TOUCHED).mapTo(UUID.class).list());
            scope.bind(bound(tx, all.period, "select i.item_id from item i where i.item_id" + TOUCHED + scope.sql() + " and " + QualityChecks.NONE)).mapTo(UUID.class).forEach(left::remove);
        }
        new Verdicts().histories(tx, all.period.start(), all.period.end(), history -> all.add(history, left));
    }

    /** Of the items read, what was drawn for a second look in the period. */
    private static void readDrawn(Handle tx, Gathered all) {
        Set<UUID> read = all.reviewed.stream().map(Reviewed::item).collect(Collectors.toSet());
        new Samples().since(tx, all.period.start()).stream().filter(sample -> all.holds(sample.at()) && read.contains(sample.item())).forEach(all.drawn::add);
    }

    private static void readScores(Handle tx, Gathered all) {
        Map<String, String> words = new HashMap<>(); // a word of each kind, not one a row
        bound(tx, all.period, "select s.item_id, s.model_id, s.model_ver, s.label, s.score, s.threshold from score s where s.item_id" + TOUCHED).map((row, _) -> {
            ModelScore score = new ModelScore(word(words, row.getString("model_id")), word(words, row.getString("model_ver")), word(words, row.getString("label")),
                    row.getDouble("score"), row.getDouble("threshold"));
            return all.scores.computeIfAbsent(row.getObject("item_id", UUID.class), _ -> new ArrayList<>(4)).add(score);
        }).forEach(_ -> { });
    }

    private static String word(Map<String, String> words, String word) {
        return words.computeIfAbsent(word, each -> each);
    }

    /** By day in UTC; by its month's first day where the period is longer than two months. */
    private static Map<java.time.LocalDate, Long> days(Handle tx, Period period, String sql, Scope scope) {
        boolean months = ChronoUnit.DAYS.between(period.from(), period.to()) > 62;
        Map<java.time.LocalDate, Long> days = new TreeMap<>();
        period.from().datesUntil(period.to().plusDays(1)).map(day -> months ? day.withDayOfMonth(1) : day).forEach(day -> days.put(day, 0L));
        scope.bind(bound(tx, period, sql)).map((row, _) -> row.getObject("at", OffsetDateTime.class).withOffsetSameInstant(ZoneOffset.UTC).toLocalDate())
                .forEach(day -> days.merge(months ? day.withDayOfMonth(1) : day, 1L, Long::sum));
        return days;
    }

    private static org.jdbi.v3.core.statement.Query bound(Handle tx, Period period, String sql) {
        return tx.createQuery(sql).bind("start", period.start()).bind("end", period.end()).setFetchSize(1_000);
    }
}
