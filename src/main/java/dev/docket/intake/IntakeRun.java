package dev.docket.intake;

import dev.docket.intake.Offers.Offer;
import dev.docket.intake.Outcome.Admitted;
import dev.docket.intake.Outcome.Refused;
import dev.docket.intake.Steps.Step;
import dev.docket.progress.Progress;
import dev.docket.progress.StoppedException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** One intake: takes what was examined in the source's order and files it in small batches. One thread. */
final class IntakeRun {
    /** Filed in one transaction, at most. */
    private static final int BATCH = 16;
    /** How long a batch waits to fill up with what is under way. The first item of an intake does not wait: somebody may be looking for it. */
    private static final long GATHERING_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
    /** How long nothing may happen before it is asked again whether to stop. */
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final Offers offers;
    private final Filing filing;
    private final Steps steps;
    private final long expected;
    private final Progress progress;
    private final Consumer<Outcome> told;
    private final List<Refusal> refusals = new ArrayList<>();
    private long added;
    private long known;

    IntakeRun(Offers offers, Filing filing, Steps steps, long expected, Progress progress, Consumer<Outcome> told) {
        this.offers = offers;
        this.filing = filing;
        this.steps = steps;
        this.expected = expected;
        this.progress = progress;
        this.told = told;
    }

    IntakeResult run() {
        try {
            for (Optional<Offer> next = next(); next.isPresent(); next = next()) {
                file(batch(next.get()));
            }
        } catch (StoppedException e) {
            throw new IntakeStoppedException(result());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IntakeStoppedException(result());
        }
        offers.failure().ifPresent(IntakeRun::rethrow);
        return result();
    }

    private IntakeResult result() {
        return new IntakeResult(added, known, refusals, steps.figures());
    }

    /** Empty at the end. */
    private Optional<Offer> next() throws InterruptedException {
        Optional<Offer> next = Optional.empty();
        while (next.isEmpty() && !offers.exhausted()) {
            progress.stopIfCancelled();
            next = offers.next(LOOK_NANOS);
            progress.stages(steps.figures());
        }
        return next;
    }

    private List<Offer> batch(Offer first) throws InterruptedException {
        List<Offer> batch = new ArrayList<>(List.of(first));
        long until = System.nanoTime() + (added == 0 ? 0 : GATHERING_NANOS);
        Optional<Offer> next = Optional.of(first);
        while (next.isPresent() && batch.size() < BATCH && !offers.idle()) {
            next = offers.next(Math.max(0, until - System.nanoTime()));
            next.ifPresent(batch::add);
        }
        return batch;
    }

    private void file(List<Offer> batch) {
        List<Examined> examined = new ArrayList<>();
        List<Refusal> refused = new ArrayList<>();
        for (Offer offer : batch) {
            switch (offer.examined().state()) {
                case SUCCESS -> examined.add(offer.examined().resultNow());
                default -> refused.add(new Refusal(offer.place(), reason(offer.examined().exceptionNow())));
            }
        }
        List<Prepared> prepared = examined.stream().filter(Prepared.class::isInstance).map(Prepared.class::cast).toList();
        List<Boolean> isNew = steps.at(Step.FILE, batch.size(), () -> {
            filing.refuse(refused);
            return filing.file(prepared);
        });
        tell(batch, refused.iterator(), isNew.iterator());
        refusals.addAll(refused);
        batch.forEach(offer -> offer.file().close());
        progress.at(added + known + refusals.size(), expected, batch.getLast().place());
    }

    private void tell(List<Offer> batch, Iterator<Refusal> refused, Iterator<Boolean> isNew) {
        for (Offer offer : batch) {
            if (offer.examined().state() != Future.State.SUCCESS) {
                told.accept(new Refused(offer.place(), offer.feedsId(), refused.next().reason()));
                continue;
            }
            Examined examined = offer.examined().resultNow();
            boolean first = examined instanceof Prepared && isNew.next();
            added += first ? 1 : 0;
            known += first ? 0 : 1;
            told.accept(new Admitted(offer.place(), offer.feedsId(), examined.id(), first));
        }
    }

    private static String reason(Throwable failure) {
        return switch (failure) {
            case RefusedException refused -> refused.getMessage();
            case OutOfMemoryError _ -> "too large for this machine's memory";
            default -> throw rethrow(failure);
        };
    }

    /** A bug, or a failure of the desk that stops the intake. */
    private static RuntimeException rethrow(Throwable failure) {
        switch (failure) {
            case Error error -> throw error;
            case RuntimeException exception -> throw exception;
            default -> throw new IllegalStateException(failure);
        }
    }
}
