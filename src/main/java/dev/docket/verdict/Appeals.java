package dev.docket.verdict;

import dev.docket.audit.AuditLog;
import dev.docket.item.ImageItem;
import dev.docket.item.Items;
import dev.docket.item.StandIns;
import dev.docket.policy.PolicyPack;
import dev.docket.queue.LeasedTask;
import dev.docket.queue.Look;
import dev.docket.queue.ReviewQueue;
import dev.docket.storage.Database;
import dev.docket.storage.NaturalId;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Appeals against what stands on an item. Each goes to somebody who found nothing on it before, whatever their role, and
 * until it is heard the decision stands. Its hearing is a decision like any other: {@link VerdictDesk#record}. Several threads.
 */
public final class Appeals {
    /** Who appeals. */
    public enum Source {
        UPLOADER, NOTIFIER, TRUSTED_FLAGGER, AUTHORITY,
        /** Somebody at the desk. */
        DESK;

        /** As events keep it: {@code trusted_flagger}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Database database;
    private final ReviewQueue queue;
    private final Items items;
    private final PolicyPack pack;
    private final Clock clock;
    private final Verdicts verdicts = new Verdicts();
    private final Events events;

    public Appeals(Database database, ReviewQueue queue, Items items, PolicyPack pack, AuditLog audit, Clock clock) {
        this.database = database;
        this.queue = queue;
        this.items = items;
        this.pack = pack;
        this.clock = clock;
        this.events = new Events(audit);
    }

    /**
     * Registers an appeal against the finding that counts on the item, and files its hearing. Returns the event; empty when
     * nothing counts there, as on what stands in for a golden item, or an appeal is pending already.
     *
     * @param words why, at most 500 characters; erased with the item
     * @param by who registers it, which does not keep them from hearing it
     */
    public Optional<Verdict> lodge(UUID item, Source source, String words, UUID by) {
        UUID id = UUID.randomUUID();
        return database.inTransaction(tx -> {
            Optional<ImageItem> known = items.locked(tx, item);
            Standing standing = verdicts.standing(tx, item);
            if (known.isEmpty() || StandIns.isOne(tx, item) || standing.deciding().isEmpty() || standing.state() == Standing.State.APPEALED) {
                return Optional.empty();
            }
            return queue.file(tx, item, Look.appeal(id, Looks.judges(tx, item), pack.clocks().appeal())).map(task -> events.add(tx, new Verdict(
                    id, task.taskId(), item, task.round(), 0, VerdictKind.APPEALED, by, task.epoch(), Optional.empty(), Optional.of(source.word()),
                    pack.ref(), Shown.nothing(known.get().sha256()), clock.instant(), standing.deciding().map(Verdict::id), Optional.empty(),
                    Optional.of(words).filter(said -> !said.isBlank()))));
        });
    }

    /** The item's appeal that is yet to be heard. */
    public Optional<Verdict> pending(UUID item) {
        return database.inTransaction(tx -> {
            List<Verdict> history = verdicts.history(tx, item);
            return Standing.of(item, history).state() != Standing.State.APPEALED ? Optional.empty()
                    : history.stream().filter(event -> event.kind() == VerdictKind.APPEALED).reduce((_, later) -> later);
        });
    }

    /**
     * Takes an appeal back that nobody has heard yet. False when somebody has.
     *
     * @param appeal as {@link #lodge} returned it
     */
    public boolean withdraw(Verdict appeal, UUID by) {
        UUID id = NaturalId.of("undo", appeal.id().toString());
        return database.inTransaction(tx -> {
            Optional<LeasedTask> task = queue.locked(tx, appeal.taskId());
            if (task.isEmpty() || Events.isRecorded(tx, id)) {
                return task.isPresent();
            }
            boolean unheard = appeal.kind() == VerdictKind.APPEALED && Events.last(tx, appeal.taskId()).filter(last ->
                    last.kind() == VerdictKind.APPEALED || last.kind() == VerdictKind.SKIPPED || last.kind() == VerdictKind.UNDONE).isPresent();
            if (!unheard || !queue.withdrawFiledBy(tx, appeal.id())) {
                return false;
            }
            events.add(tx, appeal.followedBy(id, VerdictKind.UNDONE, by, task.get().epoch(), clock.instant()));
            return true;
        });
    }
}
