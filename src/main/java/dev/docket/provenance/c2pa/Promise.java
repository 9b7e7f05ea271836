package dev.docket.provenance.c2pa;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/** As much of a JavaScript promise as the validator needs. One thread. */
final class Promise {
    private record Reaction(JsValues.Callable fulfilled, JsValues.Callable rejected) {}

    private enum State { PENDING, FULFILLED, REJECTED }

    private final Queue<Runnable> next;
    private final List<Reaction> reactions = new ArrayList<>();
    private State state = State.PENDING;
    private int value;

    /** @param next what is still to be done, in order */
    Promise(Queue<Runnable> next) {
        this.next = next;
    }

    void fulfil(int with) {
        settle(State.FULFILLED, with);
    }

    void reject(int because) {
        settle(State.REJECTED, because);
    }

    void then(JsValues.Callable fulfilled, JsValues.Callable rejected) {
        reactions.add(new Reaction(fulfilled, rejected));
        if (!isPending()) {
            react();
        }
    }

    boolean isPending() {
        return state == State.PENDING;
    }

    boolean isRejected() {
        return state == State.REJECTED;
    }

    /** What it was fulfilled with, or rejected because of. */
    int value() {
        return value;
    }

    private void settle(State as, int with) {
        if (isPending()) {
            state = as;
            value = with;
            react();
        }
    }

    private void react() {
        reactions.forEach(reaction -> next.add(() -> (isRejected() ? reaction.rejected() : reaction.fulfilled()).call(value)));
        reactions.clear();
    }
}
