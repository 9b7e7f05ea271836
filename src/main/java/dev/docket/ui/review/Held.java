package dev.docket.ui.review;

import dev.docket.queue.LeasedTask;
import dev.docket.ui.stage.Room;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** A leased task on its way to the screen: first only the task, then its case, then its picture. JavaFX thread. */
public final class Held {
    /** Formats whose decoder may be a compiled WebAssembly one, which takes a second for two megapixels. */
    private static final Set<String> SLOW_FORMATS = Set.of("image/avif", "image/heic", "image/jxl");
    private static final long SLOW_PIXELS = 4_000_000;
    private static final long AGAIN_AFTER = TimeUnit.SECONDS.toNanos(2);

    private final LeasedTask task;
    private ReviewCase known;
    private Picture picture;
    private boolean opening;
    private Room decoding;
    private Room madeFor;
    private long decodingSince;
    private long decodedAt;

    Held(LeasedTask task) {
        this.task = task;
    }

    public LeasedTask task() {
        return task;
    }

    public Optional<ReviewCase> known() {
        return Optional.ofNullable(known);
    }

    public Optional<Picture> picture() {
        return Optional.ofNullable(picture);
    }

    /** Whether its picture may take seconds, as far as its facts tell. */
    public boolean isSlow() {
        return known != null && isSlow(known);
    }

    static boolean isSlow(ReviewCase known) {
        return SLOW_FORMATS.contains(known.item().mediaType()) && (long) known.item().width() * known.item().height() > SLOW_PIXELS;
    }

    /** Whether somebody should read the case now; asks once. */
    boolean startOpening() {
        boolean first = !opening;
        opening = true;
        return first;
    }

    /** Whether somebody should decode its picture for this room now. */
    boolean startDecoding(Room room) {
        if (known == null || decoding != null || picture != null && !isWorthAsking() && (madeFor == null || isAsLarge(room))) {
            return false;
        }
        decoding = room;
        decodingSince = System.nanoTime();
        return true;
    }

    /** Nanoseconds since its decoding began; 0 when nobody decodes it. */
    long decodingFor(long now) {
        return decoding == null ? 0 : now - decodingSince;
    }

    /** It could not be read; somebody may try again. */
    void notOpened() {
        opening = false;
    }

    void opened(ReviewCase result) {
        known = result;
    }

    /** A picture that was made for another room is better than none. */
    void decoded(Picture result) {
        boolean keeps = picture instanceof Picture.Decoded && result instanceof Picture.Refused;
        madeFor = keeps || result instanceof Picture.Decoded ? decoding : null;
        picture = keeps ? picture : result;
        decoding = null;
        decodedAt = System.nanoTime();
    }

    /** Whether its picture could not be had a while ago, and perhaps can be now. */
    private boolean isWorthAsking() {
        return picture instanceof Picture.Refused refused && refused.passing() && System.nanoTime() - decodedAt >= AGAIN_AFTER;
    }

    /** Takes over what was decoded for the same item before. */
    void takePicture(Held other) {
        picture = other.picture;
        madeFor = other.madeFor;
    }

    /** Whether the picture is as large as it would be if it were decoded for this room. */
    private boolean isAsLarge(Room room) {
        if (room.equals(madeFor) || !(picture instanceof Picture.Decoded pixels)) {
            return true;
        }
        int width = pixels.fit().header().uprightWidth();
        int height = pixels.fit().header().uprightHeight();
        return room.longerSide(width, height) == Math.max(pixels.fit().width(), pixels.fit().height());
    }

    /** What its picture holds in memory, or will once it is decoded. */
    long bytes(Room room) {
        if (picture != null) {
            return picture.bytes();
        }
        return decoding == null ? 0 : expected(room);
    }

    private long expected(Room room) {
        double longer = Math.max(known.item().width(), known.item().height());
        double scale = room.longerSide(known.item().width(), known.item().height()) / longer;
        return (long) (4 * known.item().width() * scale * known.item().height() * scale);
    }
}
