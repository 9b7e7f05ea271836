package dev.docket.ui.review;

import dev.docket.storage.UnreachableException;
import dev.docket.ui.stage.Room;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.LongSupplier;

/**
 * Decodes what will be on screen next, the nearest first and a few at a time, so that a change of lane throws little
 * away. Formats that take seconds go to a worker of their own and never hold up the others. All pictures together stay
 * within a number of bytes; the one on screen is decoded whatever it takes. JavaFX thread.
 */
final class Prefetch {
    private static final int SLOW_AT_ONCE = 1;
    /** With these behind the one on screen, one more is decoded for each that was displayed, and the rest when the reviewer takes a while. */
    private static final int ENOUGH = 4;
    private static final Duration A_WHILE = Duration.ofMillis(500);

    private final Casework casework;
    private final Workers workers;
    private final long most;
    private final Runnable changed;
    private final LongSupplier nanos;
    private final SlowPace pace = new SlowPace();
    private List<Held> wanted = List.of();
    private Collection<Held> kept = List.of();
    private Room room = Room.USUAL;
    private boolean resting;
    private boolean oneBegun;
    private long displayedAt;
    private int underWay;
    private int slowUnderWay;

    /**
     * @param most bytes that all pictures together may hold
     * @param changed told whenever a picture arrives
     */
    Prefetch(Casework casework, Workers workers, long most, Runnable changed) {
        this(casework, workers, most, changed, System::nanoTime);
    }

    /** @param nanos as {@link System#nanoTime} tells them */
    Prefetch(Casework casework, Workers workers, long most, Runnable changed, LongSupplier nanos) {
        this.casework = casework;
        this.workers = workers;
        this.most = most;
        this.changed = changed;
        this.nanos = nanos;
        displayedAt = nanos.getAsLong() - 2 * A_WHILE.toNanos();
    }

    /** Pictures are shown in this room from now on; those made for another are made again, and shown as they are until then. */
    void room(Room now) {
        room = now;
        next();
    }

    Room room() {
        return room;
    }

    /**
     * @param ahead the one on screen, then the next ones
     * @param behind what may be let go when bytes run out
     */
    void want(List<Held> ahead, Collection<Held> behind) {
        wanted = ahead;
        kept = behind;
        next();
    }

    /** Starts nothing that is not on screen, until {@link #resume}: the processor is wanted for painting. */
    void rest() {
        resting = true;
    }

    void resume() {
        resting = false;
        oneBegun = false;
        displayedAt = nanos.getAsLong();
        next();
    }

    /** From time to time. */
    void tick() {
        next();
    }

    /** A picture decoded just as the next key comes would share the processors with what is painted then. */
    private boolean mayGoAhead() {
        return !resting && bytes() < most
                && (!oneBegun || nanos.getAsLong() - displayedAt > A_WHILE.toNanos() || wanted.stream().skip(1).filter(held -> held.picture().isPresent()).count() + underWay < ENOUGH);
    }

    private void next() {
        for (Held one : List.copyOf(wanted)) {
            boolean onScreen = !wanted.isEmpty() && one == wanted.getFirst();
            boolean free = one.isSlow() ? slowUnderWay < SLOW_AT_ONCE : underWay < workers.pictureThreads();
            if (free && (onScreen || mayGoAhead()) && one.startDecoding(room)) {
                oneBegun |= !onScreen;
                if (onScreen && bytes() > most) {
                    kept.clear();
                }
                decode(one, one.isSlow());
            }
        }
    }

    /** How far a slow picture has probably been decoded, 0..1. */
    OptionalDouble decoded(Held one) {
        return one.isSlow() && one.picture().isEmpty() ? OptionalDouble.of(pace.share(one, System.nanoTime())) : OptionalDouble.empty();
    }

    private void decode(Held one, boolean slow) {
        ReviewCase known = one.known().orElseThrow();
        Room made = room;
        count(slow, 1);
        (slow ? workers.slow() : workers.pictures()).run(() -> casework.picture(known, made), picture -> arrived(one, slow, picture),
                reason -> arrived(one, slow, new Picture.Refused(String.valueOf(reason.getMessage()), false, reason instanceof UnreachableException)));
    }

    private void arrived(Held one, boolean slow, Picture picture) {
        count(slow, -1);
        if (slow && picture instanceof Picture.Decoded) {
            pace.took(one, System.nanoTime());
        }
        one.decoded(picture);
        changed.run();
        next();
    }

    private void count(boolean slow, int by) {
        if (slow) {
            slowUnderWay += by;
        } else {
            underWay += by;
        }
    }

    private long bytes() {
        long bytes = 0;
        for (Held one : wanted) {
            bytes += one.bytes(room);
        }
        for (Held one : kept) {
            bytes += one.bytes(room);
        }
        return bytes;
    }
}
