package dev.docket.decode.system;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import dev.docket.decode.FormatDecoder;
import dev.docket.decode.ImageHeader;
import dev.docket.decode.Orientation;
import dev.docket.decode.Painted;
import dev.docket.decode.PixelRoom;
import dev.docket.decode.UndecodableImageException;
import dev.docket.decode.ViewScale;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.util.Optional;

/**
 * Decodes JPEG through the libjpeg-turbo of the system, to the same pixels as the bundled decoder and faster. It does
 * only what is sound and plain: whatever draws so much as a warning, is CMYK, or has a profile other than sRGB's, goes
 * to the bundled decoder, whose judgement counts.
 */
final class TurboJpeg implements FormatDecoder {
    /** libjpeg-turbo scales down to an eighth at most. */
    private static final int LEAST = 8;

    private final TurboJpegLibrary library;
    private final FormatDecoder bundled;
    private final ScratchMemory files = new ScratchMemory();
    private final ScratchMemory pictures = new ScratchMemory();

    /** @param bundled opens JPEG too */
    TurboJpeg(TurboJpegLibrary library, FormatDecoder bundled) {
        this.library = library;
        this.bundled = bundled;
    }

    @Override
    public boolean opens(ImageHeader header) {
        return header.mediaType().equals("image/jpeg");
    }

    @Override
    public Painted paint(byte[] file, ImageHeader header, int longerSide, boolean lenient, PixelRoom room) throws UndecodableImageException {
        OneRoom once = new OneRoom(room);
        if (JpegProfile.saysSrgb(file)) {
            try (ScratchMemory.Lease bytes = files.take(file.length)) {
                MemorySegment.copy(file, 0, bytes.memory(), JAVA_BYTE, 0, file.length);
                Optional<Painted> painted = paint(bytes.memory(), header, ViewScale.fraction(header, longerSide, LEAST), once);
                if (painted.isPresent()) {
                    return painted.get();
                }
            }
        }
        return bundled.paint(file, header, longerSide, lenient, once);
    }

    /** @return empty when the library finds anything to complain of */
    private Optional<Painted> paint(MemorySegment file, ImageHeader header, int by, PixelRoom room) throws UndecodableImageException {
        if (!isPlain(file, header)) {
            return Optional.empty();
        }
        int width = Math.ceilDiv(header.width(), by);
        int height = Math.ceilDiv(header.height(), by);
        if (header.orientation() == 1) {
            IntBuffer pixels = room.take(width, height);
            if (pixels.isDirect() && pixels.order() == ByteOrder.LITTLE_ENDIAN) {
                return library.decode(file, width, height, MemorySegment.ofBuffer(pixels))
                        ? Optional.of(new Painted(width, height, false)) : Optional.empty();
            }
        }
        try (ScratchMemory.Lease stored = pictures.take(4L * width * height)) {
            if (!library.decode(file, width, height, stored.memory())) {
                return Optional.empty();
            }
            IntBuffer argb = stored.memory().asByteBuffer().order(ByteOrder.LITTLE_ENDIAN).asIntBuffer();
            return Optional.of(Orientation.upright(argb, width, height, header, false, room));
        }
    }

    private boolean isPlain(MemorySegment file, ImageHeader header) {
        return library.header(file).filter(found -> found.width() == header.width() && found.height() == header.height()
                && found.colours().becomeRgb()).isPresent();
    }

    /** Asks for room once, though two decoders may. */
    private static final class OneRoom implements PixelRoom {
        private final PixelRoom room;
        private IntBuffer pixels;

        private OneRoom(PixelRoom room) {
            this.room = room;
        }

        @Override
        public IntBuffer take(int width, int height) throws UndecodableImageException {
            if (pixels == null) {
                pixels = room.take(width, height);
            }
            return pixels;
        }
    }
}
