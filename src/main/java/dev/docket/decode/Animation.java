package dev.docket.decode;

import java.time.Duration;
import java.util.List;

/**
 * The frames of an animated picture, each whole as it is shown, upright, all of one size.
 *
 * @param frames in order, at least one
 * @param total how many frames the file has; more than are here when the memory for them would not do
 */
public record Animation(List<Frame> frames, int total) {
    /** All frames together: 128 MiB. */
    static final long MOST_PIXELS = 32L << 20;

    /** @param shown how long, above zero */
    public record Frame(DecodedImage image, Duration shown) {}

    public Animation {
        frames = List.copyOf(frames);
        if (frames.isEmpty()) {
            throw new IllegalArgumentException("An animation without frames");
        }
    }

    /** The one frame that a decoder gives, whatever the file has. */
    static Animation still(DecodedImage image) {
        return new Animation(List.of(new Frame(image, Duration.ofSeconds(1))), image.header().frames());
    }
}
