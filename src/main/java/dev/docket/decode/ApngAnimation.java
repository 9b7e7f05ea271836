package dev.docket.decode;

import java.nio.IntBuffer;
import java.util.List;

/** Plays an animated PNG, which Skia does not: decodes the frames one by one and lays them over each other as the file asks. */
final class ApngAnimation {
    private static final int CLEARED = 1;
    private static final int AS_BEFORE = 2;

    private final FormatDecoder png;
    private final ImageHeader header;
    private final int[] canvas;

    /** @param png decodes each frame */
    ApngAnimation(FormatDecoder png, ImageHeader header) {
        this.png = png;
        this.header = header;
        this.canvas = new int[header.width() * header.height()];
    }

    /** The frames up to the first that cannot be decoded; none when not even the first can. */
    Animation play(byte[] file, int longerSide) throws UndecodableImageException {
        FrameStrip strip = new FrameStrip(header, longerSide);
        List<ApngFrames.Frame> frames = ApngFrames.of(file, header);
        for (int i = 0; i < frames.size() && strip.hasRoom(); i++) {
            ApngFrames.Frame frame = frames.get(i);
            DecodedImage image;
            try {
                image = png.decode(frame.png(), new ImageHeader(header.mediaType(), frame.width(), frame.height(), 1, 1), Integer.MAX_VALUE, true);
            } catch (UndecodableImageException e) {
                if (strip.isEmpty()) {
                    throw e;
                }
                break;
            }
            int[] before = frame.dispose() == AS_BEFORE && i > 0 ? canvas.clone() : new int[0];
            lay(frame, image.argb());
            strip.add(IntBuffer.wrap(canvas), frame.shown(), image.partial());
            if (before.length > 0) {
                System.arraycopy(before, 0, canvas, 0, before.length);
            } else if (frame.dispose() == CLEARED || frame.dispose() == AS_BEFORE) {
                lay(frame, new int[frame.width() * frame.height()], false);
            }
        }
        return strip.isEmpty() ? Animation.still(png.decode(file, header, longerSide, true)) : strip.animation();
    }

    private void lay(ApngFrames.Frame frame, int[] pixels) {
        lay(frame, pixels, frame.over());
    }

    private void lay(ApngFrames.Frame frame, int[] pixels, boolean over) {
        for (int y = 0; y < frame.height(); y++) {
            int to = (frame.top() + y) * header.width() + frame.left();
            int from = y * frame.width();
            for (int x = 0; x < frame.width(); x++) {
                canvas[to + x] = over ? over(pixels[from + x], canvas[to + x]) : pixels[from + x];
            }
        }
    }

    /** Premultiplied pixels: what is above, and what of below shows through. */
    private static int over(int above, int below) {
        int through = 255 - (above >>> 24);
        if (through == 0) {
            return above;
        }
        int pixel = 0;
        for (int shift = 0; shift < 32; shift += 8) {
            pixel |= Math.min(255, (above >>> shift & 0xFF) + ((below >>> shift & 0xFF) * through + 127) / 255) << shift;
        }
        return pixel;
    }
}
