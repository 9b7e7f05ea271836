package dev.docket.decode;

import io.github.humbleui.skija.Bitmap;
import io.github.humbleui.skija.ColorAlphaType;
import io.github.humbleui.skija.ColorSpace;
import io.github.humbleui.skija.ColorType;
import io.github.humbleui.skija.Data;
import io.github.humbleui.skija.EncodeJPEGAlphaMode;
import io.github.humbleui.skija.EncodeJPEGOptions;
import io.github.humbleui.skija.EncodePNGOptions;
import io.github.humbleui.skija.EncodeWEBPCompressionMode;
import io.github.humbleui.skija.EncodeWEBPOptions;
import io.github.humbleui.skija.EncoderJPEG;
import io.github.humbleui.skija.EncoderPNG;
import io.github.humbleui.skija.EncoderWEBP;
import io.github.humbleui.skija.Image;
import io.github.humbleui.skija.ImageInfo;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Small files of every format that Skia decodes, made on the spot. */
final class SkijaSamples {
    static final int SIDE = 24;
    /** One pixel, written by hand after the GIF89a specification. */
    private static final byte[] GIF = HexFormat.of().parseHex("47494638396101000100800000ff000000000021f904000a0000002c00000000010001000002024401003b");

    private SkijaSamples() {}

    static List<byte[]> all() {
        List<byte[]> files = new ArrayList<>(List.of(GIF, bmp()));
        for (ColorAlphaType alpha : List.of(ColorAlphaType.OPAQUE, ColorAlphaType.PREMUL)) {
            ImageInfo info = new ImageInfo(SIDE, SIDE, ColorType.BGRA_8888, alpha, ColorSpace.getDisplayP3());
            try (Bitmap bitmap = new Bitmap()) {
                bitmap.allocPixels(info);
                bitmap.erase(alpha == ColorAlphaType.OPAQUE ? 0xFF3366CC : 0x80202020);
                encode(bitmap.setImmutable(), files);
            }
        }
        return files;
    }

    /** The first JPEG of {@link #all}. */
    static byte[] jpeg() {
        return all().stream().filter(file -> (file[0] & 0xFF) == 0xFF).findFirst().orElseThrow();
    }

    private static void encode(Bitmap bitmap, List<byte[]> files) {
        try (Image image = Image.makeRasterFromBitmap(bitmap);
                Data png = EncoderPNG.encode(image, EncodePNGOptions.DEFAULT);
                Data jpeg = EncoderJPEG.encode(image, EncodeJPEGOptions.DEFAULT.withAlphaMode(EncodeJPEGAlphaMode.IGNORE));
                Data lossy = EncoderWEBP.encode(image, EncodeWEBPOptions.DEFAULT.withQuality(80));
                Data lossless = EncoderWEBP.encode(image, EncodeWEBPOptions.DEFAULT.withCompressionMode(EncodeWEBPCompressionMode.LOSSLESS))) {
            for (Data file : List.of(png, jpeg, lossy, lossless)) {
                files.add(file.getBytes());
            }
        }
    }

    /** Black, 24 bits a pixel. */
    private static byte[] bmp() {
        int headers = 54;
        return ByteBuffer.allocate(headers + 3 * SIDE * SIDE).order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) 'B').put((byte) 'M').putInt(headers + 3 * SIDE * SIDE).putInt(0).putInt(headers)
                .putInt(40).putInt(SIDE).putInt(SIDE).putShort((short) 1).putShort((short) 24).array();
    }
}
