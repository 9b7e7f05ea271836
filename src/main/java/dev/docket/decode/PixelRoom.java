package dev.docket.decode;

import java.nio.IntBuffer;

/**
 * Gives the memory that a picture is decoded into: an array of one's own, or memory shared with another process, which
 * saves a copy.
 */
@FunctionalInterface
public interface PixelRoom {

    /**
     * Room for one picture, from position 0: row-major, 0xAARRGGBB, sRGB, alpha premultiplied. The decoder writes
     * every pixel. Asked for once a picture.
     *
     * @param width pixels, upright
     * @param height pixels, upright
     * @throws UndecodableImageException when there is not enough
     */
    IntBuffer take(int width, int height) throws UndecodableImageException;

    /** Room on the heap. */
    final class Heap implements PixelRoom {
        private int[] pixels = {};

        @Override
        public IntBuffer take(int width, int height) {
            pixels = new int[Math.multiplyExact(width, height)];
            return IntBuffer.wrap(pixels);
        }

        /** The picture that was decoded into it. */
        public DecodedImage image(Painted painted, ImageHeader header) {
            return new DecodedImage(painted.width(), painted.height(), pixels, header, painted.partial());
        }
    }
}
