package dev.docket.crash;

import dev.docket.queue.Lane;
import dev.docket.queue.LeasedTask;
import dev.docket.storage.UnreachableException;
import dev.docket.verdict.MissingEvidence;
import dev.docket.verdict.Recorder;
import dev.docket.verdict.Session;
import dev.docket.verdict.Verdict;
import dev.docket.verdict.VerdictDesk;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Somebody at a sitting: claims a window, decides, skips, takes back, makes anew, keeps the leases or forgets to, gives some
 * back, and now and then takes longer than a lease lasts. Tells every step once it is done, before the next one.
 */
final class Reviewer {
    private static final int WINDOW = 4;
    private static final int PERCENT = 100;

    private final Sitting sitting;
    private final SplittableRandom random;
    private final Consumer<String> told;
    private final Duration lease;
    private final Keystrokes keys;
    private final Deque<LeasedTask> window = new ArrayDeque<>();
    /** Careless people never extend a lease, and decide on what they hold no more. */
    private final boolean careless;
    private long beaten = System.nanoTime();
    private long sent = System.nanoTime();
    private List<Lane> lanes = List.of();
    private long counted;
    /** Could not be stored yet: pressed once more until it is. */
    private Verdict stuck;

    Reviewer(Sitting sitting, SplittableRandom random, Duration lease, Clock clock, Consumer<String> told) {
        this.sitting = sitting;
        this.random = random;
        this.lease = lease;
        this.told = told;
        this.keys = new Keystrokes(random, sitting.self, clock);
        this.careless = random.nextInt(3) == 0;
    }

    /** Until told to end; then sends what waits, gives back what is in hand, and returns whether nothing waits any more. */
    boolean run(BooleanSupplier end) throws InterruptedException {
        while (!end.getAsBoolean()) {
            guarded(this::step);
            Thread.sleep(random.nextInt(12));
        }
        for (int tries = 0; tries < 300 && (sitting.session.waiting() > 0 || stuck != null); tries++) {
            guarded(stuck != null ? () -> press(stuck) : this::send);
            Thread.sleep(100);
        }
        guarded(() -> giveBack(window.size()));
        return sitting.session.waiting() == 0 && stuck == null;
    }

    private void guarded(Runnable step) throws InterruptedException {
        try {
            step.run();
        } catch (RuntimeException e) {
            told.accept("TROUBLE " + e.getClass().getSimpleName() + ' ' + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
            Thread.sleep(e instanceof UnreachableException ? 100 + random.nextInt(200) : 20);
        }
    }

    private void step() {
        if (stuck != null) {
            press(stuck);
        } else if (sitting.session.waiting() > 0 && since(sent) > 300) {
            send();
        } else if (!careless && !window.isEmpty() && since(beaten) > lease.toMillis() / 3) {
            beat();
        } else if (window.isEmpty()) {
            claim();
        } else {
            act(random.nextInt(PERCENT));
        }
    }

    private void act(int dice) {
        if (dice < 8) {
            undo();
        } else if (dice < 10) {
            sitting.session.redo().ifPresent(anew -> told.accept("REDONE " + anew.id() + ' ' + anew.taskId()));
        } else if (dice < 12) {
            giveBack(1);
        } else if (dice < 14) {
            told.accept("REAPED " + sitting.database.<Integer>inTransaction(sitting.queue::reap));
        } else if (dice < 15) {
            linger();
        } else {
            press(keys.on(window.remove()));
        }
    }

    private void press(Verdict verdict) {
        if (verdict != stuck) {
            told.accept("MADE " + verdict.id() + ' ' + verdict.taskId() + ' ' + verdict.leaseEpoch() + ' ' + verdict.kind());
        }
        stuck = verdict;
        try {
            VerdictDesk.Outcome outcome = sitting.session.record(verdict);
            told.accept("KEPT " + verdict.id() + ' ' + outcome);
        } catch (IllegalArgumentException | MissingEvidence e) {
            told.accept("REFUSED " + verdict.id() + ' ' + e.getMessage());
            sitting.database.transact(tx -> sitting.queue.release(tx, sitting.self.id(), List.of(verdict.taskId())));
        }
        stuck = null;
    }

    private void undo() {
        // what was not sent yet is gone with it, from the journal too
        sitting.session.last().ifPresent(act -> told.accept("UNDOING" + (act instanceof Session.Act.Judged(Verdict verdict) ? " " + verdict.id() : "")));
        sitting.session.undo().ifPresent(undone -> {
            undone.task().ifPresent(window::addFirst);
            told.accept("UNDONE " + undone.back() + (undone.act() instanceof Session.Act.Judged(Verdict verdict) ? " " + verdict.id() : ""));
        });
    }

    private void send() {
        sent = System.nanoTime();
        Recorder.Sent now = sitting.session.send();
        told.accept("SENT " + now.recorded().size() + ' ' + now.late().size() + ' ' + now.refused().size() + ' ' + sitting.session.waiting());
        now.refused().forEach(left -> told.accept("LEFT " + left.verdict().id() + ' ' + left.reason()));
    }

    private void beat() {
        beaten = System.nanoTime();
        List<UUID> mine = sitting.database.inTransaction(tx -> sitting.queue.heartbeat(tx, sitting.self.id(), window.stream().map(LeasedTask::taskId).toList()));
        window.removeIf(task -> !mine.contains(task.taskId()));
        told.accept("BEAT " + mine.size());
    }

    private void claim() {
        if (lanes.isEmpty() || since(counted) > 1000) {
            lanes = sitting.database.<List<Lane>>inTransaction(tx -> sitting.queue.lanes(tx, sitting.self.id())).stream().filter(lane -> lane.waiting() > 0).toList();
            counted = System.nanoTime();
        }
        if (!lanes.isEmpty()) {
            Lane lane = lanes.get(random.nextInt(lanes.size()));
            beaten = System.nanoTime();
            window.addAll(sitting.database.inTransaction(tx -> sitting.queue.claim(tx, sitting.self.id(), lane.id(), 1 + random.nextInt(WINDOW))));
            told.accept("CLAIMED " + window.size());
        }
    }

    private void giveBack(int many) {
        List<UUID> back = window.stream().limit(many).map(LeasedTask::taskId).toList();
        if (!back.isEmpty()) {
            sitting.database.transact(tx -> sitting.queue.release(tx, sitting.self.id(), back));
            window.removeIf(task -> back.contains(task.taskId()));
            told.accept("RELEASED " + back.size());
        }
    }

    /** Called away. */
    private void linger() {
        try {
            Thread.sleep(lease.toMillis() + random.nextInt(800));
            told.accept("LINGERED");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static long since(long nanos) {
        return (System.nanoTime() - nanos) / 1_000_000;
    }
}
