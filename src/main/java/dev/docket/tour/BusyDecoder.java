package dev.docket.tour;

import dev.docket.decode.ImageDecoder;
import dev.docket.decode.UndecodableImageException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/** Keeps a decoder at work on pictures nobody sees until it is closed, so that those on screen have to wait. */
final class BusyDecoder implements AutoCloseable {
    private static final int SIDE = 7000;
    private static final int AT_ONCE = 6;

    private final List<Thread> threads;
    private volatile boolean over;

    BusyDecoder(ImageDecoder decoder) throws IOException {
        byte[] large = large();
        threads = IntStream.range(0, AT_ONCE).mapToObj(_ -> Thread.ofPlatform().daemon().start(() -> work(decoder, large))).toList();
    }

    private void work(ImageDecoder decoder, byte[] large) {
        while (!over) {
            try {
                decoder.view(large, SIDE / 4);
            } catch (UndecodableImageException e) {
                throw new IllegalStateException("A plain picture does not decode", e);
            }
        }
    }

    private static byte[] large() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_BINARY), "png", file);
        return file.toByteArray();
    }

    @Override
    public void close() {
        over = true;
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
