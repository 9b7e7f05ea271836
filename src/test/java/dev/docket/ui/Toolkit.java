package dev.docket.ui;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.robot.Robot;
import javafx.stage.Window;
import javax.imageio.ImageIO;

/** The JavaFX thread for tests: started once, asked synchronously; and pictures of scenes in {@code target/pictures}. */
public final class Toolkit {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(20);

    private static Robot robot;

    private Toolkit() {}

    public static void start() {
        try {
            Platform.startup(() -> {});
        } catch (IllegalStateException e) {
            // started by an earlier test of this JVM
        }
        Platform.setImplicitExit(false);
    }

    /** The only one there is: each would keep the window it met last, and that window the robot before. On the JavaFX thread. */
    public static Robot robot() {
        if (robot == null) {
            robot = new Robot();
        }
        return robot;
    }

    /** The result of {@code work} on the JavaFX thread, or its failure. On that thread itself it is done at once. */
    public static <T> T ask(Callable<T> work) {
        if (Platform.isFxApplicationThread()) {
            try {
                return work.call();
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        }
        CompletableFuture<T> answer = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                answer.complete(work.call());
            } catch (Throwable e) {
                answer.completeExceptionally(e);
            }
        });
        try {
            return answer.get(30, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    public static void tell(Runnable work) {
        ask(() -> {
            work.run();
            return null;
        });
    }

    /** Waits for pulses of the JavaFX thread: what was asked before has then been painted. */
    public static void frames(int pulses) {
        CompletableFuture<Void> over = new CompletableFuture<>();
        Platform.runLater(() -> new AnimationTimer() {
            private int left = pulses;

            @Override
            public void handle(long now) {
                if (--left < 0) {
                    stop();
                    over.complete(null);
                }
            }
        }.start());
        try {
            over.get(30, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    /** Waits at most 20 s for what the JavaFX thread will see, and asks it once a pulse. */
    public static void until(BooleanSupplier seen) {
        until("what never came", seen);
    }

    /** @param what is waited for, as the failure shall call it */
    public static void until(String what, BooleanSupplier seen) {
        long end = System.nanoTime() + PATIENCE;
        while (!ask(seen::getAsBoolean)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited 20 s for " + what + "; " + ask(Toolkit::windows) + "; " + workers());
            }
            frames(1);
        }
    }

    /** Where keys go, for a failure on a machine nobody can look at. */
    private static String windows() {
        return Window.getWindows().stream().map(window -> window.getClass().getSimpleName() + (window.isFocused() ? " with the keys at " : " at ")
                + (window.getScene() == null ? null : window.getScene().getFocusOwner())).collect(Collectors.joining(", ", "windows: ", ""));
    }

    /** What our own code is busy with. */
    private static String workers() {
        return Thread.getAllStackTraces().entrySet().stream().filter(each -> each.getKey() != Thread.currentThread())
                .flatMap(each -> Arrays.stream(each.getValue()).filter(frame -> frame.getClassName().startsWith("dev.docket")).findFirst()
                        .map(frame -> each.getKey().getName() + " in " + frame).stream()).collect(Collectors.joining(", ", "threads: ", ""));
    }

    /** A snapshot of the scene as it is laid out now, also written to {@code target/pictures/NAME.png}. */
    public static BufferedImage picture(Scene scene, String name) {
        BufferedImage image = shot(scene);
        try {
            Path folder = Files.createDirectories(Path.of(System.getProperty("docket.home", "."), "target", "pictures"));
            ImageIO.write(image, "png", folder.resolve(name + ".png").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return image;
    }

    /** A part of a root's picture, in its own coordinates. */
    public static BufferedImage shot(Parent root, Bounds part) {
        return image(ask(() -> {
            SnapshotParameters only = new SnapshotParameters();
            only.setViewport(new Rectangle2D(Math.floor(part.getMinX()), Math.floor(part.getMinY()), Math.ceil(part.getWidth()), Math.ceil(part.getHeight())));
            return root.snapshot(only, null);
        }));
    }

    /** A snapshot of the scene as it is laid out now. */
    public static BufferedImage shot(Scene scene) {
        return image(ask(() -> scene.snapshot(null)));
    }

    private static BufferedImage image(WritableImage shot) {
        int width = (int) shot.getWidth();
        int height = (int) shot.getHeight();
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int[] rgb = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        shot.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), rgb, 0, width);
        return image;
    }
}
