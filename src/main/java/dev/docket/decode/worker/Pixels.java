package dev.docket.decode.worker;

import dev.docket.decode.Animation;
import dev.docket.decode.DecodedImage;
import dev.docket.decode.ImageHeader;
import dev.docket.decode.Renditions;
import dev.docket.decode.ViewScale;
import dev.docket.decode.worker.ChildFailure.Kind;
import dev.docket.decode.worker.Request.Operation;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes pixels out of the shared memory into arrays of our own. They are copied, not wrapped: a process in foreign hands
 * could change them after they were hashed and scored, or cut them off under the screen.
 */
final class Pixels {
    private static final ValueLayout.OfInt PIXEL = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final long LONGEST_FRAME_MILLIS = 600_000;
    /** As many pixels as most cameras take; a damaged file may claim more than it has. */
    private static final long MOST_IN_ADVANCE = 24_000_000;

    private Pixels() {}

    /**
     * An array of the size that will most likely be wanted, made while the picture is being decoded: making it takes as
     * long as filling it. Empty where it would be a waste.
     */
    static int[] inAdvance(Job job) {
        ImageHeader header = job.header();
        int by = fraction(job);
        int width = Math.ceilDiv(header.width(), by);
        int height = Math.ceilDiv(header.height(), by);
        long pixels = job.operation() == Operation.FITTED ? Renditions.pixels(width, height, job.longerSide()) : (long) width * height;
        try {
            return job.operation() == Operation.ANIMATION || pixels > MOST_IN_ADVANCE ? new int[0] : new int[(int) pixels];
        } catch (OutOfMemoryError e) {
            return new int[0];
        }
    }

    /** How many pixels are decoded, before they are fitted. */
    static long decoded(Job job) {
        int by = fraction(job);
        return (long) Math.ceilDiv(job.header().width(), by) * Math.ceilDiv(job.header().height(), by);
    }

    private static int fraction(Job job) {
        return ViewScale.fraction(job.header(), job.longerSide(), job.header().mediaType().equals("image/jpeg") ? 8 : 1 << 14);
    }

    /** @throws ChildFailure when the answer claims what the file's header rules out */
    static void check(Reply reply, ImageHeader header, boolean moving) throws ChildFailure {
        long bytes = (4L * reply.width() * reply.height() + 4) * reply.frames();
        boolean possible = reply.width() > 0 && reply.width() <= header.uprightWidth()
                && reply.height() > 0 && reply.height() <= header.uprightHeight()
                && reply.frames() > 0 && (moving || reply.frames() == 1) && reply.total() >= reply.frames()
                && bytes <= WorkerServer.SHARED_BYTES;
        if (!possible) {
            throw new ChildFailure(Kind.CRASHED, "it claims " + reply.width() + " x " + reply.height() + " pixels, " + reply.frames() + " times");
        }
    }

    /** @param first for the first picture where it has the right size */
    static Animation copyOut(Reply reply, ImageHeader header, MemorySegment shared, int[] first) {
        int size = reply.width() * reply.height();
        boolean partial = reply.detail() != 0;
        List<Animation.Frame> frames = new ArrayList<>(reply.frames());
        for (int i = 0; i < reply.frames(); i++) {
            int[] argb = i == 0 && first.length == size ? first : new int[size];
            MemorySegment.copy(shared, PIXEL, 4L * size * i, argb, 0, size);
            long millis = shared.get(PIXEL, 4L * size * reply.frames() + 4L * i);
            DecodedImage image = new DecodedImage(reply.width(), reply.height(), argb, header, partial);
            frames.add(new Animation.Frame(image, Duration.ofMillis(Math.clamp(millis, 1, LONGEST_FRAME_MILLIS))));
        }
        return new Animation(frames, reply.total());
    }
}
