package dev.docket.intake;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** A source without its first so many, candidates and refusals counted together. */
record LaterPart(IntakeSource whole, long passedOver) implements IntakeSource {

    @Override
    public long expected() {
        return Math.max(0, whole.expected() - passedOver);
    }

    @Override
    public void forEach(Consumer<Candidate> candidate, Consumer<Refusal> refused) {
        AtomicLong left = new AtomicLong(passedOver);
        whole.forEach(each -> pass(left, each, candidate), each -> pass(left, each, refused));
    }

    private static <T> void pass(AtomicLong left, T each, Consumer<T> next) {
        if (left.getAndUpdate(now -> Math.max(0, now - 1)) == 0) {
            next.accept(each);
        }
    }
}
