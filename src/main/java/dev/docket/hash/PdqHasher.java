package dev.docket.hash;

import dev.docket.decode.DecodedImage;

/** PDQ as Meta's C++ computes it. Safe to use from several threads. */
public final class PdqHasher {
    public PerceptualHash hash(DecodedImage image) {
        throw new UnsupportedOperationException();
    }
}
