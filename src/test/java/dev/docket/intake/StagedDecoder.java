package dev.docket.intake;

import dev.docket.decode.Animation;
import dev.docket.decode.DecodedImage;
import dev.docket.decode.ImageDecoder;
import dev.docket.decode.ImageHeader;
import dev.docket.decode.UndecodableImageException;
import java.util.concurrent.atomic.AtomicInteger;

/** The real decoder, with something done before each picture is decoded for hashing, and a count of those. */
final class StagedDecoder implements ImageDecoder {
    interface Act {
        void before(int number, ImageHeader header) throws UndecodableImageException;
    }

    final AtomicInteger begun = new AtomicInteger();
    final AtomicInteger most = new AtomicInteger();
    private final AtomicInteger now = new AtomicInteger();
    private final ImageDecoder decoder;
    private final Act act;

    StagedDecoder(ImageDecoder decoder, Act act) {
        this.decoder = decoder;
        this.act = act;
    }

    @Override
    public ImageHeader header(byte[] file) throws UndecodableImageException {
        return decoder.header(file);
    }

    @Override
    public DecodedImage decode(byte[] file) throws UndecodableImageException {
        most.accumulateAndGet(now.incrementAndGet(), Math::max);
        try {
            act.before(begun.incrementAndGet(), decoder.header(file));
            return decoder.decode(file);
        } finally {
            now.decrementAndGet();
        }
    }

    @Override
    public DecodedImage view(byte[] file, int longerSide) throws UndecodableImageException {
        return decoder.view(file, longerSide);
    }

    @Override
    public Animation animation(byte[] file, int longerSide) throws UndecodableImageException {
        return decoder.animation(file, longerSide);
    }
}
