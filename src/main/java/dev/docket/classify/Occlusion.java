package dev.docket.classify;

import dev.docket.decode.DecodedImage;
import dev.docket.progress.Progress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Asks a model what it goes by: parts of the picture are painted over with its mean colour, one at a time, and the score
 * that is lost is the part's heat. Coarse first, then finer where most was lost. It shows what this score hangs on, not
 * what is in the picture. Source: M. Zeiler, R. Fergus, Visualizing and Understanding Convolutional Networks, 2014, 4.2.
 */
public final class Occlusion {
    /** Cells on a side, one level after the other. */
    private static final int[] LEVELS = {4, 8, 16};
    /** Share of a level's cells that is looked at again, each as four. */
    private static final double REFINED = 0.25;

    private final ToDoubleFunction<DecodedImage> scorer;

    /** @param scorer gives one label's score, 0..1; may take long */
    public Occlusion(ToDoubleFunction<DecodedImage> scorer) {
        this.scorer = scorer;
    }

    /** How often the model is run for a picture with at least 16 pixels on a side. */
    public static int passes() {
        int passes = 1 + LEVELS[0] * LEVELS[0];
        for (int level = 1; level < LEVELS.length; level++) {
            passes += 4 * refined(LEVELS[level - 1]);
        }
        return passes;
    }

    /**
     * Works on the calling thread.
     *
     * @param better told each time a level is done, with what is known so far on that level's grid
     * @return the last of them
     * @throws dev.docket.progress.StoppedException when the progress was cancelled
     */
    public HeatMap explain(DecodedImage image, Progress progress, Consumer<HeatMap> better) {
        return explain(image, LEVELS, progress, better);
    }

    /** The coarsest level alone, as {@link HeatCheck} compares it. */
    public HeatMap coarse(DecodedImage image, Progress progress) {
        return explain(image, new int[] {LEVELS[0]}, progress, map -> {});
    }

    private HeatMap explain(DecodedImage image, int[] levels, Progress progress, Consumer<HeatMap> better) {
        int[] pixels = image.argb().clone();
        DecodedImage painted = new DecodedImage(image.width(), image.height(), pixels, image.header(), image.partial());
        int mean = mean(pixels);
        double whole = scorer.applyAsDouble(image);
        int passes = 1;
        HeatMap map = null;
        for (int side : levels) {
            Cells cells = new Cells(image.width(), image.height(), side);
            float[] drops = map == null ? new float[cells.count()] : spread(map, cells);
            for (int cell : map == null ? IntStream.range(0, cells.count()).boxed().toList() : hottest(map, cells)) {
                progress.stopIfCancelled();
                progress.at(passes, passes(), "");
                cells.paint(pixels, cell, mean);
                drops[cell] = (float) (whole - scorer.applyAsDouble(painted));
                cells.restore(pixels, image.argb(), cell);
                passes++;
            }
            map = new HeatMap(cells.columns(), cells.rows(), drops, whole, passes);
            better.accept(map);
        }
        progress.at(passes(), passes(), "");
        return map;
    }

    private static int refined(int side) {
        return (int) Math.ceil(side * side * REFINED);
    }

    /** Cells of the finer grid that lie in the hottest of the coarser one. */
    private static List<Integer> hottest(HeatMap map, Cells finer) {
        List<Integer> order = IntStream.range(0, map.drops().length).boxed()
                .sorted(Comparator.comparingDouble(i -> -map.drops()[i])).limit(refined(LEVELS[0]) * (long) map.drops().length / (LEVELS[0] * LEVELS[0])).toList();
        List<Integer> cells = new ArrayList<>();
        for (int cell = 0; cell < finer.count(); cell++) {
            if (order.contains(finer.parent(cell, map))) {
                cells.add(cell);
            }
        }
        return cells;
    }

    /** What the coarser grid knows, on the finer one: a part has its cell's heat until it is looked at itself. */
    private static float[] spread(HeatMap map, Cells finer) {
        float[] drops = new float[finer.count()];
        for (int cell = 0; cell < drops.length; cell++) {
            drops[cell] = map.drops()[finer.parent(cell, map)];
        }
        return drops;
    }

    /** Premultiplied, as the pixels are. */
    private static int mean(int[] pixels) {
        long[] sums = new long[4];
        for (int pixel : pixels) {
            for (int channel = 0; channel < 4; channel++) {
                sums[channel] += pixel >>> 8 * channel & 0xFF;
            }
        }
        int mean = 0;
        for (int channel = 0; channel < 4; channel++) {
            mean |= (int) ((sums[channel] + pixels.length / 2) / pixels.length) << 8 * channel;
        }
        return mean;
    }

    /** A grid over a picture; of fewer pixels than cells some cells are left out. */
    private record Cells(int width, int height, int columns, int rows) {
        Cells(int width, int height, int side) {
            this(width, height, Math.min(side, width), Math.min(side, height));
        }

        int count() {
            return columns * rows;
        }

        int parent(int cell, HeatMap coarser) {
            return cell / columns * coarser.rows() / rows * coarser.columns() + cell % columns * coarser.columns() / columns;
        }

        void paint(int[] pixels, int cell, int colour) {
            for (int y = top(cell); y < bottom(cell); y++) {
                java.util.Arrays.fill(pixels, y * width + left(cell), y * width + right(cell), colour);
            }
        }

        void restore(int[] pixels, int[] original, int cell) {
            for (int y = top(cell); y < bottom(cell); y++) {
                System.arraycopy(original, y * width + left(cell), pixels, y * width + left(cell), right(cell) - left(cell));
            }
        }

        private int left(int cell) {
            return cell % columns * width / columns;
        }

        private int right(int cell) {
            return (cell % columns + 1) * width / columns;
        }

        private int top(int cell) {
            return cell / columns * height / rows;
        }

        private int bottom(int cell) {
            return (cell / columns + 1) * height / rows;
        }
    }
}
