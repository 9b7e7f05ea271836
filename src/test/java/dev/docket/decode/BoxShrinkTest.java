package dev.docket.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BoxShrinkTest {

    @Test
    void eachPixelIsTheMeanOfItsBlockForAnySizeAndAnyFactor() {
        Random random = new Random(4);
        for (int by : new int[] {2, 3, 4, 8, 15, 16, 17, 32, 256, 300, 1024}) {
            int width = 1 + random.nextInt(3 * by + 5);
            int height = 1 + random.nextInt(3 * by + 5);
            int[] argb = random.ints((long) width * height).toArray();

            assertThat(BoxShrink.shrink(IntBuffer.wrap(argb), width, height, by)).as("%d x %d by %d", width, height, by)
                    .isEqualTo(slowly(argb, width, height, by));
        }
    }

    @Test
    void whiteStaysWhite() {
        for (int by : new int[] {2, 16, 64, 512}) {
            int[] white = new int[600 * 530];
            Arrays.fill(white, -1);

            assertThat(BoxShrink.shrink(IntBuffer.wrap(white), 600, 530, by)).containsOnly(-1);
        }
    }

    private static int[] slowly(int[] argb, int width, int height, int by) {
        int across = Math.ceilDiv(width, by);
        int[] out = new int[across * Math.ceilDiv(height, by)];
        for (int i = 0; i < out.length; i++) {
            for (int shift = 0; shift < 32; shift += 8) {
                long sum = 0;
                long count = 0;
                for (int y = i / across * by; y < Math.min(height, (i / across + 1) * by); y++) {
                    for (int x = i % across * by; x < Math.min(width, (i % across + 1) * by); x++) {
                        sum += argb[y * width + x] >>> shift & 0xFF;
                        count++;
                    }
                }
                out[i] |= (int) ((sum + count / 2) / count) << shift;
            }
        }
        return out;
    }
}
