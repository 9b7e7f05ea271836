package dev.docket.ui.stage;

import dev.docket.decode.DecodedImage;
import dev.docket.decode.ImageHeader;
import dev.docket.ui.common.Background;
import javafx.animation.AnimationTimer;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;

/**
 * Frees what the painter keeps of pictures that are gone. JavaFX paints from copies: it keeps the copy of an image until the
 * image has been collected and a further one is painted, and its last frames until others take their place. So memory is
 * collected, and then a speck that nobody sees is painted a few times. JavaFX thread.
 */
public final class Sweep {
    /** The scene lets go of an image when it is painted without it. */
    private static final int UNTIL_GONE = 2;
    /** More than the frames that are kept. */
    private static final int SPECKS = 4;

    private Sweep() {}

    /**
     * What has left the window until now is gone some frames later.
     *
     * @param ground the root of the window, which is painted whatever screen is in front
     * @param worker collects, which may take some tenths of a second
     */
    public static void run(Pane ground, Background worker) {
        ImageView speck = new ImageView();
        speck.setManaged(false);
        speck.setMouseTransparent(true);
        new Frames(ground, UNTIL_GONE, () -> {}, () -> worker.run(() -> {
            System.gc();
            return speck;
        }, collected -> {
            ground.getChildren().add(collected);
            new Frames(ground, SPECKS, () -> collected.setImage(blank()), () -> ground.getChildren().remove(collected)).start();
        }, reason -> {})).start();
    }

    private static Image blank() {
        return PixelImages.of(new DecodedImage(1, 1, new int[1], new ImageHeader("image/png", 1, 1, 1, 1), false));
    }

    /** Does something at each of the next frames of a window, and something else after them. A minimised window has none. */
    private static final class Frames extends AnimationTimer {
        private final Pane ground;
        private final Runnable each;
        private final Runnable then;
        private int left;

        private Frames(Pane ground, int frames, Runnable each, Runnable then) {
            this.ground = ground;
            this.left = frames;
            this.each = each;
            this.then = then;
        }

        @Override
        public void handle(long now) {
            if (ground.getScene() != null && ground.getScene().getWindow() instanceof Stage stage && stage.isIconified()) {
                return;
            }
            if (left-- > 0) {
                each.run();
            } else {
                stop();
                then.run();
            }
        }
    }
}
