package dev.docket.ui.review;

import dev.docket.care.Exposure;
import dev.docket.ui.cover.Cover;
import dev.docket.ui.stage.PixelSource;
import dev.docket.ui.stage.StageViewModel;
import dev.docket.verdict.Shown;
import dev.docket.verdict.Verdict;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The case on screen: its picture, its cover, since when it was seen. The one place where the stage is opened, and only
 * while the cover is; whatever covers the picture closes the stage in the same step. JavaFX thread.
 */
final class CaseOnScreen {
    private final Casework casework;
    private final StageViewModel study;
    private final Cover cover;
    private final ReadOnlyObjectWrapper<ReviewCase> current = new ReadOnlyObjectWrapper<>(this, "current");
    private final ReadOnlyObjectWrapper<Picture> picture = new ReadOnlyObjectWrapper<>(this, "picture");
    private final ReadOnlyLongWrapper changes = new ReadOnlyLongWrapper(this, "changes");
    private final CoverSteps steps;
    private ReviewCase asServed;
    private PixelSource pixels;
    private Instant paintedAt;
    private boolean changing;

    CaseOnScreen(Casework casework, StageViewModel study, Clock clock) {
        this.casework = casework;
        this.study = study;
        cover = new Cover(clock, () -> casework.care().settings().covering());
        steps = new CoverSteps(cover, clock);
        cover.sightProperty().subscribe(s -> settle());
        cover.veilProperty().subscribe(v -> settle());
        cover.greyProperty().subscribe(g -> settle());
    }

    /** This case, with its picture if that is here; another case than the one before starts under its own cover. */
    void show(Held held, ReviewCase known) {
        if (!isOn(known)) {
            change(() -> {
                forget();
                asServed = known;
                pixels = casework.pixels(known);
                cover.begin(known.profile(), known.decision().severity());
                current.set(known);
                casework.care().shows(Exposure.counted(known.decision().severity(), known.profile(), known.blind()));
                held.picture().ifPresent(picture::set);
            });
        } else if (held.picture().isPresent() && held.picture().get() != picture.get()) {
            change(() -> picture.set(held.picture().get()));
        }
    }

    /** The case on screen starts over, under the cover that is wanted now; what was asked to be shown stays shown. */
    void coverAnew(ReviewCase same) {
        boolean asked = !current.get().blind();
        change(() -> {
            asServed = same;
            current.set(asked ? same.seen() : same);
            cover.begin(same.profile(), same.decision().severity());
        });
    }

    /** Whether it is this case, whatever of it is hidden. */
    boolean isOn(ReviewCase known) {
        return asServed == known && current.get() != null;
    }

    /** Whether its task is the one on screen. */
    boolean isOf(ReviewCase known) {
        return current.get() != null && asServed != null && asServed.task().equals(known.task());
    }

    /** Shows what was hidden until the reviewer asks; nothing where it is hidden until the verdict. */
    void ask() {
        ReviewCase now = current.get();
        if (now != null && now.blind() && now.mode() == Shown.Mode.ON_DEMAND) {
            change(() -> {
                pixels = casework.pixels(now.seen());
                current.set(now.seen());
            });
        }
    }

    void clear() {
        study.close();
        change(() -> {
            forget();
            asServed = null;
            current.set(null);
            casework.care().showsNothing();
            cover.letGo();
        });
    }

    private void forget() {
        study.close();
        picture.set(null);
        pixels = null;
        paintedAt = null;
    }

    /** The picture, or its cover, has been on screen for a frame. */
    void painted(Instant now) {
        if (paintedAt == null && picture.get() != null) {
            paintedAt = now;
            steps.begin(now);
        }
    }

    /** Whether there is anything to judge: pixels or their cover, or facts where this machine cannot show the pixels. */
    boolean canBeJudged() {
        return paintedAt != null && (picture.get() instanceof Picture.Decoded || picture.get() instanceof Picture.Refused refused && refused.byFacts());
    }

    /** Whether what became of its picture is known, or is seconds away. */
    boolean canBePassedOn() {
        return current.get() != null && (picture.get() != null || Held.isSlow(current.get()));
    }

    /** What a key makes of it now. */
    Verdict made(Function<VerdictForm, Verdict> key, Instant now) {
        return key.apply(new VerdictForm(current.get(), casework.pack(), casework.reviewer(), cover.profile().id(), cover.everRevealed(),
                Optional.ofNullable(paintedAt).orElse(now), paintedAt == null ? List.of() : steps.made(), now));
    }

    private void change(Runnable step) {
        changing = true;
        step.run();
        changing = false;
        settle();
    }

    private void settle() {
        if (!changing) {
            if (picture.get() instanceof Picture.Decoded decoded && !cover.isCovered()) {
                study.open(decoded.fit(), pixels);
            } else {
                study.close();
            }
            steps.note();
            casework.care().opens(study.isOpen());
            changes.set(changes.get() + 1);
        }
    }

    Cover cover() {
        return cover;
    }

    ReadOnlyObjectProperty<ReviewCase> current() {
        return current.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Picture> picture() {
        return picture.getReadOnlyProperty();
    }

    /** Counts up once whenever case, picture or cover have changed, all of them together. */
    ReadOnlyLongProperty changes() {
        return changes.getReadOnlyProperty();
    }
}
