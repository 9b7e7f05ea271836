package dev.docket.ui.stage;

import dev.docket.decode.Animation;
import dev.docket.decode.DecodedImage;
import dev.docket.decode.UndecodableImageException;
import java.io.IOException;

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
}
