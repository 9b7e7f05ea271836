package dev.docket.intake;

import dev.docket.progress.Progress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** One intake: examines a few candidates ahead on all cores and files them in order. One thread. */
final class IntakeRun implements AutoCloseable {
    private record Pending(Candidate candidate, Future<Prepared> examined) {}

    private final Examination examination;
    private final Filing filing;
    private final long expected;
    private final Progress progress;
    private final int ahead = Runtime.getRuntime().availableProcessors() * 2;
    private final ExecutorService examiners =
            Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(), Thread.ofPlatform().name("intake-", 0).daemon().factory());
    private final Deque<Pending> pending = new ArrayDeque<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private long added;
    private long known;

    IntakeRun(Examination examination, Filing filing, long expected, Progress progress) {
        this.examination = examination;
        this.filing = filing;
        this.expected = expected;
        this.progress = progress;
    }

    void offer(Candidate candidate) {
        progress.stopIfCancelled();
        if (filing.knows(candidate.source())) {
            known++;
            tell(candidate.place());
            return;
        }
        pending.add(new Pending(candidate, examiners.submit((Callable<Prepared>) () -> examination.examine(candidate))));
        if (pending.size() > ahead) {
            fileOldest();
        }
    }

    void refuse(Refusal refusal) {
        refusals.add(refusal);
        filing.refuse(refusal);
        tell(refusal.place());
    }

    IntakeResult finish() {
        while (!pending.isEmpty()) {
            progress.stopIfCancelled();
            fileOldest();
        }
        return new IntakeResult(added, known, refusals);
    }

    private void fileOldest() {
        Pending oldest = pending.remove();
        try {
            if (filing.file(oldest.examined().get())) {
                added++;
            } else {
                known++;
            }
            tell(oldest.candidate().place());
        } catch (ExecutionException e) {
            refuse(new Refusal(oldest.candidate().place(), reason(e.getCause())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new dev.docket.progress.StoppedException();
        }
    }

    private static String reason(Throwable failure) {
        return switch (failure) {
            case RefusedException refused -> refused.getMessage();
            case OutOfMemoryError _ -> "too large for this machine's memory";
            case Error error -> throw error;
            case RuntimeException bug -> throw bug;
            default -> throw new IllegalStateException(failure);
        };
    }

    private void tell(String place) {
        progress.at(added + known + refusals.size(), expected, place);
    }

    @Override
    public void close() {
        examiners.shutdownNow();
    }
}
