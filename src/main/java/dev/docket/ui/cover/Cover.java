package dev.docket.ui.cover;

import dev.docket.policy.PolicyPack.DisplayProfile;
import dev.docket.policy.Severity;
import dev.docket.settings.Covering;
import dev.docket.ui.stage.Covers;
import dev.docket.ui.stage.Veil;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * What lies over the pixels of the case on screen. A covered profile is open only while a key is held or latched; an
 * open profile can be covered and opened again. JavaFX thread.
 */
public final class Cover {
    /** How long the pixels of a strict profile, or of an item from S3 up, stay open at a time. */
    public static final Duration STRICT_LOOK = Duration.ofSeconds(8);

    /** How often {@link #tick} is to be called, so that no look lasts longer than it may. */
    public static final Duration TICK = Duration.ofMillis(200);

    /** How much of the pixels may be in the scene. */
    public enum Sight { NONE, KEYHOLE, ALL }

    private static final List<Veil> CLOSED = List.of(Veil.FULL, Veil.SIXTY, Veil.THIRTY, Veil.SKETCH);
    private static final List<Veil> ANY = List.of(Veil.values());

    private final Clock clock;
    private final Supplier<Covering> own;
    private final ReadOnlyObjectWrapper<Sight> sight = new ReadOnlyObjectWrapper<>(this, "sight", Sight.NONE);
    private final ReadOnlyObjectWrapper<Veil> veil = new ReadOnlyObjectWrapper<>(this, "veil", Veil.FULL);
    private final ReadOnlyBooleanWrapper grey = new ReadOnlyBooleanWrapper(this, "grey", true);
    private DisplayProfile profile = new DisplayProfile("none", 100, true, "never", true, false);
    private Severity severity = Severity.S4;
    private Veil stepped = Veil.FULL;
    private boolean held;
    private boolean keyhole;
    private boolean latched;
    private boolean revealed;
    private Instant openedAt = Instant.MAX;

    /** @param own what the reviewer wants of every cover, now */
    public Cover(Clock clock, Supplier<Covering> own) {
        this.clock = clock;
        this.own = own;
    }

    /** Starts over for the next case. */
    public void begin(DisplayProfile next, Severity grave) {
        profile = next;
        severity = grave;
        held = false;
        keyhole = false;
        latched = false;
        revealed = false;
        stepped = start();
        grey.set(next.grey() || own.get().grey());
        settle();
        revealed = !isCovered();
    }

    /** Space went down, which also ends a latch, or up. */
    public void peek(boolean down) {
        held = down;
        latched &= !down;
        look();
    }

    /** The key that opens a keyhole went down, or up. */
    public void keyhole(boolean down) {
        keyhole = down;
        look();
    }

    /** Keeps open until covered; nothing where the reviewer does not want that. */
    public void latch() {
        latched = !latched && isLatchable();
        look();
    }

    /** Keys held are forgotten, as when the focus was lost or something lies over the picture. */
    public void letGo() {
        held = false;
        keyhole = false;
        latched = false;
        settle();
    }

    /** Esc: covers whatever the profile, and as the profile does. */
    public void coverNow() {
        Veil least = profile.covered() ? start() : Covers.USUAL;
        if (stepped.compareTo(least) > 0) {
            stepped = least;
        }
        letGo();
    }

    /** The next weaker cover; after the weakest the strongest, or none where the profile is open. */
    public void step() {
        List<Veil> steps = profile.covered() ? CLOSED : ANY;
        stepped = steps.get((steps.indexOf(stepped) + 1) % steps.size());
        letGo();
        revealed |= !isCovered();
    }

    public void toggleGrey() {
        grey.set(!grey.get());
    }

    /** Whether a picture can be kept open at all. */
    public boolean isLatchable() {
        return own.get().latch();
    }

    /** Ends a look that has lasted as long as it may. */
    public void tick() {
        boolean strict = profile.covered() && (profile.blur() == 100 || severity.compareTo(Severity.S3) >= 0);
        if (strict && !isCovered() && !clock.instant().plus(TICK).isBefore(openedAt.plus(STRICT_LOOK))) {
            letGo();
        }
    }

    public boolean everRevealed() {
        return revealed;
    }

    public DisplayProfile profile() {
        return profile;
    }

    /** How much of the pixels may be in the scene now. */
    public ReadOnlyObjectProperty<Sight> sightProperty() {
        return sight.getReadOnlyProperty();
    }

    /** Whether only the covered rendition may be in the scene. */
    public boolean isCovered() {
        return sight.get() == Sight.NONE;
    }

    /** What is painted while nothing is seen, and around a keyhole. */
    public ReadOnlyObjectProperty<Veil> veilProperty() {
        return veil.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty greyProperty() {
        return grey.getReadOnlyProperty();
    }

    /** Whether somebody made it weaker to see more, so that nothing else should lie over it. */
    public boolean isWeakened() {
        return veil.get() != stepped || stepped.compareTo(Covers.USUAL) > 0 && stepped != start();
    }

    /** As verdicts tell it: {@code 60+grey}; {@code off} while all of the pixels are seen, {@code keyhole} while a small part is. */
    public String word() {
        String word = switch (sight.get()) {
            case NONE -> veil.get().word();
            case KEYHOLE -> "keyhole";
            case ALL -> Veil.OFF.word();
        };
        return word + (grey.get() && !(isCovered() && veil.get() == Veil.SKETCH) ? "+grey" : "");
    }

    private void look() {
        boolean was = isCovered();
        settle();
        if (!isCovered()) {
            revealed = true;
            openedAt = was ? clock.instant() : openedAt;
        }
    }

    /** How the profile starts, for this person. */
    private Veil start() {
        return profile.covered() && own.get().strength() == Covering.Strength.FULL ? Veil.FULL : Veil.atLeast(profile.blur());
    }

    /** What is seen first while a key is held. */
    private Veil glimpse() {
        return switch (own.get().peek()) {
            case SIXTY -> Veil.SIXTY;
            case THIRTY -> Veil.THIRTY;
            case SKETCH -> Veil.SKETCH;
            case OPEN -> Veil.OFF;
        };
    }

    private void settle() {
        boolean partly = profile.covered() && (held || latched) && glimpse().covers() && stepped.compareTo(glimpse()) < 0;
        boolean all = !stepped.covers() || !partly && (held || latched);
        veil.set(partly ? glimpse() : stepped);
        sight.set(!profile.render() ? Sight.NONE : all ? Sight.ALL : keyhole ? Sight.KEYHOLE : Sight.NONE);
    }
}
