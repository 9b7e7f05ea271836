package dev.docket.ui.review;

import dev.docket.care.Avoidance;
import dev.docket.care.Exposure;
import dev.docket.care.OwnCare;
import dev.docket.care.OwnCare.Pause;
import dev.docket.policy.Severity;
import dev.docket.queue.Lane;
import dev.docket.queue.LeasedTask;
import dev.docket.ui.common.Background;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/**
 * What follows for a reviewer from what they saw: at a limit what is grave goes back to its lane, after some grave ones something
 * lighter comes in between, now and then a break is offered; and all of it is kept. JavaFX thread.
 */
final class Relief {
    /** Where nothing lighter was found, nothing is looked for again so soon. */
    private static final Duration NOT_AGAIN = Duration.ofSeconds(30);

    private final Casework casework;
    private final OwnCare care;
    private final Background records;
    private final Leasing leasing;
    private final Clock clock;
    private final Consumer<Exception> failed;
    private final ReadOnlyBooleanWrapper breakDue = new ReadOnlyBooleanWrapper(this, "breakDue");
    private Optional<Instant> told = Optional.empty();
    private Instant lookedAt = Instant.MIN;
    private boolean looking;
    private boolean keeping;

    Relief(Casework casework, Background records, Leasing leasing, Clock clock, Consumer<Exception> failed) {
        this.casework = casework;
        this.records = records;
        this.leasing = leasing;
        this.clock = clock;
        this.failed = failed;
        care = casework.care();
    }

    /** Once a second: what is known so far is kept now and then, so that little of it is lost with the program. */
    void tick() {
        breakDue.set(breakDue.get() && care.isBreakDue());
        if (care.isToBeKept() && !keeping) {
            keeping = true;
            records.run(() -> {
                care.keep();
                return care;
            }, kept -> keeping = false, reason -> {
                keeping = false;
                failed.accept(reason);
            });
        }
    }

    /** Between two items: what is paused or not for this person goes back, something lighter comes forward, a break is offered. */
    void between() {
        sort();
        breakDue.set(care.isBreakDue());
        if (care.wantsLighter()) {
            leasing.window().bringForward(Relief::isLight);
        }
        if (care.soonWantsLighter() && leasing.window().none(Relief::isLight)) {
            fetch();
        }
    }

    /** What this person is not served goes back to its lane. */
    void sort() {
        Avoidance avoid = care.avoidance();
        leasing.giveBack(known -> avoid.avoids(known.item().id(), known.decision().severity(), known.decision().suspected()));
    }

    private static boolean isLight(ReviewCase known) {
        return known.decision().severity().compareTo(Exposure.SENSITIVE) < 0;
    }

    private void fetch() {
        if (!looking && !clock.instant().isBefore(lookedAt)) {
            looking = true;
            find(Exposure.SENSITIVE, lanes(), found -> {
                looking = false;
                lookedAt = found.isEmpty() ? clock.instant().plus(NOT_AGAIN) : Instant.MIN;
                leasing.add(found);
            });
        }
    }

    /** Something that does not pause, in whichever lane there is some. */
    void findLighter(Consumer<List<LeasedTask>> found) {
        find(care.pause().map(Pause::from).orElse(Severity.S4), lanes(), found);
    }

    private void find(Severity below, List<Integer> lanes, Consumer<List<LeasedTask>> found) {
        records.run(() -> casework.claimBelow(below, lanes), found, reason -> {
            found.accept(List.of());
            failed.accept(reason);
        });
    }

    /** The lane in hand, then the others that are the reviewer's to draw from. */
    private List<Integer> lanes() {
        int now = leasing.laneId().get();
        return Stream.concat(Stream.of(now), leasing.lanes().stream().filter(l -> !l.closed() && l.waiting() > 0).map(Lane::id))
                .filter(id -> id >= 0).distinct().toList();
    }

    /** Whether a limit was reached that this person has not been told of; tells them once. */
    boolean isNews() {
        Optional<Instant> until = care.pause().map(Pause::until);
        boolean news = until.isPresent() && !until.equals(told);
        told = until;
        return news;
    }

    void goOn() {
        care.goOn();
        told = Optional.empty();
    }

    void breakTaken() {
        care.breakTaken();
        breakDue.set(false);
    }

    void breakLater() {
        care.breakLater();
        breakDue.set(false);
    }

    /** Whether a break is offered. */
    ReadOnlyBooleanProperty breakDue() {
        return breakDue.getReadOnlyProperty();
    }
}
