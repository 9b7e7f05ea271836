package dev.docket.metrics.fairness;

import dev.docket.metrics.Figure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Probabilities adjusted for having tested several groups: Holm 1979, "A simple sequentially rejective multiple test procedure". As statsmodels' {@code multipletests}. */
final class Holm {
    private Holm() {}

    /** Undefined ones stay as they are and are not counted. */
    static List<Figure> adjusted(List<Figure> p) {
        List<Figure> adjusted = new ArrayList<>(p);
        int[] order = IntStream.range(0, p.size()).filter(i -> p.get(i).number().isPresent()).boxed()
                .sorted(Comparator.comparingDouble(i -> p.get(i).number().getAsDouble())).mapToInt(Integer::intValue).toArray();
        double highest = 0;
        for (int r = 0; r < order.length; r++) {
            highest = Math.max(highest, Math.min(1, p.get(order[r]).number().getAsDouble() * (order.length - r)));
            adjusted.set(order[r], Figure.of(highest));
        }
        return adjusted;
    }
}
