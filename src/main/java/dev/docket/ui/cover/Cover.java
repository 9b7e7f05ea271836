package dev.docket.ui.cover;

import dev.docket.policy.PolicyPack.DisplayProfile;
import dev.docket.policy.Severity;
import dev.docket.ui.stage.Covers;
import dev.docket.ui.stage.Veil;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
    private final ReadOnlyObjectWrapper<Sight> sight = new ReadOnlyObjectWrapper<>(this, "sight", Sight.NONE);
    private final ReadOnlyObjectWrapper<Veil> veil = new ReadOnlyObjectWrapper<>(this, "veil", Veil.FULL);
    private final ReadOnlyBooleanWrapper grey = new ReadOnlyBooleanWrapper(this, "grey", true);
    private DisplayProfile profile = new DisplayProfile("none", 100, true, "never", true, false);
    private Severity severity = Severity.S4;
    private boolean held;
    private boolean keyhole;
    private boolean latched;
    private boolean revealed;
    private Instant openedAt = Instant.MAX;

    public Cover(Clock clock) {
        this.clock = clock;
    }

    /** Starts over for the next case. */
    public void begin(DisplayProfile next, Severity grave) {
        profile = next;
        severity = grave;
        held = false;
        keyhole = false;
        latched = false;
        revealed = false;
        veil.set(Veil.atLeast(next.blur()));
        grey.set(next.grey());
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

    /** Keeps open until covered. */
    public void latch() {
        latched = !latched;
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
        Veil least = profile.covered() ? Veil.atLeast(profile.blur()) : Covers.USUAL;
        if (veil.get().compareTo(least) > 0) {
            veil.set(least);
        }
        letGo();
    }

    /** The next weaker cover; after the weakest the strongest, or none where the profile is open. */
    public void step() {
        List<Veil> steps = profile.covered() ? CLOSED : ANY;
        veil.set(steps.get((steps.indexOf(veil.get()) + 1) % steps.size()));
        letGo();
        revealed |= !isCovered();
    }

    public void toggleGrey() {
        grey.set(!grey.get());
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

    /** Whether somebody stepped it down to see more, so that nothing else should lie over it. */
    public boolean isWeakened() {
        return veil.get().compareTo(Covers.USUAL) > 0 && veil.get() != Veil.atLeast(profile.blur());
    }

    /** As verdicts tell it: {@code 60+grey}; {@code off} while the pixels are seen. */
    public String word() {
        Veil now = isCovered() ? veil.get() : Veil.OFF;
        return now.word() + (grey.get() && now != Veil.SKETCH ? "+grey" : "");
    }

    private void look() {
        boolean was = isCovered();
        settle();
        if (!isCovered()) {
            revealed = true;
            openedAt = was ? clock.instant() : openedAt;
        }
    }

    private void settle() {
        boolean all = !veil.get().covers() || held || latched;
        sight.set(!profile.render() ? Sight.NONE : all ? Sight.ALL : keyhole ? Sight.KEYHOLE : Sight.NONE);
    }
}
