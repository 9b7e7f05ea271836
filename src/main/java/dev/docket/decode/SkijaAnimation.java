package dev.docket.decode;

import io.github.humbleui.skija.AnimationFrameInfo;
import io.github.humbleui.skija.Bitmap;
import io.github.humbleui.skija.Codec;
import io.github.humbleui.skija.ColorAlphaType;
import io.github.humbleui.skija.ColorSpace;
import io.github.humbleui.skija.ColorType;
import io.github.humbleui.skija.Data;
import io.github.humbleui.skija.ImageInfo;
import io.github.humbleui.skija.Pixmap;
import java.nio.ByteOrder;
import java.time.Duration;

/** Plays GIF and animated WebP through Skia, which lays the frames over each other as the file asks. */
final class SkijaAnimation {
    private SkijaAnimation() {}

    /** The frames up to the first that cannot be decoded; that the first one can is for the caller to see to. */
    static Animation play(byte[] file, ImageHeader header, int longerSide) throws UndecodableImageException {
        FrameStrip strip = new FrameStrip(header, longerSide);
        try (Data data = Data.makeFromBytes(file); Codec codec = Codec.makeFromData(data); Bitmap bitmap = new Bitmap()) {
            ImageInfo stored = codec.getImageInfo();
            if (stored.getWidth() != header.width() || stored.getHeight() != header.height()) {
                throw UndecodableImageException.contradictory(header.width(), header.height(), stored.getWidth(), stored.getHeight());
            }
            ImageInfo wanted = new ImageInfo(header.width(), header.height(), ColorType.BGRA_8888, ColorAlphaType.PREMUL, ColorSpace.getSRGB());
            if (!bitmap.allocPixels(wanted)) {
                throw UndecodableImageException.noMemory(header);
            }
            play(codec, bitmap, strip);
        } catch (IllegalArgumentException | UnsupportedOperationException e) {
            if (strip.isEmpty()) {
                throw UndecodableImageException.broken(header);
            }
        } catch (OutOfMemoryError e) {
            throw UndecodableImageException.noMemory(header);
        }
        return strip.animation();
    }

    private static void play(Codec codec, Bitmap bitmap, FrameStrip strip) throws UndecodableImageException {
        int count = Math.max(1, codec.getFrameCount());
        for (int frame = 0; frame < count && strip.hasRoom(); frame++) {
            AnimationFrameInfo info = codec.getFrameInfo(frame);
            boolean goesOn = frame > 0 && info.getRequiredFrame() == frame - 1;
            if (goesOn) {
                codec.readPixels(bitmap, frame, frame - 1);
            } else {
                bitmap.erase(0);
                codec.readPixels(bitmap, frame);
            }
            try (Pixmap pixels = bitmap.peekPixels()) {
                strip.add(pixels.getBuffer().order(ByteOrder.LITTLE_ENDIAN).asIntBuffer(), Duration.ofMillis(info.getDuration()), !info.isFullyReceived());
            }
        }
    }
}
