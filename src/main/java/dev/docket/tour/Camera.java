package dev.docket.tour;

import dev.docket.decode.WebpEncoder;
import dev.docket.tour.TourReport.Picture;
import dev.docket.ui.common.DirectPaint;
import dev.docket.ui.common.ScreenThread;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** Takes pictures of a window once it stands still. */
final class Camera {
    static final int WIDTH = 1440;
    /** The Headless screen takes no taller window. */
    static final int HEIGHT = 900;
    /** Of WebP: text stays sharp, and a picture takes a tenth of what it takes as PNG. */
    private static final int QUALITY = 60;
    /** What is drawn after the picture, and what workers bring, comes within this; a clock changes a second later at the earliest. */
    private static final Duration STILL = Duration.ofMillis(200);
    private static final int MOST_LOOKS = 40;

    private final ScreenThread thread;
    private final Scene scene;
    private final Path out;
    private final List<Picture> pictures;

    /** @param pictures told of each that was taken */
    Camera(ScreenThread thread, Scene scene, Path out, List<Picture> pictures) {
        this.thread = thread;
        this.scene = scene;
        this.out = out;
        this.pictures = pictures;
    }

    /** The same for another window; its pictures join these. */
    Camera of(ScreenThread another, Scene window) {
        return new Camera(another, window, out, pictures);
    }

    /** Taken so far. */
    List<Picture> pictures() {
        return List.copyOf(pictures);
    }

    /** Waits until nothing on the screen moves any more, and all that it shows of pictures is there. */
    void settle() {
        int[] before = thread.ask(this::pixels);
        for (int looks = 0; looks < MOST_LOOKS; looks++) {
            ScreenThread.pause(STILL);
            int[] now = thread.ask(this::pixels);
            if (Arrays.equals(before, now) && thread.ask(() -> Blanks.none(scene.getRoot()))) {
                return;
            }
            before = now;
        }
    }

    /** @param name of the file, without its ending */
    void picture(String name, String title) throws IOException {
        keep(name, title, thread.ask(this::pixels));
    }

    /** Of what lasts a moment. False, and none is taken, when it is over. */
    boolean picture(String name, String title, Callable<Boolean> lasts) throws IOException {
        Optional<int[]> pixels = thread.ask(() -> lasts.call() ? Optional.of(pixels()) : Optional.empty());
        if (pixels.isPresent()) {
            keep(name, title, pixels.get());
        }
        return pixels.isPresent();
    }

    private void keep(String name, String title, int[] pixels) throws IOException {
        String file = name + ".webp";
        Files.write(out.resolve(file), WebpEncoder.lossy(WIDTH, HEIGHT, pixels, QUALITY));
        pictures.add(new Picture(file, title));
    }

    private int[] pixels() {
        DirectPaint.below(scene.getRoot());
        WritableImage shot = scene.snapshot(new WritableImage(WIDTH, HEIGHT));
        int[] pixels = new int[WIDTH * HEIGHT];
        shot.getPixelReader().getPixels(0, 0, WIDTH, HEIGHT, PixelFormat.getIntArgbInstance(), pixels, 0, WIDTH);
        return pixels;
    }
}
