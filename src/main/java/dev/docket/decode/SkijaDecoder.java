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
import java.util.Locale;

/**
 * Decodes JPEG, PNG, WebP, GIF and BMP through Skia, the first frame of an animation. Colours with a profile are
 * converted to sRGB by Skia, CMYK included; orientation is applied here, once. Nothing outlives a call. Safe to use from
 * several threads; a caller waits while the memory for pictures is taken by others.
 */
public final class SkijaDecoder implements ImageDecoder {
    private final DecodeSlots forHashes = new DecodeSlots();
    /** Apart, so that the screen never waits for a long intake. */
    private final DecodeSlots forViews = new DecodeSlots();

    /** {@inheritDoc} Says the size of a picture over the pixel budget too: refusing it is left to the decoding. */
    @Override
    public ImageHeader header(byte[] file) throws UndecodableImageException {
        return ImageSniffer.read(file);
    }

    @Override
    public DecodedImage decode(byte[] file) throws UndecodableImageException {
        ImageHeader header = admitted(file);
        try (DecodeSlots.Slot slot = forHashes.take(header.width(), header.height())) {
            return decode(file, header, 1, false);
        }
    }

    @Override
    public DecodedImage view(byte[] file, int longerSide) throws UndecodableImageException {
        if (longerSide <= 0) {
            throw new IllegalArgumentException("A view of " + longerSide + " pixels");
        }
        ImageHeader header = admitted(file);
        int fraction = fraction(header, longerSide);
        try (DecodeSlots.Slot slot = forViews.take(header.width() / fraction, header.height() / fraction)) {
            return decode(file, header, fraction, true);
        }
    }

    private static ImageHeader admitted(byte[] file) throws UndecodableImageException {
        ImageHeader header = ImageSniffer.read(file);
        PixelBudget.hold(header.width(), header.height());
        return header;
    }

    /** The largest power of two, at most 1/8 for JPEG, that leaves the longer side at least as long as asked. */
    private static int fraction(ImageHeader header, int longerSide) {
        int longer = Math.max(header.width(), header.height());
        int largest = header.mediaType().equals("image/jpeg") ? 8 : 1 << 14;
        int fraction = 1;
        while (fraction < largest && Math.ceilDiv(longer, 2 * fraction) >= longerSide) {
            fraction *= 2;
        }
        return fraction;
    }

    private static DecodedImage decode(byte[] file, ImageHeader header, int fraction, boolean lenient)
            throws UndecodableImageException {
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
            DecodedImage image = scales ? read(codec, header, fraction, 1, lenient) : read(codec, header, 1, fraction, lenient);
            return complete ? image : new DecodedImage(image.width(), image.height(), image.argb(), header, true);
        } catch (IllegalArgumentException | UnsupportedOperationException e) {
            throw damaged(file, header, e);
        } catch (OutOfMemoryError e) {
            throw noMemory(header);
        }
    }

    private static boolean scalesWhileDecoding(ImageHeader header) {
        return header.mediaType().equals("image/jpeg") || header.mediaType().equals("image/webp") && header.frames() == 1;
    }

    /**
     * @param fraction by which Skia scales down while decoding
     * @param shrink by which the result is scaled down afterwards
     */
    private static DecodedImage read(Codec codec, ImageHeader header, int fraction, int shrink, boolean lenient)
            throws UndecodableImageException {
        int width = Math.ceilDiv(codec.getImageInfo().getWidth(), fraction);
        int height = Math.ceilDiv(codec.getImageInfo().getHeight(), fraction);
        ColorAlphaType alpha = codec.getImageInfo().isOpaque() ? ColorAlphaType.OPAQUE : ColorAlphaType.PREMUL;
        ImageInfo wanted = new ImageInfo(width, height, ColorType.BGRA_8888, alpha, ColorSpace.getSRGB());
        try (Bitmap bitmap = new Bitmap()) {
            // zeroed, so that a file that ends early never shows what was in memory before
            if (!bitmap.allocPixelsFlags(wanted, true)) {
                throw noMemory(header);
            }
            boolean partial = readInto(bitmap, codec, lenient);
            try (Pixmap pixels = bitmap.peekPixels()) {
                IntBuffer argb = pixels.getBuffer().order(ByteOrder.LITTLE_ENDIAN).asIntBuffer();
                return upright(argb, width, height, shrink, header, partial);
            }
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

    private static DecodedImage upright(IntBuffer argb, int width, int height, int shrink, ImageHeader header, boolean partial) {
        if (shrink == 1) {
            return Orientation.upright(argb, width, height, header, partial);
        }
        int[] small = BoxShrink.shrink(argb, width, height, shrink);
        return Orientation.upright(IntBuffer.wrap(small),
                Math.ceilDiv(width, shrink), Math.ceilDiv(height, shrink), header, partial);
    }

    /** Skija tells the kinds of failure apart by their text only. */
    private static boolean endsEarly(RuntimeException e) {
        return e.getMessage() != null && e.getMessage().startsWith("Incomplete input");
    }

    private static UndecodableImageException damaged(byte[] file, ImageHeader header, RuntimeException e) {
        String format = header.mediaType().substring("image/".length()).toUpperCase(Locale.ROOT);
        return endsEarly(e) || WebpHeader.isCutOff(new HeaderBytes(file)) ? endsEarly()
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
