package dev.docket.classify;

import dev.docket.decode.DecodedImage;
import dev.docket.storage.ContentHash;

/** The frozen part of a model that turns a picture into numbers a head learns from. Safe to call from several threads. */
public interface Backbone extends AutoCloseable {

    /** Hash of the backbone's bytes: embeddings of one id are comparable with each other only. */
    ContentHash id();

    /** Length of an embedding. */
    int dimensions();

    /** The embedding, float32, not standardised. */
    float[] embed(DecodedImage image);

    @Override
    void close();
}
