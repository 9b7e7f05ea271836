package dev.docket.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.decode.DecodedImage;
import dev.docket.decode.ImageHeader;
import dev.docket.progress.Progress;
import dev.docket.progress.StoppedException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OcclusionTest {
    private final DecodedImage spot = spot(160, 120, 100, 30);

    @Test
    void theHeatLiesWhereTheModelLooks() {
        List<HeatMap> maps = new ArrayList<>();

        HeatMap map = new Occlusion(OcclusionTest::reds).explain(spot, Progress.NONE, maps::add);

        assertThat(maps).extracting(HeatMap::columns).containsExactly(4, 8, 16);
        assertThat(maps.getLast()).isSameAs(map);
        int hottest = hottest(map);
        assertThat(hottest % 16 * 10).isBetween(100 - 10, 100 + 7);
        assertThat(hottest / 16 * 120 / 16).isBetween(30 - 8, 30 + 7);
        assertThat(map.drops()[15 * 16]).isZero();
        assertThat(map.score()).isEqualTo(64 / 100.0);
    }

    @Test
    void aModelThatLooksAtNothingGivesNoHeat() {
        HeatMap map = new Occlusion(image -> 0.7).explain(spot, Progress.NONE, m -> {});

        assertThat(map.drops()).containsOnly(0f);
        assertThat(map.most()).isZero();
    }

    @Test
    void thePictureIsLeftAsItWas() {
        int[] before = spot.argb().clone();

        new Occlusion(OcclusionTest::reds).explain(spot, Progress.NONE, m -> {});

        assertThat(spot.argb()).isEqualTo(before);
    }

    @Test
    void theModelRunsAsOftenAsSaidAndCanBeStopped() {
        AtomicInteger runs = new AtomicInteger();
        HeatMap map = new Occlusion(image -> runs.incrementAndGet() / 1000.0).explain(spot, Progress.NONE, m -> {});

        assertThat(runs).hasValue(Occlusion.passes());
        assertThat(map.passes()).isEqualTo(Occlusion.passes());

        AtomicInteger before = new AtomicInteger();
        Progress stop = new Progress() {
            @Override
            public void at(long done, long total, String what) {}

            @Override
            public boolean cancelled() {
                return before.get() >= 5;
            }
        };
        assertThatThrownBy(() -> new Occlusion(image -> before.incrementAndGet() / 1000.0).explain(spot, stop, m -> {})).isInstanceOf(StoppedException.class);
        assertThat(before).hasValue(5);
    }

    @Test
    void aPictureOfOnePixelHasOneCell() {
        HeatMap map = new Occlusion(image -> 0.5).explain(spot(1, 1, 0, 0), Progress.NONE, m -> {});

        assertThat(map.columns()).isEqualTo(1);
        assertThat(map.drops()).containsExactly(0f);
    }

    /** Share of a hundred red pixels. */
    private static double reds(DecodedImage image) {
        return Math.min(1, Arrays.stream(image.argb()).filter(p -> p == 0xFFFF0000).count() / 100.0);
    }

    private static int hottest(HeatMap map) {
        int best = 0;
        for (int i = 0; i < map.drops().length; i++) {
            best = map.drops()[i] > map.drops()[best] ? i : best;
        }
        return best;
    }

    private static DecodedImage spot(int width, int height, int left, int top) {
        int[] pixels = new int[width * height];
        Arrays.fill(pixels, 0xFF202020);
        for (int y = top; y < Math.min(height, top + 8); y++) {
            for (int x = left; x < Math.min(width, left + 8); x++) {
                pixels[y * width + x] = 0xFFFF0000;
            }
        }
        return new DecodedImage(width, height, pixels, new ImageHeader("image/png", width, height, 1, 1), false);
    }
}
