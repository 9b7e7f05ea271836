package dev.docket.retrain.watch;

import dev.docket.audit.AuditKind;
import dev.docket.audit.AuditLog;
import dev.docket.export.DecisionSet;
import dev.docket.export.ExportDesk;
import dev.docket.export.Selection;
import dev.docket.export.SelectionException;
import dev.docket.export.Splits;
import dev.docket.policy.PolicyPack;
import dev.docket.progress.Progress;
import dev.docket.registry.ModelRegistry;
import dev.docket.registry.ModelVersion;
import dev.docket.storage.Database;
import dev.docket.team.Member;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** What a lead should look at of the models in use: raised when they are watched, there until a lead has seen it. Several threads. */
public final class ModelAlerts {
    /** Nothing is raised again so soon after somebody has seen it. */
    static final Duration QUIET = Duration.ofDays(7);
    private static final Duration DAY = Duration.ofDays(1);
    private static final int LONGEST = 500;

    private static final String RAISE = """
            insert into model_alert (alert_id, model, cause, sentence, raised_at)
            select :id, :model, :cause, :sentence, :now
             where not exists (select 1 from model_alert where model = :model and cause = :cause and (seen_at is null or seen_at > :quiet))""";

    /** One that nobody has seen. @param model {@code id@version} */
    public record Open(UUID id, String model, Watched.Cause cause, String sentence, Instant raised) {}

    /** What is watched, and where it is told. */
    public record Stores(Database database, ExportDesk export, ModelRegistry registry, AuditLog audit) {}

    private final Stores stores;
    private final PolicyPack pack;
    private final Clock clock;
    private volatile Instant last = Instant.MIN;

    public ModelAlerts(Stores stores, PolicyPack pack, Clock clock) {
        this.stores = stores;
        this.pack = pack;
        this.clock = clock;
    }

    /** Looks at every version in use and raises what there is to raise. A lead's. */
    public List<Watched> watch(Progress progress) {
        List<Watched> watched = look(progress);
        raise(watched);
        return watched;
    }

    void raise(List<Watched> watched) {
        stores.database().transact(tx -> watched.forEach(each -> each.alerts().forEach(alert -> raise(tx, each.model(), alert))));
    }

    /** The same without raising anything. */
    public List<Watched> look(Progress progress) {
        last = clock.instant();
        DecisionSet set = decisions();
        ModelWatch watch = new ModelWatch(stores.database(), pack);
        List<Watched> watched = new ArrayList<>();
        for (ModelVersion version : stores.database().inTransaction(stores.registry()::active)) {
            progress.stopIfCancelled();
            watched.add(watch.of(version, set));
        }
        return watched;
    }

    /** {@link #watch}, unless it was done within a day. Returns whether it was. */
    public boolean daily(Progress progress) {
        boolean due = !last.isAfter(clock.instant().minus(DAY));
        if (due) {
            watch(progress);
        }
        return due;
    }

    private void raise(Handle tx, String model, Watched.Alert alert) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        tx.createUpdate(RAISE).bind("id", UUID.randomUUID()).bind("model", model).bind("cause", alert.cause().name())
                .bind("sentence", alert.sentence().substring(0, Math.min(LONGEST, alert.sentence().length()))).bind("now", now).bind("quiet", now.minus(QUIET)).execute();
    }

    /** The newest first. */
    public List<Open> open() {
        return stores.database().inTransaction(tx -> tx.createQuery("select alert_id, model, cause, sentence, raised_at from model_alert where seen_at is null order by raised_at desc, alert_id")
                .map((row, _) -> new Open(row.getObject(1, UUID.class), row.getString(2), Watched.Cause.valueOf(row.getString(3)), row.getString(4),
                        row.getObject(5, java.time.OffsetDateTime.class).toInstant())).list());
    }

    /** Puts it away. Nothing where somebody has before. */
    public void seen(Open alert, Member by) {
        stores.database().transact(tx -> {
            int put = tx.createUpdate("update model_alert set seen_by = :by, seen_at = :now where alert_id = :id and seen_at is null")
                    .bind("by", by.id()).bind("now", clock.instant().truncatedTo(ChronoUnit.MICROS)).bind("id", alert.id()).execute();
            if (put == 1) {
                stores.audit().append(tx, AuditKind.MODEL_ALERT_SEEN, Map.of("model", alert.model(), "cause", alert.cause().name(), "by", by.pseudonym()));
            }
        });
    }

    private DecisionSet decisions() {
        try {
            return stores.export().preview(Selection.ALL.withGold(true), Splits.Grouping.NEAR_DUPLICATES);
        } catch (SelectionException e) {
            throw new IllegalStateException("A selection of everything names nothing that could be missing", e);
        }
    }
}
