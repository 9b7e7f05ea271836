package dev.docket.decode;

import java.nio.IntBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Collects the frames of one animation at the size they are shown in, as many as the memory for them allows. */
final class FrameStrip {
    /** Whoever states less is not taken at their word: browsers show such frames for so long, and authors count on it. */
    private static final Duration TOO_SHORT = Duration.ofMillis(10);
    private static final Duration INSTEAD = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final int MOST_FRAMES = 10_000;

    private final ImageHeader header;
    private final int by;
    private final List<Animation.Frame> frames = new ArrayList<>();

    FrameStrip(ImageHeader header, int longerSide) {
        this.header = header;
        this.by = ViewScale.fraction(header, longerSide, 1 << 14);
    }

    /** Whether there is room for one frame more; there always is for the first. */
    boolean hasRoom() {
        long pixels = (long) Math.ceilDiv(header.width(), by) * Math.ceilDiv(header.height(), by);
        return frames.isEmpty() || frames.size() < MOST_FRAMES && (frames.size() + 1) * pixels <= Animation.MOST_PIXELS;
    }

    boolean isEmpty() {
        return frames.isEmpty();
    }

    /** @param stored the whole frame as the file has it, row-major, premultiplied; may be changed afterwards */
    void add(IntBuffer stored, Duration stated, boolean partial) throws UndecodableImageException {
        int width = Math.ceilDiv(header.width(), by);
        int height = Math.ceilDiv(header.height(), by);
        IntBuffer small = by == 1 ? stored : IntBuffer.wrap(BoxShrink.shrink(stored, header.width(), header.height(), by));
        PixelRoom.Heap room = new PixelRoom.Heap();
        Painted painted = Orientation.upright(small, width, height, header, partial, room);
        frames.add(new Animation.Frame(room.image(painted, header), shown(stated)));
    }

    static Duration shown(Duration stated) {
        return stated.compareTo(TOO_SHORT) <= 0 ? INSTEAD : stated.compareTo(LONGEST) > 0 ? LONGEST : stated;
    }

    Animation animation() {
        return new Animation(frames, Math.max(frames.size(), header.frames()));
    }
}
