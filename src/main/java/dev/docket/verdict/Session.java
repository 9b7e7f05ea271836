package dev.docket.verdict;

import dev.docket.queue.LeasedTask;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What one person did since they sat down, last first, so that it can be taken back and made anew as far as anyone
 * likes. Every step is an event of its own; nothing is rewritten. One session a person; several threads, one at a time.
 */
public final class Session {

    /** Something that can be taken back in one step. */
    public sealed interface Act {
        /** A key on a task. */
        record Judged(Verdict verdict) implements Act {}

        /**
         * A decision carried over to look-alikes in one gesture.
         *
         * @param seed the decision, where it was made in the same gesture: it is taken back with them
         */
        record Spread(Propagation.Batch batch, Optional<Verdict> seed) implements Act {}

        /** What a decision was carried over to was given back to its lanes. */
        record Reversed(Propagation.Reversal reversal) implements Act {}
    }

    /** What became of a decision that was made together with look-alikes. */
    public record Together(VerdictDesk.Outcome outcome, Propagation.Batch batch) {}

    /**
     * What an undo came to.
     *
     * @param back false when somebody has acted on it since, so that it stands
     * @param task leased to the reviewer again; look-alikes return to their lanes
     * @param descendants how many items still stand as the decision that was taken back, having been decided with it
     * @param unsent it had waited for the database, which never heard of it: the task is in hand as it was, under the same lease
     */
    public record Undone(Act act, boolean back, Optional<LeasedTask> task, long descendants, boolean unsent) {
        public Undone(Act act, boolean back, Optional<LeasedTask> task, long descendants) {
            this(act, back, task, descendants, false);
        }
    }

    private final Recorder desk;
    private final Propagation propagation;
    private final Deque<Act> done = new ArrayDeque<>();
    private final Deque<Verdict> undone = new ArrayDeque<>();

    public Session(Recorder desk, Propagation propagation) {
        this.desk = desk;
        this.propagation = propagation;
    }

    /** Puts a verdict that is about to be recorded on this machine's disk: waits for nothing that is under way. */
    public void keep(Verdict verdict) {
        desk.keep(verdict);
    }

    /** As {@link VerdictDesk#record}. What was taken back before cannot be made anew after it. */
    public synchronized VerdictDesk.Outcome record(Verdict verdict) {
        VerdictDesk.Outcome outcome = desk.record(verdict);
        boolean known = done.stream().anyMatch(act -> isOf(act, verdict));
        if (outcome != VerdictDesk.Outcome.LATE && verdict.kind() != VerdictKind.QUARANTINED && !known) {
            undone.clear();
            done.push(new Act.Judged(verdict));
        }
        return outcome;
    }

    private static boolean isOf(Act act, Verdict verdict) {
        return act instanceof Act.Judged judged && judged.verdict().id().equals(verdict.id());
    }

    /** Whether it is recorded now, so that look-alikes can follow it. */
    private static boolean counts(VerdictDesk.Outcome outcome) {
        return outcome == VerdictDesk.Outcome.ACCEPTED || outcome == VerdictDesk.Outcome.DUPLICATE;
    }

    /** Sends what waits for the database. What came late, or was not taken, is not the record and cannot be taken back. */
    public synchronized Recorder.Sent send() {
        Recorder.Sent sent = desk.send();
        Stream.concat(sent.late().stream(), sent.refused().stream().map(Outbox.Left::verdict)).forEach(verdict -> done.removeIf(act -> isOf(act, verdict)));
        return sent;
    }

    /** How many verdicts wait for the database. */
    public int waiting() {
        return desk.waiting();
    }

    /** As {@link VerdictDesk#revise}; the change takes the place of what it changes. */
    public synchronized boolean revise(Verdict changed) {
        boolean revised = desk.revise(changed);
        if (revised) {
            undone.clear();
            done.removeIf(act -> act instanceof Act.Judged judged && changed.about().equals(Optional.of(judged.verdict().id())));
            done.push(new Act.Judged(changed));
        }
        return revised;
    }

    /** As {@link Propagation#confirm}: one step, however many look-alikes. */
    public synchronized Propagation.Batch confirm(Propagation.Chosen chosen) {
        Propagation.Batch batch = propagation.confirm(chosen);
        if (batch.size() > 0) {
            undone.clear();
            done.push(new Act.Spread(batch, Optional.empty()));
        }
        return batch;
    }

    /**
     * Decides an item and the look-alikes chosen with it: one event an item, one step to take back. None but those are
     * decided with it. When the first event is stored and the others fail, the first stands as a step of its own.
     *
     * @param seed as for {@link #record}
     */
    public synchronized Together decide(Verdict seed, List<Propagation.Tile> tiles) {
        VerdictDesk.Outcome outcome = record(seed);
        if (!counts(outcome)) {
            return new Together(outcome, new Propagation.Batch(UUID.randomUUID(), seed.id(), seed.reviewer(), List.of()));
        }
        Propagation.Batch batch = propagation.confirm(new Propagation.Chosen(seed.id(), seed.reviewer(), tiles));
        if (batch.size() > 0) {
            done.removeIf(act -> isOf(act, seed));
            done.push(new Act.Spread(batch, Optional.of(seed)));
        }
        return new Together(outcome, batch);
    }

    /** As {@link Propagation#reverseAll}, by whoever sits here; returns how many items went back to their lanes. */
    public synchronized int reverseAll(UUID seed, UUID by) {
        Propagation.Reversal reversal = propagation.reverseAll(seed, by);
        if (reversal.size() > 0) {
            undone.clear();
            done.push(new Act.Reversed(reversal));
        }
        return reversal.size();
    }

    /**
     * Takes the last act back, or says that it stands; the next undo goes on to the one before. Empty when nothing is left.
     *
     * @throws dev.docket.storage.UnreachableException when the database has to say so and does not answer; nothing is taken back
     */
    public synchronized Optional<Undone> undo() {
        Act act = done.peek();
        if (act == null) {
            return Optional.empty();
        }
        Undone result = switch (act) {
            case Act.Judged(Verdict verdict) when desk.withdraw(verdict) -> new Undone(act, true, Optional.empty(), 0, true);
            case Act.Judged(Verdict verdict) -> {
                Optional<LeasedTask> task = desk.undo(verdict);
                yield new Undone(act, task.isPresent(), task, task.isPresent() ? propagation.descendants(verdict.id()) : 0);
            }
            case Act.Spread(Propagation.Batch batch, Optional<Verdict> seed) -> {
                int reversed = propagation.reverse(batch);
                Optional<LeasedTask> task = seed.flatMap(desk::undo);
                yield new Undone(act, reversed > 0 || task.isPresent(), task, task.isPresent() ? propagation.descendants(batch.seed()) : 0);
            }
            case Act.Reversed(Propagation.Reversal reversal) -> new Undone(act, propagation.restore(reversal) > 0, Optional.empty(), 0);
        };
        done.pop();
        if (result.back() && act instanceof Act.Judged(Verdict verdict)) {
            undone.push(verdict);
        }
        return Optional.of(result);
    }

    /**
     * Makes anew what was taken back last, until something new is decided. What no longer can be is passed over. Empty when
     * nothing is left.
     */
    public synchronized Optional<Verdict> redo() {
        while (!undone.isEmpty()) {
            Optional<Verdict> anew = desk.redo(undone.peek());
            undone.pop();
            if (anew.isPresent()) {
                done.push(new Act.Judged(anew.get()));
                return anew;
            }
        }
        return Optional.empty();
    }

    /** What an undo would try to take back. */
    public synchronized Optional<Act> last() {
        return Optional.ofNullable(done.peek());
    }

    /** What a redo would try to make anew. */
    public synchronized Optional<Verdict> next() {
        return Optional.ofNullable(undone.peek());
    }

    /** How many of the verdicts that can be taken back were made after a moment. */
    public synchronized int madeAfter(Instant moment) {
        return (int) done.stream().filter(act -> act instanceof Act.Judged judged && judged.verdict().at().isAfter(moment)).count();
    }

    /** How many acts are there to be taken back. */
    public synchronized int undos() {
        return done.size();
    }

    /** How many there are to be made anew. */
    public synchronized int redos() {
        return undone.size();
    }
}
