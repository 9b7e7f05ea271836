package dev.docket.ui.stage;

import dev.docket.decode.DecodedImage;
import dev.docket.decode.Renditions;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What is painted in place of a picture, under any veil, made of a small rendition alone. Those that are shown first are
 * made with it, the others when a worker is asked for them. Several threads.
 */
public final class Covers {
    /** Of a thumbnail, which is grey; also of the cover a person lays over an open picture. */
    public static final Veil USUAL = Veil.SIXTY;
    private static final int SIDE = 256;
    private static final int DRAWN_SIDE = 320;

    private record Kind(Veil veil, boolean grey) {}

    private final DecodedImage small;
    private final Map<Kind, DecodedImage> made = new ConcurrentHashMap<>();

    /**
     * Takes some milliseconds: workers only.
     *
     * @param first the one that is shown first
     * @param grey whether it is grey
     */
    public Covers(DecodedImage picture, Veil first, boolean grey) {
        small = Renditions.scaled(picture, SIDE);
        make(first.covers() ? first : USUAL, grey);
        make(USUAL, true);
    }

    /** Takes some milliseconds unless it was made before: workers only. A sketch has no colours to take out. */
    public DecodedImage make(Veil veil, boolean grey) {
        if (!veil.covers()) {
            throw new IllegalArgumentException("No cover is no picture of its own");
        }
        return made.computeIfAbsent(kind(veil, grey), k -> SmoothCover.of(
                k.veil() == Veil.SKETCH ? Sketch.of(small) : Renditions.covered(small, k.veil().blur(), k.grey()), DRAWN_SIDE));
    }

    /** The cover, if it was made. */
    public Optional<DecodedImage> made(Veil veil, boolean grey) {
        return Optional.ofNullable(made.get(kind(veil, grey)));
    }

    /** The usual cover of a thumbnail, as large as the thumbnail is. */
    public static DecodedImage over(DecodedImage thumbnail) {
        return SmoothCover.of(Renditions.covered(thumbnail, USUAL.blur(), true), Math.max(thumbnail.width(), thumbnail.height()));
    }

    /** Always made. */
    public DecodedImage thumbnail() {
        return make(USUAL, true);
    }

    /** Memory held, in bytes. */
    public long bytes() {
        return 4L * (small.argb().length + made.values().stream().mapToLong(c -> c.argb().length).sum());
    }

    private static Kind kind(Veil veil, boolean grey) {
        return new Kind(veil, grey || veil == Veil.SKETCH);
    }
}
