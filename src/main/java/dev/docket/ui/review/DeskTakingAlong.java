package dev.docket.ui.review;

import dev.docket.desk.Desk;
import dev.docket.progress.Progress;
import dev.docket.progress.StoppedException;
import dev.docket.queue.LeasedTask;
import dev.docket.storage.ContentHash;
import dev.docket.storage.KeptImages.Brought;
import dev.docket.storage.UnreachableException;
import dev.docket.team.Limits;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Leases many tasks for long and brings what belongs to them to this machine: tasks, then what is known of them, then their pictures. */
final class DeskTakingAlong {
    /** Of one transaction, so that others' claims are not held up. */
    private static final int AT_ONCE = 25;
    private static final int STEPS = 3;

    private final Desk desk;
    private final Casework casework;

    DeskTakingAlong(Desk desk, Casework casework) {
        this.desk = desk;
        this.casework = casework;
    }

    /** How many tasks more, and for how long; empty at a desk of one's own. */
    Optional<Limits> allowance() {
        return desk.joined.map(_ -> desk.database.inTransaction(tx -> {
            Limits all = desk.team.limits(tx, desk.self.id());
            return new Limits(Math.max(0, all.tasks() - desk.queue.inHand(tx, desk.self.id())), all.lease());
        }));
    }

    TakenAlong take(int lane, List<LeasedTask> inHand, int wanted, Duration lease, Progress progress) {
        Set<UUID> before = inHand.stream().map(LeasedTask::taskId).collect(Collectors.toSet());
        List<LeasedTask> tasks = new ArrayList<>();
        List<ReviewCase> cases = new ArrayList<>();
        Instant until = desk.clock.instant().plus(lease);
        try {
            keep(inHand, lease, tasks);
            claim(lane, wanted, lease, progress, tasks);
            open(tasks, progress, cases);
            List<ContentHash> pictures = cases.stream().filter(known -> known.profile().render()).map(known -> known.item().sha256()).distinct().toList();
            Brought brought = desk.images.bring(pictures, lastStep(progress, pictures.size()));
            return new TakenAlong(lane, tasks, cases, until, brought.here(), brought.reason());
        } catch (StoppedException e) {
            casework.release(tasks.stream().map(LeasedTask::taskId).filter(task -> !before.contains(task)).toList());
            throw e;
        } catch (UnreachableException e) {
            return new TakenAlong(lane, tasks, cases, until, (int) cases.stream().filter(known -> desk.images.isHere(known.item().sha256())).count(), Optional.of(e.getMessage()));
        }
    }

    private void claim(int lane, int wanted, Duration lease, Progress progress, List<LeasedTask> tasks) {
        boolean more = true;
        while (more && tasks.size() < wanted) {
            progress.stopIfCancelled();
            List<LeasedTask> some = casework.claim(lane, Math.min(AT_ONCE, wanted - tasks.size()));
            keep(some, lease, tasks);
            progress.at(tasks.size(), (long) STEPS * wanted, "");
            more = !some.isEmpty();
        }
    }

    private void keep(List<LeasedTask> some, Duration lease, List<LeasedTask> tasks) {
        List<UUID> ids = some.stream().map(LeasedTask::taskId).toList();
        Set<UUID> kept = Set.copyOf(desk.database.<List<UUID>>inTransaction(tx -> desk.queue.keep(tx, desk.self.id(), ids, lease)));
        some.stream().filter(task -> kept.contains(task.taskId())).forEach(tasks::add);
    }

    private void open(List<LeasedTask> tasks, Progress progress, List<ReviewCase> cases) {
        for (int i = 0; i < tasks.size(); i++) {
            progress.stopIfCancelled();
            casework.open(tasks.get(i)).ifPresent(cases::add);
            progress.at(tasks.size() + i + 1L, (long) STEPS * tasks.size(), "");
        }
    }

    private static Progress lastStep(Progress whole, int pictures) {
        return new Progress() {
            @Override
            public void at(long done, long total, String what) {
                whole.at((STEPS - 1L) * pictures + done, (long) STEPS * pictures, what);
            }

            @Override
            public boolean cancelled() {
                return whole.cancelled();
            }

            @Override
            public void stopIfCancelled() {
                whole.stopIfCancelled();
            }
        };
    }
}
