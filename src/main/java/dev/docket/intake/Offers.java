package dev.docket.intake;

import dev.docket.progress.StoppedException;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What a source offers, being examined ahead of the filing: read on a thread of its own, examined on several. When as
 * many candidates or bytes of files are under way as the limits allow, the source waits. Taken by one thread, in the
 * source's order.
 */
final class Offers implements AutoCloseable {
    private static final long PATIENCE_MILLIS = 500;

    /**
     * One candidate or refusal of the source.
     *
     * @param feedsId the feed's own id, where it has one
     * @param examined the future of what was found, {@link RefusedException} for a refusal
     * @param file its part of the memory for files, to be given back when it is filed
     */
    record Offer(String place, Optional<String> feedsId, Future<Examined> examined, Budget.Share file) {}

    private final Examination examination;
    private final Budget files;
    private final BlockingQueue<Offer> offers;
    private final ExecutorService reader = threads("intake-source-", 1);
    private final ExecutorService examiners;
    private Future<?> reading;
    private Offer head;

    Offers(Examination examination, IntakeLimits limits) {
        this.examination = examination;
        files = new Budget(limits.fileBytes());
        offers = new ArrayBlockingQueue<>(limits.ahead());
        examiners = threads("intake-", limits.threads());
    }

    private static ExecutorService threads(String name, int count) {
        return Executors.newFixedThreadPool(count, Thread.ofPlatform().name(name, 0).daemon().factory());
    }

    void read(IntakeSource source) {
        reading = reader.submit(() -> source.forEach(this::offer, this::refuse));
    }

    private void offer(Candidate candidate) {
        Budget.Share file = files.take(candidate.image().size());
        put(new Offer(candidate.place(), candidate.id(), examiners.submit(() -> examination.examine(candidate)), file));
    }

    private void refuse(Refusal refusal) {
        put(new Offer(refusal.place(), Optional.empty(), CompletableFuture.failedFuture(new RefusedException(refusal.reason())), files.take(0)));
    }

    private void put(Offer offer) {
        try {
            offers.put(offer);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoppedException();
        }
    }

    /** The next offer once it was examined; empty when that takes longer than so long, or when there is none left. */
    Optional<Offer> next(long nanos) throws InterruptedException {
        long until = System.nanoTime() + nanos;
        if (head == null) {
            head = offers.poll(nanos, TimeUnit.NANOSECONDS);
        }
        if (head == null || !isDone(head.examined(), until - System.nanoTime())) {
            return Optional.empty();
        }
        Offer next = head;
        head = null;
        return Optional.of(next);
    }

    private static boolean isDone(Future<?> future, long nanos) throws InterruptedException {
        try {
            future.get(nanos, TimeUnit.NANOSECONDS);
            return true;
        } catch (ExecutionException e) {
            return true;
        } catch (TimeoutException e) {
            return false;
        }
    }

    /** Whether nothing is under way at this moment. */
    boolean idle() {
        return offers.isEmpty() && head == null;
    }

    /** Whether the source has been read to its end and everything was taken. */
    boolean exhausted() {
        return reading.isDone() && idle();
    }

    /** Why the source could not be read to its end, if so. */
    Optional<Throwable> failure() {
        return reading.state() == Future.State.FAILED ? Optional.of(reading.exceptionNow()) : Optional.empty();
    }

    /** Stops what is under way. A decoder that does not heed it ends by its own time limit; nobody waits for that. */
    @Override
    public void close() {
        reader.shutdownNow();
        examiners.shutdownNow();
        try {
            examiners.awaitTermination(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
