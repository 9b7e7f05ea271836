package dev.docket.ui.cover;

import dev.docket.policy.PolicyPack.DisplayProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/**
 * What lies over the pixels of the case on screen. A covered profile is open only while a key is held or latched; an
 * open profile can be covered and opened again. JavaFX thread.
 */
public final class Cover {
    /** How long a strict profile stays open at a time. */
    public static final Duration STRICT_LOOK = Duration.ofSeconds(8);
    private static final List<Integer> STEPS = List.of(0, 30, 60, 100);

    private final ReadOnlyBooleanWrapper covered = new ReadOnlyBooleanWrapper(this, "covered", true);
    private final ReadOnlyIntegerWrapper blur = new ReadOnlyIntegerWrapper(this, "blur", 100);
    private final ReadOnlyBooleanWrapper grey = new ReadOnlyBooleanWrapper(this, "grey", true);
    private DisplayProfile profile = new DisplayProfile("none", 100, true, "never", true, false);
    private boolean held;
    private boolean latched;
    private boolean revealed;
    private Instant openedAt = Instant.MAX;

    /** Starts over for the next case. */
    public void begin(DisplayProfile next) {
        profile = next;
        held = false;
        latched = false;
        revealed = false;
        blur.set(next.blur());
        grey.set(next.grey());
        settle();
        revealed = !covered.get();
    }

    /** Space went down, which also ends a latch, or up. */
    public void peek(boolean down, Instant now) {
        held = down;
        latched &= !down;
        look(now);
    }

    /** Keeps open until covered. */
    public void latch(Instant now) {
        latched = !latched;
        look(now);
    }

    /** Focus was lost, or something lies over the picture. */
    public void letGo() {
        held = false;
        latched = false;
        settle();
    }

    /** Esc: covers whatever the profile. */
    public void coverNow() {
        if (blur.get() == 0) {
            blur.set(60);
        }
        letGo();
    }

    /** The next weaker cover; after the weakest the strongest, or open where the profile is open. */
    public void step() {
        List<Integer> steps = profile.covered() ? STEPS.subList(1, STEPS.size()) : STEPS;
        int at = steps.indexOf(blur.get());
        blur.set(at <= 0 ? steps.getLast() : steps.get(at - 1));
        letGo();
        revealed |= !covered.get();
    }

    public void toggleGrey() {
        grey.set(!grey.get());
    }

    /** Closes a strict look that has lasted long enough. */
    public void tick(Instant now) {
        if (!covered.get() && profile.blur() == 100 && now.isAfter(openedAt.plus(STRICT_LOOK))) {
            letGo();
        }
    }

    public boolean everRevealed() {
        return revealed;
    }

    public DisplayProfile profile() {
        return profile;
    }

    /** Whether only the covered rendition may be in the scene. */
    public ReadOnlyBooleanProperty coveredProperty() {
        return covered.getReadOnlyProperty();
    }

    public boolean isCovered() {
        return covered.get();
    }

    /** Strength of the cover in percent; 0 is open. */
    public ReadOnlyIntegerProperty blurProperty() {
        return blur.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty greyProperty() {
        return grey.getReadOnlyProperty();
    }

    private void look(Instant now) {
        boolean was = covered.get();
        settle();
        if (!covered.get()) {
            revealed = true;
            openedAt = was ? now : openedAt;
        }
    }

    private void settle() {
        covered.set(!profile.render() || blur.get() > 0 && !held && !latched);
    }
}
