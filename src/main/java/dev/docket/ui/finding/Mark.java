package dev.docket.ui.finding;

import dev.docket.verdict.Region;
import dev.docket.verdict.Region.Corner;
import java.util.List;
import java.util.Optional;

/**
 * A region that was drawn and not yet committed.
 *
 * @param label id of what it shows, where that was said; the primary label, whichever that will be, where not
 * @param outline corners as {@link Region} has them
 */
public record Mark(Optional<String> label, Region.Shape shape, List<Corner> outline) {
    public Mark {
        outline = List.copyOf(outline);
    }

    public static Mark box(double x1, double y1, double x2, double y2) {
        return new Mark(Optional.empty(), Region.Shape.BOX, Region.box("", x1, y1, x2, y2).outline());
    }

    public static Mark polygon(List<Corner> outline) {
        return new Mark(Optional.empty(), Region.Shape.POLYGON, Region.polygon("", outline).outline());
    }

    public Mark of(String newLabel) {
        return new Mark(Optional.of(newLabel), shape, outline);
    }

    /** What is committed, among these labels, the primary one first. */
    Region region(List<String> labels) {
        return new Region(label.filter(labels::contains).orElse(labels.getFirst()), shape, outline);
    }
}
