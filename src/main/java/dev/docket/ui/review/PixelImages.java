package dev.docket.ui.review;

import dev.docket.decode.DecodedImage;
import java.nio.IntBuffer;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** Decoded pixels as JavaFX images that share their memory: nothing is copied. */
final class PixelImages {
    private PixelImages() {}

    static WritableImage of(DecodedImage picture) {
        return new WritableImage(new PixelBuffer<>(
                picture.width(), picture.height(), IntBuffer.wrap(picture.argb()), PixelFormat.getIntArgbPreInstance()));
    }
}
