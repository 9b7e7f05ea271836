package dev.docket.decode;

import dev.docket.decode.UndecodableImageException.State;
import io.github.humbleui.skija.Bitmap;
import io.github.humbleui.skija.Codec;
import io.github.humbleui.skija.ColorAlphaType;
import io.github.humbleui.skija.ColorSpace;
import io.github.humbleui.skija.ColorType;
import io.github.humbleui.skija.Data;
import io.github.humbleui.skija.ImageInfo;
import io.github.humbleui.skija.Pixmap;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Decodes JPEG, PNG, WebP, GIF and BMP through Skia, the first frame of an animation. Colours with a profile are
 * converted to sRGB by Skia, CMYK included; orientation is applied here, once. Nothing of a file outlives
 * its call but memory, which is written anew.
 */
final class SkijaDecoder implements FormatDecoder {
    private static final Set<String> MEDIA_TYPES = Set.of("image/jpeg", "image/png", "image/webp", "image/gif", "image/bmp");
    /** A whole picture of these kinds states every pixel. */
    private static final Set<String> STATES_ALL = Set.of("image/jpeg", "image/png");
    /** Skia scales a JPEG down to an eighth at most. */
    private static final int LEAST_JPEG = 8;
    private static final int LEAST = 1 << 14;

    private final KeptBitmap bitmaps = new KeptBitmap();

    @Override
    public boolean opens(ImageHeader header) {
        return MEDIA_TYPES.contains(header.mediaType());
    }

    @Override
    public List<byte[]> samples() {
        return SkijaSamples.all();
    }

    @Override
    public Painted paint(byte[] file, ImageHeader header, int longerSide, boolean lenient, PixelRoom room) throws UndecodableImageException {
        int most = header.mediaType().equals("image/jpeg") ? LEAST_JPEG : LEAST;
        int fraction = ViewScale.fraction(header, longerSide, most);
        try (Data data = Data.makeFromBytes(file); Codec codec = Codec.makeFromData(data)) {
            ImageInfo stored = codec.getImageInfo();
            if (stored.getWidth() != header.width() || stored.getHeight() != header.height()) {
                throw new UndecodableImageException(State.DAMAGED, "The file is damaged: it says both " + header.width() + " x "
                        + header.height() + " and " + stored.getWidth() + " x " + stored.getHeight() + " pixels");
            }
            boolean complete = !header.mediaType().equals("image/jpeg") || JpegHeader.scansComplete(new HeaderBytes(file));
            if (!complete && !lenient) {
                throw endsEarly();
            }
            boolean scales = fraction == 1 || scalesWhileDecoding(header);
            Painted painted = read(codec, header, scales ? fraction : 1, scales ? 1 : fraction, lenient, room);
            return complete ? painted : new Painted(painted.width(), painted.height(), true);
        } catch (IllegalArgumentException | UnsupportedOperationException e) {
            throw damaged(file, header, e);
        } catch (OutOfMemoryError e) {
            throw noMemory(header);
        }
    }

    @Override
    public Animation animation(byte[] file, ImageHeader header, int longerSide) throws UndecodableImageException {
        if (header.frames() == 1 || (long) header.width() * header.height() > Animation.MOST_PIXELS) {
            return Animation.still(decode(file, header, longerSide, true));
        }
        return header.mediaType().equals("image/png")
                ? new ApngAnimation(this, header).play(file, longerSide) : SkijaAnimation.play(file, header, longerSide);
    }

    private static boolean scalesWhileDecoding(ImageHeader header) {
        return header.mediaType().equals("image/jpeg") || header.mediaType().equals("image/webp") && header.frames() == 1;
    }

    /**
     * @param fraction by which Skia scales down while decoding
     * @param shrink by which the result is scaled down afterwards
     */
    private Painted read(Codec codec, ImageHeader header, int fraction, int shrink, boolean lenient, PixelRoom room)
            throws UndecodableImageException {
        int width = Math.ceilDiv(codec.getImageInfo().getWidth(), fraction);
        int height = Math.ceilDiv(codec.getImageInfo().getHeight(), fraction);
        ColorAlphaType alpha = codec.getImageInfo().isOpaque() ? ColorAlphaType.OPAQUE : ColorAlphaType.PREMUL;
        ImageInfo wanted = new ImageInfo(width, height, ColorType.BGRA_8888, alpha, ColorSpace.getSRGB());
        boolean blank = header.frames() > 1 || !STATES_ALL.contains(header.mediaType());
        Bitmap bitmap = bitmaps.take(wanted, blank);
        if (bitmap == null) {
            throw noMemory(header);
        }
        try {
            boolean partial = readInto(bitmap, codec, lenient);
            if (partial && !blank) {
                // once more, so that it never shows what was in memory before
                bitmap.erase(0);
                readInto(bitmap, codec, true);
            }
            try (Pixmap pixels = bitmap.peekPixels()) {
                IntBuffer argb = pixels.getBuffer().order(ByteOrder.LITTLE_ENDIAN).asIntBuffer();
                return upright(argb, width, height, shrink, header, partial, room);
            }
        } finally {
            bitmaps.giveBack(bitmap);
        }
    }

    /** Decodes, and tells whether only a part came out; without leniency that is an exception. */
    private static boolean readInto(Bitmap bitmap, Codec codec, boolean lenient) {
        try {
            codec.readPixels(bitmap);
            return false;
        } catch (IllegalArgumentException e) {
            if (lenient && (endsEarly(e) || e.getMessage().startsWith("Error in input"))) {
                return true;
            }
            throw e;
        }
    }

    private static Painted upright(IntBuffer argb, int width, int height, int shrink, ImageHeader header, boolean partial, PixelRoom room)
            throws UndecodableImageException {
        if (shrink == 1) {
            return Orientation.upright(argb, width, height, header, partial, room);
        }
        int[] small = BoxShrink.shrink(argb, width, height, shrink);
        return Orientation.upright(IntBuffer.wrap(small),
                Math.ceilDiv(width, shrink), Math.ceilDiv(height, shrink), header, partial, room);
    }

    /** Skija tells the kinds of failure apart by their text only. */
    private static boolean endsEarly(RuntimeException e) {
        return e.getMessage() != null && e.getMessage().startsWith("Incomplete input");
    }

    private static UndecodableImageException damaged(byte[] file, ImageHeader header, RuntimeException e) {
        String format = header.mediaType().substring("image/".length()).toUpperCase(Locale.ROOT);
        return endsEarly(e) || ImageSniffer.statedLength(file) > file.length ? endsEarly()
                : new UndecodableImageException(State.DAMAGED, "The file is damaged: its " + format + " data cannot be decoded");
    }

    private static UndecodableImageException endsEarly() {
        return new UndecodableImageException(State.DAMAGED, "The file ends early: part of the picture is missing");
    }

    private static UndecodableImageException noMemory(ImageHeader header) {
        return new UndecodableImageException(State.REFUSED, "There is not enough memory free to open "
                + header.width() + " x " + header.height() + " pixels; close other programs and try again");
    }
}
