package dev.docket.ui.stage;

import dev.docket.decode.DecodedImage;
import dev.docket.decode.Renditions;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What is painted in place of a picture, at any strength. The strengths that are shown first are made with it, the others
 * when they are first asked for, which takes some milliseconds. Several threads.
 */
public final class Covers {
    /** The strength of a thumbnail's cover, which is grey; also of the one a person lays over an open picture. */
    public static final int USUAL = 60;
    private static final int SIDE = 256;
    private static final int DRAWN_SIDE = 320;

    private record Strength(int blur, boolean grey) {}

    private final DecodedImage small;
    private final Map<Strength, DecodedImage> made = new ConcurrentHashMap<>();

    /**
     * @param blur 0..100, the strength that is shown first; 0 for a picture that starts open
     * @param grey whether it is grey
     */
    public Covers(DecodedImage picture, int blur, boolean grey) {
        small = Renditions.scaled(picture, SIDE);
        of(blur == 0 ? USUAL : blur, grey);
        thumbnail();
    }

    /** @param blur 1..100 */
    public DecodedImage of(int blur, boolean grey) {
        return made.computeIfAbsent(new Strength(blur, grey), s -> SmoothCover.of(Renditions.covered(small, s.blur(), s.grey()), DRAWN_SIDE));
    }

    /** The usual cover of a thumbnail, as large as the thumbnail is. */
    public static DecodedImage over(DecodedImage thumbnail) {
        return SmoothCover.of(Renditions.covered(thumbnail, USUAL, true), Math.max(thumbnail.width(), thumbnail.height()));
    }

    public DecodedImage thumbnail() {
        return of(USUAL, true);
    }

    /** Memory held, in bytes. */
    public long bytes() {
        return 4L * (small.argb().length + made.values().stream().mapToLong(c -> c.argb().length).sum());
    }
}
