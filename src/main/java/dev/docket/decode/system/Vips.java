package dev.docket.decode.system;

import dev.docket.decode.BoxShrink;
import dev.docket.decode.CodedColours;
import dev.docket.decode.FormatDecoder;
import dev.docket.decode.HeifFinish;
import dev.docket.decode.ImageHeader;
import dev.docket.decode.Painted;
import dev.docket.decode.PixelRoom;
import dev.docket.decode.UndecodableImageException;
import dev.docket.decode.UndecodableImageException.State;
import dev.docket.decode.ViewScale;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.IntBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Decodes AVIF, HEIC and JPEG XL through the libvips of the system. Which of the three it can is found out by decoding a
 * small picture of each: builds differ, and so do the plug-ins installed. libvips turns pictures upright by itself.
 */
final class Vips implements FormatDecoder {
    private static final Map<String, String> NAMES = Map.of("image/avif", "AVIF", "image/heic", "HEIC", "image/jxl", "JPEG XL");
    private static final int LEAST = 1 << 14;
    /** Rows fetched at once, as long as they are shrunk by no more. */
    private static final int STRIP = 64;

    private final VipsLibrary library;
    private final Map<String, byte[]> samples = new TreeMap<>();

    private Vips(VipsLibrary library) {
        this.library = library;
        NAMES.keySet().stream().filter(this::works).forEach(type -> samples.put(type, sample(type)));
    }

    /** The decoder, where libvips is installed. It has decoded its samples, and with them loaded what it loads late. */
    static Optional<Vips> find() {
        return VipsLibrary.find().map(Vips::new);
    }

    /** Such as {@code 8.14.1}. */
    String version() {
        return library.version();
    }

    /** The media types this libvips can decode, of the three. */
    List<String> mediaTypes() {
        return List.copyOf(samples.keySet());
    }

    @Override
    public boolean opens(ImageHeader header) {
        return samples.containsKey(header.mediaType());
    }

    @Override
    public List<byte[]> samples() {
        return List.copyOf(samples.values());
    }

    @Override
    public Painted paint(byte[] file, ImageHeader header, int longerSide, boolean lenient, PixelRoom room) throws UndecodableImageException {
        try (VipsImage image = VipsImage.open(library, file, lenient ? "none" : "error")) {
            int width = image.width();
            int height = image.height();
            if (width != header.uprightWidth() || height != header.uprightHeight()) {
                throw damaged("it says both " + header.uprightWidth() + " x " + header.uprightHeight() + " and " + width + " x " + height + " pixels");
            }
            Optional<CodedColours> coded = image.profile().isPresent() ? Optional.empty() : coded(file, header);
            image.toSrgb();
            int by = ViewScale.fraction(header, longerSide, LEAST);
            IntBuffer pixels = room.take(Math.ceilDiv(width, by), Math.ceilDiv(height, by));
            boolean partial = paint(image, coded, by, lenient, pixels);
            return new Painted(Math.ceilDiv(width, by), Math.ceilDiv(height, by), partial);
        } catch (VipsImage.Trouble e) {
            throw undecodable(e, header);
        }
    }

    /** @return whether libvips gave up after the first rows, and the rest is blank */
    private static boolean paint(VipsImage image, Optional<CodedColours> coded, int by, boolean lenient, IntBuffer pixels) throws VipsImage.Trouble {
        int width = image.width();
        int height = image.height();
        int bands = image.bands();
        int strip = Math.ceilDiv(STRIP, by) * by;
        int[] argb = new int[Math.multiplyExact(width, Math.min(strip, height))];
        for (int top = 0; top < height; top += strip) {
            int rows = Math.min(strip, height - top);
            try {
                byte[] bytes = image.rows(top, rows);
                coded.ifPresent(colours -> colours.convert(bytes, bands));
                BandPixels.premultiplied(bytes, bands, argb, rows * width);
            } catch (VipsImage.Trouble e) {
                if (!lenient || top == 0) {
                    throw e;
                }
                clear(pixels, top / by * Math.ceilDiv(width, by));
                return true;
            }
            if (by == 1) {
                pixels.put(top * width, argb, 0, rows * width);
            } else {
                pixels.put(top / by * Math.ceilDiv(width, by), BoxShrink.shrink(IntBuffer.wrap(argb), width, rows, by));
            }
        }
        return false;
    }

    /** The colours that numbers in a HEIF file tell, to which libvips pays no attention. */
    private static Optional<CodedColours> coded(byte[] file, ImageHeader header) throws UndecodableImageException {
        if (header.mediaType().equals("image/jxl")) {
            return Optional.empty();
        }
        HeifFinish told = HeifFinish.of(file, header);
        return CodedColours.of(told.primaries(), told.transfer());
    }

    private static void clear(IntBuffer pixels, int from) {
        for (int i = from; i < pixels.limit(); i++) {
            pixels.put(i, 0);
        }
    }

    /** libvips tells the kinds of failure apart by its text only. */
    private static UndecodableImageException undecodable(VipsImage.Trouble e, ImageHeader header) {
        if (e.getMessage().contains("end of file")) {
            return new UndecodableImageException(State.DAMAGED, "The file ends early: part of the picture is missing");
        }
        return damaged("its " + NAMES.get(header.mediaType()) + " data cannot be decoded");
    }

    private static UndecodableImageException damaged(String how) {
        return new UndecodableImageException(State.DAMAGED, "The file is damaged: " + how);
    }

    private boolean works(String mediaType) {
        try (VipsImage image = VipsImage.open(library, sample(mediaType), "error")) {
            image.toSrgb();
            image.rows(0, image.height());
            return true;
        } catch (VipsImage.Trouble e) {
            return false;
        }
    }

    private static byte[] sample(String mediaType) {
        try (InputStream in = Vips.class.getResourceAsStream("/decode/quarters." + mediaType.substring("image/".length()))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
