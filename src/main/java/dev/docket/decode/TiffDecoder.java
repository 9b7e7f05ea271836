package dev.docket.decode;

import com.twelvemonkeys.imageio.plugins.tiff.TIFFImageReader;
import com.twelvemonkeys.imageio.plugins.tiff.TIFFImageReaderSpi;
import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.io.IOException;
import java.nio.IntBuffer;
import java.util.List;
import java.util.Optional;

/**
 * Decodes TIFF through TwelveMonkeys' reader, some rows at a time, its first page. Orientation and colours are seen to
 * here, once. Nothing outlives a call.
 */
final class TiffDecoder implements FormatDecoder {
    private static final int LEAST = 1 << 14;

    private final TIFFImageReaderSpi provider = new TIFFImageReaderSpi();

    @Override
    public boolean opens(ImageHeader header) {
        return header.mediaType().equals("image/tiff");
    }

    @Override
    public List<byte[]> samples() {
        return TiffSamples.all();
    }

    @Override
    public Painted paint(byte[] file, ImageHeader header, int longerSide, boolean lenient, PixelRoom room) throws UndecodableImageException {
        return paint(file, TiffHeader.pages(new HeaderBytes(file)).getFirst(), header, longerSide, lenient, room);
    }

    @Override
    public Animation animation(byte[] file, ImageHeader header, int longerSide) throws UndecodableImageException {
        return new TiffPages(this).turned(file, header, longerSide);
    }

    /** @param header of the page, which may differ from that of the file */
    Painted paint(byte[] file, TiffHeader.Page page, ImageHeader header, int longerSide, boolean lenient, PixelRoom room)
            throws UndecodableImageException {
        Optional<String> oddity = page.directory().oddity();
        if (oddity.isPresent()) {
            throw MissingDecoder.rare(header, oddity.get());
        }
        boolean cutOff = page.directory().isCutOff();
        if (cutOff && !lenient) {
            throw UndecodableImageException.endsEarly();
        }
        int by = ViewScale.fraction(header, longerSide, LEAST);
        int width = Math.ceilDiv(header.width(), by);
        int height = Math.ceilDiv(header.height(), by);
        try {
            int[] small = new int[Math.multiplyExact(width, height)];
            boolean whole = read(file, page, header, by, small, lenient);
            return Orientation.upright(IntBuffer.wrap(small), width, height, header, cutOff || !whole, room);
        } catch (OutOfMemoryError e) {
            throw UndecodableImageException.noMemory(header);
        }
    }

    /** Whether everything could be read; what could not stays as it is. */
    private boolean read(byte[] file, TiffHeader.Page page, ImageHeader header, int by, int[] small, boolean lenient)
            throws UndecodableImageException {
        TIFFImageReader reader = provider.createReaderInstance(null);
        try (ByteArrayImageInputStream in = new ByteArrayImageInputStream(file)) {
            reader.setInput(in);
            int width = reader.getWidth(page.index());
            int height = reader.getHeight(page.index());
            if (width != header.width() || height != header.height()) {
                throw UndecodableImageException.contradictory(header.width(), header.height(), width, height);
            }
            return new TiffBands(reader, page, by, small).read(lenient);
        } catch (IOException | RuntimeException e) {
            // the reader throws whatever comes up: broken data reaches it unchecked
            throw UndecodableImageException.broken(header);
        } finally {
            reader.dispose();
        }
    }
}
