package dev.docket.intake.http;

import dev.docket.intake.Candidate;
import dev.docket.intake.IntakeSource;
import dev.docket.intake.Outcome;
import dev.docket.intake.Refusal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Where what requests hand in waits for the pipeline, so much and no more. Each intake of the pipeline is a shift: when it
 * fails, all that waited or was under way in it is told so, and the next begins empty. Several threads.
 */
final class Counter {
    /** Handed in by one request: a candidate, or what was wrong with it; and the answer it waits for. */
    private record Handed(Optional<Candidate> candidate, Optional<Refusal> refusal, CompletableFuture<Outcome> answer) {}

    private final int most;
    private final Deque<Handed> waiting = new ArrayDeque<>();
    /** Taken by the pipeline, in its order, which is that of the outcomes. */
    private final Deque<Handed> underWay = new ArrayDeque<>();
    private int shift;
    private boolean open;
    private boolean closed;

    /** @param most waits at once */
    Counter(int most) {
        this.most = most;
    }

    /** Empty when no more can wait, or nobody works. */
    Optional<CompletableFuture<Outcome>> hand(Candidate candidate) {
        return hand(new Handed(Optional.of(candidate), Optional.empty(), new CompletableFuture<>()));
    }

    /** As {@link #hand(Candidate)}, for something to be noted as refused. */
    Optional<CompletableFuture<Outcome>> hand(Refusal refusal) {
        return hand(new Handed(Optional.empty(), Optional.of(refusal), new CompletableFuture<>()));
    }

    private synchronized Optional<CompletableFuture<Outcome>> hand(Handed handed) {
        if (!open || closed || waiting.size() >= most) {
            return Optional.empty();
        }
        waiting.addLast(handed);
        notifyAll();
        return Optional.of(handed.answer());
    }

    /** Whether somebody works. */
    synchronized boolean isOpen() {
        return open && !closed;
    }

    /** The next intake's source: what is handed in, until the counter is closed or the shift fails. */
    synchronized IntakeSource begin() {
        open = true;
        shift++;
        return new Shift(shift);
    }

    private final class Shift implements IntakeSource {
        private final int number;

        Shift(int number) {
            this.number = number;
        }

        @Override
        public long expected() {
            return 0;
        }

        @Override
        public void forEach(Consumer<Candidate> candidate, Consumer<Refusal> refused) {
            try {
                for (Optional<Handed> next = take(number); next.isPresent(); next = take(number)) {
                    next.get().candidate().ifPresent(candidate);
                    next.get().refusal().ifPresent(refused);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private synchronized Optional<Handed> take(int number) throws InterruptedException {
        while (waiting.isEmpty() && !closed && number == shift) {
            wait();
        }
        if (waiting.isEmpty() || number != shift) {
            return Optional.empty();
        }
        underWay.addLast(waiting.removeFirst());
        return Optional.of(underWay.getLast());
    }

    /** The pipeline's word on the one that has been under way for longest. */
    void told(Outcome outcome) {
        Handed first;
        synchronized (this) {
            first = underWay.removeFirst();
        }
        first.answer().complete(outcome);
    }

    /** Ends the shift: whoever waits is told why, and nobody is served until the next begins. */
    void fail(Throwable why) {
        List<Handed> all = new ArrayList<>();
        synchronized (this) {
            open = false;
            shift++;
            all.addAll(underWay);
            all.addAll(waiting);
            underWay.clear();
            waiting.clear();
            notifyAll();
        }
        all.forEach(handed -> handed.answer().completeExceptionally(why));
    }

    /** Takes no more; what waits is served still. */
    synchronized void close() {
        closed = true;
        notifyAll();
    }
}
