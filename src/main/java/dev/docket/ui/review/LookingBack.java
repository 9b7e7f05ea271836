package dev.docket.ui.review;

import dev.docket.ui.common.Text;
import dev.docket.ui.stage.Room;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Goes back through what this person decided, with everything shown, and on to the case they left. JavaFX thread. */
final class LookingBack {
    private final Casework casework;
    private final Workers workers;
    private final CaseFlow flow;
    private final ReadOnlyObjectWrapper<Optional<Recalled>> recalled = new ReadOnlyObjectWrapper<>(this, "recalled", Optional.empty());
    private Room room = Room.USUAL;
    private int steps;
    private boolean asking;

    LookingBack(Casework casework, Workers workers, CaseFlow flow) {
        this.casework = casework;
        this.workers = workers;
        this.flow = flow;
        flow.standing().situation().subscribe(situation -> {
            if (situation != Situation.LOOKING_BACK) {
                recalled.set(Optional.empty());
            }
        });
    }

    void room(Room now) {
        room = now;
    }

    /** The case decided last, then the one before it. */
    void earlier() {
        int to = recalled.get().isPresent() ? steps + 1 : 0;
        if (!asking) {
            asking = true;
            workers.records().run(() -> casework.recall(to), found -> {
                asking = false;
                found.ifPresentOrElse(one -> show(one, to), () -> flow.standing().say(Text.of("review.back.nothing")));
            }, reason -> {
                asking = false;
                flow.trouble().failed(reason);
            });
        }
    }

    /** To the case that was left. */
    void leave() {
        if (recalled.get().isPresent()) {
            flow.lookOn();
        }
    }

    private void show(Recalled one, int to) {
        steps = to;
        Held held = new Held(one.known().task());
        held.opened(one.known());
        flow.lookBack(held);
        recalled.set(Optional.of(one));
        workers.pictures().run(() -> casework.picture(one.known(), room), picture -> {
            held.decoded(picture);
            if (recalled.get().equals(Optional.of(one))) {
                flow.lookBack(held);
            }
        }, flow.trouble()::failed);
    }

    /** What is looked at again; empty while the reviewer is at work. */
    ReadOnlyObjectProperty<Optional<Recalled>> recalled() {
        return recalled.getReadOnlyProperty();
    }
}
