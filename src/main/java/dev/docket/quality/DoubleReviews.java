package dev.docket.quality;

import dev.docket.audit.AuditKind;
import dev.docket.audit.AuditLog;
import dev.docket.classify.Scores;
import dev.docket.item.QualityChecks;
import dev.docket.item.StandIns;
import dev.docket.policy.DoubleReview;
import dev.docket.policy.PolicyPack;
import dev.docket.queue.LeasedTask;
import dev.docket.queue.Look;
import dev.docket.queue.ReviewQueue;
import dev.docket.storage.Database;
import dev.docket.verdict.Finding;
import dev.docket.verdict.PublishHold;
import dev.docket.verdict.Verdict;
import dev.docket.verdict.Verdicts;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Draws first decisions for a blind second look, as the pack's {@code double_review} says, once their hold is over. It is done by whoever
 * brings items in, never at the desk that decided: nobody knows of a decision of theirs whether it will be looked at again. Nothing is drawn
 * where there is nobody else to look. Several threads.
 */
public final class DoubleReviews {
    private static final int A_PAGE = 200;
    /** Decisions that were made away from the network reach the database later than others; once in a while those are looked for. */
    private static final Duration LATE = Duration.ofDays(1);
    private static final Duration SELDOM = Duration.ofHours(1);
    private static final String SECRET = "secret of draws";
    private static final String BEGUN = "draws since";

    private final Database database;
    private final ReviewQueue queue;
    private final PolicyPack pack;
    private final PublishHold hold;
    private final AuditLog audit;
    private final Verdicts verdicts = new Verdicts();
    private final Scores scores = new Scores();
    private final Samples samples = new Samples();
    private Instant lookedFarBack = Instant.EPOCH;

    public DoubleReviews(Database database, ReviewQueue queue, PolicyPack pack, PublishHold hold, AuditLog audit) {
        this.database = database;
        this.queue = queue;
        this.pack = pack;
        this.hold = hold;
        this.audit = audit;
    }

    /** Once around, to be called every few seconds. Returns how many decisions were drawn. */
    public synchronized int round() {
        Instant now = hold.clock().instant();
        boolean far = lookedFarBack.plus(SELDOM).isBefore(now);
        if (far) {
            lookedFarBack = now;
        }
        List<UUID> people = database.inTransaction(tx -> tx.createQuery("select principal_id from principal where active and app_role in ('REVIEWER', 'LEAD', 'LEGAL', 'CHILD_SAFETY') order by principal_id")
                .mapTo(UUID.class).list());
        return people.size() < 2 ? 0 : people.stream().mapToInt(person -> draw(person, now, far)).sum();
    }

    private int draw(UUID reviewer, Instant now, boolean far) {
        return database.inTransaction(tx -> {
            Draw draw = new Draw(secret(tx));
            Instant begun = begun(tx, now);
            Instant since = QualityMarks.get(tx, mark(reviewer)).map(Instant::parse).orElse(begun);
            Instant at = far && since.minus(LATE).isAfter(begun) ? since.minus(LATE) : far ? begun : since;
            int drawn = 0;
            for (List<Verdict> page = decided(tx, reviewer, at); !page.isEmpty(); page = page.size() < A_PAGE ? List.of() : decided(tx, reviewer, at)) {
                long before = earlier(tx, reviewer, page.getFirst().at());
                for (Verdict decision : page) {
                    drawn += look(tx, draw, decision, before++) ? 1 : 0;
                }
                at = page.getLast().at();
            }
            if (at.isAfter(since)) {
                QualityMarks.put(tx, mark(reviewer), at.toString());
            }
            return drawn;
        });
    }

    private boolean look(Handle tx, Draw draw, Verdict decision, long before) {
        Optional<Draw.Drawn> drawn = Samples.has(tx, decision.id()) || isLookedAtAgain(tx, decision.itemId()) ? Optional.empty()
                : draw.of(decision.id(), shares(tx, decision, before));
        Optional<LeasedTask> task = drawn.flatMap(_ -> queue.file(tx, decision.itemId(),
                Look.second(decision.id(), List.of(decision.reviewer()), pack.clocks().secondOpinion())));
        return task.filter(filed -> samples.add(tx, decision.id(), decision.itemId(), filed.taskId(), drawn.get())).map(filed -> {
            audit.append(tx, AuditKind.SAMPLE_DRAWN, decision.id(), new TreeMap<>(Map.of("verdict", decision.id().toString(), "item", decision.itemId().toString(),
                    "task", filed.taskId().toString(), "rule", drawn.get().rule().name(), "probability", drawn.get().probability())));
            return true;
        }).orElse(false);
    }

    private Map<SampleRule, Double> shares(Handle tx, Verdict decision, long before) {
        DoubleReview rules = pack.doubleReview();
        Finding finding = decision.finding().orElseThrow();
        Map<SampleRule, Double> shares = new EnumMap<>(SampleRule.class);
        shares.put(SampleRule.RANDOM, rules.random());
        if (before < rules.first()) {
            shares.put(SampleRule.NEW_REVIEWER, rules.newReviewers());
        }
        if (finding.severity().compareTo(rules.from()) >= 0) {
            shares.put(SampleRule.SEVERITY, rules.severe());
        }
        if (rules.againstModel() > 0 && differsFromAModel(tx, decision.itemId(), finding)) {
            shares.put(SampleRule.MODEL, rules.againstModel());
        }
        return shares;
    }

    private boolean differsFromAModel(Handle tx, UUID item, Finding finding) {
        return scores.of(tx, item).stream().filter(score -> score.score() >= pack.doubleReview().score()).anyMatch(score -> pack.scoreRules().stream()
                .anyMatch(rule -> (rule.model().equals("*") || rule.model().equals(score.model())) && rule.modelLabel().equals(score.label())
                        && !rule.label().equals(finding.label()) && !finding.additional().contains(rule.label())));
    }

    private static boolean isLookedAtAgain(Handle tx, UUID item) {
        return tx.createQuery("select 1 from review_task where item_id = :item and round > 1 and state < 3 limit 1").bind("item", item).mapTo(Integer.class).findOne().isPresent();
    }

    /** First decisions that nothing came after, on items that are no checks. */
    private List<Verdict> decided(Handle tx, UUID reviewer, Instant since) {
        List<UUID> ids = tx.createQuery("""
                        select v.verdict_id from verdict_event v join item i on i.item_id = v.item_id and i.state = 0
                         where v.reviewer_id = :reviewer and v.client_at > :since and v.client_at <= :until and v.round = 1 and v.kind in ('DECIDED', 'REVISED')
                           and\s""" + QualityChecks.NONE + " and " + StandIns.NONE + """

                           and not exists (select 1 from verdict_event later where later.task_id = v.task_id and later.round = v.round and later.revision > v.revision)
                         order by v.client_at, v.verdict_id limit :most""")
                .bind("reviewer", reviewer).bind("since", since).bind("until", hold.since()).bind("most", A_PAGE).mapTo(UUID.class).list();
        return ids.stream().flatMap(id -> verdicts.find(tx, id).stream()).toList();
    }

    /** How many decisions somebody made before, counted as far as it matters. */
    private long earlier(Handle tx, UUID reviewer, Instant before) {
        return tx.createQuery("select count(*) from (select 1 as one from verdict_event v where v.reviewer_id = :reviewer and v.client_at < :before and v.round = 1 and v.kind = 'DECIDED' limit :most) w")
                .bind("reviewer", reviewer).bind("before", before).bind("most", pack.doubleReview().first()).mapTo(Long.class).one();
    }

    /** What was decided before draws began is left alone. */
    private Instant begun(Handle tx, Instant now) {
        Optional<String> begun = QualityMarks.get(tx, BEGUN);
        if (begun.isEmpty()) {
            QualityMarks.put(tx, BEGUN, now.minus(hold.length()).toString());
        }
        return begun.map(Instant::parse).orElse(now.minus(hold.length()));
    }

    private static String mark(UUID reviewer) {
        return "drawn " + reviewer;
    }

    private static byte[] secret(Handle tx) {
        Optional<String> known = QualityMarks.get(tx, SECRET);
        if (known.isEmpty()) {
            byte[] made = new byte[32];
            new SecureRandom().nextBytes(made);
            QualityMarks.put(tx, SECRET, HexFormat.of().formatHex(made));
            return made;
        }
        return HexFormat.of().parseHex(known.get());
    }
}
