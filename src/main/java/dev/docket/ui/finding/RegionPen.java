package dev.docket.ui.finding;

import dev.docket.ui.common.Text;
import dev.docket.ui.stage.Framing;
import dev.docket.ui.stage.Framing.Point;
import dev.docket.ui.stage.StageViewModel;
import dev.docket.verdict.Region;
import dev.docket.verdict.Region.Corner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;

/**
 * Draws the regions of the pending verdict on the open picture: boxes and outlines by mouse, boxes by the arrow keys,
 * outlines corner by corner under a cross that the arrow keys move.
 * All places are 0..1 of the upright picture. While the picture is covered nothing can be drawn. JavaFX thread.
 */
public final class RegionPen {
    /** Share of the room that one press of an arrow key moves by. */
    private static final double STEP = 0.02;
    /** Share of the room that a new box takes, to either side of the middle. */
    private static final double FIRST = 0.12;
    /** Of a step, while Shift makes it finer. */
    private static final double FINE = 0.25;
    private static final int MOST_CORNERS = 300;

    private final PendingVerdict pending;
    private final StageViewModel study;
    private final ReadOnlyBooleanWrapper drawing = new ReadOnlyBooleanWrapper(this, "drawing");
    private final ReadOnlyLongWrapper changes = new ReadOnlyLongWrapper(this, "changes");
    private final List<Corner> corners = new ArrayList<>();
    private Optional<Mark> rubber = Optional.empty();
    private Optional<Corner> aim = Optional.empty();
    private int selected = -1;

    public RegionPen(PendingVerdict pending, StageViewModel study) {
        this.pending = pending;
        this.study = study;
        pending.onDropped(this::stop);
        study.openProperty().subscribe(open -> {
            if (open) {
                pending.adviseNoLonger(Text.of("finding.region.covered"));
            }
        });
    }

    /** Starts drawing, or ends it. */
    public void toggle() {
        if (drawing.get()) {
            stop();
        } else {
            drawing.set(true);
            pending.openProperty().set(true);
            if (!study.isOpen()) {
                pending.adviseFirst(Text.of("finding.region.covered"));
            }
            changed();
        }
    }

    /** What is not closed yet is dropped. */
    public void stop() {
        drawing.set(false);
        corners.clear();
        rubber = Optional.empty();
        aim = Optional.empty();
        selected = -1;
        changed();
    }

    /** Whether the keys that steer go to the pen. */
    public boolean isActive() {
        return drawing.get() && study.isOpen();
    }

    /** A box between two places, as it is being dragged. */
    void rubber(Point from, Point to) {
        rubber = box(from, to);
        changed();
    }

    /** The dragged box is a region. */
    void box() {
        rubber.ifPresent(this::add);
        rubber = Optional.empty();
        changed();
    }

    private static Optional<Mark> box(Point from, Point to) {
        Corner a = Mark.inside(from.x(), from.y());
        Corner b = Mark.inside(to.x(), to.y());
        return Mark.isBox(a.x(), a.y(), b.x(), b.y()) ? Optional.of(Mark.box(a.x(), a.y(), b.x(), b.y())) : Optional.empty();
    }

    /** One more corner of an outline. */
    void corner(Point at) {
        selected = -1;
        if (corners.size() < Region.MOST_CORNERS) {
            corners.add(Mark.inside(at.x(), at.y()));
        }
        changed();
    }

    /** The key of outlines: puts a cross in the middle of what is seen; once it is there, a corner under it. */
    public void outline() {
        if (!drawing.get()) {
            toggle();
        }
        if (!study.isOpen()) {
            return;
        }
        if (aim.isPresent()) {
            corner(new Point(aim.get().x(), aim.get().y()));
        } else {
            selected = -1;
            aim = Optional.of(at(study.framingProperty().get().pictured(new Point(0, 0))));
            changed();
        }
    }

    private static Corner at(Point place) {
        return Mark.inside(place.x(), place.y());
    }

    /** Enter: closes the outline, or lets go of the region that is placed. False when there was nothing to do. */
    public boolean enter() {
        boolean closes = corners.size() >= 3;
        boolean lets = selected >= 0 || aim.isPresent();
        if (closes) {
            add(Mark.polygon(corners));
        }
        corners.clear();
        aim = Optional.empty();
        selected = -1;
        changed();
        return closes || lets;
    }

    /** Backspace: takes back the last corner, or the region that is selected, or the one drawn last. */
    public void back() {
        int last = selected >= 0 ? selected : marks().size() - 1;
        if (!corners.isEmpty()) {
            corners.removeLast();
        } else if (last >= 0) {
            List<Mark> left = new ArrayList<>(marks());
            left.remove(last);
            selected = -1;
            put(left);
        } else {
            pending.advise(Text.of("finding.region.nothing"));
        }
        changed();
    }

    /** An arrow key: moves the cross, finely with Shift; else the selected region or its lower right edge; without either it begins a box in the middle of what is seen. */
    public void steer(int right, int down, boolean sizing) {
        Framing framing = study.framingProperty().get();
        double width = framing.roomWidth();
        double height = framing.roomHeight();
        if (aim.isPresent()) {
            double step = sizing ? STEP * FINE : STEP;
            Point seen = framing.shown(new Point(aim.get().x(), aim.get().y()));
            aim = Optional.of(at(framing.pictured(new Point(seen.x() + right * step * width, seen.y() + down * step * height))));
        } else if (selected < 0) {
            box(framing.pictured(new Point(-FIRST * width, -FIRST * height)), framing.pictured(new Point(FIRST * width, FIRST * height)))
                    .ifPresent(this::add);
        } else {
            Nudge nudge = new Nudge(framing, right * STEP * width, down * STEP * height);
            change(sizing ? nudge::sized : nudge::moved);
        }
        changed();
    }

    void moveCorner(int number, Point to) {
        change(mark -> mark.withCorner(number, to.x(), to.y()));
    }

    void move(double right, double down) {
        change(mark -> mark.moved(right, down));
    }

    /** The next region, or the one before. */
    public void selectNext(int by) {
        if (!marks().isEmpty()) {
            select(Math.floorMod(selected < 0 ? by > 0 ? 0 : -1 : selected + by, marks().size()));
        }
    }

    void select(int number) {
        selected = number;
        aim = Optional.empty();
        changed();
    }

    /** What the selected region shows; the label joins the others. False when none is selected. */
    public boolean label(String id) {
        if (selected < 0) {
            return false;
        }
        pending.change(draft -> draft.labels().contains(id) ? draft : draft.toggled(id));
        change(mark -> mark.of(id));
        return true;
    }

    private void change(UnaryOperator<Mark> step) {
        if (selected >= 0 && selected < marks().size()) {
            List<Mark> all = new ArrayList<>(marks());
            all.set(selected, step.apply(all.get(selected)));
            put(all);
            changed();
        }
    }

    private void add(Mark mark) {
        List<Mark> all = new ArrayList<>(marks());
        all.add(mark);
        if (all.stream().mapToInt(one -> one.outline().size()).sum() > MOST_CORNERS) {
            pending.advise(Text.of("finding.region.full", MOST_CORNERS));
        } else {
            put(all);
            selected = all.size() - 1;
        }
    }

    private void put(List<Mark> marks) {
        pending.change(draft -> draft.withMarks(marks));
    }

    private void changed() {
        changes.set(changes.get() + 1);
    }

    List<Mark> marks() {
        return pending.draftProperty().get().marks();
    }

    /** Corners of an outline that is not closed yet. */
    List<Corner> corners() {
        return List.copyOf(corners);
    }

    /** Where the next corner would be set by key. */
    Optional<Corner> aim() {
        return aim;
    }

    Optional<Mark> rubber() {
        return rubber;
    }

    /** -1: none. */
    int selected() {
        return selected < marks().size() ? selected : -1;
    }

    PendingVerdict pending() {
        return pending;
    }

    public ReadOnlyBooleanProperty drawingProperty() {
        return drawing.getReadOnlyProperty();
    }

    ReadOnlyLongProperty changesProperty() {
        return changes.getReadOnlyProperty();
    }
}
