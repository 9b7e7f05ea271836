package dev.docket.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.IntBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OrientationTest {

    @Test
    void everyPixelOfEverySizeComesToItsPlace() throws Exception {
        Random random = new Random(6);
        for (int round = 0; round < 40; round++) {
            int width = 1 + random.nextInt(200);
            int height = 1 + random.nextInt(200);
            int[] stored = random.ints((long) width * height).toArray();
            for (int orientation = 1; orientation <= 8; orientation++) {
                ImageHeader header = new ImageHeader("image/jpeg", width, height, orientation, 1);
                PixelRoom.Heap room = new PixelRoom.Heap();

                Painted painted = Orientation.upright(IntBuffer.wrap(stored), width, height, header, false, room);

                DecodedImage image = room.image(painted, header);
                for (int i = 0; i < 50; i++) {
                    int x = random.nextInt(width);
                    int y = random.nextInt(height);
                    int right = width - 1 - x;
                    int up = height - 1 - y;
                    // EXIF 2.32: the row 0 and the column 0 are at the visual ...
                    int[] place = switch (orientation) {
                        case 1 -> new int[] {x, y}; // top, left
                        case 2 -> new int[] {right, y}; // top, right
                        case 3 -> new int[] {right, up}; // bottom, right
                        case 4 -> new int[] {x, up}; // bottom, left
                        case 5 -> new int[] {y, x}; // left, top
                        case 6 -> new int[] {up, x}; // right, top
                        case 7 -> new int[] {up, right}; // right, bottom
                        default -> new int[] {y, right}; // left, bottom
                    };
                    assertThat(image.argb()[place[1] * image.width() + place[0]]).as("orientation %d", orientation).isEqualTo(stored[y * width + x]);
                }
            }
        }
    }
}
