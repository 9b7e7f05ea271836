package dev.docket.classify;

import dev.docket.decode.DecodedImage;
import dev.docket.storage.ContentHash;

/** The starter model's backbone: forensic statistics of a picture's colour, noise residual, block grid and spectrum, as an ONNX graph built by our own code. */
public final class ForensicBackbone implements Backbone {

    /** Loads the graph that ships with Docket. */
    public static ForensicBackbone load() {
        throw new UnsupportedOperationException();
    }

    @Override
    public ContentHash id() {
        throw new UnsupportedOperationException();
    }

    @Override
    public int dimensions() {
        throw new UnsupportedOperationException();
    }

    @Override
    public float[] embed(DecodedImage image) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
