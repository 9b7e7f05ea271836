package dev.docket.decode.wasm;

import dev.docket.decode.BoxShrink;
import dev.docket.decode.FormatDecoder;
import dev.docket.decode.HeifFinish;
import dev.docket.decode.ImageHeader;
import dev.docket.decode.ImageSniffer;
import dev.docket.decode.Orientation;
import dev.docket.decode.Painted;
import dev.docket.decode.PixelRoom;
import dev.docket.decode.UndecodableImageException;
import dev.docket.decode.ViewScale;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.IntBuffer;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decodes one format in WebAssembly, one picture at a time. The decoder is kept from picture to picture, unless one
 * broke it or made it large: it never gives memory back. Of a file that ends early these decoders show nothing.
 */
final class WasmDecoder implements FormatDecoder {
    private static final Logger LOG = LoggerFactory.getLogger(WasmDecoder.class);
    private static final long MOST_KEPT = 256L << 20;
    private static final int LEAST = 1 << 14;

    private final WasmCodec codec;
    private Optional<WasmInstance> kept = Optional.empty();
    private boolean checked;

    WasmDecoder(WasmCodec codec) {
        this.codec = codec;
    }

    @Override
    public boolean opens(ImageHeader header) {
        return header.mediaType().equals(codec.mediaType());
    }

    @Override
    public List<byte[]> samples() {
        return codec.samples().stream().map(WasmDecoder::sample).toList();
    }

    private static byte[] sample(String name) {
        try (InputStream in = WasmDecoder.class.getResourceAsStream("/decode/" + name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Painted paint(byte[] file, ImageHeader header, int longerSide, boolean lenient, PixelRoom room) throws UndecodableImageException {
        Raster raster = raster(file, header);
        ImageHeader stored = codec.isFinished() ? header.upright() : header;
        if (!codec.isFinished()) {
            HeifFinish finish = HeifFinish.of(file, header);
            require(raster, finish.codedWidth(), finish.codedHeight());
            raster = new Raster(stored.width(), stored.height(), finish.finished(raster.rgba()));
        }
        require(raster, stored.width(), stored.height());
        int by = ViewScale.fraction(header, longerSide, LEAST);
        IntBuffer argb = IntBuffer.wrap(raster.premultiplied());
        IntBuffer small = by == 1 ? argb : IntBuffer.wrap(BoxShrink.shrink(argb, stored.width(), stored.height(), by));
        return Orientation.upright(small, Math.ceilDiv(stored.width(), by), Math.ceilDiv(stored.height(), by), stored, false, room);
    }

    private static void require(Raster raster, int width, int height) throws UndecodableImageException {
        if (raster.width() != width || raster.height() != height) {
            throw UndecodableImageException.contradictory(width, height, raster.width(), raster.height());
        }
    }

    private synchronized Raster raster(byte[] file, ImageHeader header) throws UndecodableImageException {
        checkFlags();
        WasmInstance decoder = kept.orElseGet(() -> new WasmInstance(codec));
        kept = Optional.empty();
        Optional<Raster> raster;
        try {
            raster = decoder.decode(file);
        } catch (OutOfMemoryError e) {
            throw UndecodableImageException.noMemory(header);
        } catch (RuntimeException | StackOverflowError e) {
            raster = Optional.empty();
        }
        if (raster.isEmpty()) {
            throw decoder.lackedMemory() ? UndecodableImageException.noMemory(header)
                    : ImageSniffer.statedLength(file) > file.length ? UndecodableImageException.endsEarly() : UndecodableImageException.broken(header);
        }
        if (decoder.memory() <= MOST_KEPT) {
            kept = Optional.of(decoder);
        }
        return raster.get();
    }

    private void checkFlags() {
        List<String> missing = checked ? List.of() : WasmDecoders.missingFlags();
        checked = true;
        if (!missing.isEmpty()) {
            LOG.warn("{} is decoded several times slower than it could be: this process was started without {}", codec.mediaType(), missing);
        }
    }
}
