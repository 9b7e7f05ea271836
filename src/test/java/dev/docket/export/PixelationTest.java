package dev.docket.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.decode.DecodedImage;
import dev.docket.verdict.Region;
import dev.docket.verdict.Region.Corner;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PixelationTest {
    private final DecodedImage noise = new DecodedImage(100, 60, new Random(2).ints(6000).map(argb -> argb | 0xff000000).toArray(), null, false);

    @Test
    void withoutRegionsAllOfItBecomesAFewSquares() {
        int[] hidden = Pixelation.of(noise, List.of()).argb();

        assertThat(Arrays.stream(hidden).distinct().count()).isLessThanOrEqualTo(6 * 4);
        assertThat(hidden).isNotEqualTo(noise.argb());
    }

    @Test
    void onlyWhatIsOutlinedIsHiddenAndAPolygonWithTheBoxAroundIt() {
        Region box = Region.box("benign", 0.1, 0.1, 0.3, 0.5);
        Region polygon = new Region("benign", Region.Shape.POLYGON, List.of(new Corner(0.5, 0.5), new Corner(1, 0.5), new Corner(0.75, 1)));

        int[] hidden = Pixelation.of(noise, List.of(box, polygon)).argb();

        for (int y = 0; y < 60; y++) {
            for (int x = 0; x < 100; x++) {
                boolean inside = x >= 10 && x < 30 && y >= 6 && y < 30 || x >= 50 && y >= 30;
                assertThat(hidden[y * 100 + x] == noise.argb()[y * 100 + x]).as(x + ", " + y).isEqualTo(!inside);
            }
        }
        assertThat(noise.argb()).as("the picture handed in stays").isNotEqualTo(hidden);
    }

    @Test
    void whatIsSeenThroughIsOverBlack() {
        DecodedImage clear = new DecodedImage(2, 1, new int[] {0x80402010, 0}, null, false);

        assertThat(Pixelation.of(clear, List.of(Region.box("benign", 0, 0, 0.5, 1))).argb()).containsExactly(0xff402010, 0xff000000);
    }
}
