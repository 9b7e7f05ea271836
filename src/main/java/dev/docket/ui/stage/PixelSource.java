package dev.docket.ui.stage;

import dev.docket.classify.ActiveModels;
import dev.docket.decode.Animation;
import dev.docket.decode.DecodedImage;
import dev.docket.decode.UndecodableImageException;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** The way to more of a picture than is on screen. Takes long: workers only. */
public interface PixelSource {

    /** The whole picture at its own size; what decoded of a file that ends early. */
    DecodedImage full() throws IOException, UndecodableImageException;

    /**
     * The frames of an animation, as many as memory allows.
     *
     * @param longerSide at least this many pixels where the picture has them
     */
    Animation frames(int longerSide) throws IOException, UndecodableImageException;

    /** The score that a heat map can be asked of; empty where there is none, or none may be seen. Takes no time. */
    default Optional<Explained> explained() {
        return Optional.empty();
    }

    /**
     * A score and the model behind it.
     *
     * @param label in words
     * @param model {@code id@version}
     * @param scorer gives the label's score for any pixels, 0..1
     * @param shuffled opens the same model with shuffled weights, to be closed; empty where there is none. Slow
     */
    record Explained(String label, String model, ToDoubleFunction<DecodedImage> scorer, Supplier<Optional<ActiveModels.OpenScorer>> shuffled) {}
}
