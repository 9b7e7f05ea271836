package dev.docket.classify;

import dev.docket.decode.DecodedImage;
import java.util.List;

/** A loaded model. Safe to call from several threads. */
public interface Classifier extends AutoCloseable {

    /** id@version of the model. */
    String name();

    /** One score per label of the model, in the model's order. */
    List<ModelScore> score(DecodedImage image);

    /** As {@link #score}, on several threads where that helps, for somebody who waits for this one picture. */
    default List<ModelScore> scoreNow(DecodedImage image) {
        return score(image);
    }

    @Override
    void close();
}
