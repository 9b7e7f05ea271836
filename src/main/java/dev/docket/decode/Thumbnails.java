package dev.docket.decode;

import dev.docket.storage.BlobStore;
import dev.docket.storage.ContentHash;
import dev.docket.storage.SealedCache;
import io.github.humbleui.skija.ColorAlphaType;
import io.github.humbleui.skija.ColorSpace;
import io.github.humbleui.skija.ColorType;
import io.github.humbleui.skija.Data;
import io.github.humbleui.skija.EncodeJPEGOptions;
import io.github.humbleui.skija.EncoderJPEG;
import io.github.humbleui.skija.Image;
import io.github.humbleui.skija.ImageInfo;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * Small pictures of stored ones, made once a sitting and kept as JPEG in a sealed cache. None outlives its picture: one
 * that was made while the picture was deleted is forgotten again. Takes milliseconds, or as long as decoding takes the
 * first time. Safe to use from several threads.
 */
public final class Thumbnails {
    /** Longer side in pixels; less for a picture that is smaller. */
    public static final int SIDE = 256;
    private static final int QUALITY = 85;
    /** Level that shows through where a picture is transparent. */
    private static final int GROUND = 128;

    private final BlobStore blobs;
    private final ImageDecoder decoder;
    private final SealedCache cache;
    private final FormatDecoder own = new SkijaDecoder();

    public Thumbnails(BlobStore blobs, ImageDecoder decoder, SealedCache cache) {
        this.blobs = blobs;
        this.decoder = decoder;
        this.cache = cache;
    }

    /**
     * Opaque, upright.
     *
     * @throws UndecodableImageException when the picture cannot be shown
     * @throws IOException when the picture is not in the store, or cannot be read
     */
    public DecodedImage of(ContentHash picture) throws IOException, UndecodableImageException {
        Optional<byte[]> kept = cache.get(picture);
        if (kept.isPresent()) {
            return own.decode(kept.get(), ImageSniffer.read(kept.get()), SIDE, false);
        }
        byte[] file = blobs.get(picture).orElseThrow(() -> gone(picture));
        DecodedImage small = opaque(decoder.fitted(file, SIDE));
        cache.put(picture, jpeg(small));
        if (!blobs.contains(picture)) {
            cache.remove(picture);
            throw gone(picture);
        }
        return small;
    }

    /**
     * Of a file that is not in the store; nothing of it is kept. Opaque, upright.
     *
     * @throws UndecodableImageException when the picture cannot be shown
     */
    public DecodedImage of(byte[] file) throws UndecodableImageException {
        return opaque(decoder.fitted(file, SIDE));
    }

    private static IOException gone(ContentHash picture) {
        return new IOException("The picture " + picture + " is not in the store");
    }

    private static DecodedImage opaque(DecodedImage image) {
        int[] argb = image.argb();
        int[] out = new int[argb.length];
        for (int i = 0; i < argb.length; i++) {
            int through = (255 - (argb[i] >>> 24)) * GROUND / 255;
            out[i] = 0xFF000000 | (argb[i] & 0xFFFFFF) + through * 0x010101;
        }
        return new DecodedImage(image.width(), image.height(), out, image.header(), image.partial());
    }

    private static byte[] jpeg(DecodedImage image) {
        ByteBuffer pixels = ByteBuffer.allocate(image.argb().length * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        pixels.asIntBuffer().put(image.argb());
        ImageInfo info = new ImageInfo(image.width(), image.height(), ColorType.BGRA_8888, ColorAlphaType.OPAQUE, ColorSpace.getSRGB());
        try (Image raster = Image.makeRasterFromBytes(info, pixels.array(), (long) image.width() * Integer.BYTES);
                Data file = EncoderJPEG.encode(raster, EncodeJPEGOptions.DEFAULT.withQuality(QUALITY))) {
            return file.getBytes();
        }
    }
}
