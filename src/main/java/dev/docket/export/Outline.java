package dev.docket.export;

import java.util.List;

/**
 * Where a label is seen, measured in one format's unit.
 *
 * @param corners x and y of each
 */
record Outline(List<List<Double>> corners) {

    /** @param width what the picture's whole width is: pixels, or 100 for percent */
    static Outline of(ExportRow.Place place, double width, double height) {
        return new Outline(place.outline().stream().map(c -> List.of(rounded(c.get(0) * width), rounded(c.get(1) * height))).toList());
    }

    double left() {
        return corners.stream().mapToDouble(List::getFirst).min().orElseThrow();
    }

    double top() {
        return corners.stream().mapToDouble(List::getLast).min().orElseThrow();
    }

    double width() {
        return rounded(corners.stream().mapToDouble(List::getFirst).max().orElseThrow() - left());
    }

    double height() {
        return rounded(corners.stream().mapToDouble(List::getLast).max().orElseThrow() - top());
    }

    /** Left, top, width, height. */
    List<Double> box() {
        return List.of(left(), top(), width(), height());
    }

    /** Of the polygon, by the shoelace formula; of a box, of its two corners. */
    double area() {
        if (corners.size() < 3) {
            return rounded(width() * height());
        }
        double twice = 0;
        for (int i = 0; i < corners.size(); i++) {
            List<Double> here = corners.get(i);
            List<Double> next = corners.get((i + 1) % corners.size());
            twice += here.getFirst() * next.getLast() - next.getFirst() * here.getLast();
        }
        return rounded(Math.abs(twice) / 2);
    }

    /** Six places: the same text whatever the order of multiplying. */
    private static double rounded(double value) {
        return Math.round(value * 1e6) / 1e6;
    }
}
