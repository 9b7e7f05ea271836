package dev.docket.decode.worker;

import dev.docket.decode.FormatDecoders;
import dev.docket.decode.PixelRoom;
import dev.docket.decode.UndecodableImageException;
import java.util.Arrays;
import java.util.List;

/**
 * Uses everything once while files can still be opened: classes, libraries and their configuration are loaded late, and
 * not at all once the process is locked in.
 */
final class WarmUp {
    private interface Step {
        void run() throws UndecodableImageException;
    }

    private WarmUp() {}

    static void run(FormatDecoders decoders) {
        EarlyClasses.load("dev/docket/decode");
        for (byte[] sample : decoders.samples()) {
            for (byte[] file : variants(sample)) {
                attempt(() -> decoders.paint(file, Integer.MAX_VALUE, false, new PixelRoom.Heap()));
                attempt(() -> decoders.paint(file, 8, true, new PixelRoom.Heap()));
                attempt(() -> decoders.animation(file, 8));
            }
        }
    }

    /** The file, cut off in two places, and broken in one. */
    private static List<byte[]> variants(byte[] sample) {
        byte[] broken = sample.clone();
        Arrays.fill(broken, broken.length / 2, Math.min(broken.length, broken.length / 2 + 8), (byte) 0xA5);
        return List.of(sample, Arrays.copyOf(sample, sample.length / 2), Arrays.copyOf(sample, sample.length - 3), broken);
    }

    private static void attempt(Step step) {
        try {
            step.run();
        } catch (UndecodableImageException | RuntimeException expected) {
            return;
        }
    }
}
